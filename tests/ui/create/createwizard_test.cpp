// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/createwizard.h"

#include "tests/ui/support/world.h"
#include "ui/create/findinglines.h"
#include "ui/create/sizeedit.h"
#include "ui/create/sourcecard.h"
#include "ui/create/sources/customxmlpanel.h"
#include "ui/create/steps/reviewstep.h"
#include "ui/create/wizardcontext.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>

namespace {
class CreateWizardTest : public testing::Test {
protected:
    void SetUp() override
    {
        host = &world.connect(QStringLiteral("test:///default"));
        wizard = new CreateWizard(*world.inventory, host);
        wizard->show();
        ASSERT_TRUE(spinUntil([&] { return context().survey() != nullptr; }));
    }
    void TearDown() override { delete wizard; }

    WizardContext &context() const { return *wizard->findChild<WizardContext *>(); }
    template<class Widget>
    Widget &the(const char *name) const
    {
        auto *widget = named<Widget>(*wizard, name);
        if (!widget)
            throw std::runtime_error(std::string("no widget is called ") + name);
        return *widget;
    }
    void type(QLineEdit &edit, const QString &text)
    {
        edit.setText(text);
        Q_EMIT edit.textEdited(text);
    }
    bool canCreate() const { return the<QPushButton>("Create now").isEnabled(); }
    bool saysSomewhere(const QString &part) const
    {
        for (const auto *lines : wizard->findChildren<FindingLines *>()) {
            if (!lines->isHidden() && lines->text().contains(part))
                return true;
        }
        return false;
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // A drop goes to whoever took the drag that came before it.
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(wizard, &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(wizard, &event);
    }

    World world;
    Host *host = nullptr;
    QPointer<CreateWizard> wizard;
};
} // namespace

TEST_F(CreateWizardTest, WaitsForAFileBeforeItCreates)
{
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("Choose a file")));
    type(the<QLineEdit>("Image"), QStringLiteral("/nowhere/at all.iso"));
    EXPECT_FALSE(canCreate());
    ASSERT_TRUE(spinUntil([&] { return context().recognition() == WizardContext::Recognition::Failed; }));
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("at all.iso")));
}

TEST_F(CreateWizardTest, MakesAnEmptyMachineWithThreeClicks)
{
    QSignalSpy started(wizard, &CreateWizard::jobStarted);
    the<SourceCard>("No medium").click();
    ASSERT_TRUE(canCreate());
    const auto name = context().recipe().name;
    EXPECT_FALSE(name.isEmpty());
    the<QPushButton>("Create now").click();
    ASSERT_EQ(started.size(), 1);
    auto *job = started.first().first().value<Job *>();
    ASSERT_TRUE(job);
    ASSERT_TRUE(spinUntil([&] { return job->isFinished(); }));
    EXPECT_EQ(job->state(), Job::State::Succeeded) << job->error().value_or(Error{}).message.toStdString();
    ASSERT_TRUE(spinUntil([&] { return host->machineNamed(name) != nullptr; }));
    EXPECT_TRUE(spinUntil([&] { return wizard.isNull(); })) << "the window stays open";
}

TEST_F(CreateWizardTest, MakesSeveralAtOnceEachByAJobOfItsOwn)
{
    the<SourceCard>("No medium").click();
    context().setName(QStringLiteral("web"));
    the<QSpinBox>("How many").setValue(3);
    ASSERT_TRUE(canCreate());
    const auto before = host->machines().size();
    the<QPushButton>("Create now").click();
    ASSERT_TRUE(spinUntil([&] { return host->machines().size() == before + 3; }));
    for (const auto *name : {"web-1", "web-2", "web-3"})
        EXPECT_TRUE(host->machineNamed(QString::fromLatin1(name))) << name;
}

TEST_F(CreateWizardTest, SaysWhyThereCanBeOneOnly)
{
    the<SourceCard>("No medium").click();
    auto &count = the<QSpinBox>("How many");
    EXPECT_TRUE(count.isEnabled());
    count.setValue(2);
    the<SourceCard>("Definition (XML)").click();
    EXPECT_FALSE(count.isEnabled());
    EXPECT_EQ(count.value(), 1);
    EXPECT_TRUE(count.toolTip().contains(u"one machine"));
    the<SourceCard>("No medium").click();
    EXPECT_EQ(count.value(), 2) << "what the person wished is not forgotten";
}

