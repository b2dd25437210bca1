// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directviewer.h"

#include "ui/common/appearance.h"
#include "ui/common/errordialog.h"
#include "ui/console/directwindow.h"
#include "ui/console/targetwords.h"
#include "viewer/target/vieweraddress.h"
#include "viewer/target/viewerfile.h"

#include <QUrl>

#include <cstdio>

namespace {

bool namesFile(const QString &given)
{
    if (!vieweraddress::looksLikeOne(given))
        return true;
    const QUrl url(given);
    const bool ofDisplay = url.scheme().startsWith(u"vnc") || url.scheme().startsWith(u"spice");
    return !ofDisplay && (url.isLocalFile() || url.path().endsWith(u".vv", Qt::CaseInsensitive));
}

TargetOrProblem targetOf(const QString &given)
{
    // Before the first window there is nothing that could stand still while a disk is waited for.
    return namesFile(given) ? viewerfile::read(given) : vieweraddress::parse(given);
}

void complain(const TargetProblem &problem, const QString &given)
{
    const auto words = targetwords::of(problem, QString::fromUtf8(vieweraddress::withoutSecrets(given.toUtf8())));
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(words.what), qUtf8Printable(words.means));
    showError(nullptr, words);
}

} // namespace

DirectViewer::DirectViewer(const CommandLine &command) : m_command(command)
{
    appearance::apply(m_settings.get(keys::appearance));
}

DirectViewer::~DirectViewer()
{
    for (const auto &window : m_windows)
        delete window;
}

bool DirectViewer::start()
{
    QByteArray authority;
    if (!m_command.caFile.isEmpty()) {
        const auto read = viewerfile::readAuthority(m_command.caFile);
        if (const auto *problem = std::get_if<TargetProblem>(&read)) {
            complain(*problem, m_command.caFile);
            return false; // whom to trust instead was not said
        }
        authority = std::get<QByteArray>(read);
    }
    for (const auto &given : m_command.targets) {
        auto target = targetOf(given);
        if (const auto *problem = std::get_if<TargetProblem>(&target)) {
            complain(*problem, given);
            continue;
        }
        auto &shown = std::get<ConsoleTarget>(target);
        if (!authority.isEmpty())
            shown.certificateAuthority = authority;
        m_windows.emplace_back(new DirectWindow(shown, m_settings))->open();
    }
    return !m_windows.empty();
}
