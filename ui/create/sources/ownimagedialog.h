// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for an image that is in no database: a name, its address, and perhaps its checksum. GUI thread.
#pragma once

#include "core/provisioning/osimage.h"

#include <QDialog>

class QLabel;
class QLineEdit;

class OwnImageDialog final : public QDialog {
    Q_OBJECT
public:
    /// Deletes itself when closed.
    explicit OwnImageDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void added(const OsImage &image);

private:
    void take();

    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_checksum;
    QLabel *m_wrong;
};
