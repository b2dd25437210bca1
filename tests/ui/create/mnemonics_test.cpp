// SPDX-License-Identifier: GPL-3.0-or-later
// On each page of the wizard a letter with Alt leads to one place, in every language that there is.
#include "tests/ui/support/world.h"
#include "ui/create/createwizard.h"
#include "ui/create/fold.h"
#include "ui/create/sourcecard.h"
#include "ui/create/steps/whattorunstep.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QStackedWidget>
#include <QTranslator>

namespace {

QString textWithMnemonic(QWidget *widget)
{
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        return button->text();
    const auto *label = qobject_cast<QLabel *>(widget);
    return label && label->buddy() ? label->text() : QString();
}

/// How many there are.
qsizetype expectDifferentLetters(CreateWizard &wizard, const std::string &where)
{
    QMap<QString, QString> texts;
    for (auto *widget : wizard.findChildren<QWidget *>()) {
        const auto text = widget->isVisible() ? textWithMnemonic(widget) : QString();
        const auto letter = QKeySequence::mnemonic(text).toString();
        if (letter.isEmpty())
            continue;
        EXPECT_FALSE(texts.contains(letter)) << where << ": " << qPrintable(letter) << " leads to \"" << qPrintable(texts.value(letter))
                                             << "\" and to \"" << qPrintable(text) << '"';
        texts.insert(letter, text);
    }
    return texts.size();
}

class Mnemonics : public testing::TestWithParam<const char *> {};

} // namespace

TEST_P(Mnemonics, LeadToOnePlaceOnEachPageOfTheWizard)
{
    QTranslator translator;
    const bool translated = *GetParam();
    if (translated) {
        ASSERT_TRUE(translator.load(QStringLiteral(":/translations/vivarium_%1.qm").arg(QLatin1String(GetParam()))));
        QCoreApplication::installTranslator(&translator);
    }
    {
        World world;
        auto &host = world.connect(QStringLiteral("test:///default"));
        CreateWizard wizard(*world.inventory, &host);
        wizard.show();
        for (auto *source : wizard.findChildren<SourceCard *>()) {
            source->click();
            EXPECT_GE(expectDifferentLetters(wizard, "the first page"), 2);
        }
        const auto *pages = wizard.findChild<QStackedWidget *>();
        ASSERT_TRUE(pages);
        const auto buttons = wizard.findChildren<QPushButton *>();
        const auto forward = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->text() == CreateWizard::tr("&Next");
        });
        ASSERT_NE(forward, buttons.end());
        // The way that leads through every page, with all that is folded away at first.
        const auto cards = wizard.findChildren<SourceCard *>();
        const auto cloud = std::find_if(cards.begin(), cards.end(), [](const SourceCard *card) { return card->text() == WhatToRunStep::tr("Cloud image"); });
        ASSERT_NE(cloud, cards.end());
        (*cloud)->click();
        for (auto *fold : wizard.findChildren<Fold *>())
            fold->setOpen(true);
        for (int page = 1; page < pages->count(); ++page) {
            (*forward)->click();
            ASSERT_EQ(pages->currentIndex(), page);
            EXPECT_GE(expectDifferentLetters(wizard, "page " + std::to_string(page + 1)), 2);
        }
    }
    QCoreApplication::removeTranslator(&translator);
}

INSTANTIATE_TEST_SUITE_P(InEachLanguage, Mnemonics, testing::Values("", "de"),
                         [](const auto &language) { return std::string(*language.param ? language.param : "en"); });
