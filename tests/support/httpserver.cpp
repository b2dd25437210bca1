// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"

#include <QTcpSocket>

#include <algorithm>

HttpServer::HttpServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl HttpServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

int HttpServer::requestsOf(const QByteArray &path) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(), [&](const Request &each) { return each.path == path; }));
}

void HttpServer::read(QTcpSocket *socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    const auto lines = socket->readAll().split('\n');
    const auto first = lines.first().split(' ');
    Request request{first.value(0), first.value(1), {}};
    for (const auto &line : lines.mid(1)) {
        if (const auto colon = line.indexOf(':'); colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_requests += request;
    answer(socket, request);
}

void HttpServer::answer(QTcpSocket *socket, const Request &request)
{
    const auto found = m_files.find(request.path);
    if (found == m_files.end()) {
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnone");
        socket->disconnectFromHost();
        return;
    }
    auto &file = *found;
    auto body = file.body;
    QByteArray head;
    int status = file.status;
    const auto range = request.headers.value("range");
    const bool isSame = !request.headers.contains("if-range") || request.headers.value("if-range") == file.etag;
    if (file.knowsRanges && range.startsWith("bytes=") && isSame && status == 200) {
        const auto from = range.mid(6).split('-').first().toLongLong();
        if (from >= body.size()) {
            status = 416;
            head += "Content-Range: bytes */" + QByteArray::number(body.size()) + "\r\n";
            body.clear();
        } else {
            status = 206;
            head += "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(body.size() - 1) + '/'
                + QByteArray::number(body.size()) + "\r\n";
            body = body.mid(from);
        }
    }
    if (!file.etag.isEmpty())
        head += "ETag: " + file.etag + "\r\n";
    if (!file.location.isEmpty())
        head += "Location: " + file.location + "\r\n";
    head += "Content-Length: " + QByteArray::number(file.announced.value_or(body.size())) + "\r\nConnection: close\r\n";
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n" + head + "\r\n");
    if (request.method == "HEAD") {
        socket->disconnectFromHost();
        return;
    }
    if (file.hangs) {
        socket->write(body.first(body.size() / 2));
        return;
    }
    const bool breaks = file.breaksAfter >= 0 && file.breaks > 0 && body.size() > file.breaksAfter;
    if (breaks)
        --file.breaks;
    socket->write(breaks ? body.first(file.breaksAfter) : body);
    socket->disconnectFromHost();
}
