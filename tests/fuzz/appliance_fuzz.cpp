// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's door to the descriptions of other programs' machines. The first byte says which of them it is.
#include "core/appliances/domainreader.h"
#include "core/appliances/manifest.h"
#include "core/appliances/ovfreader.h"
#include "core/appliances/quickemureader.h"
#include "core/appliances/tarindex.h"
#include "core/appliances/vagrantreader.h"
#include "core/appliances/virtualboxmachine.h"
#include "core/appliances/vmdkdescription.h"
#include "core/appliances/vmxreader.h"

#include <QByteArray>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

namespace {

/// Whatever was accepted is within the bounds that everything after it relies on.
void check(const Result<ForeignMachine> &machine)
{
    if (machine && (machine->vcpus < 1 || machine->losses.size() > 200 || machine->disks.size() > 4096))
        std::abort();
}

/// An archive is read from a file, and one in memory is one.
void checkTar(const QByteArray &bytes)
{
    static const int file = memfd_create("archive", 0);
    if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, bytes.constData(), size_t(bytes.size()), 0) != bytes.size())
        return;
    const auto entries = readTar(QStringLiteral("/proc/self/fd/%1").arg(file));
    if (!entries)
        return;
    const auto end = quint64(bytes.size());
    const bool isInside = std::all_of(entries->begin(), entries->end(), [end](const TarEntry &entry) {
        return entry.offset <= end && entry.size.count() <= end - entry.offset && isInnerName(entry.name);
    });
    if (!isInside)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 9) {
    case 0: check(readOvf(bytes)); break;
    case 1: check(readVirtualBox(bytes)); break;
    case 2: check(readVmx(bytes)); break;
    case 3: check(readQuickemu(bytes)); break;
    case 4: check(readDomain(bytes)); break;
    case 5: {
        const auto half = bytes.indexOf('\0');
        check(readLibvirtBox(bytes.left(half), half < 0 ? QByteArray() : bytes.mid(half + 1)));
        break;
    }
    case 6: readManifest(bytes); break;
    case 7: readVmdkStart(bytes); break;
    default: checkTar(bytes); break;
    }
    return 0;
}
