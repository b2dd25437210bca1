// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for spice-vdagent inside the tiny test guest: clipboard, monitors and files over the virtio port
// com.redhat.spice.0, and a tone on the PC speaker. Told by lines on its standard input what to do, tells by lines on
// its standard output what happened; contents travel as hexadecimal digits. Linked statically: the guest has no
// libraries. Kept apart from the project's own headers, so that a mistake in those is not repeated here.
//
//   copy text|image HEX    the guest's clipboard holds that, and says so to the other side
//   clear                  the guest's clipboard is empty
//   paste text|image       asks the other side; answered by `pasted text|image HEX`
//   beep on|off            a tone of 440 Hz
//
//   ready, caps HEX, grabbed text,image, released, monitors 800x600+0+0 …, file NAME SIZE, file-done NAME BYTES SUM,
//   mouse X Y buttons MASK monitor N
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/io.h>
#include <unistd.h>

namespace {

// https://gitlab.freedesktop.org/spice/spice-protocol/-/blob/master/spice/vd_agent.h
enum Type : uint32_t {
    MouseState = 1,
    MonitorsConfig = 2,
    Reply = 3,
    Clipboard = 4,
    Capabilities = 6,
    Grab = 7,
    Request = 8,
    Release = 9,
    FileStart = 10,
    FileStatus = 11,
    FileData = 12,
};
enum Capability { CanMonitors = 1, CanReply = 2, CanClipboardByDemand = 5, CanSelection = 6, EndsLinesWithLf = 8 };
constexpr uint32_t clientPort = 1;
constexpr size_t largestChunk = 2048;
constexpr size_t largestMessage = 80u << 20;

int port = -1;
std::string held[3]; // by clipboard type: 1 text, 2 PNG
std::string fileName;
uint64_t fileSize = 0, fileGot = 0;
uint32_t fileSum = 0;

void say(const std::string &line)
{
    std::printf("agent: %s\n", line.c_str());
    std::fflush(stdout);
}

template<class Number>
std::string raw(Number number)
{
    return std::string(reinterpret_cast<const char *>(&number), sizeof number);
}

template<class Number>
Number at(const std::string &bytes, size_t place)
{
    Number number{};
    if (place + sizeof number <= bytes.size())
        std::memcpy(&number, bytes.data() + place, sizeof number);
    return number;
}

std::string toHex(const std::string &bytes)
{
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char each : bytes) {
        text += digits[each >> 4];
        text += digits[each & 15];
    }
    return text;
}

std::string fromHex(const std::string &text)
{
    std::string bytes;
    for (size_t i = 0; i + 1 < text.size(); i += 2)
        bytes += char(std::stoi(text.substr(i, 2), nullptr, 16));
    return bytes;
}

const char *nameOf(uint32_t type)
{
    return type == 1 ? "text" : type == 2 ? "image" : "other";
}

uint32_t typeOf(const std::string &name)
{
    return name == "image" ? 2 : 1;
}

void writeAll(const std::string &bytes)
{
    for (size_t done = 0; done < bytes.size();) {
        const ssize_t more = write(port, bytes.data() + done, bytes.size() - done);
        if (more < 0)
            return;
        done += size_t(more);
    }
}

void send(uint32_t type, const std::string &payload)
{
    const std::string message = raw(uint32_t(1)) + raw(type) + raw(uint64_t(0)) + raw(uint32_t(payload.size())) + payload;
    for (size_t done = 0; done < message.size(); done += largestChunk) {
        const std::string part = message.substr(done, largestChunk);
        writeAll(raw(clientPort) + raw(uint32_t(part.size())) + part);
    }
}

const std::string selection(4, '\0'); // the clipboard, not the primary selection

void announce(bool ask)
{
    const uint32_t caps = 1u << CanMonitors | 1u << CanReply | 1u << CanClipboardByDemand | 1u << CanSelection | 1u << EndsLinesWithLf;
    send(Capabilities, raw(uint32_t(ask)) + raw(caps));
}

void grab()
{
    std::string types;
    for (uint32_t type = 1; type <= 2; ++type) {
        if (!held[type].empty())
            types += raw(type);
    }
    if (types.empty())
        send(Release, selection);
    else
        send(Grab, selection + types);
}

void hearMonitors(const std::string &payload)
{
    std::string line = "monitors";
    for (uint32_t i = 0; i < at<uint32_t>(payload, 0); ++i) {
        const size_t place = 8 + 20 * size_t(i);
        line += ' ' + std::to_string(at<uint32_t>(payload, place + 4)) + 'x' + std::to_string(at<uint32_t>(payload, place)) + '+'
                + std::to_string(at<int32_t>(payload, place + 12)) + '+' + std::to_string(at<int32_t>(payload, place + 16));
    }
    say(line);
    send(Reply, raw(uint32_t(MonitorsConfig)) + raw(uint32_t(1)));
}

std::string valueOf(const std::string &keyFile, const std::string &key)
{
    const size_t start = keyFile.find("\n" + key + "=");
    if (start == std::string::npos)
        return {};
    const size_t value = start + key.size() + 2;
    return keyFile.substr(value, keyFile.find_first_of(std::string("\n\0", 2), value) - value);
}

void hearFile(uint32_t type, const std::string &payload)
{
    enum Result : uint32_t { CanSend = 0, Success = 3 };
    const std::string id = payload.substr(0, 4);
    if (type == FileStart) {
        fileName = valueOf(payload.substr(4), "name");
        fileSize = std::strtoull(valueOf(payload.substr(4), "size").c_str(), nullptr, 10);
        fileGot = fileSum = 0;
        say("file " + fileName + ' ' + std::to_string(fileSize));
        send(FileStatus, id + raw(uint32_t(CanSend)));
    } else {
        for (size_t i = 12; i < payload.size(); ++i)
            fileSum = fileSum * 31 + static_cast<unsigned char>(payload[i]);
        fileGot += at<uint64_t>(payload, 4);
    }
    if (fileGot >= fileSize && (type == FileData || fileSize == 0)) {
        say("file-done " + fileName + ' ' + std::to_string(fileGot) + ' ' + std::to_string(fileSum));
        send(FileStatus, id + raw(uint32_t(Success)));
    }
}

