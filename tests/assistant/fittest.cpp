#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

Document faq(std::string question, std::string answer, std::string language = "en")
{
    Document document;
    document.id = DocumentId::make(Timestamp {});
    document.title = std::move(question);
    document.text = std::move(answer);
    document.language = std::move(language);
    return document;
}
Simulator atHotel() { return talkTo(hotel); }
/// A plumber who has told little, and is closed at weekends.
Simulator tersePlumber()
{
    auto business = businessNamed("quickvalve-plumbing");
    business.locations.front().hours.week[5].clear();
    business.locations.front().hours.week[6].clear();
    business.documents = {faq("Where can I park?", "You can park in the yard behind the shop."), faq("What does it cost?", "A call-out is USD 90, the first half hour included."),
        faq("Do you work at weekends?", "Only for emergencies, at 1.5 times the rate."), faq("¿Trabajan los fines de semana?", "Solo emergencias, a 1,5 veces la tarifa.", "es"),
        faq("Arbeiten Sie am Wochenende?", "Nur bei Notfällen, zum 1,5-fachen Satz.", "de")};
    return {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
}

} // namespace

TEST(Fit, ATitleThatWasAskedWordForWordIsAnsweredBeforeWhatWasSpokenOf)
{
    for (const auto *text : {"What does it cost?", "How much does it cost?", "what does it cost"}) {
        auto talk = tersePlumber();
        EXPECT_TRUE(holds(talk.say("Where can I park?"), "yard"));
        const auto plan = talk.say(text);
        EXPECT_TRUE(holds(plan, "USD 90")) << text << " → " << plan.reply;
    }
    auto talk = talkTo(hotel); // where no title asks just that, it is still asked of what was spoken of
    talk.say("Do you have parking?");
    EXPECT_TRUE(holds(talk.say("What does it cost?"), "USD 22 a night")) << talk.input.history.back().text;
}

// The card that opens a door pays no bill, and the one of an insurance neither: "Do you accept Visa?" got "Yes, wifi is free …".
TEST(Fit, ACardThatOpensADoorIsNoWayToPay)
{
    auto business = businessNamed("casa-marisol");
    business.documents = {faq("Do you have wifi?", "Yes, wifi is free in the whole house. The password is on your key card."), faq("What do I bring with me?", "A photo ID and your insurance card."),
        faq("Haben Sie WLAN?", "Ja, kostenlos. Das Passwort steht auf der Schlüsselkarte.", "de")};
    const auto at = fromRfc3339("2026-11-20T15:02:11Z").value();
    for (const auto *text : {"Do you accept Visa?", "Can I pay by card?", "Can I pay with credit card?", "Can I pay cash?", "Do you take credit cards?", "How do I pay?", "Kann ich mit Karte zahlen?"}) {
        Simulator talk {business, ChannelKind::LiveChat, at};
        const auto plan = talk.say(text);
        EXPECT_TRUE(plan.handOver) << text << " → " << plan.reply;
        EXPECT_FALSE(holds(plan, "wifi is free") || holds(plan, "insurance card.") || holds(plan, "kostenlos")) << text << " → " << plan.reply;
    }
    business.documents.push_back(faq("Which payments do you take?", "Visa, Mastercard and cash."));
    Simulator talk {business, ChannelKind::LiveChat, at};
    EXPECT_TRUE(holds(talk.say("Do you accept Visa?"), "Mastercard and cash")) << talk.input.history.back().text;
}

