// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose for one console, kept under its machine's identity; where nothing was chosen, what Preferences
// say for all. A value over the settings; GUI thread.
#pragma once

#include "viewer/widget/consolewidget.h"

#include <QString>
#include <QVariant>

class Settings;

struct ConsoleScale {
    ConsoleWidget::Scaling mode = ConsoleWidget::Scaling::Fit;
    int percent = 100; ///< for Scaling::Percent

    friend bool operator==(const ConsoleScale &, const ConsoleScale &) = default;
};

template<class T>
struct ConsoleChoice {
    QLatin1StringView name;
    T (*otherwise)(const Settings &settings); ///< where nothing was chosen
};

namespace choice {
extern const ConsoleChoice<ConsoleScale> scale;
extern const ConsoleChoice<bool> smooth;
extern const ConsoleChoice<bool> guestFollows;   ///< the guest's screen follows the window, where it can
extern const ConsoleChoice<bool> connects;       ///< by itself, when it is looked at
extern const ConsoleChoice<bool> viewOnly;       ///< see ConsoleLink::isViewOnly()
extern const ConsoleChoice<PictureQuality> quality;
extern const ConsoleChoice<bool> clipboard;      ///< is shared
extern const ConsoleChoice<bool> muted;
extern const ConsoleChoice<QString> typingLayout; ///< by xkb's name, such as "de"
extern const ConsoleChoice<QString> monitor;     ///< for full screen, by its name; empty: the one that the window is on
} // namespace choice

class ConsoleChoices final {
public:
    /// `settings` outlives this.
    ConsoleChoices(Settings &settings, QString key) : m_settings(&settings), m_key(std::move(key)) {}

    template<class T>
    T get(const ConsoleChoice<T> &choice) const
    {
        T value = choice.otherwise(*m_settings);
        read(stored(choice.name), value);
        return value;
    }
    template<class T>
    void set(const ConsoleChoice<T> &choice, const T &value)
    {
        store(choice.name, asStored(value));
    }

    /// Of the window of a display, 0 for the first; as QWidget::saveGeometry() has it.
    QByteArray geometry(int head) const;
    void setGeometry(int head, const QByteArray &geometry);

    Settings &settings() const { return *m_settings; }

private:
    QVariant stored(QLatin1StringView name) const;
    void store(QLatin1StringView name, const QVariant &value);

    // Leave the value as it is where nothing fitting is stored.
    static void read(const QVariant &stored, bool &value);
    static void read(const QVariant &stored, QString &value);
    static void read(const QVariant &stored, ConsoleScale &value);
    static void read(const QVariant &stored, PictureQuality &value);
    static QVariant asStored(bool value) { return value; }
    static QVariant asStored(const QString &value) { return value; }
    static QVariant asStored(const ConsoleScale &value);
    static QVariant asStored(PictureQuality value);

    Settings *m_settings;
    QString m_key;
};
