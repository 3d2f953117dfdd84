#include "models/core/time.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/phone/emergencynumber.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

Simulator talkIn(std::string_view slug, std::string_view region = "US", const std::string &at = "2026-11-20T15:02:11Z", std::vector<Document> more = {})
{
    static const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    auto business = *std::find_if(all.begin(), all.end(), [&](const Business &b) { return b.client.slug == slug; });
    business.client.region = region;
    business.documents.insert(business.documents.end(), more.begin(), more.end());
    return {business, ChannelKind::Sms, fromRfc3339(at).value()};
}
Document told(std::string_view title, std::string_view text, std::string_view language = "en")
{
    Document faq;
    faq.id = DocumentId::make(Timestamp {});
    faq.title = title;
    faq.text = text;
    faq.language = language;
    return faq;
}
constexpr auto onASunday = "2026-11-22T15:02:11Z"; // the dentist is closed
bool holds(const std::string &text, std::string_view words) { return text.find(words) != std::string::npos; }

} // namespace

TEST(CardNumbers, AreCoveredHoweverTheyAreWritten)
{
    EXPECT_EQ(withoutCardNumbers("My card is 4111 1111 1111 1111 exp 12/27 cvv 123").value_or(""), "My card is •••• 1111 exp 12/27 cvv 123");
    EXPECT_EQ(withoutCardNumbers("5500-0000-0000-0004!").value_or(""), "•••• 0004!");
    EXPECT_EQ(withoutCardNumbers("amex 378282246310005, diners 3056 930902 5904").value_or(""), "amex •••• 0005, diners •••• 5904");
    EXPECT_EQ(withoutCardNumbers("visa4111111111111111exp1227").value_or(""), "visa•••• 1111exp1227");
    EXPECT_EQ(withoutCardNumbers("4111/1111/1111/1111 or 4111_1111_1111_1111").value_or(""), "•••• 1111 or •••• 1111");
    EXPECT_EQ(withoutCardNumbers("4111,1111,1111,1111").value_or(""), "•••• 1111");
    EXPECT_EQ(withoutCardNumbers("4111—1111—1111—1111").value_or(""), "•••• 1111");
    EXPECT_EQ(withoutCardNumbers("4111\n1111\n1111\n1111").value_or(""), "•••• 1111");
    EXPECT_EQ(withoutCardNumbers("4111 1111 1111 1111 12 27 123").value_or(""), "•••• 1111 12 27 123");
    EXPECT_TRUE(withoutCardNumbers("٤١١١ ١١١١ ١١١١ ١١١١").has_value());
    for (const auto *text : {"4111 11111111 1111", "41111111 11111111", "4111 1111 11111111", "41 11 11 11 11 11 11 11", "411111-1111111111", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "41111.11111.111111", "41111111\n11111111"})
        EXPECT_EQ(withoutCardNumbers(text).value_or(""), "•••• 1111") << text;
    EXPECT_EQ(withoutCardNumbers("37828 22463 10005").value_or(""), "•••• 0005");
    EXPECT_EQ(withoutCardNumbers("my card 41111111 11111111 12/27 cvv 123").value_or(""), "my card •••• 1111 12/27 cvv 123");
}

TEST(CardNumbers, OtherNumbersAreLeft)
{
    for (const auto *text : {"", "call +1 305 555 0123 or 305 555 0124", "+4111 1111 1111 1111", "4111 1111 1111 1112", "order 1234567890123456", "4915112345678", "My number is 305-555-0100, 12/15 to 12/18", "347-555-0104, 33139", "386 555 0100\n33139", "561-555-0108, 12/15/26", "49 151 1234 5678", "12.-15.12.2026, 33127", "4242",
             "004111 1111 1111 1111", "415 555 0122, 415 555 0147", "from 24/11/2026 to 26/11/2026", "24/11/2026-26/11/2026", "24.11.2026 26.11.2026", "2222 11 24 2026 11 26 00", "4917 12 3456 78, 33139"})
        EXPECT_FALSE(withoutCardNumbers(text).has_value()) << text;
}

