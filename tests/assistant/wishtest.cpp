#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

TEST(Wishes, AreTakenDownInEveryLanguage)
{
    for (const auto *text : {"Can you find me a room for two?", "¿Pueden reservarme una habitación para dos?", "Können Sie mir ein Zimmer für zwei reservieren?",
             "Pouvez-vous me réserver une chambre pour deux ?", "Potete prenotarmi una camera per due?", "Podem reservar um quarto para dois?",
             "Kunt u een kamer voor ons reserveren?", "هل يمكنكم حجز غرفة لي؟", "Do you have a room available on Friday?", "Is an appointment available at 10 am?"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Asked) << text << " → " << told(plan);
        EXPECT_TRUE(fired(plan, "intake.ask")) << text;
    }
}

TEST(Wishes, OfAnotherTradeGoToAPerson)
{
    for (const auto *text : {"Can you find me a dentist?", "Busco un dentista", "Ich suche einen Zahnarzt", "Je cherche un dentiste", "Cerco un dentista",
             "Procuro um dentista", "Ik zoek een tandarts", "أبحث عن طبيب أسنان", "I need a flight to Boston", "We have to get an apartment in Fremont"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::HandedOver) << text << " → " << told(plan);
        EXPECT_TRUE(fired(plan, "other_trade")) << text << " → " << told(plan);
    }
    auto talk = talkTo("brightwater-dental");
    EXPECT_EQ(talk.say("Can you find me a dentist?").decision.action, DecisionAction::Asked);
    auto own = talkTo("quickvalve-plumbing"); // "my apartment" is where the leak is
    EXPECT_EQ(own.say("I need a plumber for my apartment").decision.action, DecisionAction::Asked);
}

TEST(Wishes, OfATradeThatTheRulesDoNotKnowAreTakenDown)
{
    auto business = businessNamed("casa-marisol");
    business.client.industry = "beekeeping";
    Simulator talk {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    EXPECT_EQ(talk.say("I need a dentist").decision.action, DecisionAction::Asked);
}

TEST(Wishes, ThatAreDeclinedAreNotAskedOn)
{
    for (const auto *text : {"No, I don't want to book now", "No quiero reservar ahora", "Ich möchte jetzt nicht buchen", "Je ne veux pas réserver maintenant",
             "Non voglio prenotare adesso", "Não quero reservar agora", "Ik wil nu niet reserveren", "لا أريد الحجز الآن"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("I would like to book a room");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Answered) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.ask")) << text;
        EXPECT_FALSE(fired(talk.say("Is the wifi free?"), "intake.ask")) << text; // nor later, until something is wished again
    }
}

TEST(Wishes, WhoTakesLeaveIsNotAskedAgain)
{
    for (const auto *text : {"Great. Thanks for the help. That will be all.", "No thanks, that's all I need", "Thanks, bye"}) {
        auto talk = talkTo("brightwater-dental");
        talk.say("I would like an appointment");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Answered) << text << " → " << told(plan);
    }
}

TEST(Wishes, ALaterDayTakesThePlaceOfTheOneBefore)
{
    auto talk = talkTo("casa-marisol");
    talk.say("I would like to book a room from March 10th");
    EXPECT_NE(talk.input.lead.qualification.timeline.find("March 10th"), std::string::npos);
    const auto plan = talk.say("Actually, make it March 12th instead");
    EXPECT_EQ(plan.decision.action, DecisionAction::Asked) << told(plan);
    EXPECT_NE(talk.input.lead.qualification.timeline.find("March 12th"), std::string::npos);
    auto booked = talkTo("casa-marisol"); // what is booked already is a person's to change
    EXPECT_EQ(booked.say("Please change my reservation to March 12th").decision.action, DecisionAction::HandedOver);
}

TEST(Wishes, ABookingThatIsThereIsNoWishForOne)
{
    for (const auto *text : {"Is breakfast included in my booking?", "Is parking included in our reservation?", "¿Está incluido el desayuno en mi reserva?"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Answered) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.ask")) << text << " → " << told(plan);
    }
    for (const auto *text : {"I want to cancel", "I need to cancel", "Quiero cancelar", "Ich möchte stornieren", "Je voudrais annuler", "Vorrei disdire", "Quero cancelar", "Ik wil annuleren"}) {
        auto talk = talkTo("casa-marisol");
        EXPECT_EQ(talk.say(text).decision.action, DecisionAction::HandedOver) << text;
    }
    auto policy = talkTo("casa-marisol");
    EXPECT_EQ(policy.say("Can I cancel for free?").decision.action, DecisionAction::Answered);
}

TEST(Wishes, WhatOnlyJoinsAQuestionOnIsNoPartOfIt)
{
    auto talk = talkTo("quickvalve-plumbing");
    const auto plan = talk.say(std::vector<std::string> {"Do you fix toilets?", "And what's the warranty?", "also do you take cash"});
    EXPECT_EQ(plan.decision.action, DecisionAction::Answered) << told(plan);
    EXPECT_NE(plan.reply.find("bank transfer and cash"), std::string::npos) << told(plan);
    for (const auto *text : {"and is the wifi free", "y el wifi es gratis", "und ist das WLAN kostenlos"}) {
        auto hotel = talkTo("casa-marisol");
        EXPECT_EQ(hotel.say(text).decision.action, DecisionAction::Answered) << text;
    }
}