TEST(Fit, WhatIsToldOfWeekendsComesBeforeTheHours)
{
    for (const auto *text : {"Do you work on Saturday?", "Do you work on Sunday?", "Are you open on Sunday?", "on Sunday?", "Are you open at the weekend?"}) {
        auto talk = tersePlumber();
        const auto plan = talk.say(text);
        EXPECT_TRUE(holds(plan, "Only for emergencies")) << text << " → " << plan.reply;
        EXPECT_FALSE(holds(plan, "closed")) << text << " → " << plan.reply;
    }
    EXPECT_TRUE(holds(tersePlumber().say("¿Trabajan los domingos?"), "Solo emergencias"));
    EXPECT_TRUE(holds(tersePlumber().say("Haben Sie am Samstag geöffnet?"), "Nur bei Notfällen"));
    auto talk = tersePlumber();
    talk.say("Do you work on Saturday?");
    EXPECT_TRUE(holds(talk.say("and on Sunday?"), "Only for emergencies")) << talk.input.history.back().text;
    EXPECT_TRUE(holds(tersePlumber().say("Are you open on Monday?"), "7:30 am")); // of which it says nothing
    const auto when = tersePlumber().say("When are you open?");
    EXPECT_TRUE(holds(when, "7:30 am")) << when.reply;
}

// The week alone would send somebody to a closed door.
TEST(Fit, TheWeekNamesTheDaysThatStayClosedInIt)
{
    const auto asked = [](std::vector<std::string> closed) {
        auto talk = tersePlumber();
        talk.input.locations.front().hours.closedDates = std::move(closed);
        return talk.say("When are you open?").reply;
    };
    const auto monday = asked({"2026-11-23", "2026-12-25"});
    EXPECT_NE(monday.find("7:30 am"), std::string::npos) << monday;
    EXPECT_NE(monday.find("closed on Monday, 11/23"), std::string::npos) << monday;
    EXPECT_EQ(monday.find("12/25"), std::string::npos) << "that is weeks away: " << monday;
    EXPECT_EQ(asked({"2026-11-22"}).find("11/22"), std::string::npos) << "a Sunday, which the week tells of";
}

TEST(Fit, NoYesToWhatWasNotAsked)
{
    for (const auto *text : {"Is parking free?", "Do you have a free parking space tonight?", "Do you have parking for a van?"}) {
        const auto plan = talkTo(hotel).say(text);
        EXPECT_FALSE(holds(plan, "Yes")) << text << " → " << plan.reply;
        EXPECT_TRUE(holds(plan, "USD 22 a night")) << text << " → " << plan.reply;
    }
    for (const auto *text : {"Do you have free wifi in the rooms?", "Is wifi available?"})
        EXPECT_TRUE(holds(talkTo(hotel).say(text), "Wifi is free in the whole house")) << text;
    EXPECT_FALSE(holds(talkTo(hotel).say("¿El aparcamiento es gratis?"), "Sí.")); // "Yes" in whatever language
    EXPECT_FALSE(holds(talkTo(hotel).say("Ist der Parkplatz kostenlos?"), "Ja."));
    EXPECT_TRUE(holds(talkTo(hotel).say("Do you have parking?"), "Yes. Our garage")); // that it says yes to
    EXPECT_TRUE(holds(talkTo(hotel).say("Is the wifi free?"), "Yes, wifi is free"));
}

TEST(Fit, WhatSharesOnlyTheFrameIsFoundAndNotSaid)
{
    struct Case {
        Simulator (*talk)();
        const char *text;
        const char *found;
    };
    for (const auto &[talk, text, found] : {Case {atHotel, "Is the parking full tonight?", "Do you have parking?"}, Case {atHotel, "Is wifi 5G?", "Is the wifi free?"},
             Case {tersePlumber, "What does it cost to replace a water heater?", "What does it cost?"}, Case {tersePlumber, "What does it cost to park a truck?", "Where can I park?"}}) {
        const auto plan = talk().say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
        const auto &passages = plan.decision.passages;
        EXPECT_TRUE(std::any_of(passages.begin(), passages.end(), [&](const PassageUse &p) { return p.title == found && !p.used; })) << text;
        EXPECT_FALSE(std::any_of(passages.begin(), passages.end(), [&](const PassageUse &p) { return p.used; })) << text << " → " << plan.reply;
    }
}

