// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a console's picture where the person says, as PNG. GUI thread; encoding and writing are done elsewhere.
#pragma once

#include <QImage>
#include <QString>

class QWidget;

/// `name` is proposed, with the time, as the file's name. A failure is shown at `parent`'s window.
void savePicture(QWidget *parent, const QImage &picture, const QString &name);
/// Where a film of that ending is proposed to be kept.
QString filmProposal(const QString &name, const QString &ending);
