// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/portrows.h"

#include "core/provisioning/portforwarding.h"
#include "ui/common/labels.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace {
constexpr int gap = 8;
constexpr size_t maxRows = 32; // as many as fit a sane definition, and a window
} // namespace

PortRows::PortRows(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_lines(new QVBoxLayout), m_add(labels::button(tr("For&ward a port"), this)), m_open(new QCheckBox(this))
{
    const auto open = tr("Other computers ma&y use them too");
    m_open->setText(open);
    labels::nameAfter(m_open, open);
    connect(m_add, &QPushButton::clicked, this, &PortRows::add);
    connect(m_open, &QCheckBox::clicked, this, &PortRows::take);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(2 * gap);
    foot->addWidget(m_add);
    foot->addWidget(m_open);
    foot->addStretch();
    m_lines->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(gap);
    column->addLayout(m_lines);
    column->addLayout(foot);
    connect(&context, &WizardContext::changed, this, &PortRows::refresh);
    refresh();
}

PortRows::Row PortRows::makeRow(int number)
{
    auto *line = new QWidget(this);
    const auto port = [line](const QString &name) {
        auto *spin = new QSpinBox(line);
        spin->setRange(0, 65535);
        spin->setSpecialValueText(tr("port"));
        spin->setGroupSeparatorShown(false);
        spin->setAccessibleName(name);
        return spin;
    };
    Row row{line, new QComboBox(line), port(tr("Host port %1").arg(number)), port(tr("Machine port %1").arg(number)), new QToolButton(line)};
    row.protocol->addItem(tr("TCP"), int(PortForward::Protocol::Tcp));
    row.protocol->addItem(tr("UDP"), int(PortForward::Protocol::Udp));
    row.protocol->setAccessibleName(tr("Protocol %1").arg(number));
    auto *removal = row.removal;
    removal->setText(QStringLiteral("✕"));
    removal->setAutoRaise(true);
    removal->setToolTip(tr("Remove"));
    removal->setAccessibleName(tr("Remove port %1").arg(number));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(row.protocol);
    layout->addWidget(new QLabel(tr("host"), line));
    layout->addWidget(row.host);
    layout->addWidget(new QLabel(layoutDirection() == Qt::RightToLeft ? tr("← machine") : tr("→ machine"), line));
    layout->addWidget(row.guest);
    layout->addWidget(removal);
    layout->addStretch();
    connect(row.protocol, &QComboBox::activated, this, &PortRows::take);
    connect(row.host, &QSpinBox::valueChanged, this, &PortRows::take);
    connect(row.guest, &QSpinBox::valueChanged, this, &PortRows::take);
    connect(removal, &QToolButton::clicked, this, [this, number] { remove(number - 1); });
    m_lines->addWidget(line);
    return row;
}

/// A row that was made later is still come by before the buttons below it.
void PortRows::orderRows()
{
    QWidget *before = m_rows.size() > 1 ? m_rows[m_rows.size() - 2].removal : m_add->previousInFocusChain();
    const auto &row = m_rows.back();
    for (QWidget *next : std::initializer_list<QWidget *>{row.protocol, row.host, row.guest, row.removal, m_add, m_open}) {
        setTabOrder(before, next);
        before = next;
    }
}

void PortRows::refresh()
{
    const auto &recipe = m_context.recipe();
    const auto &wishes = recipe.forwards;
    setVisible(takesForwards(recipe));
    while (m_rows.size() > wishes.ports.size()) {
        m_rows.back().line->hide();
        m_rows.back().line->deleteLater(); // one of its widgets may have asked for it
        m_rows.pop_back();
    }
    while (m_rows.size() < wishes.ports.size()) {
        m_rows.push_back(makeRow(int(m_rows.size()) + 1));
        orderRows();
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto &row = m_rows[i];
        const QSignalBlocker stillHost(row.host);
        const QSignalBlocker stillGuest(row.guest);
        row.protocol->setCurrentIndex(row.protocol->findData(int(wishes.ports[i].protocol)));
        row.host->setValue(wishes.ports[i].hostPort);
        row.guest->setValue(wishes.ports[i].guestPort);
    }
    const auto *survey = m_context.survey();
    const bool canForward = survey && survey->forwarding != Forwarding::None;
    m_add->setEnabled(canForward && wishes.ports.size() < maxRows);
    m_add->setToolTip(!survey || canForward ? QString() : tr("The host's libvirt is too old for it."));
    m_open->setVisible(!wishes.ports.empty());
    m_open->setChecked(wishes.isOpenToAll);
}

void PortRows::take()
{
    ForwardWishes wishes;
    wishes.isOpenToAll = m_open->isChecked();
    for (const auto &row : m_rows)
        wishes.ports.push_back({PortForward::Protocol(row.protocol->currentData().toInt()), quint16(row.host->value()), quint16(row.guest->value())});
    m_context.setForwards(wishes);
}

void PortRows::add()
{
    const auto *survey = m_context.survey();
    if (!survey)
        return;
    auto wishes = m_context.recipe().forwards;
    wishes.ports.push_back(proposedForward(wishes.ports, *survey));
    m_context.setForwards(wishes);
    m_rows.back().host->setFocus();
}

void PortRows::remove(int number)
{
    auto wishes = m_context.recipe().forwards;
    wishes.ports.erase(wishes.ports.begin() + number);
    m_context.setForwards(wishes);
}
