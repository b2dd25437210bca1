// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for a file browser in the stories: a small window in the lower left corner, and what is dragged out of it is the
// file named on the command line.
#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QScreen>
#include <QUrl>

class FileToDrag final : public QLabel {
public:
    explicit FileToDrag(const QString &path) : QLabel(QStringLiteral("Drag me")), m_path(path)
    {
        setWindowTitle(text());
        setAccessibleName(text());
        setAlignment(Qt::AlignCenter);
        resize(120, 60);
        move(8, screen()->availableGeometry().height() - 100);
        setWindowFlag(Qt::WindowStaysOnTopHint);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
    void mouseMoveEvent(QMouseEvent *) override
    {
        auto *content = new QMimeData;
        content->setUrls({QUrl::fromLocalFile(m_path)});
        auto *drag = new QDrag(this);
        drag->setMimeData(content);
        drag->exec(Qt::CopyAction | Qt::LinkAction, Qt::CopyAction);
    }

private:
    QString m_path;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    FileToDrag file(application.arguments().value(1));
    file.show();
    return QApplication::exec();
}