TEST_F(CreateWizardTest, ChecksTheNameAtEachKey)
{
    the<SourceCard>("No medium").click();
    auto &name = the<QLineEdit>("Name");
    const struct {
        QString name;
        bool good;
        QString says;
    } cases[]{
        {QString(), false, QStringLiteral("Give the machine a name")},
        {QStringLiteral("test"), false, QStringLiteral("already")},
        {QStringLiteral("a/b"), false, QStringLiteral("slash")},
        {QStringLiteral("line\nbreak"), false, QStringLiteral("character")},
        {QStringLiteral(" blank"), false, QStringLiteral("blank")},
        {QStringLiteral("Größe & <drei> \"x\""), true, QString()},
    };
    for (const auto &each : cases) {
        // A line edit keeps line breaks out, so the context is told as a paste would.
        context().setName(each.name);
        EXPECT_EQ(canCreate(), each.good) << each.name.toStdString();
        if (!each.good) {
            EXPECT_TRUE(saysSomewhere(each.says)) << each.name.toStdString();
        }
    }
    type(name, QStringLiteral("fine"));
    EXPECT_EQ(context().recipe().name, u"fine");
    EXPECT_TRUE(canCreate());
}

TEST_F(CreateWizardTest, LearnsOfANameThatSomebodyElseTook)
{
    the<SourceCard>("No medium").click();
    context().setName(QStringLiteral("taken soon"));
    ASSERT_TRUE(canCreate());
    CreateWizard other(*world.inventory, host);
    auto &rival = *other.findChild<WizardContext *>();
    ASSERT_TRUE(spinUntil([&] { return rival.survey() != nullptr; }));
    other.setAttribute(Qt::WA_DeleteOnClose, false);
    rival.setSource(MediaSource::NoMedium);
    rival.setName(QStringLiteral("taken soon"));
    ASSERT_TRUE(rival.create());
    EXPECT_TRUE(spinUntil([&] { return !canCreate(); }));
    EXPECT_TRUE(saysSomewhere(QStringLiteral("already")));
}

TEST_F(CreateWizardTest, KeepsWhatThePersonSetAndFollowsTheRest)
{
    the<SourceCard>("No medium").click();
    the<QSpinBox>("Processors").setValue(3);
    OsEntry system;
    system.id = QStringLiteral("http://debian.org/debian/11");
    system.name = QStringLiteral("Debian 11");
    context().chooseSystem(system);
    ASSERT_TRUE(spinUntil([&] { return context().recipe().os.known; }));
    EXPECT_EQ(context().recipe().vcpus, 3);
    EXPECT_EQ(context().recipe().memory, context().recommended().memory);
    EXPECT_TRUE(context().recipe().name.startsWith(u"debian")) << context().recipe().name.toStdString();
}

TEST_F(CreateWizardTest, TakesADroppedDiskAsADisk)
{
    const auto disk = world.file(QStringLiteral("old server.qcow2"), QByteArray(1024, 'x'));
    drop(disk);
    EXPECT_EQ(context().recipe().source, MediaSource::ExistingDisk);
    EXPECT_EQ(context().recipe().mediaPath, disk);
    ASSERT_TRUE(spinUntil([&] { return context().recognition() == WizardContext::Recognition::Unknown; }));
    EXPECT_FALSE(context().recipe().withDisk);
    EXPECT_TRUE(canCreate());
    drop(QStringLiteral("/some/image.iso"));
    EXPECT_EQ(context().recipe().source, MediaSource::InstallerImage);
}

TEST_F(CreateWizardTest, WalksThroughItsStepsAndBack)
{
    auto &next = the<QPushButton>("Next");
    auto &back = the<QPushButton>("Back");
    EXPECT_TRUE(back.isHidden());
    EXPECT_TRUE(the<QLineEdit>("Image").isVisible());
    next.click();
    EXPECT_TRUE(the<QLineEdit>("Name").isVisible());
    next.click();
    EXPECT_TRUE(next.isHidden());
    back.click();
    EXPECT_TRUE(the<QLineEdit>("Name").isVisible());
}

