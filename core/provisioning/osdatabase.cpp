// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/osdatabase.h"

#include "core/provisioning/installmedia.h"
#include "core/provisioning/oscatalogue.h"
#include "core/provisioning/osdatabaseimport.h"
#include "core/provisioning/osneeds.h"
#include "core/provisioning/ossupplement.h"
#include "core/provisioning/unattended/installerboot.h"
#include "core/provisioning/unattended/osscripts.h"
#include "core/provisioning/windows/windowsimage.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

#include <gio/gio.h>
extern "C" { // libosinfo's headers do not say so themselves; GLib's, which they include, must not be in here
#include <osinfo/osinfo.h>
}

Q_LOGGING_CATEGORY(lcOsDatabase, "core.provisioning.osdatabase")

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

QDate dateFrom(GDate *date)
{
    if (!date)
        return {};
    const QDate result(g_date_get_year(date), int(g_date_get_month(date)), g_date_get_day(date));
    g_date_free(date);
    return result;
}

OsEntry entryOf(OsinfoOs *os)
{
    auto *product = OSINFO_PRODUCT(os);
    OsEntry entry;
    entry.id = textFrom(osinfo_entity_get_id(OSINFO_ENTITY(os)));
    entry.shortId = textFrom(osinfo_product_get_short_id(product));
    entry.name = textFrom(osinfo_product_get_name(product));
    entry.family = textFrom(osinfo_os_get_family(os));
    entry.distribution = textFrom(osinfo_os_get_distro(os));
    entry.released = dateFrom(osinfo_product_get_release_date(product));
    const auto end = dateFrom(osinfo_product_get_eol_date(product));
    entry.endOfLife = end.isValid() && end < QDate::currentDate();
    return entry;
}

template<class Visit>
void forEach(OsinfoList *list, Visit visit)
{
    for (int i = 0, count = osinfo_list_get_length(list); i < count; ++i)
        visit(osinfo_list_get_nth(list, i));
}

OsResources resourcesFrom(OsinfoResourcesList *list)
{
    const Owned<OsinfoResourcesList> owned(list);
    OsResources found;
    // An entry for the architecture itself says more than one for all.
    for (const auto *architecture : {"all", "x86_64"}) {
        forEach(OSINFO_LIST(list), [&](OsinfoEntity *entity) {
            auto *resources = OSINFO_RESOURCES(entity);
            if (qstrcmp(osinfo_resources_get_architecture(resources), architecture) != 0)
                return;
            found.vcpus = std::max(found.vcpus, osinfo_resources_get_n_cpus(resources));
            if (const auto ram = osinfo_resources_get_ram(resources); ram > 0)
                found.memory = Bytes(quint64(ram));
            if (const auto storage = osinfo_resources_get_storage(resources); storage > 0)
                found.storage = Bytes(quint64(storage));
        });
    }
    return found;
}

OsKnowledge knowledgeOf(OsinfoOs *os)
{
    OsKnowledge known;
    known.os = entryOf(os);
    known.minimum = resourcesFrom(osinfo_os_get_minimum_resources(os));
    known.recommended = resourcesFrom(osinfo_os_get_recommended_resources(os));
    const Owned<OsinfoDeviceList> devices(osinfo_os_get_all_devices(os, nullptr));
    forEach(OSINFO_LIST(devices.get()), [&](OsinfoEntity *device) { known.devices.insert(textFrom(osinfo_entity_get_id(device))); });
    const Owned<OsinfoFirmwareList> firmwares(osinfo_os_get_complete_firmware_list(os, nullptr));
    forEach(OSINFO_LIST(firmwares.get()), [&](OsinfoEntity *entity) {
        auto *firmware = OSINFO_FIRMWARE(entity);
        if (qstrcmp(osinfo_firmware_get_architecture(firmware), "x86_64") == 0
            && qstrcmp(osinfo_firmware_get_firmware_type(firmware), "bios") == 0)
            known.refusesBios = !osinfo_firmware_is_supported(firmware);
    });
    known.installScripts = installScriptsOf(os);
    return known;
}

void describe(OsinfoMedia *media, MediaIdentity &identity)
{
    const Owned<OsinfoOs> os(osinfo_media_get_os(media));
    if (!os)
        return;
    identity.recognised = true;
    identity.os = entryOf(os.get());
    identity.architecture = textFrom(osinfo_media_get_architecture(media));
    identity.live = osinfo_media_get_live(media);
    identity.installer = osinfo_media_get_installer(media);
    auto *languages = osinfo_media_get_languages(media);
    for (auto *item = languages; item; item = item->next)
        identity.languages += textFrom(static_cast<const char *>(item->data));
    g_list_free(languages);
    if (const Owned<OsinfoOsVariantList> variants(osinfo_media_get_os_variants(media)); variants) {
        if (osinfo_list_get_length(OSINFO_LIST(variants.get())) == 1)
            identity.edition = textFrom(osinfo_os_variant_get_name(OSINFO_OS_VARIANT(osinfo_list_get_nth(OSINFO_LIST(variants.get()), 0))));
    }
}

} // namespace

