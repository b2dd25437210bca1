// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/testhost.h"

#include "core/libvirt/connection.h"
#include "tests/core/support/waiting.h"

#include <QFile>

#include <gtest/gtest.h>

TestHost::TestHost(int machines, int offEvery)
{
    QString xml = QStringLiteral("<node>");
    for (int i = 0; i < machines; ++i) {
        auto domain = domainXml(name(i), uuid(i));
        if (offEvery > 0 && i % offEvery == offEvery - 1) {
            domain.replace(QStringLiteral("<domain type='test'>"),
                           QStringLiteral("<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>"
                                          "<test:runstate>5</test:runstate>"));
        }
        xml += domain;
    }
    xml += QStringLiteral("<network><name>default</name><bridge name='virbr0'/><forward mode='nat'/>"
                          "<ip address='192.168.122.1' netmask='255.255.255.0'/></network>"
                          "<pool type='dir'><name>images</name><target><path>/images</path></target></pool></node>");
    QFile file(m_folder.filePath(QStringLiteral("host.xml")));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(xml.toUtf8()) > 0;
    EXPECT_TRUE(written);
}

QString TestHost::uri() const
{
    return QStringLiteral("test://") + m_folder.filePath(QStringLiteral("host.xml"));
}

QUuid TestHost::uuid(int machine)
{
    return QUuid(0x6b1c0de0, 0x1234, 0x4abc, 0x80, 1, 2, 3, uchar(machine >> 24), uchar(machine >> 16), uchar(machine >> 8),
                 uchar(machine));
}

QString TestHost::name(int machine)
{
    return QStringLiteral("m%1").arg(machine);
}

QString TestHost::domainXml(const QString &name, const QUuid &uuid)
{
    return QStringLiteral("<domain type='test'><name>%1</name><uuid>%2</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu>"
                          "<os><type>hvm</type></os><devices>"
                          "<disk type='file' device='disk'><source file='/images/%2.img'/><target dev='vda' bus='virtio'/></disk>"
                          "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>"
                          "<target dev='testnet0'/></interface>"
                          "</devices></domain>")
        .arg(name, uuid.toString(QUuid::WithoutBraces));
}

ConnectHandle TestHost::open() const
{
    auto opened = away([address = uri()] { return connections::open(address, Access::Full); });
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().message.toStdString());
    return opened ? std::move(*opened) : ConnectHandle(); // no copy left to be given back later
}
