// SPDX-License-Identifier: GPL-3.0-or-later
// The name that an address gives to its file. Any thread.
#pragma once

#include <QString>
#include <QUrl>

/// The last part of an address, fit to be a file's name; empty where there is none.
QString fileNameOf(const QUrl &url);
