// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/webrequest.h"

#include <chrono>

namespace {

constexpr std::chrono::milliseconds longestSilence{30000};
constexpr int mostRedirections = 10;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Error::Kind kindOf(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status >= 400 && status < 500 && status != 408)
        return Error::Kind::ServerRefused;
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError: return Error::Kind::HostKeyUnknown;
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::ProtocolUnknownError: // sent elsewhere than to the web
    case QNetworkReply::ProtocolInvalidOperationError: return Error::Kind::ServerRefused;
    default: return Error::Kind::ServerUnreachable;
    }
}

} // namespace

QNetworkRequest webrequest::to(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setMaximumRedirectsAllowed(mostRedirections);
    request.setTransferTimeout(int(longestSilence.count()));
    // Or Qt would ask for compressed bytes and unpack them, so that neither lengths nor places in the file were true.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Vivarium"));
    return request;
}

std::optional<Error> webrequest::errorOf(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (reply.error() == QNetworkReply::NoError && (status == 200 || status == 206))
        return std::nullopt;
    const auto text = status >= 300 ? QStringLiteral("HTTP %1 %2").arg(status).arg(
                          reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString())
                                    : reply.errorString();
    return Error{kindOf(reply), text, reply.url().toString(QUrl::RemoveUserInfo)};
}

bool webrequest::isPassing(const QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status == 408 || status == 429 || status >= 500)
        return true;
    switch (reply.error()) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // by the time limit
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: return true;
    default: return false;
    }
}
