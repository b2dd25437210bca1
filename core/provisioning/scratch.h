// SPDX-License-Identifier: GPL-3.0-or-later
// Room for large things that are made on the way, gone with it. Made when it is first asked for. One thread.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

class Scratch final {
public:
    /// In the cache, which is on a real disk where /tmp may be in memory. Refused where nothing can be made there.
    Result<QString> folder();
    /// The file is in it, and nobody else's.
    bool holds(const QString &path) const;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};
