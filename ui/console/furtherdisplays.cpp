// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/furtherdisplays.h"

#include "ui/console/consolelink.h"
#include "ui/console/headwindow.h"

#include <utility>

FurtherDisplays::FurtherDisplays(const ConsoleLink &link, ConsoleChoices &choices, const ConsoleWidget &first, QWidget &owner)
    : m_link(link), m_choices(choices), m_first(first), m_owner(owner)
{
}

void FurtherDisplays::listen()
{
    m_awaited = 0;
    auto *session = m_link.session();
    if (!session)
        return;
    connect(session, &ConsoleSession::headsChanged, this, [this, session] {
        if (m_awaited > 0 && session->headCount() > m_awaited)
            open(std::exchange(m_awaited, 0));
    });
}

void FurtherDisplays::open(int number)
{
    for (auto *window : m_owner.findChildren<HeadWindow *>(Qt::FindDirectChildrenOnly)) {
        if (window->number() == number) {
            window->raise();
            window->activateWindow();
            return;
        }
    }
    (new HeadWindow(m_link, m_choices, m_first, number, m_title, &m_owner))->show();
}

void FurtherDisplays::request(int count)
{
    auto *session = m_link.session();
    if (!session)
        return;
    m_awaited = count > session->headCount() ? count - 1 : 0;
    session->requestHeads(count);
}

void FurtherDisplays::applyChoices()
{
    for (auto *window : m_owner.findChildren<HeadWindow *>(Qt::FindDirectChildrenOnly))
        window->applyChoices();
}
