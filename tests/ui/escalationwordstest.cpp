#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"
#include "ui/words/escalationwords.h"
#include "ui/words/rowwords.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace foredeck;
using namespace foredeck::ui;
using namespace std::chrono_literals;

namespace {

TimeContext at(std::int64_t ms)
{
    TimeContext time;
    time.now = fromMs(ms);
    time.zone = QTimeZone::utc();
    time.locale = QLocale::c();
    return time;
}

constexpr std::int64_t noon = 1'795'003'200'000; // 2026-11-18T12:00Z

} // namespace

/// What the page says, word for word.
class EscalationWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void visitorsAreToldApart()
    {
        QCOMPARE(personWord(QStringLiteral("Ana")), QStringLiteral("Ana"));
        QCOMPARE(personWord({}), QStringLiteral("Visitor"));
        const QString one = personWord({}, test::leadId(1));
        QCOMPARE(personWord(QStringLiteral("  "), test::leadId(1)), one);
        QCOMPARE(one, QStringLiteral("Visitor 57567"));
        EscalationItem item;
        RowContext context;
        context.time = at(noon);
        QSet<QString> spoken;
        for (int n = 0; n < 40; ++n) {
            item.lead = test::leadId(n);
            spoken << escalationView(item, context).accessible;
        }
        QCOMPARE(spoken.size(), 40);
        ConversationItem row;
        row.lead = test::leadId(1);
        QVERIFY(rowView(row, context).accessible.startsWith(one));
    }

    void aRowSaysWhatTheEyeGets()
    {
        EscalationItem item;
        item.name = QStringLiteral("Marcus Oyelaran");
        item.naming = PersonNaming::Name;
        item.clientName = QStringLiteral("Saltgrass Marina");
        item.channel = ChannelKind::Sms;
        item.reason = EscalationReason::Emergency;
        item.status = EscalationStatus::Pending;
        item.ask = QStringLiteral("Boat may be taking on water");
        item.createdAt = fromMs(noon) - 10min;
        item.due = fromMs(noon) - 6min;
        item.temperature = Temperature::Hot;
        item.score = 91;
        RowContext context;
        context.time = at(noon);
        const EscalationView view = escalationView(item, context);
        QCOMPARE(view.clock.text, QStringLiteral("late by 6\u00A0min"));
        QVERIFY(view.clock.color == Color::Danger && view.clock.glyph == QStringLiteral("stop"));
        QCOMPARE(view.owner, QStringLiteral("Waiting 10\u00A0min"));
        QCOMPARE(view.accessible, QStringLiteral("Marcus Oyelaran, Saltgrass Marina, SMS, late by 6\u00A0min, Emergency, Waiting 10\u00A0min, hot 91, Boat may be taking on water"));
        item.due = fromMs(noon) + 26min;
        item.createdAt = fromMs(noon) - 4min;
        QCOMPARE(escalationView(item, context).clock.text, QStringLiteral("26\u00A0min"));
        QVERIFY(escalationView(item, context).accessible.contains(QStringLiteral("due in 26")));
        item.createdAt = fromMs(noon) - 200min;
        QCOMPARE(escalationView(item, context).clock.text, QStringLiteral("due in 26\u00A0min"));
        item.due = fromMs(noon) + 22h;
        QCOMPARE(dueWords(item, context.time).below, QStringLiteral("due Thu\u00A010:00"));
        item.status = EscalationStatus::Claimed;
        item.waitingSince = fromMs(noon) - 1min;
        item.claimedAt = fromMs(noon) - 8min;
        item.claimedName = QStringLiteral("Tomás Ibarra");
        QCOMPARE(escalationView(item, context).owner, QStringLiteral("Tomás · since 11:52"));
        QCOMPARE(escalationView(item, context).ownerShort, QStringLiteral("Tomás"));
        item.ranOut = true;
        QCOMPARE(escalationView(item, context).owner, QStringLiteral("Tomás was answering"));
        QCOMPARE(escalationView(item, context).ownerShort, QStringLiteral("nobody now")); // a bare name says that he is
        item.mine = true;
        item.pending = PendingKind::Unsent;
        QCOMPARE(escalationView(item, context).owner, QStringLiteral("You · since 11:52 · not sent yet"));
        QVERIFY(escalationView(item, context).dashed);
    }

    void whatNothingSupportsIsADash()
    {
        const auto none = statWords(std::nullopt);
        QCOMPARE(none.size(), 5u);
        for (const StatWords &one : none)
            QCOMPARE(one.value, QStringLiteral("–"));
        EscalationStats quiet;
        QCOMPARE(statWords(quiet)[0].value, QStringLiteral("0"));
        QCOMPARE(statWords(quiet)[1].value, QStringLiteral("–"));
        QCOMPARE(statWords(quiet)[4].value, QStringLiteral("–"));
        EscalationStats stats;
        stats.total = stats.today = 38;
        stats.claimedLate = 2;
        stats.claimMedianMs = 108'000;
        stats.resolveMedianMs = 720'000;
        stats.commonestReason = EscalationReason::Complaint;
        stats.commonestShare = 0.38;
        const auto words = statWords(stats);
        QCOMPARE(words[1].value, QStringLiteral("1\u00A0min 48\u00A0s"));
        QCOMPARE(words[2].value, QStringLiteral("12\u00A0min"));
        QCOMPARE(words[3].value + QLatin1Char('|') + words[3].label, QStringLiteral("Complaint|commonest reason, 38\u00A0%"));
        QCOMPARE(words[4].value, QStringLiteral("2 of 38"));
        stats.asCommon = 2; // then it is not the commonest one
        QCOMPARE(statWords(stats)[3].label, QStringLiteral("as common as 2 other reason(s), 38\u00A0% each"));
    }

    void whatWasTriedAndWhoWasToldStandByTime()
    {
        Escalation e;
        e.brief.tried = {{fromMs(noon) - 3min, ActorKind::Assistant, "Asked", 0.9}, {Timestamp {}, ActorKind::Assistant, "An old row", {}}};
        e.ladder = {{fromMs(noon) - 5min, {ActorKind::User, UserId {"u"}, "Priya"}, "sms"}};
        e.acknowledgedAt = fromMs(noon) - 1min;
        e.acknowledgedBy = {ActorKind::User, UserId {"u"}, "Priya"};
        const auto lines = triedLines(e, at(noon));
        QCOMPARE(lines.size(), 4u);
        QCOMPARE(lines[0].time, QString());
        QCOMPARE(lines[1].text, QStringLiteral("Told by SMS: \u2068Priya\u2069"));
        QCOMPARE(lines[2].time, QStringLiteral("11:57"));
        QCOMPARE(lines[3].text, QStringLiteral("\u2068Priya\u2069 has seen it"));
    }

    void whoWasNotToldIsNotSaidToBe()
    {
        const Actor priya {ActorKind::User, UserId {"u"}, "Priya"};
        EscalationRow row;
        Escalation &e = row.escalation;
        e.ladder = {{fromMs(noon) - 5min, priya, "console"}, {fromMs(noon) - 4min, {ActorKind::User, UserId {"v"}, "Ben"}, "do_not_disturb"}, {fromMs(noon) - 3min, {}, "nobody"}};
        const auto lines = triedLines(e, at(noon));
        QCOMPARE(lines[0].text, QStringLiteral("Told in Foredeck: \u2068Priya\u2069"));
        QCOMPARE(lines[1].text, QStringLiteral("\u2068Ben\u2069 is not to be disturbed"));
        QCOMPARE(lines[1].glyph, QStringLiteral("bell-off"));
        QCOMPARE(lines[2].text, QStringLiteral("Nobody is there to be told"));
        const EscalationItem item = escalationItem(row, {});
        QCOMPARE(item.toldName, QStringLiteral("Priya"));
        QVERIFY(item.toldAt == fromMs(noon) - 5min);
        User me; // whatever somebody is called, as of themselves
        me.id = UserId {"u"};
        QVERIFY(!item.toldMe && escalationItem(row, me).toldMe);
        e.ladder.erase(e.ladder.begin());
        QVERIFY(escalationItem(row, {}).toldName.isEmpty());
        LadderStep refused {fromMs(noon) - 2min, {}, "sms"};
        refused.delivery = Delivery {DeliveryState::Failed, "No telephone number of the owner is set", "no_number"};
        e.ladder = {refused};
        QCOMPARE(triedLines(e, at(noon)).at(0).text, QStringLiteral("Somebody could not be told by SMS: No telephone number of the owner is set"));
        QCOMPARE(triedLines(e, at(noon)).at(0).glyph, QStringLiteral("bell-off"));
        QVERIFY(escalationItem(row, {}).toldName.isEmpty());
    }

    void aMoodGoesSomewhereOnlyWhenItsWordsAreKnown()
    {
        EscalationBrief brief;
        QVERIFY(moodWords(brief, at(noon)).word.isEmpty());
        brief.mood = {{fromMs(noon) - 9min, "calm"}};
        QCOMPARE(moodWords(brief, at(noon)).word, QStringLiteral("Calm"));
        brief.mood.push_back({fromMs(noon) - 8min, "worried"});
        brief.mood.push_back({fromMs(noon) - 7min, "upset"});
        QCOMPARE(moodWords(brief, at(noon)).word, QStringLiteral("Falling"));
        QCOMPARE(moodWords(brief, at(noon)).points[1].words, QStringLiteral("worried 11:52"));
        brief.mood.push_back({fromMs(noon), "pleased"});
        QCOMPARE(moodWords(brief, at(noon)).points.size(), 3u);
        QCOMPARE(moodWords(brief, at(noon)).word, QStringLiteral("Rising"));
        brief.mood.push_back({fromMs(noon), "sea_sick"});
        QCOMPARE(moodWords(brief, at(noon)).word, QStringLiteral("Sea sick"));
        QVERIFY(moodWords(brief, at(noon)).glyph.isEmpty());
    }

    void aNumberIsWrittenAsItsOwnerWroteIt()
    {
        const NextAction call {"call", "+13055550123", "lead.phone"};
        QCOMPARE(actionWords(call, {}, QStringLiteral("+1 305-555-0123")).title, QStringLiteral("Call \u2068+1 305-555-0123\u2069"));
        QCOMPARE(actionWords(call, {}, QStringLiteral("+1 305 555 9999")).title, QStringLiteral("Call \u2068+13055550123\u2069"));
    }

    /// The server's labels, not what the customer has said.
    void aWishIsToldInTheInterfacesLanguage()
    {
        class Shouting final : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *text, const char *, int) const override { return QString::fromLatin1(text).toUpper(); }
        } other;
        QCoreApplication::installTranslator(&other);
        QCOMPARE(wishWords(QStringLiteral("request: room · when: ever; when: Friday; name: Maria")), QStringLiteral("REQUEST: room · when: ever; WHEN: Friday; NAME: Maria"));
        QCOMPARE(wishWords(QStringLiteral("Is there a request: yes; nobody")), QStringLiteral("Is there a request: yes; nobody"));
        EscalationItem item;
        item.ask = QStringLiteral("request: Feuerwehr");
        RowContext context;
        context.time = at(noon);
        QCOMPARE(escalationView(item, context).ask, QStringLiteral("REQUEST: Feuerwehr"));
        QCOMPARE(deliveryReasonWords(QStringLiteral("Number unreachable")), QStringLiteral("NUMBER UNREACHABLE"));
        QCOMPARE(deliveryReasonWords(QStringLiteral("Twilio answered 500")), QStringLiteral("TWILIO ANSWERED 500"));
        for (const char *vendor : {"Twilio", "WhatsApp"}) {
            const QString whole = QLatin1StringView(vendor) + QStringLiteral(" answered without a message id");
            QCOMPARE(deliveryReasonWords(whole), whole.toUpper());
        }
        QCOMPARE(deliveryReasonWords(QStringLiteral("A vendor's own words")), QStringLiteral("A vendor's own words"));
        LadderStep refused {fromMs(noon), {}, "sms"};
        refused.delivery = Delivery {DeliveryState::Failed, "No telephone number of the owner is set", "no_number"};
        Escalation told;
        told.ladder = {refused};
        QVERIFY(triedLines(told, at(noon)).at(0).text.contains(QStringLiteral("NO TELEPHONE NUMBER")));
        QCoreApplication::removeTranslator(&other);
    }

    void aNextStepThatIsNotKnownIsOnlyRead()
    {
        const ActionWords call = actionWords({"call", "+1 305", "The lead's number"}, QStringLiteral("Marcus"), {});
        QCOMPARE(call.verb, QStringLiteral("Call \u2068Marcus\u2069"));
        QCOMPARE(actionWords({"reply", "Is it safe?", "message 5"}, {}, {}).basis, QStringLiteral("The customer's last message"));
        const ActionWords other = actionWords({"send_boat", "", ""}, QStringLiteral("Marcus"), {});
        QCOMPARE(other.title, QStringLiteral("Send boat"));
        QVERIFY(other.verb.isEmpty());
    }
};

FOREDECK_QT_TEST(EscalationWordsTest)
#include "escalationwordstest.moc"
