// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/textconsolewords.h"

#include "core/hosts/hosturi.h"
#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(textconsolewords)
};
} // namespace

QString textconsolewords::label(TextPortFacts::Kind kind, int number)
{
    return kind == TextPortFacts::Kind::Serial ? Words::tr("Serial %1").arg(number) : Words::tr("Console %1").arg(number);
}

QString textconsolewords::lost(const SerialSession &session, const std::optional<Error> &error)
{
    QString why;
    if (error && error->kind == Error::Kind::NotFound && error->message.isEmpty())
        why = Words::tr("The other side ended the connection.");
    else if (error && !error->message.isEmpty())
        why = Words::tr("The host says: %1.").arg(error->message.trimmed());
    else if (error)
        why = errortext::of(*error, Words::tr("The port could not be opened.")).what;
    const int seconds = session.secondsLeft();
    if (seconds <= 0)
        return why;
    //: %1 is a sentence with the reason
    return Words::tr("%1 Trying again in %n second(s).", nullptr, seconds).arg(why).trimmed();
}

StageCard::Words textconsolewords::of(const SerialSession &session, const std::optional<Error> &error)
{
    switch (session.state()) {
    case SerialSession::State::Idle:
    case SerialSession::State::Waiting:
    case SerialSession::State::Live: break;
    case SerialSession::State::Connecting: return {Words::tr("Connecting to the port…"), {}, {}};
    case SerialSession::State::Held:
        return {Words::tr("Another program has this console open"),
                Words::tr("Only one can have it. Take over, and the other one is disconnected; or wait until it is closed there."),
                Words::tr("Take over")};
    case SerialSession::State::Lost: return {Words::tr("The port is not connected"), lost(session, error), Words::tr("Retry now")};
    }
    return {};
}

QString textconsolewords::path(const HostUri &uri)
{
    if (uri.goesThroughSsh())
        return Words::tr("over ssh");
    return uri.isLocal() ? Words::tr("local") : Words::tr("over the network");
}