TEST_F(CreateWizardTest, SaysWhichHostsCannotBeUsed)
{
    world.inventory->hosts().add(HostUri::parse(QStringLiteral("qemu+ssh://far/system")).value(), QStringLiteral("Far away"),
                                 HostList::Keep::ForThisRun);
    auto &hosts = the<QComboBox>("Host");
    ASSERT_EQ(hosts.count(), 2);
    EXPECT_TRUE(hosts.itemText(1).startsWith(u"Far away ("));
    EXPECT_FALSE(hosts.model()->flags(hosts.model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
    EXPECT_EQ(hosts.currentIndex(), 0);
}

TEST_F(CreateWizardTest, CannotCreateOnAHostThatWentAway)
{
    the<SourceCard>("No medium").click();
    ASSERT_TRUE(canCreate());
    host->disconnectFromHost();
    EXPECT_TRUE(spinUntil([&] { return !canCreate(); }));
    host->connectToHost();
    EXPECT_TRUE(spinUntil([&] { return canCreate(); }));
}

TEST_F(CreateWizardTest, NamesEveryFieldForScreenReaders)
{
    for (const auto *widget : wizard->findChildren<QWidget *>()) {
        const bool interactive = widget->focusPolicy() & Qt::TabFocus;
        const auto *parent = widget->parentWidget();
        const bool inner = qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
                           || widget->objectName().startsWith(u"qt_") || widget->focusProxy();
        if (interactive && !inner) {
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        }
    }
}

TEST_F(CreateWizardTest, ShowsTheDefinitionAndFollowsItOnceItIsChanged)
{
    the<SourceCard>("No medium").click();
    the<QPushButton>("Next").click();
    the<QPushButton>("Next").click();
    the<QCheckBox>("Show the definition (XML)").setChecked(true);
    auto *step = wizard->findChild<ReviewStep *>();
    ASSERT_TRUE(step);
    auto &xml = *named<QPlainTextEdit>(*step, "Definition (XML)");
    EXPECT_TRUE(xml.toPlainText().contains(QStringLiteral("<name>%1</name>").arg(context().recipe().name)));
    EXPECT_FALSE(context().isDefinitionChanged());
    xml.setPlainText(xml.toPlainText().replace(QStringLiteral("</domain>"), QStringLiteral("  <description>mine</description>\n</domain>")));
    EXPECT_TRUE(context().isDefinitionChanged());
    ASSERT_TRUE(canCreate());
    xml.setPlainText(QStringLiteral("<domain><name>"));
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("cannot be read")));
    the<QPushButton>("Undo my changes").click();
    EXPECT_FALSE(context().isDefinitionChanged());
    EXPECT_TRUE(canCreate());
    EXPECT_TRUE(xml.toPlainText().contains(QStringLiteral("<name>%1</name>").arg(context().recipe().name)));
}

TEST_F(CreateWizardTest, MakesAMachineOfADefinition)
{
    QSignalSpy started(wizard, &CreateWizard::jobStarted);
    the<SourceCard>("Definition (XML)").click();
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("Paste a definition")));
    auto *panel = wizard->findChild<CustomXmlPanel *>();
    ASSERT_TRUE(panel);
    named<QPlainTextEdit>(*panel, "Definition (XML)")->setPlainText(QStringLiteral(
        "<domain type='test' xmlns:own='urn:own'><name>by-hand</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><memory>4096</memory>"
        "<metadata><own:note>kept</own:note></metadata><os><type>hvm</type></os></domain>"));
    ASSERT_TRUE(canCreate());
    the<QPushButton>("Create now").click();
    ASSERT_EQ(started.size(), 1);
    auto *job = started.first().first().value<Job *>();
    ASSERT_TRUE(spinUntil([&] { return job->isFinished(); }));
    EXPECT_EQ(job->state(), Job::State::Succeeded) << job->error().value_or(Error{}).message.toStdString();
    ASSERT_TRUE(spinUntil([&] { return host->machineNamed(QStringLiteral("by-hand")) != nullptr; }));
    // That of the text is some other machine's, perhaps of one that is on the host: here it is the one that is called test.
    EXPECT_NE(host->machineNamed(QStringLiteral("by-hand"))->uuid(), QUuid(QStringLiteral("6695eb01-f6a4-8304-79aa-97f2502e193f")));
}

TEST_F(CreateWizardTest, CopiesTheMachineForOtherPrograms)
{
    the<SourceCard>("No medium").click();
    const auto copied = [this](const QString &as) {
        for (auto *action : the<QToolButton>("Copy as").menu()->actions()) {
            if (action->text() == as)
                action->trigger();
        }
        return QGuiApplication::clipboard()->text();
    };
    const auto name = context().recipe().name;
    EXPECT_TRUE(copied(QStringLiteral("virt-install command")).startsWith(u"virt-install \\\n  --connect test:///default"));
    EXPECT_TRUE(copied(QStringLiteral("Definition (XML)")).contains(QStringLiteral("<name>%1</name>").arg(name)));
    EXPECT_TRUE(copied(QStringLiteral("Vagrantfile")).contains(QStringLiteral("config.vm.define '%1'").arg(name)));
}

TEST(SizeEdit, KeepsTheAmountWhenTheUnitChanges)
{
    SizeEdit edit(QStringLiteral("Memory"), SizeEdit::Style::WithSlider);
    edit.setSpan(Bytes::mib(128), Bytes::gib(32));
    edit.setValue(Bytes::mib(1536));
    auto *unit = edit.findChild<QComboBox *>();
    unit->setCurrentIndex(0);
    Q_EMIT unit->activated(0);
    EXPECT_EQ(edit.value(), Bytes::mib(1536));
    auto *figure = edit.findChild<QDoubleSpinBox *>();
    EXPECT_DOUBLE_EQ(figure->value(), 1536.0);
    figure->setValue(700);
    EXPECT_EQ(edit.value(), Bytes::mib(700));
}
