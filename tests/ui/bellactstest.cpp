#include "tests/qt/testclasses.h"
#include "tests/ui/bellfixture.h"

#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"

using namespace foredeck;
using namespace foredeck::ui;

namespace {

/// The outbox cannot be written to.
class Outage {
public:
    explicit Outage(const QString &file) : m_lock(sqlite::Database::open(file.toStdString(), {}).value())
    {
        expectedWarning = QStringLiteral("not saved");
        if (m_lock->execute("BEGIN IMMEDIATE").hasError())
            qFatal("the outbox is locked already");
    }
    ~Outage() { end(); }
    void end()
    {
        if (m_lock && m_lock->execute("ROLLBACK").hasError())
            qFatal("the lock stays");
        m_lock.reset();
    }

private:
    std::unique_ptr<sqlite::Database> m_lock;
};

} // namespace

/// What a person does from a notification, and what they choose of them.
class BellActsTest final : public QObject, private BellFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { finish(); }

    void takenOverFromThere()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TakeOver});
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(1)));
        QTRY_COMPARE(m_desk->notifier.count, 2);
        QCOMPARE(m_desk->host.forward, 1);
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QTRY_COMPARE(QApplication::focusWidget(), composer()->edit());
    }

    void seenFromThereIsQuiet()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        Q_EMIT m_desk->notifier.acted(key(22), seenAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::EscalationAcknowledge});
        QTRY_VERIFY(m_desk->notifier.standing.empty());
        QCOMPARE(m_desk->host.forward, 0);
        call(22);
        m_desk->settle();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.count, 3); // nobody has taken it
    }

    void whatIsTypedThereGoesTheWayOfEveryReply()
    {
        open(TestDesk::marcus());
        inbox()->write(CompositionKind::Reply, QStringLiteral("half a sentence"));
        inbox()->flush();
        m_window->showPlace(QStringLiteral("settings"));
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral(" On our <b>way</b> \n"));
        QTRY_COMPARE(kinds(), (std::vector {OpKind::TakeOver, OpKind::Reply}));
        std::vector<OutboxRow> rows = outbox();
        std::erase_if(rows, [](const OutboxRow &one) { return one.op.kind != OpKind::Reply; });
        QCOMPARE(QString::fromStdString(textOf(rows.back().op)), QStringLiteral("On our <b>way</b>"));
        QVERIFY(rows.back().op.conversation == TestDesk::marcus());
        QCOMPARE(rows.back().op.seenPosition, 6);
        QCOMPARE(typed(), QStringLiteral("half a sentence"));
        QCOMPARE(m_desk->host.forward, 0);
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("to one that was never shown"));
        m_desk->settle();
        QCOMPARE(kinds().size(), 2u);
    }

    void aReplyHasSeenWhatWasShown_data()
    {
        QTest::addColumn<bool>("shown");
        QTest::addColumn<int>("seen");
        QTest::newRow("their words are shown") << true << 7;
        QTest::newRow("they are hidden") << false << 6;
    }
    void aReplyHasSeenWhatWasShown()
    {
        QFETCH(bool, shown);
        QFETCH(int, seen);
        BellSettings now = settings();
        now.showWords = shown;
        m_desk->preferences->setBell(userId(1), now);
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        customerWrites(7, "Forget it, we are ashore");
        call(1, "managers");
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
        QCOMPARE(m_desk->notifier.shown.back().body.contains(QStringLiteral("Forget it")), shown);
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("It is USD 240"));
        QTRY_COMPARE(kinds(), (std::vector {OpKind::TakeOver, OpKind::Reply}));
        std::vector<OutboxRow> rows = outbox();
        std::erase_if(rows, [](const OutboxRow &one) { return one.op.kind != OpKind::Reply; });
        QCOMPARE(rows.back().op.seenPosition, seen);
    }

    void aReplyThatCameTooLateIsKept()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        claim(22);
        QTRY_VERIFY(m_desk->notifier.standing.empty());
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        QTRY_COMPARE(inbox()->conversation(), conversationId(22));
        QTRY_COMPARE(typed(), QStringLiteral("I am sorry about that"));
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("Your reply was not sent.")));
        Q_EMIT m_desk->notifier.acted(key(22), takeOverAction); // nor is it taken from who has it
        m_desk->settle();
        QVERIFY(kinds().empty());
    }

    void whoIsInTheMiddleOfASentenceIsNotCutShort()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Conversation c = conversation(1, 2);
        c.version = 9;
        c.owner = {OwnerKind::User, userId(2), "Tomás Ibarra"};
        c.claim = {userId(2), "Tomás Ibarra", 9, m_desk->store.clock.now() + std::chrono::seconds(90)};
        c.lastPosition = c.lastPublicPosition = 6;
        QVERIFY(m_desk->store.apply({entity("conversation", c)}).hasValue());
        m_desk->ephemera.setPresence(TestDesk::marcus(), {userId(2), QStringLiteral("Tomás"), PresenceKind::Typing}, m_desk->store.clock.now());
        m_desk->settle();
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(m_window->escalations()->isVisible());
        QCOMPARE(m_window->escalations()->escalation(), TestDesk::escalation(1));
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("I am on my way"));
        QTRY_COMPARE(typed(), QStringLiteral("I am on my way"));
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("Your reply was not sent.")) && says(QStringLiteral("Tomás Ibarra")));
    }

    void aReplyOfSomebodyWhoHasGoneIsNoReplyOfTheNext()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        User other = user(2);
        other.role = Role::Viewer; // who is called to nothing
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        m_desk->settle();
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("It is USD 240"));
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("A reply was not sent.")));
    }

    void aReplyOfWhoHasSignedOutIsKept()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("You are not signed in")));
    }

    /// As another language makes one.
    void anotherWindowGoesOn()
    {
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.standing.size(), 1u);
        Q_EMIT m_desk->notifier.acted(key(22), seenAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::EscalationAcknowledge});
    }

    void whatWasNotSavedGoesOnInAnotherWindow()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        Outage outage(m_desk->store.path(QStringLiteral("outbox.db")));
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() >= 2, 60'000); // it is taken over for the reply
        outage.end();
        m_desk->settle();
        open(conversationId(22));
        QTRY_COMPARE(typed(), QStringLiteral("I am sorry about that"));
    }

    void whatCouldNotBeTakenOverIsNotWrittenIn()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Outage outage(m_desk->store.path(QStringLiteral("outbox.db")));
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->frame()->banner()->shows(QStringLiteral("trouble")), 60'000); // until something is saved
        outage.end();
        m_desk->settle();
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void theSettingsAreThisPersonsHere()
    {
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(QStringLiteral("notifications"));
        m_desk->settle();
        keep(QStringLiteral("settings-notifications-light"));
        Button *trial = button(QStringLiteral("Show one now"));
        QVERIFY(trial);
        trial->click();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.shown.front().key, trialKey);
        toggle(QStringLiteral("Sound"));
        QVERIFY(!settings().sound);
        toggle(QStringLiteral("Notifications on the desktop"));
        QVERIFY(!settings().on);
        QVERIFY(statusSays(QStringLiteral("Notifications are off")));
        toggle(QStringLiteral("Notifications on the desktop"));
        toggle(QStringLiteral("Quiet hours"));
        auto *from = field(QStringLiteral("Quiet from"));
        from->setFocus();
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("1930\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30);
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("99\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30); // which is no time
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("0700\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30); // which would be quiet for ever
        QVERIFY(says(QStringLiteral("it would be quiet day and night")));
        segment(QStringLiteral("Do not disturb"))->part(1)->click();
        QVERIFY(settings().disturbAfter == m_desk->store.clock.now() + std::chrono::hours {1});
        m_desk->store.clock.advance(std::chrono::hours {1});
        m_window->settings()->tick();
        QVERIFY(segment(QStringLiteral("Do not disturb"))->part(0)->isChecked());
        segment(QStringLiteral("Do not disturb"))->part(3)->click();
        QVERIFY(settings().disturbAfter == forever);
        QCOMPARE(m_desk->preferences->bell(userId(2)), BellSettings());
        look(Appearance::Dark);
        keep(QStringLiteral("settings-notifications-dark"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("settings-notifications-rtl"));
        look(Appearance::Light);
    }

    void theTeamIsToldWhoIsNotToBeCalled()
    {
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(QStringLiteral("notifications"));
        m_desk->settle();
        toggle(QStringLiteral("The team calls others"));
        QTRY_COMPARE(kinds(), std::vector {OpKind::OwnState});
        QCOMPARE(QString::fromStdString(outbox().back().op.body), QStringLiteral(R"({"do_not_disturb":true})"));
        QCOMPARE(outbox().back().op.target, userId(1).value);
        QTRY_VERIFY(m_window->bell()->isAway());
    }

private:
    /// Marcus, after he was handed over.
    void customerWrites(int position, const std::string &words)
    {
        Message m = message(450 + position, 1, position, MessageRole::Lead, words);
        m.client = clientId(2);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        Conversation c = conversation(1, 2);
        c.version = 8 + position;
        c.channelKind = ChannelKind::Sms;
        c.status = ConversationStatus::WaitingHuman;
        c.owner.kind = OwnerKind::Nobody;
        c.waitingSince = c.lastAt = m.at;
        c.lastPosition = c.lastPublicPosition = position;
        c.lastMessage = {m.id, m.role, {}, words, position, DeliveryState::None, m.at};
        QVERIFY(m_desk->store.apply({entity("message", m), entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    template <class T>
    T *named(const QString &name) const
    {
        for (T *one : m_window->findChildren<T *>()) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    void toggle(const QString &name)
    {
        auto *one = named<Switch>(name);
        QVERIFY2(one, qPrintable(name));
        one->click();
    }
    TimeField *field(const QString &name) const { return named<TimeField>(name); }
    Segment *segment(const QString &name) const { return named<Segment>(name); }
};

FOREDECK_QT_TEST(BellActsTest)
#include "bellactstest.moc"
