// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/overview.h"

#include "core/machines/machine.h"
#include "ui/common/factcard.h"
#include "ui/common/format.h"
#include "ui/common/graph.h"
#include "ui/common/shades.h"
#include "ui/machine/hardwaretext.h"
#include "ui/machine/livepicture.h"
#include "ui/machine/recentevents.h"
#include "ui/main/machineactions.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

constexpr int columns = 20;

QString momentText(const QDateTime &at)
{
    const auto today = QDate::currentDate();
    if (at.date() == today)
        return QLocale().toString(at.time(), QLocale::ShortFormat);
    if (at.date().addDays(1) == today)
        return Overview::tr("Yesterday");
    return QLocale().toString(at.date(), QLocale::ShortFormat);
}

} // namespace

Overview::Overview(MachineActions &actions, ScreenshotCache &pictures, const RecentEvents &events, QWidget *parent)
    : QScrollArea(parent), m_events(events), m_picture(new LivePicture(pictures, actions.action(MachineVerb::OpenConsole))),
      m_processor(new GraphCard(tr("Processor"), 1)), m_memory(new GraphCard(tr("Memory"), 1)), m_disk(new GraphCard(tr("Disk"), 0)),
      m_network(new GraphCard(tr("Network"), 0)), m_hardware(new FactCard(tr("Hardware"))), m_recent(new FactCard(tr("Recent")))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Overview"));
    viewport()->setAutoFillBackground(false);
    auto *page = new QWidget(this);
    page->setAutoFillBackground(false);
    m_grid = new QGridLayout(page);
    m_grid->setContentsMargins(0, 16, 8, 24);
    m_grid->setSpacing(16);
    arrange();
    setWidget(page);
    page->setAutoFillBackground(false);
    connect(&events, &RecentEvents::happened, this, [this](Machine *machine) {
        if (machine == m_machine)
            writeRecent();
    });
    // Addresses and sizes come without an event.
    m_again.setInterval(10'000);
    connect(&m_again, &QTimer::timeout, this, &Overview::askForMore);
    colour();
}

void Overview::arrange()
{
    const bool narrow = viewport()->width() < fontMetrics().averageCharWidth() * 118;
    if (m_arranged && narrow == m_narrow)
        return;
    m_arranged = true;
    m_narrow = narrow;
    const auto put = [this](QWidget *widget, int row, int column, int rows, int columns) {
        m_grid->removeWidget(widget);
        m_grid->addWidget(widget, row, column, rows, columns);
    };
    if (narrow) {
        put(m_picture, 0, 0, 1, columns);
        put(m_processor, 1, 0, 1, columns / 2);
        put(m_memory, 1, columns / 2, 1, columns / 2);
        put(m_disk, 2, 0, 1, columns / 2);
        put(m_network, 2, columns / 2, 1, columns / 2);
        put(m_hardware, 3, 0, 1, columns);
        put(m_recent, 4, 0, 1, columns);
    } else {
        put(m_picture, 0, 0, 2, 8);
        put(m_processor, 0, 8, 1, 6);
        put(m_memory, 0, 14, 1, 6);
        put(m_disk, 1, 8, 1, 6);
        put(m_network, 1, 14, 1, 6);
        put(m_hardware, 2, 0, 1, columns / 2);
        put(m_recent, 2, columns / 2, 1, columns / 2);
    }
    m_grid->setAlignment(m_hardware, Qt::AlignTop);
    m_grid->setAlignment(m_recent, Qt::AlignTop);
    m_picture->setMinimumHeight(narrow ? 240 : 0);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    for (int row = 0; row < 6; ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(narrow ? 5 : 3, 1);
}

void Overview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void Overview::colour()
{
    m_processor->setColour(shades::of(shades::Series::Processor, palette()));
    m_memory->setColour(shades::of(shades::Series::Memory, palette()));
    m_disk->setColour(shades::of(shades::Series::Disk, palette()));
    m_network->setColour(shades::of(shades::Series::Network, palette()));
}

void Overview::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void Overview::setMachine(Machine *machine)
{
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_picture->setMachine(machine);
    if (!machine)
        return;
    m_knewDetails = machine->facts().details != nullptr;
    connect(machine, &Machine::changed, this, [this] {
        // Only now is it known which disks to measure.
        if (!std::exchange(m_knewDetails, m_machine->facts().details != nullptr))
            askForMore();
        writeFacts();
        writeCharts();
    });
    connect(machine, &Machine::sampled, this, &Overview::writeCharts);
    writeFacts();
    writeCharts();
    writeRecent();
    askForMore();
}

void Overview::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    askForMore();
    m_again.start();
    if (m_machine)
        writeCharts();
}

