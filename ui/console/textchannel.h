// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's port as the terminal's session wants it. GUI thread.
#pragma once

#include "core/base/error.h"
#include "core/machines/machine.h"
#include "viewer/terminal/bytechannel.h"

#include <functional>

class TextConsole;

class TextChannel final : public ByteChannel {
    Q_OBJECT
public:
    /// `failed` hears why, before closed() is said.
    TextChannel(Machine &machine, const QString &device, ConsoleHold hold, std::function<void(const Error &)> failed, QObject *parent);

    QByteArray read() override;
    qint64 skipped() const override;
    qsizetype write(QByteArrayView bytes) override;

private:
    TextConsole *m_console;
};
