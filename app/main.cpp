// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/arguments.h"
#include "app/commandline.h"
#include "app/directviewer.h"
#include "app/singleinstance.h"
#include "app/terminationsignals.h"
#include "app/timings.h"
#include "core/async/lane.h"
#include "core/libvirt/blocking.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// glibc gives every thread a heap of its own and keeps what large blocks leave behind; the workers of several
/// hosts, which seldom run at once, would hold megabytes each of what a list or a picture once took.
void spareMemory()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
#endif
}

void loadTranslations()
{
    static QTranslator plurals;
    static QTranslator qt;
    static QTranslator own;
    const QLocale locale;
    // The sources are English, but "1 core, 2 cores" needs a catalogue in English too.
    if (plurals.load(QStringLiteral(":/translations/vivarium_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    if (own.load(locale, QStringLiteral("vivarium"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&own);
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int runWindows(const CommandLine &command)
{
    Application vivarium(command);
    vivarium.start();
    return QApplication::exec();
}

int runDirectViewer(const CommandLine &command)
{
    DirectViewer viewer(command);
    const bool opened = viewer.start();
    const int code = QApplication::exec(); // also while a failure is read
    return opened ? code : 1;
}

int run(int argc, char **argv)
{
    Arguments arguments(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vivarium"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIVARIUM_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("vivarium"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Vivarium"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.vivarium.Vivarium"));

    // --help and --version answer without a display, and a second launch needs none of its own.
    const auto early = argumentsOf(arguments.count(), arguments.values());
    for (const auto *plain : {"--help", "-h", "--version", "-v"}) {
        if (!early.contains(QLatin1StringView(plain)))
            continue;
        const QCoreApplication application(arguments.count(), arguments.values());
        CommandLine::Answer answer;
        CommandLine::parse(QCoreApplication::arguments(), answer);
        std::fputs(qUtf8Printable(answer.text), stdout);
        return answer.exitCode;
    }

    const QApplication application(arguments.count(), arguments.values()); // takes Qt's own options out of them
    CommandLine::Answer answer;
    const auto command = CommandLine::parse(QCoreApplication::arguments(), answer);
    if (!command) {
        std::fputs(qUtf8Printable(answer.text), stderr);
        return answer.exitCode;
    }
    if (command->timings)
        timings::enable();
    const bool direct = !command->targets.isEmpty();
    if (!direct && !command->newInstance && SingleInstance::handOver(*command))
        return 0;

    loadTranslations();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/vivarium.svg")));
    const TerminationSignals terminationSignals;
    QObject::connect(&terminationSignals, &TerminationSignals::received, &application, &QCoreApplication::quit);
    return direct ? runDirectViewer(*command) : runWindows(*command);
}

} // namespace

int main(int argc, char **argv)
{
    spareMemory();
    const int code = run(argc, argv);
    // A call into a dead network may still hang on a lane. It must not keep the program from ending, and
    // nothing of the process may be torn down under it.
    using namespace std::chrono_literals;
    if (!Lane::drainAll(500ms) || !drainReleases(500ms)) {
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}
