// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfblog.h"

#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <rfb/rfbclient.h>

Q_LOGGING_CATEGORY(logRfb, "viewer.rfb", QtWarningMsg)

namespace {

constexpr qsizetype mostLines = 8;
thread_local RfbLog *listener = nullptr;

void hear(const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    const QByteArray line = QByteArray(text).trimmed();
    // What SASL says goes on after the end of a connection, and has in it what was sent for a password.
    if (line.contains("SASL: ") || line.contains(" Data "))
        return;
    qCDebug(logRfb, "%s", line.constData());
    if (listener)
        listener->add(line);
}

} // namespace

RfbLog::RfbLog()
{
    static std::once_flag hooked;
    std::call_once(hooked, [] {
        rfbClientLog = hear;
        rfbClientErr = hear;
    });
    listener = this;
}

RfbLog::~RfbLog()
{
    listener = nullptr;
}

void RfbLog::add(QByteArray line)
{
    if (m_lines.size() == mostLines)
        m_lines.removeFirst();
    m_lines.append(std::move(line));
}