TEST(Fit, WhoComesAtNightIsToldOfTheNight)
{
    for (const auto *text : {"I will arrive at 2am, ok?", "Can I check in at 11:30 pm?", "We arrive after midnight, is that ok?", "Llego a las 23:30, ¿está bien?"}) {
        const auto plan = talkTo(hotel).say(text);
        EXPECT_TRUE(holds(plan, "staffed day and night")) << text << " → " << plan.reply;
        EXPECT_FALSE(holds(plan, "15:00")) << text << " → " << plan.reply;
    }
    EXPECT_TRUE(holds(talkTo(hotel).say("Can I check in at 11:30?"), "15:00"));
    Simulator marina {businessNamed("saltgrass-marina"), ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    EXPECT_TRUE(marina.say("We arrive at 11 pm, is that ok?").handOver.has_value()); // where nothing is told of it
}

TEST(Fit, WhatIsToldOfSomethingElseIsNoAnswer)
{
    auto marina = businessNamed("saltgrass-marina");
    marina.documents = {faq("How much is a transient slip?", "Transient slips are $2.75 a foot a night, water included. Power is $15 a night for 30 amp."),
        faq("What is the depth at the docks?", "Six feet at mean low water on A and B dock, five feet on C dock."), faq("Do you sell fuel?", "Yes, diesel and ethanol-free gas at the fuel dock, 8 am to 4:30 pm.")};
    auto house = businessNamed("casa-marisol");
    house.documents = {faq("When is breakfast?", "Breakfast is from 6:30 to 10:30, at weekends until 11:00. It costs 19 euros a person."),
        faq("Where can I park?", "In our underground garage, 18 euros a night. The entrance is 1.90 m high."), faq("Are dogs allowed?", "Dogs are welcome for 12 euros a night, but not in the breakfast room."),
        faq("What does a double room cost?", "A double room is 140 euros a night.")};
    marina.settings.answerFloor = house.settings.answerFloor = 0.3; // so that what is found is judged by what it tells
    struct Case {
        const Business &business;
        const char *text;
        const char *told; ///< what the answer must hold; empty: a person is asked
    };
    for (const auto &[business, text, told] : {Case {marina, "is water extra?", ""}, {marina, "diesel price", ""}, {marina, "what does diesel cost today", ""}, {marina, "how much is 50 amp", ""},
             {marina, "Do you have 50 amp power?", ""}, {marina, "how much is 30 amp", "$15"}, {marina, "do you sell diesel", "8 am"}, {marina, "what is the depth at the docks", "Six feet"},
             {house, "Are cats allowed?", ""}, {house, "do you have EV charging in the garage", ""}, {house, "is the breakfast vegan", ""}, {house, "What does it cost to cancel?", ""},
             {house, "what does a single room cost?", ""}, {house, "can I bring my dog", "12 euros"}, {house, "what does a double room cost per night", "140"}, {house, "how much is breakfast", "19 euros"},
             {house, "is parking free", "18 euros"}, {house, "when do you serve breakfast", "6:30"}}) {
        Simulator talk {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
        const auto plan = talk.say(text);
        if (*told)
            EXPECT_TRUE(holds(plan, told)) << text << " → " << plan.reply;
        else
            EXPECT_TRUE(plan.handOver.has_value() && plan.decision.action == DecisionAction::HandedOver) << text << " → " << plan.reply;
    }
}

TEST(Fit, WhoAsksWhetherItIsStillOpenIsToldOfNow)
{
    auto marina = businessNamed("saltgrass-marina");
    marina.locations.front().hours.week.fill({{8 * 60, 12 * 60}});
    for (const auto *text : {"habt ihr heute noch auf", "Habt ihr noch offen?"}) {
        Simulator late {marina, ChannelKind::LiveChat, fromRfc3339("2026-11-20T20:17:00Z").value()};
        EXPECT_TRUE(holds(late.say(text), "öffnet wieder morgen")) << text << " → " << late.input.history.back().text;
    }
    for (const auto *text : {"are you open rn", "are you still open today?", "are you open today?"}) {
        Simulator late {marina, ChannelKind::LiveChat, fromRfc3339("2026-11-20T20:17:00Z").value()};
        EXPECT_TRUE(holds(late.say(text), "opens again tomorrow at 8:00 am")) << text << " → " << late.input.history.back().text;
    }
    Simulator early {marina, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    EXPECT_TRUE(holds(early.say("are you open today?"), "8:00 am–12:00 pm")) << early.input.history.back().text;
}

TEST(Fit, WhatLeavesOutTheWordThatTellsApartIsNoAnswer)
{
    auto business = businessNamed("casa-marisol");
    business.documents = {faq("How far is the train station?", "The central station is 8 minutes on foot. Tram 1 or 3."), faq("Is breakfast included?", "Breakfast buffet 6:30 to 10:00, 17 EUR per person."),
        faq("Do you have a sauna?", "Yes, the sauna in the basement is open daily from 4 to 10 pm."), faq("Wann gibt es Frühstück?", "Frühstücksbuffet 6:30 bis 10 Uhr. 17 EUR pro Person.", "de"),
        faq("Blanqueamiento", "Blanqueamiento en clínica 290 EUR.", "es")};
    const auto say = [&](const char *text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text); };
    for (const auto *text : {"which tram to the airport?", "how far from the motorway?", "was kostet das Frühstück für Kinder?", "is breakfast gluten free?", "what floor is breakfast on?", "how hot is the sauna?",
             "¿el blanqueamiento duele?", "is there a supermarket open now?"}) {
        const auto plan = say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
    }
    EXPECT_TRUE(holds(say("how far is the station?"), "8 minutes"));
    EXPECT_TRUE(holds(say("is breakfast included?"), "17 EUR"));
    EXPECT_TRUE(holds(say("when is the sauna open?"), "4 to 10 pm"));
    EXPECT_TRUE(holds(say("was kostet das Frühstück?"), "17 EUR"));
}

// "Do you fix windshields?" got the price of brake pads: a verb that says what a business does tells of whatever stands beside it.
TEST(Fit, AVerbThatATitleSharesIsNoSubject)
{
    auto business = businessNamed("quickvalve-plumbing");
    business.documents = {faq("Do you fix brakes?", "Yes. Front brake pads are from $220."), faq("How much is an oil change?", "An oil change is $79."), faq("Do you do inspections?", "Yes, they take 30 minutes."),
        faq("Machen Sie Bleaching?", "Ja, ein Bleaching kostet 350 Euro.", "de"), faq("Wo kann ich parken?", "Hinter dem Haus.", "de"), faq("Behandeln Sie Kinder?", "Ja, ab vier Jahren.", "de"),
        faq("Réparez-vous les voitures électriques ?", "Nous ne travaillons pas sur les voitures électriques.", "fr"), faq("Changez-vous les pneus ?", "Oui, 18 euros par pneu.", "fr"), faq("Combien coûte une vidange ?", "89 euros.", "fr"),
        faq("¿Instalan termos eléctricos?", "Sí, la instalación de un termo cuesta 120 euros.", "es"), faq("¿Arreglan calderas?", "Sí, de gas.", "es"), faq("¿Cuánto cuesta una visita?", "40 euros.", "es")};
    const auto said = [&](const char *text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text); };
    for (const auto *text : {"Do you fix windshields?", "Can you repair a laptop?", "Machen Sie Implantate?", "Machen Sie Hausbesuche?", "Behandeln Sie Tiere?", "Réparez-vous les motos ?", "Changez-vous les batteries ?", "¿Instalan aire acondicionado?"}) {
        const auto plan = said(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
        for (const auto *part : {"brake", "Bleaching", "ab vier", "lectriques", "pneu", "termo"})
            EXPECT_FALSE(holds(plan, part)) << text << " → " << plan.reply;
    }
    EXPECT_TRUE(holds(said("Do you repair brakes?"), "$220"));
    EXPECT_TRUE(holds(said("Machen Sie Bleaching?"), "350"));
    EXPECT_TRUE(holds(said("Changez-vous les pneus ?"), "18 euros"));
    EXPECT_TRUE(holds(said("¿Instalan termos eléctricos?"), "120"));
}

TEST(Fit, APriceOfAnotherThingIsNoAnswer)
{
    auto business = businessNamed("brightwater-dental");
    business.documents = {faq("How much is a cleaning without insurance?", "A cleaning with exam is $160 without insurance."), faq("Which insurance do you accept?", "We accept Delta Dental."), faq("Where can I park?", "Behind the house.")};
    const auto said = [&](const char *text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text); };
    EXPECT_FALSE(holds(said("How much is an x-ray without insurance?"), "$160"));
    EXPECT_TRUE(holds(said("How much is a cleaning?"), "$160"));
    EXPECT_TRUE(holds(said("How much is a cleaning without insurance?"), "$160"));
}

// "Is there live music on Friday?" got "Yes, every Thursday from 7 pm."
TEST(Fit, AYesOfAnotherDayIsLeftOut)
{
    auto business = businessNamed("quickvalve-plumbing");
    business.documents = {faq("Do you have live music?", "Yes, every Thursday from 7 pm."), faq("Do you see children?", "Yes, from age 3."), faq("Do you have outdoor seating?", "Yes, the terrace is open from May to September."), faq("Where can I park?", "Behind the house.")};
    const auto said = [&](const char *text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text); };
    for (const auto *text : {"Do you have live music on Friday?", "Is there live music tonight?"}) { // a Friday
        EXPECT_TRUE(holds(said(text), "Every Thursday")) << text;
        EXPECT_FALSE(holds(said(text), "Yes")) << text;
    }
    EXPECT_FALSE(holds(said("Do you see children on Saturdays?"), "Yes"));
    EXPECT_FALSE(holds(said("Is the terrace open in December?"), "Yes"));
    EXPECT_TRUE(holds(said("Do you have live music on Thursdays?"), "Yes, every Thursday"));
    EXPECT_TRUE(holds(said("Do you have live music?"), "Yes, every Thursday"));
}

