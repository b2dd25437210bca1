// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/downloads.h"

#include "core/downloads/downloadrun.h"
#include "core/downloads/webrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QPromise>
#include <QSet>
#include <QThread>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;

namespace {

constexpr auto farewell = 500ms;

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

/// A future that ends once, whoever forgets about it.
template<class T>
class Answer {
public:
    Answer() { m_promise->start(); }
    QFuture<Result<T>> future() const { return m_promise->future(); }
    void operator()(const Result<T> &result) const
    {
        m_promise->addResult(result);
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise = std::make_shared<QPromise<Result<T>>>();
};

} // namespace

class Downloads::Worker final : public QObject {
public:
    Worker(QString folder, std::chrono::milliseconds firstPause) : m_cache(std::move(folder)), m_network(this), m_firstPause(firstPause) { m_network.setProxyFactory(new SystemProxies); }

    /// One address is fetched once at a time: whoever comes second finds it in the cache.
    void get(const DownloadOrder &order, const Mirrors &mirrors, const JobControl &control, const Answer<DownloadedFile> &answer)
    {
        auto *run = new DownloadRun(m_network, m_cache, mirrors, order, control, m_firstPause, [this, url = order.url, answer](const Result<DownloadedFile> &outcome) {
            m_active.remove(url);
            answer(outcome);
            startWaiting();
        }, this);
        m_waiting.append(run);
        startWaiting();
    }

    void startWaiting()
    {
        for (auto i = m_waiting.size(); i > 0; --i) {
            auto *run = m_waiting[m_waiting.size() - i];
            if (m_active.contains(run->url()))
                continue;
            m_active.insert(run->url());
            m_waiting.removeOne(run);
            run->start(); // may end at once, and come back here
            startWaiting();
            return;
        }
    }

    void sizeOf(const QUrl &url, const Answer<Bytes> &answer)
    {
        auto *reply = m_network.head(webrequest::to(url));
        connect(reply, &QNetworkReply::finished, this, [reply, answer] {
            reply->deleteLater();
            if (const auto error = webrequest::errorOf(*reply))
                answer(failure(*error));
            else
                answer(Bytes(reply->header(QNetworkRequest::ContentLengthHeader).toULongLong()));
        });
    }

    void text(const QUrl &url, Bytes limit, const Answer<QByteArray> &answer) { fetchText(m_network, url, limit, this, answer); }

    DownloadCache &cache() { return m_cache; }

private:
    DownloadCache m_cache;
    QNetworkAccessManager m_network;
    std::chrono::milliseconds m_firstPause;
    QList<DownloadRun *> m_waiting; ///< in the order in which they were asked for
    QSet<QUrl> m_active;
};

Downloads::Downloads(QString folder, std::chrono::milliseconds firstPause) : m_folder(std::move(folder)), m_firstPause(firstPause) {}

Downloads::~Downloads()
{
    if (!m_thread)
        return;
    m_worker->deleteLater();
    m_thread->quit();
    // Whatever hangs there may do so without us.
    if (m_thread->wait(QDeadlineTimer(farewell)))
        delete m_thread;
}

void Downloads::setMirrors(const Mirrors &mirrors)
{
    m_mirrors = mirrors;
}

Downloads::Worker &Downloads::worker()
{
    if (!m_thread) {
        m_thread = new QThread;
        m_thread->setObjectName(QStringLiteral("downloads"));
        m_worker = new Worker(m_folder, m_firstPause);
        m_worker->moveToThread(m_thread);
        m_thread->start();
    }
    return *m_worker;
}

QFuture<Result<DownloadedFile>> Downloads::get(const DownloadOrder &order, const JobControl &control)
{
    const Answer<DownloadedFile> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, order, mirrors = m_mirrors, control, answer] { work->get(order, mirrors, control, answer); });
    return answer.future();
}

QFuture<Result<Bytes>> Downloads::sizeOf(const QUrl &url)
{
    const Answer<Bytes> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, address = m_mirrors.apply(url), answer] { work->sizeOf(address, answer); });
    return answer.future();
}

QFuture<Result<QByteArray>> Downloads::text(const QUrl &url, Bytes limit)
{
    const Answer<QByteArray> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, address = m_mirrors.apply(url), limit, answer] { work->text(address, limit, answer); });
    return answer.future();
}

QFuture<Result<std::vector<CachedFile>>> Downloads::cached()
{
    const Answer<std::vector<CachedFile>> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, answer] { answer(work->cache().contents()); });
    return answer.future();
}

QFuture<Result<void>> Downloads::forget(const QUrl &url)
{
    const Answer<void> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, url, answer] { answer(work->cache().remove(url)); });
    return answer.future();
}

QFuture<Result<void>> Downloads::clear()
{
    const Answer<void> answer;
    auto *work = &worker();
    QMetaObject::invokeMethod(work, [work, answer] { answer(work->cache().clear()); });
    return answer.future();
}
