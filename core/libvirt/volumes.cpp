// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/volumes.h"

#include "core/libvirt/call.h"
#include "core/libvirt/stream.h"

#include <libvirt/libvirt.h>

#include <pugixml.hpp>

#include <QFile>

#include <algorithm>

#include <cstdlib>

namespace {

constexpr qint64 partSize = 256 * 1024;

Error::Kind kindOf(const QFile &file)
{
    if (!file.exists())
        return Error::Kind::NotFound;
    return file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError ? Error::Kind::Refused
                                                                                                  : Error::Kind::Internal;
}

} // namespace

Result<std::vector<VolumeRecord>> volumes::list(const PoolHandle &pool)
{
    virStorageVolPtr *raw = nullptr;
    int count = 0;
    {
        const Call call("virStoragePoolListAllVolumes");
        count = virStoragePoolListAllVolumes(pool.get(), &raw, 0);
        if (count < 0)
            return failure(call.lastError());
    }
    std::vector<VolumeHandle> handles;
    for (int i = 0; i < count; ++i)
        handles.push_back(VolumeHandle::adopt(raw[i]));
    std::free(raw);
    std::vector<VolumeRecord> records;
    for (const auto &volume : handles) {
        auto record = describe(volume);
        if (record)
            records.push_back(std::move(*record));
        else if (record.error().kind == Error::Kind::Unreachable)
            return failure(record.error());
    }
    return records;
}

Result<VolumeRecord> volumes::describe(const VolumeHandle &volume)
{
    VolumeRecord record;
    record.volume = volume;
    record.name = QString::fromUtf8(virStorageVolGetName(volume.get()));
    const auto xml = xmlOf(volume);
    if (!xml)
        return failure(xml.error());
    pugi::xml_document document;
    if (document.load_string(xml->toUtf8().constData())) {
        const auto root = document.child("volume");
        record.path = QString::fromUtf8(root.child("target").child_value("path"));
        record.format = QString::fromUtf8(root.child("target").child("format").attribute("type").value());
        // libvirt always prints bytes.
        record.capacity = Bytes(root.child("capacity").text().as_ullong());
        record.allocation = Bytes(root.child("allocation").text().as_ullong());
    }
    return record;
}

Result<VolumeHandle> volumes::create(const PoolHandle &pool, const QString &xml)
{
    const Call call("virStorageVolCreateXML");
    return call.owned(virStorageVolCreateXML(pool.get(), xml.toUtf8().constData(), 0));
}

Result<VolumeHandle> volumes::lookup(const PoolHandle &pool, const QString &name)
{
    const Call call("virStorageVolLookupByName");
    return call.owned(virStorageVolLookupByName(pool.get(), name.toUtf8().constData()));
}

Result<VolumeHandle> volumes::lookupByPath(const ConnectHandle &connection, const QString &path)
{
    const Call call("virStorageVolLookupByPath");
    return call.owned(virStorageVolLookupByPath(connection.get(), path.toUtf8().constData()));
}

Result<PoolHandle> volumes::poolOf(const VolumeHandle &volume)
{
    const Call call("virStoragePoolLookupByVolume");
    return call.owned(virStoragePoolLookupByVolume(volume.get()));
}

Result<QString> volumes::pathOf(const VolumeHandle &volume)
{
    const Call call("virStorageVolGetPath");
    return call.text(virStorageVolGetPath(volume.get()));
}

Result<QString> volumes::xmlOf(const VolumeHandle &volume)
{
    const Call call("virStorageVolGetXMLDesc");
    return call.text(virStorageVolGetXMLDesc(volume.get(), 0));
}

Result<void> volumes::erase(const VolumeHandle &volume)
{
    const Call call("virStorageVolDelete");
    return call.done(virStorageVolDelete(volume.get(), 0));
}

Result<void> volumes::upload(const ConnectHandle &connection, const VolumeHandle &volume, const QString &file,
                             const Progress &progress, const CancelCheck &cancelled)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failure(kindOf(source), source.errorString(), file);
    const auto total = Bytes(quint64(source.size()));
    const auto stream = streams::create(connection);
    if (!stream)
        return failure(stream.error());
    {
        const Call call("virStorageVolUpload");
        if (virStorageVolUpload(volume.get(), stream->get(), 0, total.count(), 0) < 0)
            return failure(call.lastError());
    }
    quint64 sent = 0;
    return streams::sendAll(*stream, [&]() -> Result<QByteArray> {
        if (cancelled && cancelled())
            return failure(Error::Kind::Cancelled, QString(), file);
        auto part = source.read(partSize);
        if (part.isEmpty() && source.error() != QFileDevice::NoError)
            return failure(Error::Kind::Internal, source.errorString(), file);
        sent += quint64(part.size());
        if (progress)
            progress(Bytes(sent), total);
        return part;
    });
}

Result<void> volumes::download(const ConnectHandle &connection, const VolumeHandle &volume, const QString &file,
                               const Progress &progress, const CancelCheck &cancelled)
{
    const auto record = describe(volume);
    if (!record)
        return failure(record.error());
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(QFile::exists(file) ? Error::Kind::AlreadyExists : Error::Kind::Refused, target.errorString(), file);
    const auto stream = streams::create(connection);
    const Call call("virStorageVolDownload");
    auto received = stream ? Result<void>() : failure(stream.error());
    if (received && virStorageVolDownload(volume.get(), stream->get(), 0, 0, 0) < 0)
        received = failure(call.lastError());
    quint64 done = 0;
    if (received) {
        received = streams::receiveTo(*stream, [&](QByteArrayView part) -> Result<void> {
            if (cancelled && cancelled())
                return failure(Error::Kind::Cancelled, QString(), file);
            // Holes stay holes: disks are mostly empty.
            const bool isEmpty = std::all_of(part.begin(), part.end(), [](char c) { return c == '\0'; });
            if (isEmpty ? !target.seek(target.pos() + part.size()) : target.write(part.data(), part.size()) != part.size())
                return failure(Error::Kind::NoSpace, target.errorString(), file);
            done += quint64(part.size());
            if (progress)
                progress(Bytes(done), std::max(record->allocation, Bytes(done)));
            return {};
        });
    }
    if (received && !(target.flush() && target.resize(qint64(done))))
        received = failure(Error::Kind::NoSpace, target.errorString(), file);
    if (!received)
        target.remove();
    return received;
}
