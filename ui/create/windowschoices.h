// SPDX-License-Identifier: GPL-3.0-or-later
// What the person says of a Windows that is to be installed: part of what the New machine window knows. Looks for discs with virtio
// drivers, and into them, away from the GUI thread. GUI thread.
#pragma once

#include "core/async/lane.h"
#include "core/provisioning/windows/windowssetup.h"

#include <QObject>

#include <vector>

class WindowsChoices final : public QObject {
    Q_OBJECT
public:
    explicit WindowsChoices(QObject *parent = nullptr);
    ~WindowsChoices() override;

    /// The medium's, none for others than Windows; and where the host's pools have their files. Emits nothing.
    void follow(const std::vector<WindowsEdition> &editions, const QStringList &poolFolders);

    const std::vector<WindowsEdition> &editions() const { return m_editions; }
    const WindowsSetup &setup() const { return m_setup; }
    /// Discs that were found, and the one that the person chose.
    const QStringList &discs() const { return m_discs; }
    /// A disc is being looked for or into.
    bool isLooking() const { return m_looking; }

    void chooseEdition(size_t index);
    void setProductKey(const QString &key);
    /// An empty path: none.
    void setDisc(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void lookForDiscs();
    void lookIntoDisc();

    std::vector<WindowsEdition> m_editions;
    QStringList m_folders;
    QStringList m_discs;
    WindowsSetup m_setup;
    bool m_discChosen = false; ///< by the person
    bool m_looking = false;
    quint64 m_attempt = 0;     ///< late answers to earlier questions are dropped
    Lane m_work{QStringLiteral("wizard-windows")};
};
