// SPDX-License-Identifier: GPL-3.0-or-later
// What a server does to pixels: encoders for Hextile, ZRLE and Tight, for tests and benchmarks. Pictures are 32 bits a
// pixel. An encoder holds the state of one connection (its zlib streams) and belongs to one thread.
#pragma once

#include <QByteArray>
#include <QImage>

#include <memory>
#include <random>

namespace rfbencoders {

/// Chooses the smallest of the possible forms; with a generator any of them, so that tests meet all.
class Choice final {
public:
    Choice() = default;
    explicit Choice(std::mt19937 &generator)
        : m_generator(&generator)
    {
    }
    bool isRandom() const { return m_generator != nullptr; }
    /// Below `bound`; 0 where nothing is random.
    int below(int bound) const { return m_generator ? int((*m_generator)() % unsigned(bound)) : 0; }

private:
    std::mt19937 *m_generator = nullptr;
};

/// One zlib stream that is flushed after each piece.
class Deflater final {
public:
    explicit Deflater(int level = 1);
    ~Deflater();
    Q_DISABLE_COPY_MOVE(Deflater)

    /// `fresh`: refers to nothing that was compressed before.
    QByteArray compress(const QByteArray &bytes, bool fresh = false);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Each gives the payload that follows a rectangle's header.
QByteArray hextile(const QImage &image, Choice choice = {});
/// The tiles before zlib.
QByteArray zrleTiles(const QImage &image, Choice choice = {});

class Zrle final {
public:
    QByteArray encode(const QImage &image, Choice choice = {}, bool fresh = false);

private:
    Deflater m_stream;
};

class Tight final {
public:
    enum class Form { Smallest, Full, Gradient, Jpeg };

    /// How many of the colours a JPEG keeps.
    enum class Chroma { All, Half, Quarter, None };

    /// At most 2048 pixels wide. Full pixels where a form does not fit.
    QByteArray encode(const QImage &image, Form form = Form::Smallest, Choice choice = {}, bool fresh = false);
    void setJpeg(int quality, Chroma chroma, bool progressive = false)
    {
        m_quality = quality;
        m_chroma = chroma;
        m_isProgressive = progressive;
    }

private:
    QByteArray basic(int stream, const QByteArray &filter, const QByteArray &bytes, Choice choice, bool fresh);
    QByteArray jpeg(const QImage &image) const;

    std::unique_ptr<Deflater> m_streams[4];
    int m_quality = 80;
    Chroma m_chroma = Chroma::Quarter;
    bool m_isProgressive = false;
};

} // namespace rfbencoders
