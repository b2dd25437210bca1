// SPDX-License-Identifier: GPL-3.0-or-later
// A machine by libvirt's own XML, typed, pasted or read from a file. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class DefinitionEdit;

class CustomXmlPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit CustomXmlPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void open();
    void read(const QString &path);

    DefinitionEdit *m_definition;
    class QLabel *m_problem;
};
