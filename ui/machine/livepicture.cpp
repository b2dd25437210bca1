// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/livepicture.h"

#include "core/machines/machine.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/picture.h"
#include "ui/common/shades.h"
#include "ui/common/statetext.h"
#include "ui/common/verbbutton.h"
#include "ui/main/screenshotcache.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto pictureAge = 1800ms;
constexpr auto tick = 2s;
} // namespace

LivePicture::LivePicture(ScreenshotCache &pictures, QAction *openConsole, QWidget *parent)
    : Card(parent), m_pictures(pictures), m_openConsole(openConsole), m_words(new ElidedLabel(this)), m_footer(new QWidget(this))
{
    setAccessibleName(tr("Screen"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_words->setFaint(true);
    auto *row = new QHBoxLayout(m_footer);
    row->setContentsMargins(16, 8, 12, 8);
    row->addWidget(m_words, 1);
    row->addWidget(new VerbButton(openConsole, m_footer));
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &LivePicture::ask);
    connect(&m_pictures, &ScreenshotCache::updated, this, [this](Machine *machine) {
        if (machine != m_machine)
            return;
        write();
        update(screenRect());
    });
}

void LivePicture::setMachine(Machine *machine)
{
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    if (!machine)
        return;
    connect(machine, &Machine::changed, this, [this, state = machine->state()]() mutable {
        if (state == m_machine->state())
            return;
        state = m_machine->state();
        write();
        update(screenRect());
        ask();
    });
    write();
    update();
    ask();
}

QSize LivePicture::sizeHint() const
{
    return {420, 280};
}

QRect LivePicture::screenRect() const
{
    return rect().adjusted(0, 0, 0, -m_footer->sizeHint().height());
}

void LivePicture::ask()
{
    if (m_machine && isVisible() && isActive(m_machine->state()))
        m_pictures.request(m_machine, pictureAge, screenRect().size() * devicePixelRatioF());
}

void LivePicture::write()
{
    QStringList parts;
    if (const auto screen = m_pictures.screenSize(m_machine); screen.isValid() && !screen.isEmpty())
        parts << tr("%1 × %2").arg(screen.width()).arg(screen.height());
    if (const auto details = m_machine->facts().details) {
        for (const auto &display : details->displays)
            parts << display.kind.text().toUpper();
    }
    if (!isActive(m_machine->state()))
        parts = {statetext::of(m_machine->state())};
    m_words->setText(parts.join(QStringLiteral(" · ")));
}

void LivePicture::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!m_machine)
        return;
    QPainter painter(this);
    const QRectF screen = QRectF(screenRect()).adjusted(1, 1, -1, 0);
    picture::draw(painter, screen, m_pictures.image(m_machine), m_machine->state(), palette(), 7.5);
    painter.fillRect(QRectF(1, screen.bottom(), width() - 2, 1), shades::line(palette()));
}

void LivePicture::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_tick.start();
    ask();
}

void LivePicture::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_tick.stop();
}

void LivePicture::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    const int height = m_footer->sizeHint().height();
    m_footer->setGeometry(0, rect().height() - height, width(), height);
}

void LivePicture::mouseDoubleClickEvent(QMouseEvent *)
{
    m_openConsole->trigger();
}
