// SPDX-License-Identifier: GPL-3.0-or-later
// One file over http, into a part file that the next attempt goes on with. Lives on the thread of the downloads.
// Ranges as in https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QCryptographicHash>
#include <QFile>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

struct FetchOrder {
    QUrl url;
    QString part;  ///< file to be written; what is in it already is kept where the server still has the same file
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    Bytes limit;   ///< a larger file is refused
    std::chrono::milliseconds firstPause{1000}; ///< after a broken connection; the next ones are twice as long each
};

struct FetchedFile {
    Bytes size;
    QByteArray hex; ///< its checksum
};

class FileFetch final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<FetchedFile> &)>;
    /// `done` is called once. A broken connection is taken up again several times. Whether the part file stays after a failure
    /// is up to the caller.
    FileFetch(QNetworkAccessManager &network, FetchOrder order, JobControl control, Done done, QObject *parent);
    ~FileFetch() override;

    void start();

private:
    void ask();
    void take();
    bool judge();
    bool judgeRange();
    void restart();
    void ended();
    void again(const Error &error);
    void watch();
    Result<void> takeUp();
    Result<void> write(const QByteArray &bytes);
    bool hasRoom() const;
    QByteArray validator() const;
    void noteOrigin();
    void finish(const Result<FetchedFile> &outcome);

    QNetworkAccessManager &m_network;
    FetchOrder m_order;
    JobControl m_control;
    Done m_done;
    QFile m_file;
    QCryptographicHash m_hash;
    QPointer<QNetworkReply> m_reply;
    QTimer m_watch;              ///< looks for a cancel, and tells how far it is
    std::optional<Error> m_fault; ///< of this attempt, found by us
    QByteArray m_origin;         ///< the server's mark for the file that the part belongs to
    quint64 m_have = 0;
    quint64 m_total = 0;         ///< zero: unknown
    quint64 m_furthest = 0;      ///< where an attempt ended
    int m_troubles = 0;          ///< attempts in a row that brought nothing
    bool m_isJudged = false;
};
