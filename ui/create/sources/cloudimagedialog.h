// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses a cloud image of the catalogue. GUI thread; deletes itself when it is closed.
#pragma once

#include "core/provisioning/osimage.h"

#include <QDialog>

#include <optional>

class ImageCatalogue;
class Inventory;

class CloudImageDialog final : public QDialog {
    Q_OBJECT
public:
    /// `architecture` is the host's; empty: not known yet.
    CloudImageDialog(Inventory &inventory, const QString &architecture, QWidget *parent);

Q_SIGNALS:
    void chosen(const OsImage &image);

private:
    void take();

    ImageCatalogue *m_catalogue;
    std::optional<OsImage> m_image;
};
