// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/treeprobe.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/provisioning/network/debiantree.h"
#include "core/provisioning/network/treeinfo.h"
#include "core/provisioning/osdatabase.h"

#include <QObject>
#include <QPromise>

#include <functional>

namespace {

/// Kernels where installers have them, of trees that say nothing of themselves.
struct KnownPlace {
    const char *kernel, *initrd, *family;
};
constexpr KnownPlace knownPlaces[] = {
    {"images/pxeboot/vmlinuz", "images/pxeboot/initrd.img", ""},
    {"boot/%1/loader/linux", "boot/%1/loader/initrd", "SUSE"},
    {"boot/%1/linux", "boot/%1/initrd", "SUSE"},
    {"current/images/netboot/debian-installer/%2/linux", "current/images/netboot/debian-installer/%2/initrd.gz", "Debian"},
    {"netboot/debian-installer/%2/linux", "netboot/debian-installer/%2/initrd.gz", "Debian"},
    {"debian-installer/%2/linux", "debian-installer/%2/initrd.gz", "Debian"},
    {"install.amd/vmlinuz", "install.amd/initrd.gz", "Debian"},
    {"linux", "initrd.gz", "Debian"},
};

/// One look, step by step; ends itself.
class Probe final : public QObject {
public:
    Probe(Downloads &downloads, OsDatabase *database, QUrl top, QString architecture)
        : m_downloads(downloads), m_database(database), m_top(std::move(top)), m_architecture(std::move(architecture))
    {
        m_promise.start();
    }
    QFuture<Result<InstallTree>> future() { return m_promise.future(); }
    void refuse(const QString &address) { finish(failure(Error::Kind::InvalidInput, QStringLiteral("not an address of the web"), address)); }
    void start() { askTreeinfo({QStringLiteral(".treeinfo"), QStringLiteral("treeinfo")}); }

private:
    /// `next` goes on where the server has no such file; any other trouble ends the look.
    void ask(const QUrl &url, Bytes limit, std::function<void(const QByteArray &)> take, std::function<void()> next)
    {
        deliver(m_downloads.text(url, limit), this, [this, take = std::move(take), next = std::move(next)](const Result<QByteArray> &text) {
            if (text)
                take(*text);
            else if (text.error().kind == Error::Kind::ServerRefused || text.error().kind == Error::Kind::InvalidInput)
                next();
            else
                finish(failure(text.error()));
        });
    }

    void askTreeinfo(QStringList names)
    {
        if (names.isEmpty()) {
            m_places = debiantree::placesIn(m_top, m_architecture);
            askDebian();
            return;
        }
        const auto url = installtrees::below(m_top, names.takeFirst());
        const auto next = [this, names] { askTreeinfo(names); };
        ask(url, treeinfo::longest, [this, next](const QByteArray &text) {
            if (const auto tree = treeinfo::read(text, m_top))
                nameByDatabase(*tree, text);
            else
                next();
        }, next);
    }

    void nameByDatabase(const InstallTree &tree, const QByteArray &text)
    {
        if (!m_database) {
            finish(tree);
            return;
        }
        deliver(m_database->identifyTree(text, m_top), this, [this, tree](const Result<QString> &osId) {
            auto named = tree;
            named.osId = osId.value_or(QString());
            finish(named);
        });
    }

    void askDebian()
    {
        if (m_places.isEmpty()) {
            askKnown(0);
            return;
        }
        const auto place = m_places.takeFirst();
        ask(place.sums(), debiantree::longestSums, [this, place](const QByteArray &sums) {
            if (const auto tree = debiantree::read(sums, place, m_top, m_architecture))
                nameByRelease(*tree, place);
            else
                askDebian();
        }, [this] { askDebian(); });
    }

    void nameByRelease(const InstallTree &tree, const debiantree::Place &place)
    {
        if (place.release.isEmpty()) {
            finish(tree);
            return;
        }
        ask(place.release, debiantree::longestRelease, [this, tree](const QByteArray &release) {
            auto named = tree;
            const auto system = debiantree::systemIn(release);
            named.osId = system.osId;
            named.name = system.name;
            finish(named);
        }, [this, tree] { finish(tree); });
    }

    void askKnown(size_t index)
    {
        if (index >= std::size(knownPlaces)) {
            finish(failure(Error::Kind::NotFound, QStringLiteral("no installation tree"), m_top.toString(QUrl::RemoveUserInfo)));
            return;
        }
        const auto &place = knownPlaces[index];
        const auto path = [this](const char *pattern) {
            return QString::fromLatin1(pattern).replace(QStringLiteral("%1"), m_architecture).replace(QStringLiteral("%2"), debiantree::debianName(m_architecture));
        };
        const InstallTree tree{m_top, {installtrees::below(m_top, path(place.kernel))}, {installtrees::below(m_top, path(place.initrd))},
                               installtrees::argumentsFor(QLatin1StringView(place.family), {}, m_top), m_architecture};
        askBoth(tree, index);
    }

    void askBoth(const InstallTree &tree, size_t index)
    {
        deliver(m_downloads.sizeOf(tree.kernel.url), this, [this, tree, index](const Result<Bytes> &kernel) {
            if (!kernel) {
                goOn(kernel.error(), index);
                return;
            }
            deliver(m_downloads.sizeOf(tree.initrd.url), this, [this, tree, index](const Result<Bytes> &initrd) {
                if (initrd)
                    finish(tree);
                else
                    goOn(initrd.error(), index);
            });
        });
    }

    void goOn(const Error &error, size_t index)
    {
        if (error.kind == Error::Kind::ServerRefused)
            askKnown(index + 1);
        else
            finish(failure(error));
    }

    void finish(const Result<InstallTree> &outcome)
    {
        m_promise.addResult(outcome);
        m_promise.finish();
        deleteLater();
    }

    Downloads &m_downloads;
    OsDatabase *m_database;
    const QUrl m_top;
    const QString m_architecture;
    QList<debiantree::Place> m_places;
    QPromise<Result<InstallTree>> m_promise;
};

} // namespace

QFuture<Result<InstallTree>> probeTree(Downloads &downloads, OsDatabase *database, const QString &address, const QString &architecture)
{
    auto *probe = new Probe(downloads, database, installtrees::topOf(address), architecture.isEmpty() ? QStringLiteral("x86_64") : architecture);
    auto future = probe->future();
    if (installtrees::topOf(address).isEmpty())
        probe->refuse(address);
    else
        probe->start();
    return future;
}
