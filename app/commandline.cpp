// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}
} // namespace

std::optional<CommandLine> CommandLine::parse(const QStringList &arguments, Answer &answer)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Create, run and look after virtual machines on this computer and others."));
    const QCommandLineOption connectOption(QStringLiteral("connect"),
                                           tr("Connect to the host at <URI> (can be repeated)."), QStringLiteral("URI"));
    const QCommandLineOption consoleOption(QStringLiteral("console"),
                                           tr("Open the console of <MACHINE>, a name or UUID."), QStringLiteral("MACHINE"));
    const QCommandLineOption showOption(QStringLiteral("show"), tr("Select <MACHINE>, a name or UUID."), QStringLiteral("MACHINE"));
    const QCommandLineOption timingsOption(QStringLiteral("timings"),
                                           tr("Print milestones with milliseconds since the start to standard error."));
    const QCommandLineOption newInstanceOption(QStringLiteral("new-instance"),
                                               tr("Start a second program instead of handing the command to the running one."));
    const QCommandLineOption caFileOption(QStringLiteral("ca-file"),
                                          tr("Trust displays whose certificates are signed by the one in <FILE> (PEM), and no others."),
                                          QStringLiteral("FILE"));
    parser.addPositionalArgument(QStringLiteral("display"),
                                 tr("Show these displays alone, without machines or hosts: vnc://HOST:PORT, spice://HOST?port=PORT&tls-port=PORT, "
                                    "vnc+ws://HOST:PORT/PATH, vnc+wss://HOST:PORT/PATH, vnc+unix:///PATH, spice+unix:///PATH, or a connection file "
                                    "(.vv). A password may stand in an address, but other users of this computer may see command lines, and a shell "
                                    "remembers them: leave it out and you are asked for it."),
                                 QStringLiteral("[display…]"));
    const auto helpOption = parser.addHelpOption();
    const auto versionOption = parser.addVersionOption();
    parser.addOptions({connectOption, consoleOption, showOption, timingsOption, newInstanceOption, caFileOption});

    if (!parser.parse(arguments)) {
        answer = {parser.errorText() + u'\n', 2};
        return std::nullopt;
    }
    if (parser.isSet(versionOption)) {
        answer = {QStringLiteral("vivarium %1\n").arg(QCoreApplication::applicationVersion()), 0};
        return std::nullopt;
    }
    if (parser.isSet(helpOption)) {
        answer = {parser.helpText(), 0};
        return std::nullopt;
    }
    CommandLine command;
    command.targets = parser.positionalArguments();
    command.caFile = parser.value(caFileOption);
    if (command.targets.isEmpty() && !command.caFile.isEmpty()) {
        answer = {tr("The option --ca-file needs a display to show.\n"), 2};
        return std::nullopt;
    }
    command.connect = parser.values(connectOption);
    command.console = parser.value(consoleOption);
    command.show = parser.value(showOption);
    command.timings = parser.isSet(timingsOption);
    command.newInstance = parser.isSet(newInstanceOption);
    return command;
}

QByteArray CommandLine::toJson() const
{
    const QJsonObject object{{QStringLiteral("connect"), QJsonArray::fromStringList(connect)},
                             {QStringLiteral("console"), console},
                             {QStringLiteral("show"), show}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CommandLine> CommandLine::fromJson(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    CommandLine command;
    const auto addresses = document[QStringLiteral("connect")].toArray();
    for (const auto &address : addresses)
        command.connect.append(address.toString());
    command.console = document[QStringLiteral("console")].toString();
    command.show = document[QStringLiteral("show")].toString();
    return command;
}
