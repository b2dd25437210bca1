// SPDX-License-Identifier: GPL-3.0-or-later
// An open vocabulary: a strong string with named constants. libvirt's vocabularies grow, so a word that
// we do not know is carried and written back untouched.
#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>

template<class Tag>
class Word {
public:
    Word() = default;
    explicit Word(QString text) : m_text(std::move(text)) {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Word &, const Word &) = default;
    friend size_t qHash(const Word &word, size_t seed = 0) { return qHash(word.m_text, seed); }

private:
    QString m_text;
};
