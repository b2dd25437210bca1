// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/headwindow.h"

#include "ui/common/icons.h"
#include "ui/console/consolechoices.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolewords.h"
#include "ui/console/panneddisplay.h"
#include "viewer/widget/consolewidget.h"

#include "core/settings/settings.h"

#include <QBoxLayout>
#include <QShortcut>

HeadWindow::HeadWindow(const ConsoleLink &link, const ConsoleChoices &choices, int number, const QString &title, QWidget *parent)
    : QWidget(parent, Qt::Window), m_link(link), m_number(number), m_display(new PannedDisplay(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(icons::console());
    setWindowTitle(tr("%1 – monitor %2").arg(title).arg(number + 1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_display);
    auto *screen = m_display->view();
    screen->setAccessibleName(tr("Console screen %1").arg(number + 1));
    const auto scale = choices.scale();
    screen->setScaling(scale.mode, scale.percent);
    screen->setSmooth(choices.isSmooth());
    screen->setEnabled(!link.isViewOnly());
    screen->setReleaseKeys(consolewords::modifiers(choices.settings().get(keys::consoleReleaseKey)));
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(shortcut, &QShortcut::activated, this, [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    connect(&link, &ConsoleLink::sessionChanged, this, &HeadWindow::follow);
    resize(960, 640);
    follow();
}

HeadWindow::~HeadWindow()
{
    m_display->view()->setSession(nullptr);
}

void HeadWindow::follow()
{
    if (m_first)
        m_first->disconnect(this);
    m_first = m_link.session();
    auto *screen = m_display->view();
    if (!m_first) {
        screen->setSession(nullptr); // the picture stays, dimmed, until the guest is back
        return;
    }
    connect(m_first, &ConsoleSession::headsChanged, this, &HeadWindow::follow);
    auto *head = m_number < m_first->headCount() ? m_first->head(m_number) : nullptr;
    screen->setSession(head);
    // Before there is a picture, nothing is known of further monitors.
    if (!head && !m_first->framebuffer().size().isEmpty())
        close();
}