/// Touched on the lane alone, which has one thread.
struct OsDatabase::Database {
    QString supplement; ///< folder of entries to be loaded beside the installed database
    Owned<OsinfoLoader> loader;
    OsinfoDb *db = nullptr;
    Owned<OsinfoDb> releasedSystems; ///< what released() has gathered
    bool isWhole = false;

    /// Everything that is known, which is more than a list of machines needs: names are mostly in the installed database.
    Result<OsinfoDb *> open()
    {
        const auto opened = openInstalled();
        if (opened && !isWhole) {
            isWhole = true;
            if (!supplement.isEmpty()) {
                if (const auto loaded = loadSupplement(loader.get(), supplement); !loaded)
                    qCWarning(lcOsDatabase) << "entries that could not be read:" << loaded.error().message;
            }
        }
        return opened;
    }

    Result<OsinfoDb *> openInstalled()
    {
        if (db)
            return db;
        loader.reset(osinfo_loader_new());
        GError *error = nullptr;
        osinfo_loader_process_default_path(loader.get(), &error);
        if (error) {
            const auto text = textFrom(error->message);
            g_error_free(error);
            loader.reset();
            return failure(Error::Kind::NotFound, text, QStringLiteral("osinfo_loader_process_default_path"));
        }
        db = osinfo_loader_get_db(loader.get());
        return db;
    }

    Result<MediaIdentity> identify(const QString &path)
    {
        const auto probe = probeImage(path);
        if (!probe)
            return failure(probe.error());
        MediaIdentity identity;
        if (const auto image = ImageFile::open(path)) {
            identity.editions = windowsEditionsOn(*image);
            if (identity.editions.empty())
                identity.boot = installerOn(*image);
        }
        if (!probe->isIso && identity.editions.empty())
            return failure(Error::Kind::InvalidInput, QStringLiteral("not an ISO 9660 image"), path);
        identity.bootable = probe->isBootable;
        identity.volumeLabel = probe->volumeLabel;
        identity.size = probe->fileSize;
        if (open() && !recogniseWindows(identity))
            recognise(*probe, identity);
        return identity;
    }

    /// What it will install says more than its label, which Windows 11 and the servers share with their forerunners.
    bool recogniseWindows(MediaIdentity &identity)
    {
        if (identity.editions.empty())
            return false;
        const auto &edition = identity.editions[usualEdition(identity.editions)];
        auto *os = osinfo_db_get_os(db, edition.osId().toUtf8().constData());
        if (!os)
            return false;
        identity.recognised = true;
        identity.os = entryOf(os);
        identity.edition = edition.name;
        identity.architecture = edition.architecture;
        identity.languages = edition.languages;
        return true;
    }

    // libosinfo's own reader is not used: it never returns from some images that are cut short (seen in 1.10), and
    // needs a main loop. What it would read is in the probe.
    void recognise(const ImageProbe &probe, MediaIdentity &identity)
    {
        const Owned<OsinfoMedia> media(OSINFO_MEDIA(g_object_new(OSINFO_TYPE_MEDIA, "id", "medium", nullptr)));
        auto *entity = OSINFO_ENTITY(media.get());
        const auto set = [entity](const char *key, const QString &value) {
            if (!value.isEmpty())
                osinfo_entity_set_param(entity, key, value.toUtf8().constData());
        };
        set(OSINFO_MEDIA_PROP_VOLUME_ID, probe.volumeLabel);
        set(OSINFO_MEDIA_PROP_SYSTEM_ID, probe.systemId);
        set(OSINFO_MEDIA_PROP_PUBLISHER_ID, probe.publisherId);
        set(OSINFO_MEDIA_PROP_APPLICATION_ID, probe.applicationId);
        osinfo_entity_set_param_int64(entity, OSINFO_MEDIA_PROP_VOLUME_SIZE, gint64(probe.volumeSize.count()));
        if (osinfo_db_identify_media(released(), media.get()) || osinfo_db_identify_media(db, media.get()))
            describe(media.get(), identity);
    }

