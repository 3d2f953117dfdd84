#include "storefixture.h"

#include "models/cache/fieldpatch.h"
#include "models/cache/outboxacts.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// Nora's console, which knows the settings of version 3, and whoever else changes them.
struct SettingsDesk {
    StoreFixture f;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
    ClientSettings known;
    Location place;

    SettingsDesk()
    {
        f.signIn();
        f.fill(1);
        ephemera.setSession(SessionPhase::SignedIn, user());
        acts = std::make_unique<OutboxActs>(*f.store, ephemera, 5000);
        known.client = clientId();
        known.version = 3;
        known.contact = "The office";
        known.emergencyWords = {"gas"};
        known.alerts.ownerPhone = "+13055550101";
        place.id = LocationId {idText(7, 1)};
        place.client = clientId();
        place.version = 3;
        place.hours.zone = "America/New_York";
        for (std::size_t day = 0; day < 5; ++day)
            place.hours.week[day] = {{9 * 60, 17 * 60}};
        tell(known);
        [[maybe_unused]] const auto applied = f.apply({entity("location", place)});
    }
    ClientSettings shown()
    {
        return f.read([](CacheReader &r) { return r.settings(clientId()); }).value().value();
    }
    /// An event of somebody else's.
    void tell(const ClientSettings &settings) { [[maybe_unused]] const auto applied = f.apply({entity("settings", settings)}); }

    template <class F>
    OpId save(F change)
    {
        const ClientSettings before = shown();
        ClientSettings after = before;
        change(after);
        return committed([&] { return acts->saveSettings(before, after); });
    }
    template <class F>
    OpId committed(F act)
    {
        QSignalSpy spy {acts.get(), &Acts::committed};
        const OpId op = act();
        if (!spy.wait() && spy.isEmpty())
            qFatal("not saved");
        return op;
    }
    OpId saveContact(const std::string &contact)
    {
        return save([&](ClientSettings &s) { s.contact = contact; });
    }
    Op sent()
    {
        const SendPlan plan = f.takeSendable();
        return plan.ops.empty() ? Op {} : plan.ops.front();
    }
    static ClientSettings bodyOf(const Op &op) { return decode<ClientSettings>(std::string_view {op.body}).value(); }
    template <class T>
    void refuse(const OpId &op, const T &current)
    {
        if (f.answer(op, 412, {}, R"({"detail":"somebody else has edited it","current":)" + encode(current) + '}').hasError())
            qFatal("not recorded");
    }
    Op row(const OpId &id)
    {
        for (const Op &op : f.outbox()) {
            if (op.id == id)
                return op;
        }
        return {};
    }
};

using Words = std::vector<std::string>;

} // namespace

