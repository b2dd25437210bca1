// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceconsole.h"
#include "viewer/spice/spicemodule.h"

class SpicePlugin : public QObject, public SpiceModule {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.vivarium.SpiceModule/1")
    Q_INTERFACES(SpiceModule)
public:
    ConsoleSession *makeSession(QObject *parent) override { return new SpiceConsole(parent); }
};

#include "spiceplugin.moc"
