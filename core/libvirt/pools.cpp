// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/pools.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <pugixml.hpp>

#include <QXmlStreamWriter>

#include <array>
#include <cstdlib>

namespace {

QString directoryXml(const QString &name, const QString &path)
{
    QString xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(QStringLiteral("pool"));
    writer.writeAttribute(QStringLiteral("type"), QStringLiteral("dir"));
    writer.writeTextElement(QStringLiteral("name"), name);
    writer.writeStartElement(QStringLiteral("target"));
    writer.writeTextElement(QStringLiteral("path"), path);
    writer.writeEndElement();
    writer.writeEndElement();
    return xml;
}

Result<PoolHandle> define(const ConnectHandle &connection, const QString &xml)
{
    const Call call("virStoragePoolDefineXML");
    return call.owned(virStoragePoolDefineXML(connection.get(), xml.toUtf8().constData(), 0));
}

Result<void> buildAndStart(const PoolHandle &pool)
{
    {
        const Call call("virStoragePoolBuild");
        if (virStoragePoolBuild(pool.get(), VIR_STORAGE_POOL_BUILD_NEW) < 0) {
            // A driver without folders of its own (the test driver) has nothing to build.
            if (auto error = call.lastError(); error.kind != Error::Kind::Unsupported)
                return failure(std::move(error));
        }
    }
    if (auto started = pools::start(pool); !started)
        return started;
    const Call call("virStoragePoolSetAutostart");
    return call.done(virStoragePoolSetAutostart(pool.get(), 1));
}

} // namespace

Result<std::vector<PoolRecord>> pools::list(const ConnectHandle &connection)
{
    virStoragePoolPtr *raw = nullptr;
    int count = 0;
    {
        const Call call("virConnectListAllStoragePools");
        count = virConnectListAllStoragePools(connection.get(), &raw, 0);
        if (count < 0)
            return failure(call.lastError());
    }
    std::vector<PoolHandle> handles;
    for (int i = 0; i < count; ++i)
        handles.push_back(PoolHandle::adopt(raw[i]));
    std::free(raw);
    std::vector<PoolRecord> records;
    for (const auto &pool : handles) {
        auto record = describe(pool);
        if (record)
            records.push_back(std::move(*record));
        else if (record.error().kind == Error::Kind::Unreachable)
            return failure(record.error());
        // else it is gone since the list was made
    }
    return records;
}

Result<PoolRecord> pools::describe(const PoolHandle &pool)
{
    PoolRecord record;
    record.pool = pool;
    record.name = QString::fromUtf8(virStoragePoolGetName(pool.get()));
    std::array<unsigned char, VIR_UUID_BUFLEN> uuid{};
    if (virStoragePoolGetUUID(pool.get(), uuid.data()) == 0)
        record.uuid = QUuid::fromRfc4122(QByteArrayView(uuid.data(), uuid.size()));
    {
        const Call call("virStoragePoolGetInfo");
        virStoragePoolInfo info{};
        if (virStoragePoolGetInfo(pool.get(), &info) < 0)
            return failure(call.lastError());
        record.active = info.state == VIR_STORAGE_POOL_RUNNING || info.state == VIR_STORAGE_POOL_DEGRADED;
        record.capacity = Bytes(info.capacity);
        record.allocation = Bytes(info.allocation);
        record.available = Bytes(info.available);
    }
    const auto xml = xmlOf(pool);
    if (!xml)
        return failure(xml.error());
    pugi::xml_document document;
    if (document.load_string(xml->toUtf8().constData())) {
        const auto root = document.child("pool");
        record.kind = QString::fromUtf8(root.attribute("type").value());
        record.targetPath = QString::fromUtf8(root.child("target").child_value("path"));
    }
    return record;
}

Result<PoolHandle> pools::lookup(const ConnectHandle &connection, const QString &name)
{
    const Call call("virStoragePoolLookupByName");
    return call.owned(virStoragePoolLookupByName(connection.get(), name.toUtf8().constData()));
}

Result<PoolHandle> pools::lookupByTarget(const ConnectHandle &connection, const QString &path)
{
    const Call call("virStoragePoolLookupByTargetPath");
    return call.owned(virStoragePoolLookupByTargetPath(connection.get(), path.toUtf8().constData()));
}

Result<QString> pools::xmlOf(const PoolHandle &pool)
{
    const Call call("virStoragePoolGetXMLDesc");
    return call.text(virStoragePoolGetXMLDesc(pool.get(), 0));
}

Result<PoolHandle> pools::createDirectory(const ConnectHandle &connection, const QString &name, const QString &path)
{
    auto pool = define(connection, directoryXml(name, path));
    if (!pool)
        return pool;
    if (auto ready = buildAndStart(*pool); !ready) {
        (void)stop(*pool);
        (void)undefine(*pool);
        return failure(ready.error());
    }
    return pool;
}

Result<PoolHandle> pools::openDirectory(const ConnectHandle &connection, const QString &name, const QString &path)
{
    const Call call("virStoragePoolCreateXML");
    return call.owned(virStoragePoolCreateXML(connection.get(), directoryXml(name, path).toUtf8().constData(), 0));
}

Result<void> pools::start(const PoolHandle &pool)
{
    const Call call("virStoragePoolCreate");
    return call.done(virStoragePoolCreate(pool.get(), 0));
}

Result<void> pools::stop(const PoolHandle &pool)
{
    const Call call("virStoragePoolDestroy");
    return call.done(virStoragePoolDestroy(pool.get()));
}

Result<void> pools::refresh(const PoolHandle &pool)
{
    const Call call("virStoragePoolRefresh");
    return call.done(virStoragePoolRefresh(pool.get(), 0));
}

Result<void> pools::undefine(const PoolHandle &pool)
{
    const Call call("virStoragePoolUndefine");
    return call.done(virStoragePoolUndefine(pool.get()));
}
