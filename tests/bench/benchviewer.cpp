// SPDX-License-Identifier: GPL-3.0-or-later
// The project's console widget and VNC session in a window of their own, to be measured beside other viewers.
// Usage: benchviewer PORT
#include "viewer/rfb/rfbsession.h"
#include "viewer/widget/consolewidget.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    RfbSession session;
    ConsoleWidget widget;
    widget.setWindowTitle(QStringLiteral("benchviewer"));
    widget.resize(1920, 1080);
    widget.setSession(&session);
    widget.show();
    QObject::connect(&session, &ConsoleSession::stateChanged, &widget, [&](ConsoleSession::State state) {
        if (state == ConsoleSession::State::Connected)
            widget.grabInput();
    });
    QObject::connect(&session, &ConsoleSession::closed, &application, &QApplication::quit);
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = QByteArray(argv[1]).toInt();
    endpoint.link = Endpoint::Link::Remote; // all encodings
    session.open(std::move(endpoint));
    const int status = QApplication::exec();
    widget.setSession(nullptr);
    return status;
}