    Result<QString> identifyTree(const QByteArray &treeinfo, const QUrl &top)
    {
        if (const auto opened = open(); !opened)
            return failure(opened.error());
        GError *error = nullptr;
        const Owned<OsinfoTree> tree(osinfo_tree_create_from_treeinfo(treeinfo.constData(), top.toEncoded().constData(), &error));
        if (error) {
            const auto text = textFrom(error->message);
            g_error_free(error);
            return failure(Error::Kind::InvalidInput, text);
        }
        if (!osinfo_db_identify_tree(released(), tree.get()) && !osinfo_db_identify_tree(db, tree.get()))
            return QString();
        const Owned<OsinfoOs> os(osinfo_tree_get_os(tree.get()));
        return os ? textFrom(osinfo_entity_get_id(OSINFO_ENTITY(os.get()))) : QString();
    }

    /// Without the entries that stand for versions yet to come ("Fedora Unknown"): they match what a newer entry describes.
    OsinfoDb *released()
    {
        if (!releasedSystems) {
            releasedSystems.reset(osinfo_db_new());
            const Owned<OsinfoOsList> list(osinfo_db_get_os_list(db));
            forEach(OSINFO_LIST(list.get()), [&](OsinfoEntity *os) {
                if (!textFrom(osinfo_product_get_short_id(OSINFO_PRODUCT(os))).endsWith(u"unknown"))
                    osinfo_db_add_os(releasedSystems.get(), OSINFO_OS(os));
            });
        }
        return releasedSystems.get();
    }

    Result<std::vector<OsEntry>> systems()
    {
        const auto opened = open();
        if (!opened)
            return failure(opened.error());
        std::vector<OsEntry> entries;
        const Owned<OsinfoOsList> list(osinfo_db_get_os_list(db));
        forEach(OSINFO_LIST(list.get()), [&](OsinfoEntity *os) {
            if (auto entry = entryOf(OSINFO_OS(os)); !entry.name.isEmpty()) // others refer to it, nothing describes it
                entries.push_back(std::move(entry));
        });
        std::sort(entries.begin(), entries.end(), [](const OsEntry &a, const OsEntry &b) {
            return a.released != b.released ? a.released > b.released : a.name < b.name;
        });
        return entries;
    }

    Result<std::vector<OsImage>> images()
    {
        const auto opened = open();
        if (!opened)
            return failure(opened.error());
        return imagesIn(db, &entryOf);
    }

    OsinfoOs *find(const QString &osId)
    {
        if (osId.isEmpty() || !openInstalled())
            return nullptr;
        const auto id = osId.toUtf8();
        if (auto *os = osinfo_db_get_os(db, id.constData()))
            return os;
        return open() ? osinfo_db_get_os(db, id.constData()) : nullptr;
    }

    void forget()
    {
        db = nullptr;
        releasedSystems.reset();
        loader.reset();
        isWhole = false;
    }
};

OsDatabase::OsDatabase() : OsDatabase(supplementFolder()) {}
OsDatabase::OsDatabase(const QString &supplement) : m_database(std::make_shared<Database>()), m_lane(QStringLiteral("osdatabase"))
{
    m_database->supplement = supplement;
}
OsDatabase::~OsDatabase() = default;

QFuture<Result<MediaIdentity>> OsDatabase::identify(const QString &path)
{
    return m_lane.run([database = m_database, path] { return database->identify(path); });
}

QFuture<Result<QString>> OsDatabase::identifyTree(const QByteArray &treeinfo, const QUrl &top)
{
    return m_lane.run([database = m_database, treeinfo, top] { return database->identifyTree(treeinfo, top); });
}

QFuture<Result<std::vector<OsEntry>>> OsDatabase::systems()
{
    return m_lane.run([database = m_database] { return database->systems(); });
}

QFuture<Result<std::vector<OsImage>>> OsDatabase::images()
{
    return m_lane.run([database = m_database] { return database->images(); });
}

QFuture<Result<QDate>> OsDatabase::date()
{
    return m_lane.run([]() -> Result<QDate> { return databaseDate(); });
}

QFuture<Result<void>> OsDatabase::import(const QString &archive, const JobControl &control)
{
    return m_lane.run([database = m_database, archive, control]() -> Result<void> {
        if (const auto imported = importDatabase(archive, control); !imported)
            return imported;
        database->forget();
        const auto opened = database->open();
        return opened ? Result<void>() : failure(opened.error());
    });
}

QFuture<Result<OsNeeds>> OsDatabase::needs(const QString &osId)
{
    return m_lane.run([database = m_database, osId]() -> Result<OsNeeds> {
        auto *os = database->find(osId);
        return os ? needsFrom(knowledgeOf(os)) : defaultNeeds();
    });
}

QFuture<Result<QString>> OsDatabase::nameOf(const QString &osId)
{
    return m_lane.run([database = m_database, osId]() -> Result<QString> {
        auto *os = database->find(osId);
        return os ? entryOf(os).name : QString();
    });
}