TEST(Wishes, AGreetingMayComeAgain)
{
    for (const auto *text : {"Hello again", "hola de nuevo", "Hallo nochmal", "Rebonjour", "Ciao di nuovo", "Olá de novo", "Hallo weer", "مرحبا مرة أخرى"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.intent, "greeting") << text << " → " << told(plan);
    }
    auto talk = talkTo("casa-marisol");
    EXPECT_NE(talk.say("Hi again! Do you have parking?").reply.find("garage"), std::string::npos);
}

TEST(Wishes, EachPartOfAQuestionIsAnsweredForItself)
{
    auto talk = talkTo("casa-marisol");
    const auto both = talk.say("What is your address and phone number?");
    EXPECT_NE(both.reply.find("1214 Coral Row"), std::string::npos) << both.reply;
    EXPECT_NE(both.reply.find("+1 305 555 0101"), std::string::npos) << both.reply;
    EXPECT_FALSE(both.handOver.has_value());
    auto other = talkTo("casa-marisol");
    const auto half = other.say("Can you give me the average rating and the phone number?");
    EXPECT_NE(half.reply.find("+1 305 555 0101"), std::string::npos) << half.reply;
    EXPECT_TRUE(half.handOver.has_value()) << half.reply; // of the rating nothing is on record
}

TEST(Wishes, ACancellationIsAPersonsInEveryLanguageOfTheDesk)
{
    for (const auto *text : {"Reservierung stornieren bitte, Nr 991", "Bitte die Buchung absagen", "Stornierung meiner Buchung 991", "Cancelar reserva por favor", "Quisiera anular la reserva", "cancelación de mi reserva 991",
             "I need to cancel my reservation"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_TRUE(fired(plan, "booking_change")) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.ask")) << text << " → " << told(plan);
    }
    EXPECT_TRUE(fired(talkTo("saltgrass-marina").say("cancel my slip for tonight"), "booking_change"));
    const auto asks = talkTo("casa-marisol").say("Bestätigen Sie mir bitte, dass ich kostenlos stornieren kann");
    EXPECT_FALSE(fired(asks, "intake.wanted")) << told(asks);
    EXPECT_FALSE(fired(talkTo("casa-marisol").say("Kann ich kostenlos stornieren?"), "booking_change"));
}

// Told as an order, as one speaks to a shop: what is booked already is for a person to change, and no new wish.
TEST(Wishes, ToCancelOrMoveGoToAPersonInSpanishToo)
{
    for (const auto *text : {"cancela la cita del lunes porfa", "anula la cita de mañana", "Anulad mi cita, por favor", "quiero anular lo de mañana", "cambiadme la cita al jueves", "cámbiame la cita para el viernes",
             "¿me cambiáis la cita al martes?", "Cancelen la visita del sábado", "anuladme la revisión del viernes", "aplazadme la cita a la semana que viene", "me doy de baja del curso, ya no lo necesito", "please cancel", "pls cancel, thanks"}) {
        auto talk = talkTo("brightwater-dental");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::HandedOver) << text << " → " << told(plan);
        EXPECT_TRUE(fired(plan, "booking_change")) << text << " → " << told(plan);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_FALSE(plan.handOver->brief.wants.empty()) << text;
        EXPECT_FALSE(fired(plan, "intake.wanted")) << text;
    }
    for (const auto *text : {"quiero una cita el lunes", "necesito una cita para cambiar un empaste", "¿me dais cita mañana?", "cámbiame el cepillo y dame cita el lunes", "quiero cambiar lo del empaste"}) {
        auto talk = talkTo("brightwater-dental");
        const auto plan = talk.say(text);
        EXPECT_FALSE(fired(plan, "booking_change")) << text << " → " << told(plan);
    }
}

// Asked for the day, they said how many they are, or had said it at once: it was taken for the day and asked again.
TEST(Wish, HowManyTheyAreIsNotAskedWhenItWasTold)
{
    auto business = businessNamed("casa-marisol");
    business.client.industry = "restaurant";
    business.documents.clear();
    business.settings.intake = {{"when", {{"en", "For which day and time?"}}, IntakeKind::Text, {}, "timeline", true}, {"party", {{"en", "For how many people?"}}, IntakeKind::Text, {}, "", true}, {"name", {{"en", "What name is it for?"}}, IntakeKind::Text, {}, "name", true}};
    const auto talk = [&] { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}; };
    auto told = talk();
    told.say("I'd like to book a table");
    const auto plan = told.say("for 4 people");
    EXPECT_EQ(plan.reply.find("how many people"), std::string::npos) << plan.reply;
    EXPECT_TRUE(plan.lead.qualification.timeline.empty()) << plan.lead.qualification.timeline;
    for (const auto *text : {"A table for two Friday at 8", "Une table pour deux vendredi soir", "Uma mesa para quatro sexta"}) {
        auto once = talk();
        const auto asked = once.say(text);
        EXPECT_EQ(std::count_if(asked.decision.rules.begin(), asked.decision.rules.end(), [](const RuleTrace &r) { return r.rule == "intake.ask" && r.words == "party"; }), 0) << text << " → " << asked.reply;
    }
}

