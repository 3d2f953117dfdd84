#include "models/cache/peoplekeys.h"
#include "models/cache/rowid.h"
#include "models/core/id.h"
#include "tests/qt/testclasses.h"

#include <algorithm>

using namespace foredeck;

class PeopleKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreFoundWithoutCaseAndAccents()
    {
        QCOMPARE(foldedWords("José  Núñez-Åkesson"), (std::vector<std::string> {"jose", "nunez", "akesson"}));
        QCOMPARE(foldedWords("STRASSE"), foldedWords("straße"));
        QCOMPARE(foldedWords("Søren Łukasz ĐORĐE Þór Æbelø"), (std::vector<std::string> {"soren", "lukasz", "dorde", "thor", "aebelo"}));
        QVERIFY(foldedWords("  …! ").empty());
    }

    void phonesAreFoundByTheirStartTheirNationalPartAndTheirEnd()
    {
        Lead lead;
        lead.phones = {{"+13055551042", "305 555 1042"}};
        const auto keys = personKeys(lead);
        const auto has = [&](const char *key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
        QVERIFY(has("13055551042") && has("3055551042") && has("1042"));
        QCOMPARE(phoneDigits("+1 (305) 555-10.42"), std::string {"13055551042"});
        QVERIFY(phoneDigits("Room 305").empty());
    }

    void theZerosBeforeACodeAreNoPartOfANumber()
    {
        Lead lead;
        lead.phones = {{"+491715551234", {}}};
        const auto keys = personKeys(lead);
        for (const char *dialled : {"0171 5551234", "0049 171 5551234", "+49 171 5551234", "171 555"}) {
            const std::string digits = soughtDigits(dialled);
            QVERIFY2(std::any_of(keys.begin(), keys.end(), [&](const std::string &key) { return key.starts_with(digits); }), dialled);
        }
        QCOMPARE(soughtDigits("0142"), std::string {"0142"}); // the end of one
        QCOMPARE(soughtDigits("0000000"), std::string {"0000"});
        QVERIFY(soughtDigits("Room 305").empty());
    }

    void rowIdsFollowTimeAndSurviveHostileTimes()
    {
        QVERIFY(firstRowOf(fromMs(2000)) > lastRowOf(fromMs(1999)));
        QVERIFY(firstRowOf(fromMs(INT64_MAX)) > 0);
        QCOMPARE(firstRowOf(fromMs(-5)), 0);
        const Timestamp t = fromMs(1795000000123);
        QCOMPARE(timeOfUuid(makeUuid(t)).value(), t);
        QVERIFY(!timeOfUuid("not-a-uuid"));
    }
};

FOREDECK_QT_TEST(PeopleKeysTest)
#include "peoplekeystest.moc"
