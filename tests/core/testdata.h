// SPDX-License-Identifier: GPL-3.0-or-later
// Files that stand beside the tests, and printing of Qt's types by GoogleTest.
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <ostream>

inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}

namespace testdata {

/// Path of a file below tests/core.
inline QString path(const QString &name)
{
    return QStringLiteral(VIVARIUM_TEST_DATA) + u'/' + name;
}

/// Empty where it cannot be read.
inline QByteArray bytes(const QString &name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString text(const QString &name)
{
    return QString::fromUtf8(bytes(name));
}

/// Names of the files in a folder below tests/core, with that folder in front.
inline QStringList filesIn(const QString &folder)
{
    QStringList names;
    for (const auto &name : QDir(path(folder)).entryList(QDir::Files, QDir::Name))
        names += folder + u'/' + name;
    return names;
}

} // namespace testdata
