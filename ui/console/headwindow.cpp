// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/headwindow.h"

#include "ui/common/icons.h"
#include "ui/console/consolechoices.h"
#include "ui/console/consoleframe.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletasks.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoletoolbar.h"
#include "ui/console/consolewords.h"
#include "ui/console/panneddisplay.h"
#include "ui/console/picturemenu.h"
#include "ui/console/sendkeysmenu.h"
#include "viewer/widget/consolewidget.h"
#include "viewer/widget/guestresize.h"

#include <QBoxLayout>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr QSize firstSize(960, 640);
constexpr auto hintStays = 4s;
// A guest that changes its mode tells of fewer displays for a moment.
constexpr auto staysWithout = 2s;
} // namespace

HeadWindow::HeadWindow(const ConsoleLink &link, ConsoleChoices &choices, const ConsoleWidget &first, int number, const QString &title, QWidget *parent)
    : QWidget(parent, Qt::Window), m_link(link), m_choices(choices), m_firstScreen(first), m_number(number), m_display(new PannedDisplay(this)),
      m_screen(m_display->view()), m_toolbar(new ConsoleToolbar(this)), m_tasks(new ConsoleTasks(this)),
      m_frame(new ConsoleFrame(*this, choices, number, firstSize)), m_resize(std::make_unique<GuestResize>(*m_screen, *m_display))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build(title);
    buildTools();
    connect(m_frame, &ConsoleFrame::fullScreenChanged, this, [this](bool on) {
        m_toolbar->setVisible(!on);
        m_screen->setFocus();
    });
    connect(m_screen, &ConsoleWidget::grabChanged, this, &HeadWindow::hintAtRelease);
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, &QWidget::close);
    m_hint.setSingleShot(true);
    connect(&m_hint, &QTimer::timeout, this, [this] { m_screen->setOverlay({}); });
    connect(&link, &ConsoleLink::sessionChanged, this, &HeadWindow::follow);
    applyChoices();
    follow();
}

HeadWindow::~HeadWindow()
{
    m_screen->setSession(nullptr);
}

void HeadWindow::build(const QString &title)
{
    const auto name = tr("Display %1").arg(m_number + 1);
    setWindowTitle(tr("%1 – %2").arg(title, name));
    m_toolbar->setTitle(title, name);
    m_frame->setTitle(windowTitle());
    m_screen->setAccessibleName(tr("Console screen %1").arg(m_number + 1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_display, 1);
    column->addWidget(m_tasks);
    setFocusProxy(m_screen);
}

void HeadWindow::buildTools()
{
    const auto addMenu = [this](const QIcon &icon, QMenu *menu) {
        auto *tool = consoleTool(m_toolbar, icon, menu->title());
        tool->setPopupMode(QToolButton::InstantPopup);
        tool->setMenu(menu);
        m_toolbar->addTool(tool);
        return tool;
    };
    auto *keys = new SendKeysMenu(m_choices.settings(), m_toolbar);
    connect(keys, &SendKeysMenu::chosen, this, [this](const QList<quint32> &keysyms) {
        m_screen->sendKeys(keysyms);
        m_screen->setFocus();
    });
    m_keys = addMenu(icons::sendKeys(), keys);
    auto *pictures = new PictureMenu(*m_screen, *m_tasks, m_toolbar);
    pictures->setSubject(windowTitle());
    addMenu(icons::screenshot(), pictures);
    auto *fullScreen = consoleTool(m_toolbar, icons::fullScreen(), tr("Full screen"));
    connect(fullScreen, &QToolButton::clicked, this, [this] { m_frame->setFullScreen(true); });
    m_toolbar->addTool(fullScreen);
    m_frame->addMinimise();
}

void HeadWindow::applyChoices()
{
    const auto scale = m_choices.get(choice::scale);
    m_screen->setScaling(scale.mode, scale.percent);
    m_screen->setSmooth(m_choices.get(choice::smooth));
    m_screen->setReleaseKeys(m_firstScreen.releaseKeys());
    m_screen->setReleaseCombination(m_firstScreen.releaseCombination());
    m_resize->setEnabled(m_choices.get(choice::guestFollows) && !m_link.isViewOnly());
    m_screen->setEnabled(!m_link.isViewOnly());
    m_keys->setEnabled(!m_link.isViewOnly());
    m_keys->setToolTip(m_link.isViewOnly() ? consolewords::viewOnly(m_link) : m_keys->text());
}

void HeadWindow::follow()
{
    if (m_first)
        m_first->disconnect(this);
    m_first = m_link.session();
    if (!m_first) {
        m_gone.stop();
        m_resize->setSession(nullptr);
        m_screen->setSession(nullptr); // the picture stays, dimmed, until the guest is back
        return;
    }
    connect(m_first, &ConsoleSession::headsChanged, this, &HeadWindow::follow);
    auto *head = m_number < m_first->headCount() ? m_first->head(m_number) : nullptr;
    if (head != m_screen->session()) {
        m_screen->setSession(head);
        m_resize->setSession(head);
    }
    // Before there is a picture, nothing is known of further displays.
    if (head)
        m_gone.stop();
    else if (!m_first->framebuffer().size().isEmpty() && !m_gone.isActive())
        m_gone.start(staysWithout);
}

/// There is no status line that would say it.
void HeadWindow::hintAtRelease()
{
    if (m_screen->isGrabbed()) {
        m_screen->setOverlay(tr("Press %1 to release keyboard and pointer").arg(consolewords::release(*m_screen)));
        m_hint.start(hintStays);
    } else {
        m_hint.stop();
        m_screen->setOverlay({});
    }
}
