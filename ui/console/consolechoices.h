// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose for one console, kept under its machine's identity; where nothing was chosen, what Preferences
// say for all. A value over the settings; GUI thread.
#pragma once

#include "viewer/widget/consolewidget.h"

#include <QString>

class Settings;

class ConsoleChoices final {
public:
    struct Scale {
        ConsoleWidget::Scaling mode = ConsoleWidget::Scaling::Fit;
        int percent = 100; ///< for Scaling::Percent

        friend bool operator==(const Scale &, const Scale &) = default;
    };

    /// `settings` outlives this.
    ConsoleChoices(Settings &settings, QString key) : m_settings(&settings), m_key(std::move(key)) {}

    Scale scale() const;
    void setScale(const Scale &scale);
    bool isSmooth() const;
    void setSmooth(bool smooth);
    /// Whether the guest's screen follows the window, where it can.
    bool guestFollows() const;
    void setGuestFollows(bool follows);
    bool connectsByItself() const;
    void setConnectsByItself(bool connects);
    PictureQuality quality() const;
    void setQuality(PictureQuality quality);
    bool sharesClipboard() const;
    void setSharesClipboard(bool shares);
    bool isMuted() const;
    void setMuted(bool muted);
    /// By xkb's name, such as "de"; the keyboard of this program's language where nothing was chosen.
    QString typingLayout() const;
    void setTypingLayout(const QString &layout);
    /// Name of the monitor for full screen; empty: the one that the window is on.
    QString monitor() const;
    void setMonitor(const QString &name);
    /// Of the window of a further display, counted from 1 on; as QWidget::saveGeometry() has it.
    QByteArray headGeometry(int number) const;
    void setHeadGeometry(int number, const QByteArray &geometry);

    Settings &settings() const { return *m_settings; }

private:
    Settings *m_settings;
    QString m_key;
};