TEST(CardNumbers, AreNotSaidBackAndGoToAPerson)
{
    for (const auto *text : {"My card is 4111 1111 1111 1111 exp 12/27 cvv 123", "I was charged twice on 4111111111111111", "I want to book, card 4111-1111-1111-1111", "Mi tarjeta: 4111 1111 1111 1111"}) {
        auto talk = talkIn("casa-marisol");
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        for (const auto &said : {plan.reply, plan.handOver->detail, plan.handOver->brief.wants, plan.handOver->brief.why, plan.lead.qualification.serviceInterest})
            EXPECT_FALSE(holds(said, "4111")) << text << " → " << said;
        EXPECT_FALSE(holds(plan.reply, "cvv")) << plan.reply;
    }
    auto talk = talkIn("casa-marisol");
    EXPECT_TRUE(holds(talk.say("My card is 4111 1111 1111 1111").reply, "Please don't send card details"));
    auto burning = talkIn("casa-marisol"); // what is pressing comes first
    const auto plan = burning.say("The kitchen is on fire! My card is 4111 1111 1111 1111");
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency);
    EXPECT_TRUE(holds(plan.reply, "(911)")) << plan.reply;
}

TEST(Insults, AreNotSaidBack)
{
    for (const auto *text : {"Fuck you, your hotel is shit", "you stupid bot fuck off", "Fuck you, I'll sue you", "You idiots charged me twice!", "Vete a la mierda", "Du blöder Bot"}) {
        auto talk = talkIn("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text;
        for (const auto *word : {"uck", "stupid", "idiots", "mierda", "blöder"})
            EXPECT_FALSE(holds(plan.reply, word)) << plan.reply;
    }
}

TEST(EmergencyNumber, IsTheOneOfTheRegion)
{
    EXPECT_EQ(emergencyNumberOf("US"), "911");
    EXPECT_EQ(emergencyNumberOf("DE"), "112");
    EXPECT_EQ(emergencyNumberOf("GB"), "999");
    EXPECT_EQ(emergencyNumberOf("IE"), "999");
    EXPECT_EQ(emergencyNumberOf("KR"), "") << "112 is the police there";
    EXPECT_EQ(emergencyNumberOf("ES"), "112");
    EXPECT_EQ(emergencyNumberOf("NL"), "112");
    EXPECT_EQ(emergencyNumberOf("AU"), "000");
    EXPECT_EQ(emergencyNumberOf("NZ"), "111");
    EXPECT_EQ(emergencyNumberOf("JP"), "") << "119 is not the police's";
    EXPECT_EQ(emergencyNumberOf("EG"), ""); // not known to the library
    EXPECT_EQ(emergencyNumberOf(""), "");
}

TEST(EmergencyNumber, IsSaidAndNobodyIsSentAwayFromATooth)
{
    auto tooth = talkIn("brightwater-dental");
    const auto plan = tooth.say("My tooth was knocked out");
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency);
    EXPECT_FALSE(holds(plan.reply, "leave the place")) << plan.reply;
    EXPECT_TRUE(holds(plan.reply, "(911)")) << plan.reply;
    auto fire = talkIn("casa-marisol", "DE");
    const auto burning = fire.say("Es brennt in der Küche!");
    EXPECT_TRUE(holds(burning.reply, "Verlassen Sie den Ort")) << burning.reply;
    EXPECT_TRUE(holds(burning.reply, "(112)")) << burning.reply;
    auto unknown = talkIn("casa-marisol", "EG");
    EXPECT_TRUE(holds(unknown.say("There is a fire in the kitchen").reply, "call the emergency services now"));
}

