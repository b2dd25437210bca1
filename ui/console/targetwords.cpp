// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/targetwords.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(targetwords)
};

QString meaningOf(const TargetProblem &problem)
{
    using K = TargetProblem::Kind;
    switch (problem.kind) {
    case K::NotUnderstood: return Words::tr("It is not an address of a display.");
    case K::UnknownScheme: return Words::tr("Addresses that begin with “%1” are not for displays that can be shown here.").arg(problem.detail);
    case K::NoHost: return Words::tr("It does not say which host the display is on.");
    case K::NoPort: return Words::tr("It does not say at which port the display is.");
    case K::BadPort: return Words::tr("The port that it names is none: ports are numbers from 1 to 65535.");
    case K::TooLong: return Words::tr("A part of it is longer than anything of its kind.");
    case K::ControlCharacters: return Words::tr("It holds line breaks or control characters where none belong, as if somebody wanted to deceive.");
    case K::TunnelWanted: return Words::tr("It asks for a way through ssh, which this window does not make.");
    case K::ProxyWanted: return Words::tr("It asks for a way through a proxy of a kind that is not supported here: SPICE goes through http and https, VNC through none.");
    case K::NotLocal: return Words::tr("It is a file on another computer.");
    case K::NotReadable: return Words::tr("The file cannot be read.");
    case K::NotAFile: return Words::tr("It is not a file but a folder, a device or something else.");
    case K::TooLarge: return Words::tr("It is far larger than any connection file.");
    case K::NotText: return Words::tr("It is not a text in UTF-8.");
    case K::NoGroup: return Words::tr("It is not a connection file: it has no part [virt-viewer].");
    case K::BadLine: return Words::tr("Line %1 of it makes no sense.").arg(problem.detail);
    case K::NoType: return Words::tr("It does not say what kind of display it is for.");
    case K::UnknownType: return Words::tr("It is for displays of the kind “%1”, which cannot be shown here.").arg(problem.detail);
    case K::BadCertificate: return Words::tr("What it gives as a certificate is none.");
    }
    return {};
}

QString adviceFor(TargetProblem::Kind kind)
{
    using K = TargetProblem::Kind;
    switch (kind) {
    case K::NotUnderstood:
    case K::UnknownScheme:
    case K::NoHost:
    case K::NoPort:
    case K::BadPort: return Words::tr("Addresses look like vnc://host:5901 or spice://host?port=5930; a connection file's name ends in .vv.");
    case K::TunnelWanted: return Words::tr("Add the host with its ssh address to the program and open the machine's console there, or make a tunnel "
                                           "with ssh -L and open its end on this computer.");
    case K::NotLocal: return Words::tr("Download it first, then open it.");
    case K::NotReadable: return Words::tr("The details give the system's reason. A file that was deleted after use has to be downloaded again.");
    case K::ProxyWanted:
    case K::TooLong:
    case K::ControlCharacters:
    case K::NotAFile:
    case K::TooLarge:
    case K::NotText:
    case K::NoGroup:
    case K::BadLine:
    case K::NoType:
    case K::UnknownType:
    case K::BadCertificate: break;
    }
    return Words::tr("Ask whoever made it for another one.");
}

QString httpWords(int status)
{
    switch (status) {
    case 401:
    case 403: return Words::tr("The web server does not let you in (%1). The token of the address may be wrong or used up.").arg(status);
    case 404: return Words::tr("The web server has no display at that address (404).");
    default: return Words::tr("The web server gave the answer %1 instead of a display.").arg(status);
    }
}
} // namespace

ErrorText targetwords::of(const TargetProblem &problem, const QString &given)
{
    return {Words::tr("“%1” cannot be opened.").arg(given), meaningOf(problem), adviceFor(problem.kind), problem.detail};
}

QString targetwords::of(const WebSocketProblem &problem)
{
    using K = WebSocketProblem::Kind;
    switch (problem.kind) {
    case K::Unreachable: return Words::tr("The web server was not reached.");
    case K::Refused: return Words::tr("No web server listens there.");
    case K::NotTrusted:
        //: %1 is TLS's own reason
        return Words::tr("The web server's certificate is not trusted (%1). If you know who signed it, start with --ca-file and the signer's certificate.")
            .arg(problem.detail);
    case K::BadAuthority: return Words::tr("The file that was given with --ca-file holds no certificate.");
    case K::HttpStatus: return httpWords(problem.status);
    case K::HungUp: return Words::tr("The web server hung up without a word. The token of the address may be wrong or used up.");
    case K::NotAWebSocket: return Words::tr("What answers there is no WebSocket.");
    case K::TimedOut: return Words::tr("There was no answer in time.");
    case K::Ended: break;
    }
    if (problem.detail.isEmpty())
        return Words::tr("The web server closed the connection before the display spoke.");
    //: %1 is the server's own reason
    return Words::tr("The web server closed the connection before the display spoke: %1").arg(problem.detail);
}
