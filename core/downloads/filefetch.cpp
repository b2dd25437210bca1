// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/filefetch.h"

#include "core/downloads/webrequest.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>
#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 100ms;
constexpr int mostTroubles = 5;
constexpr qint64 chunk = 256 * 1024;
constexpr qint64 readAhead = 4 * chunk;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

FileFetch::FileFetch(QNetworkAccessManager &network, FetchOrder order, JobControl control, Done done, QObject *parent)
    : QObject(parent), m_network(network), m_order(std::move(order)), m_control(std::move(control)), m_done(std::move(done)),
      m_file(m_order.part), m_hash(m_order.algorithm)
{
    m_watch.setInterval(lookEvery);
    connect(&m_watch, &QTimer::timeout, this, &FileFetch::watch);
}

FileFetch::~FileFetch()
{
    if (m_reply)
        m_reply->disconnect(this);
    delete m_reply.data();
}

void FileFetch::start()
{
    QDir().mkpath(QFileInfo(m_order.part).absolutePath());
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        finish(failure(Error::Kind::Refused, m_file.errorString(), m_order.part));
        return;
    }
    if (const auto taken = takeUp(); !taken) {
        finish(failure(taken.error()));
        return;
    }
    m_watch.start();
    ask();
}

/// Reads what is there already, for its checksum. Without the server's mark nobody knows whether the rest belongs to it.
Result<void> FileFetch::takeUp()
{
    QFile origin(m_order.part + QStringLiteral(".from"));
    const auto lines = origin.open(QIODevice::ReadOnly) ? origin.read(chunk).split('\n') : QList<QByteArray>();
    if (lines.size() == 2 && lines[0] == m_order.url.toEncoded())
        m_origin = lines[1];
    if (m_origin.isEmpty()) {
        m_file.resize(0);
        return {};
    }
    while (!m_file.atEnd()) {
        const auto bytes = m_file.read(chunk);
        if (bytes.isEmpty())
            return failure(Error::Kind::Internal, m_file.errorString(), m_order.part);
        m_hash.addData(bytes);
        m_have += quint64(bytes.size());
        if (m_control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        m_control.report(JobStep::CheckingMedia, Bytes(m_have), Bytes(quint64(m_file.size())));
    }
    return {};
}

void FileFetch::ask()
{
    if (!m_done) // cancelled in the pause
        return;
    m_fault.reset();
    m_isJudged = false;
    auto request = webrequest::to(m_order.url);
    if (m_have > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_have) + '-');
        request.setRawHeader("If-Range", m_origin);
    }
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileFetch::take);
    connect(m_reply, &QNetworkReply::finished, this, &FileFetch::ended);
}

void FileFetch::watch()
{
    if (m_control.isCancelled()) {
        finish(failure(Error::Kind::Cancelled, {}));
        return;
    }
    m_control.report(JobStep::Downloading, Bytes(m_have), Bytes(m_total));
}

void FileFetch::restart()
{
    m_file.resize(0);
    m_hash.reset();
    m_have = 0;
    m_total = 0;
}

/// Whether the body is the file, or the rest of it.
bool FileFetch::judge()
{
    m_isJudged = true;
    const int status = statusOf(*m_reply);
    if (status != 200 && status != 206)
        return false; // a page that says what is wrong
    m_reply->setReadBufferSize(readAhead); // not before: Qt 6.4 waits for the whole body of a redirection
    if (status == 206) {
        if (!judgeRange()) {
            restart();
            m_fault = Error{Error::Kind::ServerUnreachable, QStringLiteral("the server gave another part than was asked for"), m_order.url.toString()};
            return false;
        }
    } else {
        restart();
        m_total = m_reply->header(QNetworkRequest::ContentLengthHeader).toULongLong();
        m_origin = validator();
        noteOrigin();
    }
    if (Bytes(m_total) > m_order.limit)
        m_fault = Error{Error::Kind::InvalidInput, QStringLiteral("larger than expected"), m_order.url.toString()};
    else if (!hasRoom())
        m_fault = Error{Error::Kind::NoSpace, QStringLiteral("not enough room"), m_order.part};
    return !m_fault;
}

