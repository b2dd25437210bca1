// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/mediareach.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <vector>

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace {

constexpr unsigned mayEnter = 1;

std::vector<gid_t> groupsOf(const EmulatorAccount &account)
{
    std::vector<gid_t> groups{account.group};
    std::array<char, 4096> room{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(account.user, &entry, room.data(), room.size(), &found) != 0 || !found)
        return groups;
    int count = 64;
    groups.resize(size_t(count));
    if (getgrouplist(found->pw_name, account.group, groups.data(), &count) < 0)
        count = std::min(count, 64);
    groups.resize(size_t(count));
    return groups;
}

/// What an access control list adds for one user or group: Linux keeps it as a version and entries of 8 bytes (tag, bits,
/// who), see include/uapi/linux/posix_acl_xattr.h.
bool listGrants(const QByteArray &path, const EmulatorAccount &account, const std::vector<gid_t> &groups)
{
    constexpr quint16 aUser = 2;
    constexpr quint16 aGroup = 8;
    std::array<char, 4096> list{};
    const auto size = getxattr(path.constData(), "system.posix_acl_access", list.data(), list.size());
    for (ssize_t at = 4; at + 8 <= size; at += 8) {
        const auto tag = qFromLittleEndian<quint16>(list.data() + at);
        const auto bits = qFromLittleEndian<quint16>(list.data() + at + 2);
        const auto who = qFromLittleEndian<quint32>(list.data() + at + 4);
        const bool isMeant = (tag == aUser && who == account.user)
            || (tag == aGroup && std::find(groups.begin(), groups.end(), who) != groups.end());
        if (isMeant && (bits & mayEnter))
            return true;
    }
    return false;
}

bool isEnterable(const QByteArray &folder, const EmulatorAccount &account, const std::vector<gid_t> &groups)
{
    struct stat status{};
    if (account.user == 0 || stat(folder.constData(), &status) != 0)
        return true;
    if (status.st_uid == account.user)
        return status.st_mode & S_IXUSR;
    const bool isMember = std::find(groups.begin(), groups.end(), status.st_gid) != groups.end();
    if (status.st_mode & (isMember ? S_IXGRP : S_IXOTH))
        return true;
    return listGrants(folder, account, groups);
}

/// From the root down.
QStringList foldersTo(const QString &path)
{
    QStringList folders;
    for (auto at = path.lastIndexOf(u'/'); at >= 0; at = at > 0 ? path.lastIndexOf(u'/', at - 1) : -1)
        folders.prepend(at > 0 ? path.left(at) : QStringLiteral("/"));
    return folders;
}

} // namespace

MediaReach reachOf(const QString &path, MediaUse use, const std::optional<EmulatorAccount> &account)
{
    MediaReach reach;
    const QFileInfo file(path);
    if (account) {
        const auto groups = groupsOf(*account);
        // A link is reached by its own way, and what it points at by another.
        const auto ways = foldersTo(file.absoluteFilePath()) + foldersTo(file.canonicalFilePath());
        const auto barred = std::find_if(ways.begin(), ways.end(), [&](const QString &folder) {
            return !isEnterable(QFile::encodeName(folder), *account, groups);
        });
        if (barred != ways.end())
            reach.barredBy = *barred;
    }
    struct stat status{};
    if (use == MediaUse::Write && stat(QFile::encodeName(path).constData(), &status) == 0) {
        // libvirt gives the file to its emulator's account, which then has the owner's rights.
        reach.isWritable = account ? account->user == 0 || (status.st_mode & S_IWUSR) : access(QFile::encodeName(path).constData(), W_OK) == 0;
    }
    return reach;
}
