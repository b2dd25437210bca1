// SPDX-License-Identifier: GPL-3.0-or-later
// Records a console's picture into a film by an encoder of this computer's: ffmpeg, or GStreamer. GUI thread; the
// encoder is a process of its own, and gets no more frames than it takes.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QSize>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

class QImage;

class Recorder final : public QObject {
    Q_OBJECT
public:
    static constexpr int framesPerSecond = 15;

    enum class Format { WebM, Gif };
    struct Encoder {
        QString program;  ///< full path
        bool isFfmpeg = false;
        bool canDo(Format format) const { return isFfmpeg || format == Format::WebM; }
    };
    /// The one that is installed; none: nothing can be recorded.
    static std::optional<Encoder> installed();
    /// What the encoder is called with; frames of that size, four bytes a pixel, come in at its standard input.
    static QStringList arguments(const Encoder &encoder, Format format, QSize size, const QString &path);

    explicit Recorder(QObject *parent = nullptr);
    ~Recorder() override;

    /// `picture` is asked for each frame; one of another size is scaled to that of the first. Ends any former one.
    void start(const Encoder &encoder, Format format, const QString &path, std::function<QImage()> picture);
    /// Lets the encoder finish the file; finished() follows.
    void stop();
    bool isRecording() const { return m_frames.isActive(); }

Q_SIGNALS:
    /// `problem` holds the encoder's own words, and is empty where the film is whole.
    void finished(const QString &problem);

private:
    void sendFrame();
    void conclude(const QString &problem);

    QProcess m_process;
    QTimer m_frames;
    QSize m_size;
    std::function<QImage()> m_picture;
    QByteArray m_said;
};
