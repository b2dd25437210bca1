// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/unattendedplacing.h"

#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace {

MachineRecipe debian()
{
    auto recipe = samples::recipe(QStringLiteral("debian"), samples::kvmHost());
    recipe.name = QStringLiteral("Web 1");
    recipe.unattended = true;
    recipe.os.answers = AnswerFormat::Preseed;
    recipe.os.os.distribution = QStringLiteral("debian");
    recipe.account.user = QStringLiteral("anna");
    recipe.account.password = QStringLiteral("Ein Garten 7");
    return recipe;
}

QString preseedOf(const MachineRecipe &recipe)
{
    const auto script = scriptFor(recipe, samples::kvmHost(), InstallerBoot());
    return script ? QString::fromUtf8(script->inInitrd.at(0).second) : QString();
}

} // namespace

TEST(UnattendedPlacing, HashesThePasswordAndNamesHostAndDisk)
{
    const auto text = preseedOf(debian());
    EXPECT_TRUE(text.contains(QStringLiteral("passwd/user-password-crypted password $6$")));
    EXPECT_FALSE(text.contains(QStringLiteral("Ein Garten 7")));
    EXPECT_TRUE(text.contains(QStringLiteral("netcfg/hostname string web-1\n")));
    EXPECT_TRUE(text.contains(QStringLiteral("partman-auto/disk string /dev/vda\n")));
    auto older = debian();
    older.os.virtioDisk = false;
    EXPECT_TRUE(preseedOf(older).contains(QStringLiteral("partman-auto/disk string /dev/sda\n")));
}

TEST(UnattendedPlacing, FollowsThePersonsMirrors)
{
    auto recipe = debian();
    recipe.mirrors = Mirrors({QStringLiteral("https://deb.debian.org/ http://mirror.local:8080/deb/")});
    EXPECT_TRUE(preseedOf(recipe).contains(QStringLiteral("mirror/http/hostname string mirror.local:8080\nd-i mirror/http/directory string /deb/debian\n")));
    EXPECT_FALSE(preseedOf(recipe).contains(QStringLiteral("security_host")));
    recipe.mirrors = Mirrors({QStringLiteral("http://security.debian.org/debian-security/ http://mirror.local/security/")});
    EXPECT_TRUE(preseedOf(recipe).contains(QStringLiteral("apt-setup/security_host string mirror.local\nd-i apt-setup/security_path string /security\n")));
    recipe.mirrors = Mirrors({QStringLiteral("http://archive.ubuntu.com/ http://mirror.local/")});
    EXPECT_TRUE(preseedOf(recipe).contains(QStringLiteral("mirror/http/hostname string deb.debian.org\n")));
}

TEST(UnattendedPlacing, WritesNothingOfWhatWouldNotDo)
{
    const auto isRefused = [](const MachineRecipe &recipe) {
        const auto script = scriptFor(recipe, samples::kvmHost(), InstallerBoot());
        return !script && script.error().kind == Error::Kind::InvalidInput;
    };
    EXPECT_FALSE(isRefused(debian()));
    auto recipe = debian();
    recipe.account.user = QStringLiteral("anna; reboot");
    EXPECT_TRUE(isRefused(recipe));
    recipe = debian();
    recipe.account.fullName = QStringLiteral("Anna\nd-i preseed/late_command string reboot");
    EXPECT_TRUE(isRefused(recipe));
    recipe = debian();
    recipe.account.hostName = QStringLiteral("web$(reboot)");
    EXPECT_TRUE(isRefused(recipe));
    recipe = debian();
    recipe.account.keyboard = QStringLiteral("de(x'; reboot)");
    EXPECT_TRUE(isRefused(recipe));
    recipe = debian();
    recipe.cloud.packages = {QStringLiteral("vim\nd-i")};
    EXPECT_TRUE(isRefused(recipe));
    recipe = debian();
    recipe.account.password.clear();
    EXPECT_TRUE(isRefused(recipe));
}

TEST(UnattendedPlacing, AddsFilesBehindAnInitrd)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("initrd")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("12345");
    file.close();
    ASSERT_TRUE(addToInitrd(file.fileName(), {}));
    EXPECT_EQ(file.size(), 5);
    ASSERT_TRUE(addToInitrd(file.fileName(), {{QStringLiteral("a.cfg"), "x"}}));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto all = file.readAll();
    EXPECT_TRUE(all.startsWith(QByteArray("12345\0\0\0" "070701", 14)));
    EXPECT_FALSE(addToInitrd(folder.filePath(QStringLiteral("no/initrd")), {{QStringLiteral("a.cfg"), "x"}}));
}
