// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/oscatalogue.h"

#include "core/downloads/filename.h"

#include <QDir>
#include <QFile>

#include <memory>

#include <gio/gio.h>
extern "C" {
#include <osinfo/osinfo.h>
}

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template<class T>
using Owned = std::unique_ptr<T, Unref>;

QString textFrom(const char *text)
{
    return QString::fromUtf8(text);
}

/// The first variant is the medium's own; few have more.
void takeVariant(OsinfoOsVariantList *variants, OsImage &image)
{
    const Owned<OsinfoOsVariantList> owned(variants);
    if (!owned || osinfo_list_get_length(OSINFO_LIST(owned.get())) == 0)
        return;
    auto *variant = osinfo_list_get_nth(OSINFO_LIST(owned.get()), 0);
    image.variant = textFrom(osinfo_entity_get_param_value(variant, OSINFO_ENTITY_PROP_ID));
    const auto name = textFrom(osinfo_os_variant_get_name(OSINFO_OS_VARIANT(variant)));
    if (name != image.os.name)
        image.edition = name;
}

bool takeAddress(const char *address, OsImage &image)
{
    image.url = QUrl(textFrom(address), QUrl::StrictMode);
    return image.url.isValid() && !image.url.host().isEmpty()
        && (image.url.scheme() == u"https" || image.url.scheme() == u"http") && !fileNameOf(image.url).isEmpty();
}

void addMedia(OsinfoOs *os, const OsEntry &entry, std::vector<OsImage> &images)
{
    const Owned<OsinfoMediaList> list(osinfo_os_get_media_list(os));
    for (int i = 0, count = osinfo_list_get_length(OSINFO_LIST(list.get())); i < count; ++i) {
        auto *media = OSINFO_MEDIA(osinfo_list_get_nth(OSINFO_LIST(list.get()), i));
        OsImage image;
        image.os = entry;
        if (!takeAddress(osinfo_media_get_url(media), image))
            continue;
        image.kind = osinfo_media_get_live(media) ? OsImage::Kind::Live : OsImage::Kind::Installer;
        image.architecture = textFrom(osinfo_media_get_architecture(media));
        image.format = QStringLiteral("iso");
        takeVariant(osinfo_media_get_os_variants(media), image);
        // Ubuntu's server medium runs live, and can do nothing but install.
        if (image.url.path().contains(u"-live-server-"))
            image.kind = OsImage::Kind::Installer;
        images.push_back(std::move(image));
    }
}

void addDisks(OsinfoOs *os, const OsEntry &entry, std::vector<OsImage> &images)
{
    const Owned<OsinfoImageList> list(osinfo_os_get_image_list(os));
    for (int i = 0, count = osinfo_list_get_length(OSINFO_LIST(list.get())); i < count; ++i) {
        auto *disk = OSINFO_IMAGE(osinfo_list_get_nth(OSINFO_LIST(list.get()), i));
        OsImage image;
        image.os = entry;
        image.format = textFrom(osinfo_image_get_format(disk));
        if (!osinfo_image_get_cloud_init(disk) || (image.format != u"qcow2" && image.format != u"raw")
            || !takeAddress(osinfo_image_get_url(disk), image) || image.url.path().endsWith(u".xz"))
            continue;
        image.kind = OsImage::Kind::Cloud;
        image.architecture = textFrom(osinfo_image_get_architecture(disk));
        takeVariant(osinfo_image_get_os_variants(disk), image);
        images.push_back(std::move(image));
    }
}

} // namespace

std::vector<OsImage> imagesIn(OsinfoDb *db, OsEntry (*entryOf)(OsinfoOs *))
{
    std::vector<OsImage> images;
    const Owned<OsinfoOsList> systems(osinfo_db_get_os_list(db));
    for (int i = 0, count = osinfo_list_get_length(OSINFO_LIST(systems.get())); i < count; ++i) {
        auto *os = OSINFO_OS(osinfo_list_get_nth(OSINFO_LIST(systems.get()), i));
        const auto entry = entryOf(os);
        if (entry.name.isEmpty())
            continue;
        addMedia(os, entry, images);
        addDisks(os, entry, images);
    }
    return images;
}

QDate databaseDate()
{
    const auto folderFrom = [](const char *variable, const QString &fallback) { return qEnvironmentVariable(variable, fallback); };
    const QStringList folders{
        folderFrom("OSINFO_SYSTEM_DIR", qEnvironmentVariable("OSINFO_DATA_DIR", QStringLiteral("/usr/share/osinfo"))),
        folderFrom("OSINFO_LOCAL_DIR", QStringLiteral("/etc/osinfo")),
        folderFrom("OSINFO_USER_DIR", qEnvironmentVariable("XDG_CONFIG_HOME", QDir::homePath() + QStringLiteral("/.config")) + QStringLiteral("/osinfo"))};
    QDate newest;
    for (const auto &folder : folders) {
        QFile file(folder + QStringLiteral("/VERSION"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto date = QDate::fromString(QString::fromLatin1(file.read(8)), QStringLiteral("yyyyMMdd"));
        if (date.isValid() && (!newest.isValid() || date > newest))
            newest = date;
    }
    return newest;
}