// "What time does it close?", of the pool, got the hours of the house: they were read with a colon alone.
TEST(Fit, TheHoursOfWhatWasSpokenOfAreNotThoseOfTheHouse)
{
    auto business = businessNamed("casa-marisol"); // always open
    business.documents = {faq("Do you have a pool?", "Yes, there is a heated indoor pool, open 8 am to 8 pm for guests."), faq("When is breakfast?", "Breakfast is from 7 to 10 am."), faq("How late can I cancel?", "You can cancel up to 48 hours before."),
        faq("Vendem gasóleo?", "Sim, o posto vende gasóleo das 9 às 17 horas.", "pt")};
    Simulator talk {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    talk.say("Do you have a pool?");
    const auto plan = talk.say("what time does it close?");
    EXPECT_TRUE(holds(plan, "8 am to 8 pm")) << plan.reply;
    EXPECT_FALSE(holds(plan, "day and night")) << plan.reply;
    Simulator both {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    EXPECT_FALSE(holds(both.say("Is there a pool and what time does it open?"), "day and night"));
    Simulator other {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    other.say("How late can I cancel?");
    EXPECT_TRUE(holds(other.say("What are your opening hours?"), "day and night"));
}

// "Where do you work?" tells of any place that is named, and "which cars do you work on?" of any car.
TEST(Fit, WhereAndOnWhatOneWorksIsASubject)
{
    auto business = businessNamed("quickvalve-plumbing");
    business.documents = {faq("¿En qué zonas trabajan?", "Trabajamos en Sevilla capital y en Dos Hermanas.", "es"), faq("¿Cuánto cuesta una visita?", "40 euros.", "es"), faq("¿Dan garantía?", "Sí, 12 meses.", "es")};
    const auto plan = Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say("¿Trabajan en Dos Hermanas?");
    EXPECT_TRUE(holds(plan, "Dos Hermanas.")) << plan.reply;
}

namespace {

struct Asked {
    const char *text;
    const char *told; ///< what the answer must hold; empty: a person is asked, and no answer is given
};
void expectAnswers(const std::vector<Document> &documents, const std::string &language, const std::vector<Asked> &all)
{
    auto business = businessNamed("quickvalve-plumbing");
    business.client.language = language;
    business.client.industry = "repair";
    business.settings.intake.clear();
    business.documents = documents;
    for (const auto &[text, told] : all) {
        Simulator talk {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
        const auto plan = talk.say(text);
        const bool used = std::any_of(plan.decision.passages.begin(), plan.decision.passages.end(), [](const PassageUse &p) { return p.used; });
        if (*told)
            EXPECT_TRUE(holds(plan, told)) << text << " → " << plan.reply;
        else
            EXPECT_FALSE(used) << text << " → " << plan.reply;
    }
}

} // namespace

TEST(Fit, OneSharedWordIsNoAnswer)
{
    expectAnswers({faq("How much is a battery replacement?", "A new battery is $59 and takes 30 minutes."), faq("Is there a warranty on repairs?", "Yes, 90 days on parts and labor."),
                      faq("Do you place dental implants?", "Yes, on Tuesdays and Thursdays."), faq("Which areas do you serve?", "We serve Salem, Peabody and Beverly.")},
        "en",
        {{"My battery is swollen, can I keep charging it?", ""}, {"Can I extend my warranty?", ""}, {"Do you remove implants?", ""}, {"Can I get my warranty card by email?", ""}, {"How much is a battery?", "$59"},
            {"Is there a warranty?", "90 days"}, {"Do you do implants?", "Tuesdays"}, {"Do you come to Boston?", "Salem"}, {"Is there a <b>warranty</b>?", "90 days"},
            {"Hello, I was given your name by a friend, is there any warranty on the repairs that you do?", "90 days"}});
    expectAnswers({faq("Was kostet ein Doppelzimmer?", "Ein Doppelzimmer kostet ab 140 Euro.", "de"), faq("Wie weit ist der Skilift?", "Der Skilift ist 300 Meter entfernt.", "de"), faq("Haben Sie eine Terrasse?", "Ja, mit 24 Plätzen.", "de")}, "de",
        {{"Wie groß ist das Doppelzimmer?", ""}, {"Wie weit ist es zum Bahnhof?", ""}, {"Darf man auf der Terrasse rauchen?", ""}, {"Was kostet das Doppelzimmer?", "140 Euro"}, {"Gibt es eine Terrasse?", "24 Plätzen"}});
    expectAnswers({faq("¿Cuánto cuesta una consulta?", "La consulta cuesta 35 euros.", "es"), faq("¿Esterilizan?", "Sí, a partir de 140 euros.", "es"), faq("¿Ponen vacunas?", "Sí, vacunamos perros y gatos.", "es")}, "es",
        {{"¿A qué edad se puede esterilizar?", ""}, {"¿Vacunan a personas?", ""}, {"¿Puedo consultar el historial por internet?", ""}, {"¿Vacunan gatos?", "perros y gatos"}, {"¿Qué precio tiene la consulta?", "35 euros"}});
}

TEST(Fit, ALetterThatAPhraseBeginsWithIsPartOfIt)
{
    expectAnswers({faq("Avez-vous des plats végétariens ?", "Oui, deux plats par jour.", "fr")}, "fr", {{"Avez-vous des plats à emporter ?", ""}});
}

TEST(Fit, WhatIsToldOfAThingIsNoSaleOfIt)
{
    expectAnswers({faq("Do you unlock phones?", "We unlock phones from carriers for $25."), faq("Do you rent kayaks?", "Yes, kayaks are $20 an hour."), faq("Do you sell fuel?", "Yes, diesel, 8 am to 5 pm.")}, "en",
        {{"Do you sell phones?", ""}, {"Do you sell kayaks?", ""}, {"Do you rent kayaks?", "$20"}, {"Do you sell diesel?", "8 am"}, {"Do you unlock phones?", "$25"}});
    expectAnswers({faq("Têm grua?", "Sim, a grua levanta barcos até 12 toneladas.", "pt"), faq("Vendem gasóleo?", "Sim, das 9 às 17 horas.", "pt")}, "pt", {{"Vendem barcos?", ""}, {"Vendem gasóleo?", "17 horas"}, {"Têm grua?", "12 toneladas"}});
}

TEST(Fit, WhoSomebodyIsAndWhatToDoAreAskedOfAPerson)
{
    expectAnswers({faq("Where can I park?", "In the lot behind the building, Dr. Park's name is on the sign."), faq("Chippen jullie honden?", "Ja, een chip plaatsen kost 35 euro.", "nl")}, "en",
        {{"who is Dr Park?", ""}, {"Mijn hond heeft de chip opgegeten, wat moet ik doen?", ""}, {"Where can I park?", "behind the building"}});
}

// "Have you a pool?" is said in many ways, and none of them is a second thing that no answer tells of.
TEST(Fit, HowOneAsksForAThingIsNoThing)
{
    expectAnswers({faq("¿Hay piscina?", "Sí, abierta de 10 a 20 horas.", "es"), faq("¿Se admiten mascotas?", "Sí, por 8 euros la noche.", "es"), faq("¿Arreglan calderas?", "Sí, de todas las marcas.", "es"),
                      faq("¿Ponen implantes?", "Sí, desde 990 euros.", "es")},
        "es",
        {{"¿Tenéis piscina?", "de 10 a 20"}, {"¿Disponéis de piscina?", "de 10 a 20"}, {"¿Aceptáis perros?", "8 euros"}, {"¿Arregláis calderas?", "todas las marcas"}, {"¿Podéis arreglar mi caldera?", "todas las marcas"},
            {"¿Hacéis implantes dentales?", "990 euros"}, {"¿Vendéis calderas?", ""}});
    expectAnswers({faq("Gibt es einen Pool?", "Ja, von 7 bis 21 Uhr.", "de"), faq("Nehmen Sie neue Patienten auf?", "Ja, jeden Tag.", "de")}, "de",
        {{"Habt ihr einen Pool?", "von 7 bis 21"}, {"Verfügen Sie über einen Pool?", "von 7 bis 21"}, {"Nehmen Sie aktuell noch neue Patienten an?", "jeden Tag"}});
    expectAnswers({faq("Y a-t-il une piscine ?", "Oui, ouverte de 9 h à 20 h.", "fr"), faq("Comment peut-on payer ?", "Par carte ou en espèces.", "fr")}, "fr",
        {{"Disposez-vous d'une piscine ?", "de 9 h à 20 h"}, {"Quels moyens de paiement acceptez-vous ?", "en espèces"}});
    expectAnswers({faq("كم سعر تنظيف الأسنان؟", "تنظيف الأسنان بسعر 200 درهم.", "ar"), faq("كم سعر التبييض؟", "التبييض بسعر 800 درهم.", "ar")}, "ar", {{"بكم تنظيف الأسنان؟", "200"}, {"كم تكلفة تبييض الأسنان؟", "800"}});
    expectAnswers({faq("What is your cancellation policy?", "Free up to 48 hours before arrival.", "en"), faq("Do you fix leaks?", "Yes, in pipes, faucets and toilets.", "en")}, "en",
        {{"Can I cancel my reservation for free?", "48 hours"}, {"I have a leak under my kitchen sink, do you fix that?", "faucets"}, {"Can I change my reservation?", ""}});
    expectAnswers({faq("Há piscina?", "Sim, aberta das 9 às 19.", "pt")}, "pt", {{"Têm alguma piscina?", "das 9 às 19"}, {"O hotel dispõe de piscina?", "das 9 às 19"}});
    expectAnswers({faq("Is er een zwembad?", "Ja, open van 9 tot 19 uur.", "nl"), faq("Zijn honden toegestaan?", "Ja, voor 8 euro per nacht.", "nl")}, "nl",
        {{"Beschikken jullie over een zwembad?", "van 9 tot 19"}, {"Nemen jullie honden?", "8 euro"}});
}

// The pool that is closed was told to whoever asked when the restaurant opens, and a lift that fails "this week" to whoever said "week".
TEST(Fit, ANoticeIsToldToWhomItTouches)
{
    const auto asked = [](const std::string &notice, const char *text) {
        auto business = businessNamed("casa-marisol");
        business.client.notices = {{NoticeId {"n1"}, notice, Timestamp {}, {}, {}}};
        Simulator talk {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
        return holds(talk.say(text), notice);
    };
    const std::string pool = "The indoor pool is closed for repairs until 15 December.";
    const std::string party = "We are closed for a private party on Saturday, 5 December.";
    const std::string lift = "The lift is out of order this week.";
    EXPECT_TRUE(asked(pool, "Do you have a pool?"));
    EXPECT_TRUE(asked(pool, "Are you open?"));
    EXPECT_FALSE(asked(pool, "Is the bar open to everybody?"));
    EXPECT_FALSE(asked(pool, "Until when is breakfast?"));
    EXPECT_TRUE(asked(party, "Is the bar open in December?"));
    EXPECT_TRUE(asked(party, "Can I book a table on 5 December?"));
    EXPECT_TRUE(asked("We are closed from 20 to 27 December.", "Are you open on 23 December?"));
    const std::string power = "Due to a power cut we are closed today.";
    EXPECT_TRUE(asked(power, "Are you open right now?"));
    EXPECT_TRUE(asked(power, "Are you open for walk-ins?"));
    EXPECT_TRUE(asked(power, "Can I come in now?"));
    EXPECT_FALSE(asked(power, "Is breakfast included?"));
    EXPECT_TRUE(asked("Due to a flood the hotel is closed until 15 December.", "Are you open right now?"));
    EXPECT_TRUE(asked(lift, "Is there a lift?"));
    EXPECT_FALSE(asked(lift, "Do you have parking this week?"));
}

// What a way to pay, an age or a span is asked for, and the answer tells of another: "Do you take PayPal?", of cards alone.
TEST(Fit, AnotherWayToPayAnotherAgeAndNoSpanAreNoAnswer)
{
    auto business = businessNamed("casa-marisol");
    business.documents = {faq("Do I need a deposit to rent?", "A deposit of 100 dollars per bike, by card only."), faq("Is there a guarantee?", "New bikes have a two-year guarantee, batteries one year."),
        faq("Do you repair bikes?", "Yes, we repair all bikes; an inspection is 49 dollars."), faq("Can you give my child medicine?", "We give prescribed medicine only, with a signed form."),
        faq("Who may pick up my child?", "Only people on the pick-up list, with photo ID.")};
    const auto say = [&](const char *text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text); };
    for (const auto *text : {"Do you take PayPal?", "Do used bikes have a guarantee?", "How long does a repair take?", "What medicine did you give my child?", "Who picked up my child?"}) {
        const auto plan = say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
    }
    EXPECT_TRUE(holds(say("Do new bikes have a guarantee?"), "two-year"));
    EXPECT_TRUE(holds(say("Do you repair bikes?"), "49 dollars"));
    EXPECT_TRUE(holds(say("Can you give my child medicine?"), "signed form"));
}
