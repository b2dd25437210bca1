// SPDX-License-Identifier: GPL-3.0-or-later
// One source of a machine as a large checkable card: a drawing, a title, a line of explanation. GUI thread.
#pragma once

#include <QAbstractButton>

class SourceCard final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Drawing { Disc, Arrow, Disk, Cloud, Box, Net, Text, Container, Empty };

    SourceCard(Drawing drawing, const QString &title, const QString &explanation, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void draw(QPainter &painter, const QRectF &area) const;

    Drawing m_drawing;
    QString m_explanation;
};
