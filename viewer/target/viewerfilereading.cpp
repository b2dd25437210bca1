// SPDX-License-Identifier: GPL-3.0-or-later
// Of viewerfile: what touches the disk.
#include "viewer/target/vieweraddress.h"
#include "viewer/target/viewerfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

Q_LOGGING_CATEGORY(log, "viewer.target")

using Kind = TargetProblem::Kind;

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }

private:
    const int m_fd;
};

TargetProblem notReadable(int error)
{
    return {Kind::NotReadable, QString::fromLocal8Bit(strerror(error))};
}

std::variant<QString, TargetProblem> pathOf(const QString &location)
{
    if (!vieweraddress::looksLikeOne(location))
        return location;
    const QUrl url(location, QUrl::StrictMode);
    if (!url.isLocalFile() || !(url.host().isEmpty() || url.host() == u"localhost"))
        return TargetProblem{Kind::NotLocal, QString::fromUtf8(vieweraddress::withoutSecrets(location.toUtf8()))};
    return url.path(QUrl::FullyDecoded);
}

std::variant<QByteArray, TargetProblem> contentOf(int file)
{
    struct stat facts{};
    if (fstat(file, &facts) != 0)
        return notReadable(errno);
    if (!S_ISREG(facts.st_mode))
        return TargetProblem{Kind::NotAFile, {}};
    if (facts.st_size > viewerfile::longest)
        return TargetProblem{Kind::TooLarge, {}};
    // Whatever its size is said to be, no more than this is read.
    QByteArray content(viewerfile::longest + 1, Qt::Uninitialized);
    qsizetype length = 0;
    while (length < content.size()) {
        const auto count = ::read(file, content.data() + length, size_t(content.size() - length));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return notReadable(errno);
        if (count == 0)
            break;
        length += count;
    }
    content.truncate(length);
    return content;
}

// Only the very file that was read, under the name that it was read by, and in no other's possession.
void remove(const QString &path, int file)
{
    const QFileInfo info(path);
    const Descriptor folder(::open(QFile::encodeName(info.absolutePath()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const QByteArray name = QFile::encodeName(info.fileName());
    struct stat read{};
    struct stat named{};
    if (folder.get() < 0 || fstat(file, &read) != 0 || fstatat(folder.get(), name.constData(), &named, AT_SYMLINK_NOFOLLOW) != 0) {
        qCWarning(log, "The connection file could not be deleted: %s", strerror(errno));
        return;
    }
    const bool same = read.st_dev == named.st_dev && read.st_ino == named.st_ino;
    if (!S_ISREG(named.st_mode) || !same || named.st_uid != geteuid())
        qCWarning(log, "The connection file is left as it is: it is a link, or belongs to somebody else");
    else if (unlinkat(folder.get(), name.constData(), 0) != 0)
        qCWarning(log, "The connection file could not be deleted: %s", strerror(errno));
}

// Without waiting, for a pipe that nobody writes into. -1, with errno, where it cannot be.
int opened(const QString &path)
{
    errno = EINVAL;
    return path.contains(QChar(u'\0')) ? -1 : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
}

} // namespace

TargetOrProblem viewerfile::read(const QString &location)
{
    const auto where = pathOf(location);
    if (const auto *problem = std::get_if<TargetProblem>(&where))
        return *problem;
    const auto &path = std::get<QString>(where);
    const Descriptor file(opened(path));
    if (file.get() < 0)
        return notReadable(errno);
    const auto content = contentOf(file.get());
    if (const auto *problem = std::get_if<TargetProblem>(&content))
        return *problem;
    const auto &text = std::get<QByteArray>(content);
    auto target = parse(text);
    if (std::holds_alternative<ConsoleTarget>(target) && wantsDeletion(text))
        remove(path, file.get());
    return target;
}

std::variant<QByteArray, TargetProblem> viewerfile::readAuthority(const QString &path)
{
    const Descriptor file(opened(path));
    if (file.get() < 0)
        return notReadable(errno);
    auto content = contentOf(file.get());
    if (const auto *pem = std::get_if<QByteArray>(&content); pem && !holdsCertificate(*pem))
        return TargetProblem{Kind::BadCertificate, {}};
    return content;
}
