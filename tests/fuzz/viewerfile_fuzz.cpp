// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's door to what is read from strangers: connection files, and addresses, which web pages choose.
#include "viewer/target/vieweraddress.h"
#include "viewer/target/viewerfile.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {
/// Whatever was accepted names a place and holds nothing that could break a line, a header or a path.
void check(const TargetOrProblem &parsed)
{
    const auto *target = std::get_if<ConsoleTarget>(&parsed);
    if (!target)
        return;
    const auto clean = [](const QString &text) {
        return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    };
    const bool placed = !target->socketPath.isEmpty() || !target->webSocket.isEmpty() || (!target->host.isEmpty() && (target->port > 0 || target->tlsPort > 0));
    if (!placed || target->place().isEmpty() || !clean(target->host + target->socketPath + target->user + target->password + target->title))
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    check(viewerfile::parse(bytes));
    viewerfile::wantsDeletion(bytes);
    const auto text = QString::fromUtf8(bytes);
    check(vieweraddress::parse(text));
    if (vieweraddress::withoutSecrets(bytes).size() != bytes.size())
        std::abort();
    return 0;
}