void Overview::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_again.stop();
}

void Overview::askForMore()
{
    if (!m_machine || !isVisible())
        return;
    m_machine->requestDetails();
    m_machine->requestAddresses();
}

void Overview::writeFacts()
{
    m_hardware->setRows(hardwaretext::rowsOf(m_machine->facts()));
}

void Overview::writeCharts()
{
    if (!isVisible())
        return;
    const auto &facts = m_machine->facts();
    const auto *stats = isActive(m_machine->state()) ? m_machine->stats() : nullptr;
    if (!stats) {
        const auto off = isActive(m_machine->state()) ? tr("Measuring…") : tr("Off");
        for (auto *card : {m_processor, m_memory, m_disk, m_network})
            card->show(QStringLiteral("–"), off, nullptr);
        return;
    }
    const auto &last = stats->last;
    const bool early = stats->processor.count() < 3 && stats->memory.count() < 3;
    const auto unknown = early ? tr("Measuring…") : tr("No figure from the hypervisor yet");
    const auto none = QStringLiteral("–");
    m_processor->show(last.processor ? format::percent(double(*last.processor)) : none,
                      !last.processor ? unknown
                      : facts.vcpus > 0
                          ? tr("%1 of %2 cores busy").arg(QLocale().toString(double(*last.processor) * facts.vcpus, 'f', 1), QLocale().toString(facts.vcpus))
                          : QString(),
                      &stats->processor);
    const auto total = last.memoryTotal.value_or(facts.memory);
    m_memory->show(last.memoryUsed ? format::size(*last.memoryUsed) : none,
                   last.memoryUsed ? tr("of %1").arg(format::size(total)) : unknown, &stats->memory);
    const auto sum = [](const std::optional<float> &a, const std::optional<float> &b) { return double(a.value_or(0)) + double(b.value_or(0)); };
    const bool disk = last.diskRead || last.diskWrite;
    m_disk->show(disk ? format::rate(sum(last.diskRead, last.diskWrite)) : none,
                 disk ? tr("read %1 · write %2").arg(format::rate(double(last.diskRead.value_or(0))), format::rate(double(last.diskWrite.value_or(0)))) : unknown,
                 &stats->disk);
    const bool net = last.netReceived || last.netSent;
    const auto nics = facts.details ? facts.details->nics : std::vector<NicFacts>();
    const bool uncounted = !nics.empty() && std::all_of(nics.begin(), nics.end(), [](const NicFacts &nic) { return nic.kind == u"user"; });
    const auto noNet = uncounted ? tr("User networking is not counted") : facts.details && nics.empty() ? tr("No network card") : unknown;
    m_network->show(net ? format::bitRate(sum(last.netReceived, last.netSent)) : none,
                    net ? tr("in %1 · out %2").arg(format::bitRate(double(last.netReceived.value_or(0))), format::bitRate(double(last.netSent.value_or(0)))) : noNet,
                    &stats->network);
}

void Overview::writeRecent()
{
    std::vector<FactCard::Row> rows;
    for (const auto &event : m_events.of(m_machine)) {
        rows.push_back({momentText(event.at), event.text, event.outcome, false, event.failed});
        if (rows.size() == 8)
            break;
    }
    if (rows.empty())
        rows.push_back({QString(), tr("Nothing has happened since the program was started."), {}, false, false});
    m_recent->setRows(rows);
}
