// SPDX-License-Identifier: GPL-3.0-or-later
// What libosinfo knows of operating systems and installer images. Loaded once on a lane of its own (it takes
// a good part of a second), asked from the GUI thread, answered through futures. https://libosinfo.org
#pragma once

#include "core/async/lane.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/provisioning/unattended/answerformat.h"
#include "core/provisioning/windows/windowsedition.h"

#include <QDate>
#include <QFuture>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

/// One operating system.
struct OsEntry {
    QString id;          ///< "http://debian.org/debian/12"
    QString shortId;     ///< "debian12"
    QString name;        ///< "Debian 12"
    QString family;      ///< "linux", "winnt", "freebsd" …
    QString distribution;///< "debian", "windows" …
    QDate released;
    bool endOfLife = false;
};

/// What an operating system asks for and can use; zero and false where nothing is known.
struct OsNeeds {
    OsEntry os;
    int vcpus = 0;             ///< recommended
    Bytes memoryMinimum;
    Bytes memory;              ///< recommended
    Bytes disk;                ///< recommended
    bool known = false;        ///< false: the database has no such system, everything here is a default
    bool virtioDisk = true;
    bool virtioNet = true;
    bool virtioInput = false;
    bool virtioRng = true;
    bool virtioVideo = false;
    bool usbTablet = true;
    bool q35 = true;
    bool uefiRequired = false;
    bool tpmRequired = false;
    bool secureBootRequired = false;
    bool isWindows = false;
    bool clockLocal = false;   ///< wants the hardware clock in local time
    AnswerFormats answers;     ///< what its installers read, so that they ask nothing; of Windows see takesAnswers()
};

/// What an image turned out to be.
struct MediaIdentity {
    bool recognised = false;
    bool bootable = false;
    OsEntry os;                ///< empty where not recognised
    QString edition;           ///< variant, where the medium names one
    QString architecture;
    QStringList languages;
    QString volumeLabel;
    Bytes size;
    bool live = false;
    bool installer = true;
    std::vector<WindowsEdition> editions; ///< of an installer of Windows, as its image lists them
    std::optional<InstallerBoot> boot; ///< of an installer of Linux that can be told what it would ask
};

struct OsImage;

class OsDatabase final {
public:
    OsDatabase();
    /// With the entries of a folder beside the installed ones; none where it is empty.
    explicit OsDatabase(const QString &supplement);
    ~OsDatabase();

    /// Reads the volume descriptors of an ISO image or drive, and of Windows' what its own image says. A file that is not readable or no image at all
    /// is an Error; an unknown image is a success with `recognised == false`.
    QFuture<Result<MediaIdentity>> identify(const QString &path);
    /// Which system a tree of installers is of, by the text of its ".treeinfo": its identifier, or nothing.
    QFuture<Result<QString>> identifyTree(const QByteArray &treeinfo, const QUrl &top);
    QFuture<Result<std::vector<OsEntry>>> systems();
    /// What can be downloaded, as core/provisioning/osimage.h says.
    QFuture<Result<std::vector<OsImage>>> images();
    /// When the installed database was made; invalid where it does not say.
    QFuture<Result<QDate>> date();
    /// Takes a newer database from an archive into the person's folder, once it has proved to be one, and reads everything again.
    /// Unsupported without osinfo-db-import; Damaged.
    QFuture<Result<void>> import(const QString &archive, const JobControl &control);
    QFuture<Result<OsNeeds>> needs(const QString &osId);
    /// Name of a system, or empty. Asked for each machine seen, answered from the loaded database.
    QFuture<Result<QString>> nameOf(const QString &osId);

private:
    struct Database;
    std::shared_ptr<Database> m_database;
    Lane m_lane;
};
