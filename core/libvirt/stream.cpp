// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/stream.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <array>

Result<StreamHandle> streams::create(const ConnectHandle &connection)
{
    const Call call("virStreamNew");
    return call.owned(virStreamNew(connection.get(), 0));
}

Result<QByteArray> streams::receiveAll(const StreamHandle &stream, qint64 limit)
{
    const Call call("virStreamRecv");
    QByteArray all;
    std::array<char, 64 * 1024> part; // libvirt's packets are no larger than 256 KiB
    while (true) {
        const int count = virStreamRecv(stream.get(), part.data(), part.size());
        if (count == 0)
            break;
        if (count < 0) {
            auto error = call.lastError();
            (void)virStreamAbort(stream.get());
            return failure(std::move(error));
        }
        if (all.size() + count > limit) {
            (void)virStreamAbort(stream.get());
            return failure(Error::Kind::InvalidInput, QStringLiteral("more than %1 bytes").arg(limit), QStringLiteral("virStreamRecv"));
        }
        all.append(part.data(), count);
    }
    if (virStreamFinish(stream.get()) < 0)
        return failure(call.lastError());
    return all;
}

Result<void> streams::receiveTo(const StreamHandle &stream, const std::function<Result<void>(QByteArrayView)> &take)
{
    const Call call("virStreamRecv");
    std::array<char, 256 * 1024> part;
    while (true) {
        const int count = virStreamRecv(stream.get(), part.data(), part.size());
        auto taken = count < 0 ? Result<void>(failure(call.lastError())) : count > 0 ? take(QByteArrayView(part.data(), count)) : Result<void>();
        if (!taken) {
            (void)virStreamAbort(stream.get());
            return taken;
        }
        if (count == 0)
            return call.done(virStreamFinish(stream.get()));
    }
}

namespace {

Result<void> sendOne(const Call &call, const StreamHandle &stream, const QByteArray &part)
{
    qsizetype sent = 0;
    while (sent < part.size()) {
        const int count = virStreamSend(stream.get(), part.constData() + sent, size_t(part.size() - sent));
        if (count < 0)
            return failure(call.lastError());
        sent += count;
    }
    return {};
}

} // namespace

Result<void> streams::sendAll(const StreamHandle &stream, const std::function<Result<QByteArray>()> &next)
{
    const Call call("virStreamSend");
    while (true) {
        const auto part = next();
        if (!part) {
            (void)virStreamAbort(stream.get());
            return failure(part.error());
        }
        if (part->isEmpty())
            break;
        if (auto sent = sendOne(call, stream, *part); !sent) {
            (void)virStreamAbort(stream.get());
            return sent;
        }
    }
    // The other side's failures, a full disk among them, may arrive only now.
    return call.done(virStreamFinish(stream.get()));
}