/// Saving settings and hours is saving what one has changed of them.
class SettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatNobodyTouchedIsNotReplaced()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        QCOMPARE(d.sent().ifMatch, std::string {"3"});
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.emergencyWords = {"gas", "no heating"};
        theirs.turnDelayMs = 900;
        d.refuse(op, theirs);
        QVERIFY2(d.row(op).state == OpState::Queued, "nobody is asked");
        QCOMPARE(d.shown().emergencyWords, (Words {"gas", "no heating"}));
        QCOMPARE(d.shown().contact, std::string {"Nora"});
        const Op again = d.sent();
        QCOMPARE(again.id, op);
        QCOMPARE(again.ifMatch, std::string {"4"});
        QCOMPARE(SettingsDesk::bodyOf(again).contact, std::string {"Nora"});
        QCOMPARE(SettingsDesk::bodyOf(again).emergencyWords, (Words {"gas", "no heating"}));
        QCOMPARE(SettingsDesk::bodyOf(again).turnDelayMs, 900);
    }

    /// It waits without a wire, and theirs comes before it can go.
    void whatIsSavedOfflineGoesOnFromWhatHasCome()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.emergencyWords = {};
        d.tell(theirs);
        QVERIFY(d.shown().emergencyWords.empty());
        const Op again = d.sent();
        QCOMPARE(again.id, op);
        QCOMPARE(again.ifMatch, std::string {"4"});
        QVERIFY(SettingsDesk::bodyOf(again).emergencyWords.empty());
        QCOMPARE(SettingsDesk::bodyOf(again).contact, std::string {"Nora"});
    }

    void whatBothHaveChangedIsAsked()
    {
        SettingsDesk d;
        const OpId op = d.save([](ClientSettings &s) {
            s.contact = "Nora";
            s.alerts.ownerPhone = "+13055550102";
        });
        QCOMPARE(d.sent().id, op);
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.contact = "Tom";
        theirs.emergencyWords = {"gas", "no heating"};
        d.refuse(op, theirs);
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        const auto clashes = clashesTold(d.row(op));
        QCOMPARE(clashes.size(), std::size_t {1});
        QCOMPARE(clashes[0].path, std::string {"contact"});
        QCOMPARE(clashes[0].mine, std::string {R"("Nora")"});
        QCOMPARE(clashes[0].theirs, std::string {R"("Tom")"});
        QCOMPARE(d.shown().contact, std::string {"Tom"});
        QVERIFY(d.sent().id.empty());
        QVERIFY(d.f.write(&StoreWriter::sendAnyway, op).hasValue());
        const Op again = d.sent();
        QCOMPARE(again.ifMatch, std::string {"4"});
        QCOMPARE(SettingsDesk::bodyOf(again).contact, std::string {"Nora"});
        QCOMPARE(SettingsDesk::bodyOf(again).alerts.ownerPhone, std::string {"+13055550102"});
        QVERIFY2((SettingsDesk::bodyOf(again).emergencyWords == Words {"gas", "no heating"}), "what one has not touched is theirs");
    }

    void whatCameAfterThatIsAskedAgain()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        QCOMPARE(d.sent().id, op);
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.contact = "Tom";
        d.refuse(op, theirs);
        theirs.version = 5;
        theirs.contact = "Ana";
        d.tell(theirs);
        QVERIFY(d.f.write(&StoreWriter::sendAnyway, op).hasValue());
        QCOMPARE(d.sent().ifMatch, std::string {"4"}); // the server says no
        d.refuse(op, theirs);
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        QCOMPARE(clashesTold(d.row(op)).at(0).theirs, std::string {R"("Ana")"});
    }

    void bothWantingTheSameIsNoClash()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        QCOMPARE(d.sent().id, op);
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.contact = "Nora";
        d.refuse(op, theirs);
        QCOMPARE(d.sent().ifMatch, std::string {"4"});
    }

    void wordsOfAListAreAddedAndTakenOffOneByOne()
    {
        SettingsDesk d;
        const OpId op = d.save([](ClientSettings &s) { s.emergencyWords = {"flood"}; }); // "gas" goes
        QCOMPARE(d.sent().id, op);
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.emergencyWords = {"gas", "no heating"};
        d.refuse(op, theirs);
        QCOMPARE(SettingsDesk::bodyOf(d.sent()).emergencyWords, (Words {"no heating", "flood"}));
    }

    void whatWasDroppedIsSavedByNoOther()
    {
        SettingsDesk d;
        const OpId first = d.save([](ClientSettings &s) { s.alerts.ownerPhone = "+19995550000"; });
        const OpId second = d.saveContact("Nora");
        QVERIFY(d.f.write(&StoreWriter::drop, first).hasValue());
        const Op sent = d.sent();
        QCOMPARE(sent.id, second);
        QCOMPARE(SettingsDesk::bodyOf(sent).alerts.ownerPhone, std::string {"+13055550101"});
        QCOMPARE(SettingsDesk::bodyOf(sent).contact, std::string {"Nora"});
    }

    /// The form was filled with what had been saved before it, and that was dropped while it stood open.
    void whatWasDroppedBehindAnOpenFormIsSavedByNoOther()
    {
        for (const bool isOthersToo : {false, true}) {
            SettingsDesk d;
            const OpId first = d.save([](ClientSettings &s) {
                s.alerts.ownerPhone = "+19995550000";
                s.contact = "Wrong";
            });
            const ClientSettings before = d.shown();
            QCOMPARE(before.contact, std::string {"Wrong"});
            QVERIFY(d.f.write(&StoreWriter::drop, first).hasValue());
            ClientSettings theirs = d.known;
            theirs.version = 4;
            theirs.missedCallText = "We call back";
            if (isOthersToo)
                d.tell(theirs);
            ClientSettings after = before;
            after.contact = "Nora";
            const OpId second = d.committed([&] { return d.acts->saveSettings(before, after); });
            Op sent = d.sent();
            QCOMPARE(sent.id, second);
            QCOMPARE(sent.ifMatch, std::string {"3"});
            if (isOthersToo) { // refused, then: what the form was filled with is not what is there
                d.refuse(second, theirs);
                QVERIFY(d.f.write(&StoreWriter::sendAnyway, second).hasValue());
                sent = d.sent();
                QCOMPARE(sent.ifMatch, std::string {"4"});
                QCOMPARE(SettingsDesk::bodyOf(sent).missedCallText, std::string {"We call back"});
            }
            QCOMPARE(SettingsDesk::bodyOf(sent).alerts.ownerPhone, std::string {"+13055550101"});
            QCOMPARE(SettingsDesk::bodyOf(sent).contact, std::string {"Nora"});
        }
    }

    /// The server tells it by its refusal.
    void whatTheCacheHasLostIsNotGuessed()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        QVERIFY(d.f.write(&StoreWriter::dropStream, "client:" + clientId().value).hasValue());
        QCOMPARE(d.sent().ifMatch, std::string {"0"});
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.emergencyWords = {};
        d.refuse(op, theirs);
        const Op again = d.sent();
        QCOMPARE(again.id, op);
        QCOMPARE(again.ifMatch, std::string {"4"});
        QVERIFY(SettingsDesk::bodyOf(again).emergencyWords.empty());
        QCOMPARE(SettingsDesk::bodyOf(again).contact, std::string {"Nora"});
    }

    /// Somebody else has changed the same as the first, and another as the second.
    void whatWasRefusedAndDroppedIsSavedByNoOther()
    {
        for (const bool isPutBack : {false, true}) {
            SettingsDesk d;
            const OpId first = d.save([](ClientSettings &s) { s.alerts.ownerPhone = "+19995550000"; });
            const OpId second = d.saveContact("Nora");
            QCOMPARE(d.sent().id, first);
            ClientSettings theirs = d.known;
            theirs.version = 4;
            theirs.alerts.ownerPhone = "+13055550199";
            theirs.missedCallText = "We call back";
            d.refuse(first, theirs);
            QVERIFY(d.row(first).state == OpState::NeedsReview);
            QVERIFY(d.f.write(&StoreWriter::drop, first).hasValue());
            if (isPutBack) {
                QVERIFY(d.f.write(&StoreWriter::putBack, first).hasValue());
                QVERIFY(d.f.write(&StoreWriter::sendAnyway, first).hasValue());
                const Op sent = d.sent();
                QCOMPARE(sent.id, first);
                ClientSettings made = SettingsDesk::bodyOf(sent);
                made.version = 5;
                QVERIFY(d.f.answer(first, 200, {entity("settings", made)}).hasValue());
            }
            const Op sent = d.sent();
            QCOMPARE(sent.id, second);
            QCOMPARE(sent.ifMatch, std::string {isPutBack ? "5" : "4"});
            QCOMPARE(SettingsDesk::bodyOf(sent).contact, std::string {"Nora"});
            QCOMPARE(SettingsDesk::bodyOf(sent).alerts.ownerPhone, std::string {isPutBack ? "+19995550000" : "+13055550199"});
            QCOMPARE(SettingsDesk::bodyOf(sent).missedCallText, std::string {"We call back"});
        }
    }

    /// Two saves of the same field, one behind the other: nobody else has changed it.
    void onesOwnSaveIsNobodyElses()
    {
        for (const bool isTold : {false, true}) { // by its answer, or by its event alone
            SettingsDesk d;
            const OpId first = d.saveContact("Nora");
            const OpId second = d.saveContact("Nora, 305 555 0102");
            const Op sent = d.sent();
            QCOMPARE(sent.id, first);
            ClientSettings made = SettingsDesk::bodyOf(sent);
            QCOMPARE(made.contact, std::string {"Nora"});
            made.version = 4;
            Entity told = entity("settings", made);
            if (!isTold)
                QVERIFY(d.f.answer(first, 200, {told}).hasValue());
            told.op = first;
            QVERIFY(d.f.apply({told}).hasValue());
            const Op next = d.sent();
            QCOMPARE(next.id, second);
            QCOMPARE(next.ifMatch, std::string {"4"});
            QCOMPARE(SettingsDesk::bodyOf(next).contact, std::string {"Nora, 305 555 0102"});
        }
    }

    /// The first is refused for what it says: the second, of the same field, rests on what is there.
    void onesOwnRefusedSaveIsNobodyElses()
    {
        SettingsDesk d;
        const OpId first = d.saveContact("Nora");
        const OpId second = d.saveContact("Nora, 305 555 0102");
        QCOMPARE(d.sent().id, first);
        QVERIFY(d.f.answer(first, 422, {}, R"({"detail":"contact: is too long"})").hasValue());
        const Op next = d.sent();
        QCOMPARE(next.id, second);
        QCOMPARE(next.ifMatch, std::string {"3"});
        QVERIFY(clashesWith(patchOf(next), encode(d.known)).empty());
    }

    /// The server may have it under this key: until it says that it has not, it is said word for word again.
    void whatMayHaveArrivedStaysWhatItWas()
    {
        for (const bool isCrash : {false, true}) {
            SettingsDesk d;
            const OpId op = d.saveContact("Nora");
            const Op sent = d.sent();
            if (isCrash) {
                d.acts.reset();
                d.f.reopen();
            } else {
                QVERIFY(d.f.answer(op, 0).hasValue());
            }
            ClientSettings theirs = d.known;
            theirs.version = 4;
            theirs.emergencyWords = {};
            d.tell(theirs);
            d.f.clock.advance(std::chrono::minutes {10});
            const Op again = d.sent();
            QCOMPARE(again.id, op);
            QCOMPARE(again.body, sent.body);
            QCOMPARE(again.ifMatch, sent.ifMatch);
            d.refuse(op, theirs);
            const Op anew = d.sent();
            QCOMPARE(anew.id, op);
            QCOMPARE(anew.ifMatch, std::string {"4"});
            QVERIFY(SettingsDesk::bodyOf(anew).emergencyWords.empty());
            QCOMPARE(SettingsDesk::bodyOf(anew).contact, std::string {"Nora"});
        }
    }

    /// Nothing newer is told: it would be refused for ever.
    void aRefusalThatTellsNothingNewerIsAsked()
    {
        SettingsDesk d;
        const OpId op = d.saveContact("Nora");
        QCOMPARE(d.sent().id, op);
        d.refuse(op, d.known);
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        QVERIFY(d.f.write(&StoreWriter::sendAnyway, op).hasValue());
        QCOMPARE(d.sent().id, op);
        ClientSettings others = d.known;
        others.client = clientId(2);
        others.version = 9;
        d.refuse(op, others); // nor is it of this client
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        QVERIFY(clashesTold(d.row(op)).empty());
    }

    /// What a version before this one has left in the outbox is the whole document.
    void aSaveOfAnEarlierVersionIsAsked()
    {
        SettingsDesk d;
        ClientSettings whole = d.known;
        whole.contact = "Nora";
        Op op = d.f.op(OpKind::Settings, 1, encode(whole));
        op.conversation = {};
        op.ifMatch = "3";
        QVERIFY(d.f.enqueue(op).hasValue());
        QCOMPARE(d.shown().contact, std::string {"Nora"});
        QCOMPARE(d.sent().body, op.body);
        ClientSettings theirs = d.known;
        theirs.version = 4;
        theirs.emergencyWords = {};
        d.refuse(op.id, theirs);
        QVERIFY(d.row(op.id).state == OpState::NeedsReview);
        QVERIFY(d.f.write(&StoreWriter::sendAnyway, op.id).hasValue());
        QCOMPARE(d.sent().ifMatch, std::string {"4"});
    }

    void daysOfAWeekAreSavedApart()
    {
        SettingsDesk d;
        OpeningHours mine = d.place.hours;
        mine.week[0] = {{8 * 60, 17 * 60}};
        const OpId op = d.committed([&] { return d.acts->saveHours(d.place, mine); });
        QCOMPARE(d.sent().id, op);
        Location theirs = d.place;
        theirs.version = 4;
        theirs.hours.week[1] = {{12 * 60, 20 * 60}};
        theirs.hours.closedDates = {"2026-12-25"};
        d.refuse(op, theirs);
        const Op again = d.sent();
        QCOMPARE(again.ifMatch, std::string {"4"});
        OpeningHours both = theirs.hours;
        both.week[0] = mine.week[0];
        QVERIFY(decode<OpeningHours>(std::string_view {again.body}).value() == both);
        // The same day is asked, and so is a day of what never closes by now.
        theirs.version = 5;
        theirs.hours.week[0] = {{10 * 60, 17 * 60}};
        d.refuse(op, theirs);
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        QCOMPARE(clashesTold(d.row(op)).at(0).path, std::string {"week[0]"});
        QVERIFY(d.f.write(&StoreWriter::sendAnyway, op).hasValue());
        QVERIFY(decode<OpeningHours>(std::string_view {d.sent().body}).value() == both);
        theirs.version = 6;
        theirs.hours.always = true;
        d.refuse(op, theirs);
        QVERIFY(d.row(op).state == OpState::NeedsReview);
        QCOMPARE(clashesTold(d.row(op)).at(0).path, std::string {"always"});
    }

    void fieldsAreToldApart()
    {
        ClientSettings before;
        before.alerts.onCall = {{userId(1), {}}, {userId(2), {}}};
        before.templates = {{"hello", "en", "Hello"}};
        before.alerts.quietWeek[2] = {{22 * 60, 0}};
        ClientSettings after = before;
        after.alerts.onCall = {{userId(2), {}}, {userId(3), {}}};
        after.templates = {{"hello", "en", "Hello {{1}}"}, {"bye", "en", "Bye"}};
        after.alerts.quietWeek[2] = {{22 * 60, 24 * 60}}; // midnight, too
        after.greeting["es"] = "Hola";
        after.sla.firstResponseMinutes = 7;
        after.client = clientId(4);
        after.version = 9;
        std::vector<std::string> paths;
        for (const FieldChange &change : patchBetween(encode(before), encode(after)))
            paths.push_back(change.path);
        std::sort(paths.begin(), paths.end());
        std::vector<std::string> wanted {"alerts.on_call[" + userId(1).value + "]", "alerts.on_call[" + userId(3).value + "]", "greeting.es", "sla.first_response_minutes",
            "templates[bye en]", "templates[hello en]"};
        QCOMPARE(paths, wanted);
        // Onto what somebody else has made of it, with a member that this version does not know.
        ClientSettings theirs = before;
        theirs.version = 5;
        theirs.alerts.onCall.push_back({userId(4), {}});
        theirs.contact = "Tom";
        std::string document = encode(theirs);
        document.insert(1, R"("of_tomorrow":[1],)");
        const std::string both = patched(document, patchBetween(encode(before), encode(after)));
        QVERIFY(both.find(R"("of_tomorrow":[1])") != std::string::npos);
        const auto read = decode<ClientSettings>(std::string_view {both});
        QVERIFY(read.hasValue());
        QCOMPARE(read.value().version, 5);
        QCOMPARE(read.value().contact, std::string {"Tom"});
        QVERIFY((read.value().alerts.onCall == std::vector<OnCall> {{userId(2), {}}, {userId(4), {}}, {userId(3), {}}}));
        QVERIFY(read.value().templates == after.templates);
        QCOMPARE(read.value().greeting.at("es"), std::string {"Hola"});
        // And onto what an older server has, which does not know the lists.
        const auto bare = decode<ClientSettings>(std::string_view {patched(R"({"client_id":null})", patchBetween(encode(before), encode(after)))});
        QVERIFY(bare.hasValue());
        QVERIFY(bare.value().templates == after.templates);
        QVERIFY((bare.value().alerts.onCall == std::vector<OnCall> {{userId(3), {}}}));
        QCOMPARE(bare.value().sla.firstResponseMinutes, 7);
    }
};

FOREDECK_QT_TEST(SettingsTest)
#include "settingstest.moc"