TEST(Wish, AYesThatAsksOnIsAQuestion)
{
    auto business = businessNamed("quickvalve-plumbing");
    Document document;
    document.id = DocumentId::make(Timestamp {});
    document.title = "How much is an oil change?";
    document.text = "An oil change is $79.";
    document.language = "en";
    business.documents = {document};
    for (const auto *text : {"ok change the oil, how much?", "yes but how much is an oil change"}) {
        const auto plan = Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}.say(text);
        EXPECT_NE(plan.reply.find("$79"), std::string::npos) << text << " → " << plan.reply;
    }
}

// "I'd like a cleaning appointment, can you help me?" was handed over for want of an answer to "help me".
TEST(Wish, WhetherOneCanHelpIsNoQuestionOfItsOwn)
{
    for (const auto *text : {"I would like a cleaning appointment, can you help me?", "I need a cleaning appointment. Can you help me with that?", "Ich brauche einen Termin, können Sie mir helfen?", "Quiero una cita, ¿me pueden ayudar?"}) {
        const auto plan = talkTo("brightwater-dental").say(text);
        EXPECT_EQ(plan.decision.action.value(), DecisionAction::Asked) << text << " → " << told(plan);
    }
    const auto alone = talkTo("brightwater-dental").say("Can you help me?");
    EXPECT_EQ(alone.decision.intent, "greeting") << told(alone);
    EXPECT_EQ(talkTo("brightwater-dental").say("My husband collapsed, can you help me?").decision.urgency.value(), Urgency::Emergency);
}

TEST(Wish, WhetherAnAppointmentIsNeededIsNoWishForOne)
{
    for (const auto *text : {"Do I need an appointment for a whitening?", "Brauche ich einen Termin für ein Bleaching?", "¿Hace falta cita para un blanqueamiento?"}) {
        const auto plan = talkTo("brightwater-dental").say(text);
        EXPECT_FALSE(fired(plan, "intake.wanted")) << text << " → " << told(plan);
    }
    EXPECT_TRUE(fired(talkTo("brightwater-dental").say("I need an appointment for a whitening"), "intake.wanted"));
}

// An own visit, order or booking that is called off, moved, missed or went wrong: no form and no rule of the house is an answer to it.
TEST(Wish, WhatIsTheirsAlreadyGoesToAPerson)
{
    struct Case {
        const char *business;
        const char *text;
    };
    for (const auto &[business, text] : {Case {"quickvalve-plumbing", "I am not at home tomorrow at 10, can the plumber come later?"}, Case {"quickvalve-plumbing", "Cancel the plumber for tomorrow"},
             Case {"quickvalve-plumbing", "don't come tomorrow"}, Case {"quickvalve-plumbing", "The plumber did not come"}, Case {"quickvalve-plumbing", "The plumber has my keys and did not return them"},
             Case {"quickvalve-plumbing", "The heater you installed is leaking"}, Case {"quickvalve-plumbing", "I don't need the plumber any more"}, Case {"quickvalve-plumbing", "El fontanero no ha venido"},
             Case {"quickvalve-plumbing", "Der Klempner ist nicht gekommen"}, Case {"quickvalve-plumbing", "Le plombier n'est pas venu"}, Case {"quickvalve-plumbing", "No vengan mañana"},
             Case {"casa-marisol", "I won't need the parking space any more"}, Case {"casa-marisol", "I don't need the airport taxi anymore"}, Case {"casa-marisol", "I want to check out now, nobody is at reception"},
             Case {"casa-marisol", "please remove breakfast from my booking"}, Case {"casa-marisol", "take me off the booking"}, Case {"casa-marisol", "Yes, cancel it"}, Case {"casa-marisol", "Sí, cancélala"},
             Case {"casa-marisol", "Wir brauchen den Parkplatz nicht mehr"}, Case {"casa-marisol", "Ya no necesitamos el taxi"}, Case {"casa-marisol", "Non abbiamo più bisogno del parcheggio"},
             Case {"casa-marisol", "Can I change my address for delivery?"}, Case {"casa-marisol", "you never sent me my refund"}}) {
        const auto plan = talkTo(business).say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
    }
    for (const auto *text : {"Is somebody at reception at night?", "Do you have parking?", "What time is check-in?"})
        EXPECT_FALSE(talkTo("casa-marisol").say(text).handOver.has_value()) << text;
}

TEST(Wish, TakenBackWhileItIsTakenDownEnds)
{
    auto talk = talkTo("quickvalve-plumbing");
    talk.say("I'd like an appointment to fix my sink on Tuesday");
    const auto plan = talk.say("actually cancel that");
    EXPECT_EQ(plan.reply.find("noted"), std::string::npos) << plan.reply;
    EXPECT_NE(plan.decision.action, DecisionAction::Asked) << plan.reply;
}