TEST(Emergencies, NobodyIsSaidToHaveBeenReached)
{
    for (const auto *text : {"There is a fire in the kitchen!", "There is smoke everywhere in here", "my wife collapsed", "he is not breathing", "I don't want to live anymore", "Hay un incendio en la cocina", "Es brennt in der Küche", "mein Mann ist bewusstlos",
             "mon mari est inconscient", "mio marito è svenuto", "meu marido está inconsciente", "mijn man is bewusteloos", "زوجي فاقد الوعي"}) {
        auto talk = talkIn("brightwater-dental", "US", onASunday);
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency) << text;
        for (const auto *claim : {"alerted", "highest priority", "at once", "He avisado", "verständigt", "sofort anzusehen", "alerté", "avvisato", "Avisei", "gewaarschuwd", "meteen", "أبلغت", "فورا"})
            EXPECT_FALSE(holds(plan.reply, claim)) << text << " → " << plan.reply;
    }
    for (const auto *text : {"I want to talk to a person", "Quiero hablar con una persona", "Ich möchte mit einem Menschen sprechen", "Vorrei parlare con una persona", "Quero falar com uma pessoa"}) {
        for (const auto *slug : {"brightwater-dental", "casa-marisol"}) {
            const auto reply = talkIn(slug).say(text).reply;
            for (const auto *claim : {"A person at", "ha sido avisada", "Ein Mensch bei", "è stata avvisata", "foi avisada"})
                EXPECT_FALSE(holds(reply, claim)) << text << " → " << reply;
        }
    }
}

TEST(Emergencies, AreToldWhenTheBusinessIsClosed)
{
    auto closed = talkIn("brightwater-dental", "US", onASunday);
    const auto reply = closed.say("my husband collapsed").reply;
    EXPECT_TRUE(holds(reply, "closed right now and opens again")) << reply;
    EXPECT_TRUE(holds(reply, "urgent") || holds(reply, "as an emergency")) << reply;
    EXPECT_TRUE(holds(reply, "(911)")) << reply;
    auto open = talkIn("brightwater-dental");
    EXPECT_FALSE(holds(open.say("my husband collapsed").reply, "closed")) << "it is open";
}

TEST(Emergencies, WhoHelpsOutsideTheHoursIsToldBeside)
{
    const auto night = told("Who helps outside your opening hours?", "Outside our hours Bay Night Dentists, +1 305 555 0199, see emergencies.");
    for (const auto *text : {"my husband collapsed", "My tooth was knocked out and it won't stop bleeding"}) {
        auto talk = talkIn("brightwater-dental", "US", onASunday, {night});
        const auto plan = talk.say(text);
        EXPECT_TRUE(holds(plan.reply, "+1 305 555 0199")) << plan.reply;
        EXPECT_TRUE(std::any_of(plan.decision.passages.begin(), plan.decision.passages.end(), [&](const PassageUse &p) { return p.document == night.id && p.used; }));
    }
    const auto after = told("Do you do emergencies?", "During our hours, yes: come straight in. After hours please go to Cedar Clinic, +1 512 555 0140.");
    auto named = talkIn("brightwater-dental", "US", onASunday, {after});
    EXPECT_TRUE(holds(named.say("my husband collapsed").reply, "+1 512 555 0140"));
    const auto noche = told("¿A quién llamo de urgencia por la noche?", "De noche atiende la clínica Alba, +34 954 555 019.", "es");
    auto spanish = talkIn("brightwater-dental", "ES", onASunday, {noche});
    EXPECT_TRUE(holds(spanish.say("Mi marido está inconsciente").reply, "+34 954 555 019"));
    auto open = talkIn("brightwater-dental", "US", "2026-11-20T15:02:11Z", {night});
    EXPECT_FALSE(holds(open.say("my husband collapsed").reply, "0199")) << "it is open";
    auto harm = talkIn("brightwater-dental", "US", onASunday, {night});
    EXPECT_FALSE(holds(harm.say("I want to kill myself").reply, "0199"));
    for (const auto &other : {told("Where are the emergency exits?", "Two, call 305 555 0188."), told("Do you charge an emergency fee?", "Yes, USD 80 at night, call 305 555 0188."), told("Do you do emergencies?", "Yes, call 305 555 0188."), told("Is there parking at night?", "Yes, at 305 555 0188."), told("Who answers outside your opening hours?", "Nobody does.")}) {
        auto talk = talkIn("brightwater-dental", "US", onASunday, {other});
        EXPECT_FALSE(holds(talk.say("my husband collapsed").reply, other.text)) << other.title;
    }
}