/// "bytes 1000-1999/2000"
bool FileFetch::judgeRange()
{
    static const QRegularExpression form(QStringLiteral("^bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)$"));
    const auto range = form.match(QString::fromLatin1(m_reply->rawHeader("Content-Range")));
    if (!range.hasMatch() || range.captured(1).toULongLong() != m_have)
        return false;
    m_total = range.captured(3).toULongLong();
    return m_total == 0 || m_total == range.captured(2).toULongLong() + 1;
}

bool FileFetch::hasRoom() const
{
    const QStorageInfo storage(QFileInfo(m_order.part).absolutePath());
    return m_total <= m_have || !storage.isValid() || quint64(storage.bytesAvailable()) >= m_total - m_have;
}

/// A weak mark says that two files are alike, which is not enough to put them together.
QByteArray FileFetch::validator() const
{
    const auto tag = m_reply->rawHeader("ETag");
    if (!tag.isEmpty() && !tag.startsWith("W/") && !tag.contains('\n'))
        return tag;
    return m_reply->rawHeader("Last-Modified");
}

void FileFetch::noteOrigin()
{
    QFile origin(m_order.part + QStringLiteral(".from"));
    if (m_origin.isEmpty())
        origin.remove();
    else if (origin.open(QIODevice::WriteOnly | QIODevice::Truncate))
        origin.write(m_order.url.toEncoded() + '\n' + m_origin);
}

void FileFetch::take()
{
    if (!m_reply || m_fault)
        return;
    if (!m_isJudged && !judge() && m_fault) {
        m_reply->abort(); // ended() follows
        return;
    }
    const int status = statusOf(*m_reply);
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const auto bytes = m_reply->read(chunk);
        if (status != 200 && status != 206)
            continue;
        if (const auto written = write(bytes); !written) {
            m_fault = written.error();
            m_reply->abort();
            return;
        }
    }
}

Result<void> FileFetch::write(const QByteArray &bytes)
{
    if (m_have + quint64(bytes.size()) > m_order.limit.count())
        return failure(Error::Kind::InvalidInput, QStringLiteral("larger than expected"), m_order.url.toString());
    if (!m_file.isSequential())
        m_file.seek(qint64(m_have));
    errno = 0;
    if (m_file.write(bytes) != bytes.size()) {
        const bool isFull = m_file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
        return failure(isFull ? Error::Kind::NoSpace : Error::Kind::Internal, m_file.errorString(), m_order.part);
    }
    m_hash.addData(bytes);
    m_have += quint64(bytes.size());
    return {};
}

void FileFetch::ended()
{
    take(); // what has come since
    if (!m_reply)
        return;
    auto *reply = m_reply.data();
    m_reply.clear();
    reply->deleteLater();
    if (m_fault) {
        if (m_fault->kind == Error::Kind::ServerUnreachable)
            again(*m_fault);
        else
            finish(failure(*m_fault));
        return;
    }
    if (statusOf(*reply) == 416 && m_have > 0) { // the file is shorter now
        restart();
        again(*webrequest::errorOf(*reply));
        return;
    }
    if (const auto error = webrequest::errorOf(*reply)) {
        if (webrequest::isPassing(*reply))
            again(*error);
        else
            finish(failure(*error));
        return;
    }
    if (!m_isJudged) // an empty file
        judge();
    if (m_total > 0 && m_have != m_total) {
        again(Error{Error::Kind::Damaged, QStringLiteral("%1 of %2 bytes arrived").arg(m_have).arg(m_total), m_order.url.toString()});
        return;
    }
    finish(FetchedFile{Bytes(m_have), m_hash.result().toHex()});
}

/// After a pause that grows, and not for ever.
void FileFetch::again(const Error &error)
{
    // Measured by the furthest that it ever came: a server that lies about the length could go round for ever.
    m_troubles = m_have > m_furthest ? 1 : m_troubles + 1;
    m_furthest = std::max(m_furthest, m_have);
    if (m_troubles > mostTroubles) {
        finish(failure(error));
        return;
    }
    if (m_origin.isEmpty())
        restart();
    QTimer::singleShot(m_order.firstPause * (1 << (m_troubles - 1)), this, &FileFetch::ask);
}

void FileFetch::finish(const Result<FetchedFile> &outcome)
{
    m_watch.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
    m_file.close();
    if (outcome)
        m_control.report(JobStep::Downloading, outcome->size, outcome->size);
    const auto done = std::move(m_done);
    m_done = nullptr;
    if (done)
        done(outcome);
}