void hear(uint32_t type, const std::string &payload)
{
    switch (type) {
    case MouseState:
        say("mouse " + std::to_string(at<uint32_t>(payload, 0)) + ' ' + std::to_string(at<uint32_t>(payload, 4)) + " buttons "
            + std::to_string(at<uint32_t>(payload, 8)) + " monitor " + std::to_string(at<uint8_t>(payload, 12)));
        break;
    case Capabilities:
        say("caps " + toHex(payload.substr(std::min<size_t>(4, payload.size()))));
        if (at<uint32_t>(payload, 0))
            announce(false);
        break;
    case MonitorsConfig:
        hearMonitors(payload);
        break;
    case Grab: {
        std::string types;
        for (size_t i = 4; i < payload.size(); i += 4)
            types += (types.empty() ? "" : ",") + std::string(nameOf(at<uint32_t>(payload, i)));
        say("grabbed " + types);
        break;
    }
    case Request: {
        const auto wanted = at<uint32_t>(payload, 4);
        send(Clipboard, selection + raw(wanted) + (wanted <= 2 ? held[wanted] : std::string()));
        break;
    }
    case Clipboard:
        say(std::string("pasted ") + nameOf(at<uint32_t>(payload, 4)) + ' ' + toHex(payload.substr(std::min<size_t>(8, payload.size()))));
        break;
    case Release:
        say("released");
        break;
    case FileStart:
    case FileData:
        hearFile(type, payload);
        break;
    default:
        break;
    }
}

void beep(bool on)
{
    if (ioperm(0x42, 2, 1) != 0 || ioperm(0x61, 1, 1) != 0)
        return;
    const int divisor = 1193182 / 440;
    outb(0xb6, 0x43);
    outb(divisor & 0xff, 0x42);
    outb(divisor >> 8, 0x42);
    outb(static_cast<unsigned char>(on ? inb(0x61) | 3 : inb(0x61) & ~3), 0x61);
}

void obey(const std::string &line)
{
    const size_t first = line.find(' ');
    const size_t second = line.find(' ', first + 1);
    const std::string verb = line.substr(0, first);
    const std::string noun = first == std::string::npos ? "" : line.substr(first + 1, second - first - 1);
    if (verb == "copy" && second != std::string::npos) {
        held[1].clear();
        held[2].clear();
        held[typeOf(noun)] = fromHex(line.substr(second + 1));
        grab();
    } else if (verb == "clear") {
        held[1].clear();
        held[2].clear();
        grab();
    } else if (verb == "paste") {
        send(Request, selection + raw(typeOf(noun)));
    } else if (verb == "beep") {
        beep(noun == "on");
    }
}

/// Messages cut out of the chunks that have arrived; what is not whole yet stays.
void takeChunks(std::string &chunks, std::string &message)
{
    constexpr size_t head = 20;
    while (chunks.size() >= 8 && chunks.size() >= 8 + at<uint32_t>(chunks, 4)) {
        message += chunks.substr(8, at<uint32_t>(chunks, 4));
        chunks.erase(0, 8 + at<uint32_t>(chunks, 4));
        while (message.size() >= head && message.size() >= head + at<uint32_t>(message, 16)) {
            const size_t size = at<uint32_t>(message, 16);
            hear(at<uint32_t>(message, 4), message.substr(head, size));
            message.erase(0, head + size);
        }
        if (message.size() > largestMessage)
            message.clear();
    }
}

int openPort()
{
    DIR *folder = opendir("/sys/class/virtio-ports");
    while (const dirent *entry = folder ? readdir(folder) : nullptr) {
        char name[64] = {};
        const std::string path = std::string("/sys/class/virtio-ports/") + entry->d_name + "/name";
        const int file = open(path.c_str(), O_RDONLY);
        if (file < 0)
            continue;
        const bool ours = read(file, name, sizeof name - 1) > 0 && std::strncmp(name, "com.redhat.spice.0", 18) == 0;
        close(file);
        if (ours)
            return open((std::string("/dev/") + entry->d_name).c_str(), O_RDWR);
    }
    return -1;
}

} // namespace

int main()
{
    port = openPort();
    if (port < 0) {
        say("no port");
        return 1;
    }
    announce(true);
    say("ready");
    std::string chunks, message, lines;
    bool hungUp = false;
    for (;;) {
        char bytes[65536];
        // A port that nobody holds at the other end is always ready: it is looked at again from time to time.
        pollfd waits[] = {{0, POLLIN, 0}, {hungUp ? -1 : port, POLLIN, 0}};
        if (poll(waits, 2, hungUp ? 100 : -1) < 0)
            return 1;
        if (std::exchange(hungUp, false))
            continue;
        if (waits[1].revents & POLLIN) {
            const ssize_t got = read(port, bytes, sizeof bytes);
            chunks.append(bytes, size_t(std::max<ssize_t>(got, 0)));
            takeChunks(chunks, message);
        } else if (waits[1].revents) {
            hungUp = true;
        }
        if (waits[0].revents) {
            const ssize_t got = read(0, bytes, sizeof bytes);
            if (got <= 0)
                return 0;
            lines.append(bytes, size_t(got));
            for (size_t end; (end = lines.find('\n')) != std::string::npos; lines.erase(0, end + 1))
                obey(lines.substr(0, lines.find_first_of("\r\n")));
        }
    }
}
