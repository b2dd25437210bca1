// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/recorder.h"

#include <QImage>
#include <QPainter>
#include <QStandardPaths>

namespace {
constexpr qint64 mostWaitingFrames = 3;
constexpr qsizetype mostSaid = 4000;

/// VP8 wants even sides.
QSize even(QSize size)
{
    return {size.width() & ~1, size.height() & ~1};
}
} // namespace

std::optional<Recorder::Encoder> Recorder::installed()
{
    if (const auto path = QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); !path.isEmpty())
        return Encoder{path, true};
    if (const auto path = QStandardPaths::findExecutable(QStringLiteral("gst-launch-1.0")); !path.isEmpty())
        return Encoder{path, false};
    return std::nullopt;
}

QStringList Recorder::arguments(const Encoder &encoder, Format format, QSize size, const QString &path)
{
    const auto rate = QString::number(framesPerSecond);
    const auto sides = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    if (!encoder.isFfmpeg) {
        return {QStringLiteral("-q"), QStringLiteral("-e"), QStringLiteral("fdsrc"), QStringLiteral("fd=0"), QStringLiteral("do-timestamp=true"),
                QStringLiteral("!"), QStringLiteral("rawvideoparse"), QStringLiteral("format=bgrx"), QStringLiteral("width=%1").arg(size.width()),
                QStringLiteral("height=%1").arg(size.height()), QStringLiteral("framerate=%1/1").arg(rate), QStringLiteral("!"),
                QStringLiteral("videoconvert"), QStringLiteral("!"), QStringLiteral("vp8enc"), QStringLiteral("deadline=1"), QStringLiteral("!"),
                QStringLiteral("webmmux"), QStringLiteral("!"), QStringLiteral("filesink"), QStringLiteral("location=%1").arg(path)};
    }
    // Frames carry the time at which they come: some are left out while the encoder is behind.
    QStringList words{QStringLiteral("-hide_banner"), QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-y"),
                      QStringLiteral("-use_wallclock_as_timestamps"), QStringLiteral("1"), QStringLiteral("-f"), QStringLiteral("rawvideo"),
                      QStringLiteral("-pixel_format"), QStringLiteral("bgr0"), QStringLiteral("-video_size"), sides,
                      QStringLiteral("-framerate"), rate, QStringLiteral("-i"), QStringLiteral("pipe:0")};
    if (format == Format::WebM)
        words << QStringLiteral("-c:v") << QStringLiteral("libvpx") << QStringLiteral("-deadline") << QStringLiteral("realtime")
              << QStringLiteral("-b:v") << QStringLiteral("2M") << QStringLiteral("-pix_fmt") << QStringLiteral("yuv420p")
              << QStringLiteral("-f") << QStringLiteral("webm");
    else
        // Colours of each frame's own: the fixed ones speckle a desktop, and that makes a film a hundred times as large.
        words << QStringLiteral("-filter_complex")
              << QStringLiteral("split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=bayer:bayer_scale=5")
              << QStringLiteral("-r") << rate << QStringLiteral("-f") << QStringLiteral("gif");
    return words << QStringLiteral("file:") + path;
}

Recorder::Recorder(QObject *parent) : QObject(parent)
{
    m_frames.setInterval(1000 / framesPerSecond);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, &Recorder::sendFrame);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_said = (m_said + m_process.readAllStandardError()).right(mostSaid);
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool whole = status == QProcess::NormalExit && code == 0;
        conclude(whole ? QString() : QString::fromLocal8Bit(m_said).trimmed());
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            conclude(m_process.errorString());
    });
}

Recorder::~Recorder()
{
    m_process.disconnect(this);
    m_process.kill();
}

void Recorder::start(const Encoder &encoder, Format format, const QString &path, std::function<QImage()> picture)
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_picture = std::move(picture);
    m_size = even(m_picture().size());
    m_said.clear();
    if (m_size.isEmpty())
        return;
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(encoder.program, arguments(encoder, format, m_size, path));
    m_frames.start();
}

void Recorder::stop()
{
    if (!m_frames.isActive())
        return;
    m_frames.stop();
    m_process.closeWriteChannel();
}

void Recorder::sendFrame()
{
    const qint64 frame = qint64(m_size.width()) * m_size.height() * 4;
    if (m_process.state() != QProcess::Running || m_process.bytesToWrite() > mostWaitingFrames * frame)
        return;
    auto picture = m_picture().convertToFormat(QImage::Format_RGB32);
    if (picture.isNull())
        return;
    if (even(picture.size()) != m_size) {
        QImage fitted(m_size, QImage::Format_RGB32);
        fitted.fill(Qt::black);
        const auto scaled = picture.scaled(m_size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter(&fitted).drawImage((m_size.width() - scaled.width()) / 2, (m_size.height() - scaled.height()) / 2, scaled);
        picture = fitted;
    }
    for (int y = 0; y < m_size.height(); ++y)
        m_process.write(reinterpret_cast<const char *>(picture.constScanLine(y)), qint64(m_size.width()) * 4);
}

void Recorder::conclude(const QString &problem)
{
    // It may have ended before it was told to.
    const bool early = m_frames.isActive();
    m_frames.stop();
    Q_EMIT finished(early && problem.isEmpty() ? QString::fromLocal8Bit(m_said).trimmed() : problem);
}
