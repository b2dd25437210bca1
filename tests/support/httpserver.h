// SPDX-License-Identifier: GPL-3.0-or-later
// A web server on the loopback for tests, which can break off, lie and change its files. Lives in the thread of the test.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <optional>

class HttpServer final : public QObject {
    Q_OBJECT
public:
    struct File {
        QByteArray body;
        QByteArray etag = "\"one\"";
        int status = 200;
        QByteArray location = {};            ///< of a redirection
        std::optional<qint64> announced = {};///< another length than the true one
        qint64 breaksAfter = -1;             ///< closes the connection after so many bytes of each answer
        int breaks = 1'000'000;              ///< how many times it does
        bool knowsRanges = true;
        bool hangs = false;                  ///< sends the head, the first half, and then nothing
    };
    struct Request {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
    };

    HttpServer();

    QUrl url(const QString &path) const;
    File &file(const QByteArray &path) { return m_files[path]; }
    void remove(const QByteArray &path) { m_files.remove(path); }
    const QList<Request> &requests() const { return m_requests; }
    int requestsOf(const QByteArray &path) const;

private:
    void read(class QTcpSocket *socket);
    void answer(class QTcpSocket *socket, const Request &request);

    QTcpServer m_server;
    QHash<QByteArray, File> m_files;
    QList<Request> m_requests;
};
