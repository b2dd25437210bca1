// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/osscripts.h"

#include <memory>
#include <vector>

#include <gio/gio.h>
extern "C" { // libosinfo's headers do not say so themselves; GLib's, which they include, must not be in here
#include <osinfo/osinfo.h>
}

namespace {

constexpr int furthest = 64; // systems looked at

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template<class T>
using Owned = std::unique_ptr<T, Unref>;

template<class Visit>
void forEach(OsinfoList *list, Visit visit)
{
    for (int i = 0, count = osinfo_list_get_length(list); i < count; ++i)
        visit(osinfo_list_get_nth(list, i));
}

QString idOf(gpointer entity)
{
    return QString::fromUtf8(osinfo_entity_get_id(OSINFO_ENTITY(entity)));
}

QStringList ownScripts(OsinfoOs *os)
{
    QStringList ids;
    const auto take = [&ids](OsinfoInstallScriptList *list) {
        const Owned<OsinfoInstallScriptList> scripts(list);
        if (scripts)
            forEach(OSINFO_LIST(scripts.get()), [&ids](OsinfoEntity *script) { ids += idOf(script); });
    };
    take(osinfo_os_get_install_script_list(os));
    const Owned<OsinfoMediaList> media(osinfo_os_get_media_list(os));
    forEach(OSINFO_LIST(media.get()), [&take](OsinfoEntity *medium) { take(osinfo_media_get_install_script_list(OSINFO_MEDIA(medium))); });
    ids.removeDuplicates();
    return ids;
}

} // namespace

QStringList installScriptsOf(OsinfoOs *os)
{
    // Breadth first, so that the nearest relative counts. The database owns the systems.
    std::vector<OsinfoOs *> line{os};
    QStringList seen{idOf(os)};
    for (size_t at = 0; at < line.size() && at < size_t(furthest); ++at) {
        if (const auto ids = ownScripts(line[at]); !ids.isEmpty())
            return ids;
        for (const auto relationship : {OSINFO_PRODUCT_RELATIONSHIP_UPGRADES, OSINFO_PRODUCT_RELATIONSHIP_CLONES, OSINFO_PRODUCT_RELATIONSHIP_DERIVES_FROM}) {
            const Owned<OsinfoProductList> related(osinfo_product_get_related(OSINFO_PRODUCT(line[at]), relationship));
            forEach(OSINFO_LIST(related.get()), [&](OsinfoEntity *relative) {
                if (OSINFO_IS_OS(relative) && !seen.contains(idOf(relative))) {
                    seen += idOf(relative);
                    line.push_back(OSINFO_OS(relative));
                }
            });
        }
    }
    return {};
}
