// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/installmedia.h"

#include "core/base/filedescriptor.h"

#include <QByteArray>
#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr qint64 sector = 2048;
constexpr qint64 firstDescriptor = 16;
// The standard sets no end to the descriptors; real images have fewer than eight.
constexpr qint64 maxDescriptors = 32;

class Source {
public:
    static Result<Source> open(const QString &path);

    Bytes size() const { return Bytes(quint64(m_size)); }
    /// Exactly `count` bytes, or none where the file is shorter.
    QByteArray at(qint64 offset, qint64 count) const
    {
        if (offset < 0 || offset > m_size - count)
            return {};
        QByteArray data(count, Qt::Uninitialized);
        qint64 got = 0;
        while (got < count) {
            const auto n = ::pread(m_fd.get(), data.data() + got, size_t(count - got), offset + got);
            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                return {};
            got += n;
        }
        return data;
    }

private:
    FileDescriptor m_fd;
    qint64 m_size = 0;
};

Error errorFrom(int number, const QString &path)
{
    const auto kind = number == ENOENT || number == ENOTDIR ? Error::Kind::NotFound
        : number == EACCES || number == EPERM              ? Error::Kind::Refused
                                                           : Error::Kind::Internal;
    return Error{kind, QString::fromLocal8Bit(std::strerror(number)), path};
}

Result<Source> Source::open(const QString &path)
{
    Source source;
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    source.m_fd.reset(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!source.m_fd.isOpen())
        return failure(errorFrom(errno, path));
    struct stat status = {};
    if (::fstat(source.m_fd.get(), &status) != 0)
        return failure(errorFrom(errno, path));
    if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
        return failure(Error::Kind::InvalidInput, QStringLiteral("neither a file nor a drive"), path);
    source.m_size = ::lseek(source.m_fd.get(), 0, SEEK_END);
    if (source.m_size <= 0)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the file is empty"), path);
    return source;
}

template<class T>
T little(const QByteArray &data, qsizetype offset)
{
    return qFromLittleEndian<T>(data.constData() + offset);
}

template<class T>
T big(const QByteArray &data, qsizetype offset)
{
    return qFromBigEndian<T>(data.constData() + offset);
}

QString labelFrom(QByteArray field)
{
    for (char &c : field) {
        if (c < ' ' && c >= 0)
            c = ' ';
    }
    return QString::fromUtf8(field).trimmed();
}

/// The catalogue that an El Torito boot record names holds an entry marked bootable.
bool hasBootEntry(const Source &source, quint32 catalogueSector)
{
    const auto catalogue = source.at(qint64(catalogueSector) * sector, sector);
    if (catalogue.isEmpty() || catalogue[0] != 1 || quint8(catalogue[30]) != 0x55 || quint8(catalogue[31]) != 0xAA)
        return false;
    for (qsizetype entry = 32; entry < catalogue.size(); entry += 32) {
        if (quint8(catalogue[entry]) == 0x88)
            return true;
    }
    return false;
}

void readIso(const Source &source, ImageProbe &probe)
{
    for (qint64 i = 0; i < maxDescriptors; ++i) {
        const auto descriptor = source.at((firstDescriptor + i) * sector, sector);
        if (descriptor.isEmpty() || descriptor.sliced(1, 5) != "CD001")
            return;
        const auto kind = quint8(descriptor[0]);
        if (kind == 255)
            return;
        if (kind == 1) {
            probe.isIso = true;
            probe.systemId = labelFrom(descriptor.sliced(8, 32));
            probe.volumeLabel = labelFrom(descriptor.sliced(40, 32));
            probe.publisherId = labelFrom(descriptor.sliced(318, 128));
            probe.applicationId = labelFrom(descriptor.sliced(574, 128));
            probe.volumeSize = Bytes(quint64(little<quint32>(descriptor, 80)) * little<quint16>(descriptor, 128));
        } else if (kind == 0 && descriptor.sliced(7, 23) == "EL TORITO SPECIFICATION") {
            probe.isBootable = hasBootEntry(source, little<quint32>(descriptor, 71));
        }
    }
}

void readDisk(const Source &source, ImageProbe &probe)
{
    probe.diskFormat = QStringLiteral("raw");
    probe.virtualSize = probe.fileSize;
    const auto head = source.at(0, 512);
    if (head.isEmpty())
        return;
    if (head.startsWith("QFI\xfb")) {
        probe.diskFormat = big<quint32>(head, 4) >= 2 ? QStringLiteral("qcow2") : QStringLiteral("qcow");
        probe.hasBackingFile = big<quint64>(head, 8) != 0;
        probe.virtualSize = Bytes(big<quint64>(head, 24));
    } else if (head.startsWith("KDMV") || head.startsWith("# Disk DescriptorFile")) {
        probe.diskFormat = QStringLiteral("vmdk");
        if (head[0] == 'K')
            probe.virtualSize = Bytes(little<quint64>(head, 12) * 512);
    } else if (little<quint32>(head, 0x40) == 0xBEDA107FU) {
        probe.diskFormat = QStringLiteral("vdi");
        probe.virtualSize = Bytes(little<quint64>(head, 0x170));
    } else if (head.startsWith("vhdxfile")) {
        probe.diskFormat = QStringLiteral("vhdx");
    } else if (head.startsWith("conectix")) {
        probe.diskFormat = QStringLiteral("vpc");
        probe.virtualSize = Bytes(big<quint64>(head, 48));
    } else {
        probe.isBootable = probe.isBootable || (quint8(head[510]) == 0x55 && quint8(head[511]) == 0xAA);
    }
}

} // namespace

Result<ImageProbe> probeImage(const QString &path)
{
    const auto source = Source::open(path);
    if (!source)
        return failure(source.error());
    ImageProbe probe;
    probe.fileSize = source->size();
    readIso(*source, probe);
    const bool bootableIso = probe.isBootable;
    readDisk(*source, probe);
    if (probe.isIso)
        probe.isBootable = bootableIso; // a hybrid's boot record says nothing of a drive
    return probe;
}
