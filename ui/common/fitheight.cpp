// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fitheight.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QTimer>

namespace {
class HeightFitter final : public QObject {
public:
    explicit HeightFitter(QDialog &dialog) : QObject(&dialog), m_dialog(dialog)
    {
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, [this] { fit(); });
        dialog.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto type = event->type();
        // Before the dialog finds its place: a window that is resized between its placing and its mapping is put into
        // the corner of the screen.
        if (type == QEvent::Show && !event->spontaneous()) {
            m_dialog.ensurePolished();
            m_dialog.layout()->activate();
            fit();
        }
        if (type == QEvent::LayoutRequest || type == QEvent::Show)
            m_soon.start(0); // after the layout has answered
        return false;
    }

private:
    void fit()
    {
        const int wanted = m_dialog.layout()->totalHeightForWidth(m_dialog.width());
        if (wanted > 0 && wanted != m_dialog.height())
            m_dialog.resize(m_dialog.width(), wanted);
    }

    QDialog &m_dialog;
    QTimer m_soon;
};
} // namespace

void fitHeight(QDialog &dialog)
{
    new HeightFitter(dialog);
}
