#include "models/core/time.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/quiet.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

/// Up to the last question, which need not be answered.
Simulator booked()
{
    auto talk = talkTo("casa-marisol");
    for (const auto *text : {"I would like to book a room", "John Smith", "Dec 20 to Dec 22"})
        talk.say(text);
    EXPECT_NE(talk.say("two guests, one room").reply.find("anything we should prepare"), std::string::npos) << talk.input.history.back().text;
    return talk;
}
void expectHandedOver(const TurnPlan &plan, std::string_view text)
{
    ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Rule) << text;
    for (const auto *part : {"Dec 20 to Dec 22", "John Smith", "book a room", "two guests, one room"})
        EXPECT_NE(plan.handOver->brief.wants.find(part), std::string::npos) << text << ": " << plan.handOver->brief.wants;
    EXPECT_NE(plan.handOver->detail.find("book a room"), std::string::npos) << text << ": " << plan.handOver->detail;
    EXPECT_NE(plan.reply.find("John Smith"), std::string::npos) << text << " → " << plan.reply;
    EXPECT_EQ(plan.lead.status.value(), LeadStatus::Qualified) << text;
}
std::size_t times(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}
TurnPlan hush(Simulator &talk, std::chrono::minutes minutes)
{
    talk.input.now += minutes;
    auto plan = planQuiet(talk.input, talk.input.lead);
    talk.apply(plan);
    return plan;
}

/// A restaurant that asks for a name, for how many people, and when.
Simulator dining()
{
    auto talk = talkTo("casa-marisol");
    talk.input.client.industry = "restaurant";
    const auto question = [](const char *key, const char *fills, const char *wording, IntakeKind kind) {
        IntakeQuestion q;
        q.key = key;
        q.fills = fills;
        q.wording = {{"en", wording}};
        q.kind = kind;
        return q;
    };
    talk.input.settings.intake = {question("name", "name", "May I have your name?", IntakeKind::Text), question("party", "service_interest", "For how many people?", IntakeKind::Text),
        question("when", "timeline", "Which day and time?", IntakeKind::Date)};
    return talk;
}
bool asksForPeople(const TurnPlan &plan) { return plan.reply.find("For how many people?") != std::string::npos; }

} // namespace

TEST(Intake, WhatIsCompleteReachesAPersonWhateverClosesIt)
{
    for (const auto *text : {"no thanks", "No, thank you!", "nothing, thank you", "that's all", "no that's all, thanks", "thanks", "bye", "no", "never mind", "not now", "👍", "no, everything is fine", "nothing special"}) {
        auto talk = booked();
        expectHandedOver(talk.say(text), text);
    }
    auto asked = booked(); // a question between them changes nothing
    EXPECT_FALSE(asked.say("What time is breakfast?").handOver.has_value());
    expectHandedOver(asked.say("Great, thanks!"), "thanks after a question");
    auto both = booked();
    const auto plan = both.say("When is breakfast? Thanks, that's all");
    expectHandedOver(plan, "question and leave");
    EXPECT_NE(plan.reply.find("07:00 to 10:30"), std::string::npos) << plan.reply;
}

TEST(Intake, ItIsSoInEveryLanguage)
{
    struct Booking {
        std::vector<std::string> turns;
    };
    for (const auto &turns : std::vector<std::vector<std::string>> {
             {"Quiero reservar una habitación", "Ana López", "del 20 al 22 de diciembre", "dos personas, una habitación", "no, gracias"},
             {"Ich möchte ein Zimmer buchen", "Lena Baumann", "vom 20. bis 22. Dezember", "zwei Gäste, ein Zimmer", "nein danke"},
             {"Je voudrais réserver une chambre", "Louis Martin", "du 20 au 22 décembre", "deux personnes, une chambre", "non merci"},
             {"Vorrei prenotare una camera", "Marco Rossi", "dal 20 al 22 dicembre", "due persone, una camera", "no grazie"},
             {"Gostaria de reservar um quarto", "Rui Costa", "de 20 a 22 de dezembro", "duas pessoas, um quarto", "não, obrigado"},
             {"Ik wil graag een kamer reserveren", "Jan Visser", "van 20 tot 22 december", "twee personen, een kamer", "nee, bedankt"}}) {
        auto talk = talkTo("casa-marisol");
        for (std::size_t i = 0; i + 1 < turns.size(); ++i)
            EXPECT_FALSE(talk.say(turns[i]).handOver.has_value()) << turns[i];
        const auto plan = talk.say(turns.back());
        ASSERT_TRUE(plan.handOver.has_value()) << turns.back() << " → " << plan.reply;
        EXPECT_NE(plan.handOver->brief.wants.find(turns[1]), std::string::npos) << plan.handOver->brief.wants;
    }
}

TEST(Intake, WhoDoesNotWantItAnyMoreIsNotHandedOver)
{
    auto talk = booked();
    EXPECT_FALSE(talk.say("I don't want to book any more").handOver.has_value());
    EXPECT_TRUE(hush(talk, std::chrono::minutes {60}).nothing);
    auto begun = talkTo("casa-marisol");
    begun.say("I would like to book a room");
    EXPECT_FALSE(begun.say("Thanks, bye").handOver.has_value()); // what is missing is asked by nobody now, and a person gets it later
    EXPECT_FALSE(hush(begun, std::chrono::minutes {10}).nothing);
}

TEST(Intake, NotNowSaidToAQuestionKeepsTheWish)
{
    for (const auto *text : {"Not now, on Dec 20", "Later, on Dec 20 please", "not right now, from Dec 20 to Dec 22"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("I would like to book a room");
        talk.say("Ana Lopez");
        const auto plan = talk.say(text);
        EXPECT_NE(plan.lead.qualification.timeline.find("Dec 20"), std::string::npos) << text;
        EXPECT_TRUE(plan.wishIsOpen) << text << " → " << plan.reply;
        EXPECT_FALSE(hush(talk, std::chrono::minutes {10}).nothing) << text;
    }
    for (const auto *text : {"later", "not now", "never mind the name", "not yet"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("I would like to book a room");
        const auto put = talk.say(text);
        EXPECT_TRUE(put.wishIsOpen) << text << " → " << put.reply;
        EXPECT_EQ(put.reply.find("May I have your name"), std::string::npos) << text << " → " << put.reply; // nobody is pressed
        auto told = talk;
        EXPECT_EQ(told.say("Ana Lopez").lead.name, "Ana Lopez") << text << " → " << told.input.history.back().text;
        EXPECT_FALSE(hush(talk, std::chrono::minutes {10}).nothing) << text;
    }
}

TEST(Intake, NotYetAnswersAQuestionThatIsYesOrNo)
{
    auto talk = talkTo("brightwater-dental");
    talk.say("I would like an appointment for a cleaning");
    EXPECT_NE(talk.say("Ana Lopez").reply.find("been with us before"), std::string::npos) << talk.input.history.back().text;
    const auto plan = talk.say("not yet");
    EXPECT_TRUE(plan.wishIsOpen) << plan.reply;
    EXPECT_NE(plan.reply.find("Which day"), std::string::npos) << plan.reply; // it is no leave
    const auto last = talk.say("Dec 3");
    ASSERT_TRUE(last.handOver.has_value()) << last.reply;
    EXPECT_NE(last.handOver->detail.find("cleaning"), std::string::npos) << last.handOver->detail; // the wish, not the last answer
}

TEST(Intake, WhatIsHandedBackIsNotHandedOverAgainByThanks)
{
    auto talk = booked();
    talk.say("no thanks");
    talk.input.conversation.owner.kind = OwnerKind::Assistant;
    talk.input.conversation.status = ConversationStatus::Active;
    EXPECT_FALSE(talk.say("Thanks!").handOver.has_value());
    EXPECT_TRUE(hush(talk, std::chrono::minutes {60}).nothing);
}

TEST(Intake, WhatAPersonHasTakenUpIsNotHandedOverByThanks)
{
    auto talk = booked();
    talk.write(MessageRole::Staff, "It is booked, John!");
    EXPECT_FALSE(talk.say("Thanks!").handOver.has_value());
    EXPECT_TRUE(hush(talk, std::chrono::minutes {60}).nothing);
    auto phoned = booked();
    phoned.input.now += std::chrono::minutes {1};
    phoned.input.handedBackAt = phoned.input.now;
    EXPECT_FALSE(phoned.say("Thanks!").handOver.has_value());
    EXPECT_TRUE(hush(phoned, std::chrono::minutes {60}).nothing);
    EXPECT_TRUE(phoned.say("I would like to book a room for Dec 28 too").handOver.has_value()); // all that is asked is known
}

TEST(Intake, WhoComesBackWantsWhatTheySayNow)
{
    auto talk = talkTo("casa-marisol");
    talk.input.lead.name = "Ana Lopez";
    talk.input.lead.qualification.serviceInterest = "book a table · two";
    for (const auto *text : {"I would like to book a room", "Dec 20 to Dec 22", "two guests, one room"})
        talk.say(text);
    const auto plan = talk.say("no, thanks");
    ASSERT_TRUE(plan.handOver.has_value()) << plan.reply;
    EXPECT_EQ(plan.handOver->detail.find("I would like to book a room"), 0u) << plan.handOver->detail;
    EXPECT_EQ(plan.handOver->brief.wants.find("I would like to book a room; "), 0u) << plan.handOver->brief.wants;
    EXPECT_NE(plan.handOver->brief.wants.find("Dec 20 to Dec 22"), std::string::npos) << plan.handOver->brief.wants;
}

TEST(Intake, TheWishOnRecordIsThatOfTheTalkItCameWithOrIsSaidIn)
{
    Lead lead;
    Conversation row;
    row.channelKind = ChannelKind::Sms;
    row.createdAt = lead.createdAt + std::chrono::hours {25};
    const auto said = [](const char *text) {
        Message message;
        message.text = text;
        return std::vector {message};
    };
    EXPECT_TRUE(isWishOfTalk(lead, row, 0, {})) << "there is none";
    lead.qualification.serviceInterest = "a room for two… · sea view";
    EXPECT_FALSE(isWishOfTalk(lead, row, 0, said("I left my jacket in room 12")));
    EXPECT_TRUE(isWishOfTalk(lead, row, 0, said("I want a room\nfor two again")));
    auto answered = said("We have a room for two");
    answered[0].role = MessageRole::Staff;
    EXPECT_FALSE(isWishOfTalk(lead, row, 0, answered)) << "not their words";
    row.channelKind = ChannelKind::LiveChat;
    EXPECT_TRUE(isWishOfTalk(lead, row, 0, {})) << "it was told there";
    EXPECT_FALSE(isWishOfTalk(lead, row, 7, {})) << "and resolved";
    row.channelKind = ChannelKind::Sms;
    row.createdAt = lead.createdAt + std::chrono::hours {24};
    EXPECT_TRUE(isWishOfTalk(lead, row, 0, {}));
}

TEST(Quiet, AWishOfWhichNoMoreIsHeardGoesToAPerson)
{
    auto talk = booked();
    EXPECT_TRUE(hush(talk, std::chrono::minutes {9}).nothing);
    const auto plan = hush(talk, std::chrono::minutes {1});
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_EQ(plan.reply, "");
    EXPECT_NE(plan.handOver->brief.wants.find("Dec 20 to Dec 22"), std::string::npos) << plan.handOver->brief.wants;
    EXPECT_EQ(plan.lead.status.value(), LeadStatus::Qualified);
    EXPECT_EQ(plan.decision.action, DecisionAction::HandedOver);
    EXPECT_TRUE(plan.waitsAnew);
    EXPECT_TRUE(hush(talk, std::chrono::minutes {60}).nothing); // a person has it

    auto begun = talkTo("casa-marisol");
    EXPECT_TRUE(begun.say("I want to book").wishIsOpen);
    const auto some = hush(begun, std::chrono::minutes {10});
    ASSERT_TRUE(some.handOver.has_value());
    EXPECT_EQ(some.handOver->brief.wants, "I want to book"); // nothing else is known
    EXPECT_NE(some.lead.status.value(), LeadStatus::Qualified);
}

TEST(Quiet, WhoOnlyAskedOrWaitsForAnAnswerIsNoWish)
{
    auto asked = talkTo("casa-marisol");
    EXPECT_FALSE(asked.say("Is the wifi free?").wishIsOpen);
    EXPECT_TRUE(hush(asked, std::chrono::minutes {60}).nothing);
    auto marina = talkTo("saltgrass-marina");
    EXPECT_FALSE(marina.say("How do I reserve a berth?").wishIsOpen); // told, and asked for the name besides
    auto waits = booked();
    waits.write(MessageRole::Lead, "And a cot, please");
    EXPECT_TRUE(hush(waits, std::chrono::minutes {60}).nothing); // a turn is under way
    auto stopped = booked();
    stopped.say("STOP");
    EXPECT_TRUE(hush(stopped, std::chrono::minutes {60}).nothing);
    auto persons = booked();
    persons.input.conversation.owner.kind = OwnerKind::User;
    EXPECT_TRUE(hush(persons, std::chrono::minutes {60}).nothing);
}

TEST(Intake, WhatIsToldUnaskedIsNotAsked)
{
    auto talk = talkTo("saltgrass-marina");
    talk.say("I need a berth");
    talk.say("Paul Nwosu");
    const auto plan = talk.say("38 ft, draft 5.5");
    EXPECT_EQ(plan.reply.find("What is the draft"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.lead.qualification.timeline, ""); // 5.5 is no day
    const auto last = talk.say("Dec 3");
    ASSERT_TRUE(last.handOver.has_value()) << last.reply;
    EXPECT_NE(last.handOver->brief.wants.find("draft 5.5"), std::string::npos) << last.handOver->brief.wants;
    auto other = talkTo("saltgrass-marina"); // a word alone tells nothing
    other.say("I need a berth, I have to look up the draft");
    other.say("Paul Nwosu");
    other.say("Dec 3");
    EXPECT_NE(other.say("38 ft sailboat").reply.find("What is the draft"), std::string::npos) << other.input.history.back().text;
}

TEST(Intake, AQuestionInBetweenDoesNotForgetTheOneThatIsOpen)
{
    auto talk = talkTo("casa-marisol");
    talk.say("I would like to book a room");
    EXPECT_NE(talk.say("What time is breakfast?").reply.find("07:00"), std::string::npos);
    const auto plan = talk.say("Ana Lopez");
    EXPECT_EQ(plan.lead.name, "Ana Lopez");
    EXPECT_EQ(plan.reply.find("May I have your name"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.lead.qualification.serviceInterest, "book a room");
    auto agrees = talkTo("casa-marisol");
    agrees.say("I would like to book a room");
    agrees.say("What time is breakfast?");
    EXPECT_NE(agrees.say("ok").reply.find("May I have your name"), std::string::npos) << agrees.input.history.back().text;
}

TEST(Intake, NamesAreReadAsPeopleWriteThem)
{
    struct Name {
        const char *said;
        const char *name;
    };
    for (const auto &[said, name] : {Name {"name John Smith", "John Smith"}, {"Name: John Smith", "John Smith"}, {"my name John Smith", "John Smith"}, {"Tom and when is check-in?", "Tom"},
             {"Tom, when is check-in?", "Tom"}, {"mi nombre Ana López", "Ana López"}, {"Name: Lena Baumann", "Lena Baumann"}, {"Ana López y ¿a qué hora es el check-in?", "Ana López"}}) {
        auto talk = talkTo("casa-marisol");
        talk.say("I would like to book a room");
        EXPECT_EQ(talk.say(said).lead.name, name) << said << " → " << talk.input.history.back().text;
    }
    auto talk = talkTo("casa-marisol");
    talk.say("I would like to book a room");
    EXPECT_EQ(talk.say("When is check-in?").lead.name, "");
}

TEST(Intake, ADayIsNoNumberOfGuests)
{
    auto talk = talkTo("casa-marisol");
    for (const auto *text : {"I would like to book a room", "Tom Jones", "Dec 20"})
        talk.say(text);
    const auto plan = talk.say("yes for Dec 20");
    EXPECT_NE(plan.reply.find("How many guests"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.lead.qualification.serviceInterest, "book a room");
    EXPECT_NE(talk.say("two on Dec 20").lead.qualification.serviceInterest.find("two"), std::string::npos);
}

TEST(Intake, AnotherQuestionComesBeforeTheOneJustAsked)
{
    auto talk = talkTo("casa-marisol");
    EXPECT_NE(talk.say("I would like to book a room").reply.find("May I have your name"), std::string::npos);
    const auto plan = talk.say("we are coming by car");
    EXPECT_EQ(plan.reply.find("May I have your name"), std::string::npos) << plan.reply;
    EXPECT_NE(plan.reply.find("Which days"), std::string::npos) << plan.reply;
    EXPECT_NE(talk.say("Dec 20").reply.find("May I have your name"), std::string::npos) << talk.input.history.back().text; // and it comes again
}

TEST(Intake, WhatIsOnlyAskedAboutIsNoWish)
{
    auto talk = talkTo("casa-marisol");
    talk.say("When is breakfast?");
    talk.say("and on sundays?");
    const auto plan = talk.say("My name is Rosa");
    EXPECT_EQ(plan.lead.name, "Rosa");
    EXPECT_EQ(plan.lead.qualification.timeline, "");
    EXPECT_EQ(plan.lead.qualification.serviceInterest, "");
    EXPECT_FALSE(plan.wishIsOpen);
    for (const auto *text : {"are you open on christmas?", "¿Abren en Navidad?", "Haben Sie an Weihnachten geöffnet?", "Is the pool open on Sunday?"})
        EXPECT_EQ(talkTo("saltgrass-marina").say(text).lead.qualification.timeline, "") << text;
    EXPECT_EQ(talkTo("casa-marisol").say("Do you have a room for Dec 20?").lead.qualification.timeline, "Dec 20");
    auto asked = talkTo("casa-marisol");
    asked.say("I would like to book a room");
    asked.say("Tom Jones");
    EXPECT_EQ(asked.say("Is Dec 20 possible?").lead.qualification.timeline, "Dec 20"); // it answers the question for the day
}

TEST(Intake, AnOrdinalEndsNoSentence)
{
    auto talk = talkTo("casa-marisol");
    const auto plan = talk.say("Ich möchte ein Zimmer vom 12. bis 15. Dezember");
    EXPECT_EQ(plan.lead.qualification.serviceInterest, "ein Zimmer vom 12. bis 15. Dezember");
    EXPECT_EQ(times(plan.reply, "12. bis 15. Dezember"), 1u) << plan.reply;
    EXPECT_EQ(talkTo("casa-marisol").say("Ich möchte ein Zimmer für den 3. Januar oder den 4. Februar").lead.qualification.serviceInterest, "ein Zimmer für den 3. Januar oder den 4. Februar");
    EXPECT_NE(talkTo("casa-marisol").say("We are in room 12. Do you have parking?").reply.find("18 spaces"), std::string::npos); // and there it does
}

TEST(Intake, ADayThatIsChangedIsNoNumberOfGuests)
{
    auto talk = talkTo("casa-marisol");
    for (const auto *text : {"Ich möchte ein Zimmer buchen", "Anna Beck", "12. bis 14. Dezember"})
        talk.say(text);
    const auto plan = talk.say("doch lieber 13. bis 15.");
    EXPECT_EQ(plan.lead.qualification.timeline, "13. bis 15");
    EXPECT_EQ(plan.lead.qualification.serviceInterest, "ein Zimmer buchen");
    EXPECT_NE(plan.reply.find("Wie viele Gäste"), std::string::npos) << plan.reply;
    EXPECT_NE(talk.say("2 Gäste, 1 Zimmer").lead.qualification.serviceInterest.find("2 Gäste"), std::string::npos);

    auto weekend = talkTo("casa-marisol");
    for (const auto *text : {"Ich möchte ein Zimmer buchen", "Anna Beck", "am Wochenende"})
        weekend.say(text);
    const auto both = weekend.say("Fr-So");
    EXPECT_NE(both.lead.qualification.timeline.find("Wochenende"), std::string::npos) << both.lead.qualification.timeline;
    EXPECT_NE(both.lead.qualification.timeline.find("Fr-So"), std::string::npos) << both.lead.qualification.timeline;
    EXPECT_EQ(both.lead.qualification.serviceInterest, "ein Zimmer buchen");

    auto english = talkTo("casa-marisol");
    for (const auto *text : {"I would like to book a room", "Ann Beck", "Dec 12 to Dec 14"})
        english.say(text);
    EXPECT_EQ(english.say("make it Dec 13 to Dec 15 instead").lead.qualification.timeline, "Dec 13 to Dec 15");
    EXPECT_EQ(english.input.lead.qualification.serviceInterest, "book a room");
}

TEST(Intake, AStayThatCannotBeIsAskedForAgain)
{
    for (const auto *text : {"31 February to 2 March", "14 December to 12 December"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("I would like to book a room");
        talk.say("Ann Beck");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.lead.qualification.timeline, "") << text;
        EXPECT_NE(plan.reply.find("Which days"), std::string::npos) << text << " → " << plan.reply;
    }
}

TEST(Intake, AQuestionThatTheWishDoesNotAnswerIsAsked)
{
    for (const auto *wish : {"reserve a slip for Dec 5", "Need a slip for Dec 5"}) {
        auto talk = talkTo("saltgrass-marina");
        talk.say(wish);
        const auto plan = talk.say("my name's Ann");
        EXPECT_EQ(plan.lead.name, "Ann") << wish;
        EXPECT_NE(plan.reply.find("What boat is it"), std::string::npos) << wish << " → " << plan.reply;
    }
    auto told = talkTo("saltgrass-marina");
    told.say("I need a slip for my sailboat on Dec 5");
    EXPECT_EQ(told.say("my name's Ann").reply.find("What boat is it"), std::string::npos) << told.input.history.back().text;
    auto plumber = talkTo("quickvalve-plumbing");
    plumber.say("I need a plumber, the kitchen sink is clogged");
    EXPECT_EQ(plumber.say("my name's Ann").reply.find("What is the problem"), std::string::npos) << plumber.input.history.back().text;
}

TEST(Intake, AdultsAndChildrenAreReadInTheLanguageThatIsSpoken)
{
    auto talk = talkTo("casa-marisol");
    for (const auto *text : {"Ich möchte ein Zimmer buchen", "Anna Beck", "12. bis 14. Dezember"})
        talk.say(text);
    const auto plan = talk.say("2 Erw. 1 Kind");
    EXPECT_NE(plan.lead.qualification.serviceInterest.find("2 Erw. 1 Kind"), std::string::npos) << plan.lead.qualification.serviceInterest;
    EXPECT_NE(plan.reply.find("Dürfen wir"), std::string::npos) << plan.reply;
}

TEST(Intake, TheNumberOfPeopleThatWasGivenIsNotAskedForAgain)
{
    for (const auto *wish : {"table for 4", "table for two friday 8pm", "need a table for 3 on sunday at 1", "table for 8 tonight", "table for 6 saturday 7pm under Gray", "a party of 12 on friday",
             "mesa para 4 el viernes", "hola, mesa para dos", "Tisch für vier am Freitag", "une table pour deux vendredi", "un tavolo per due domani", "uma mesa para três amanhã"}) {
        auto talk = dining();
        const auto first = talk.say(wish);
        EXPECT_FALSE(asksForPeople(first)) << wish << " → " << first.reply;
        const auto plan = talk.say("my name is Lena Gray");
        EXPECT_FALSE(asksForPeople(plan)) << wish << " → " << plan.reply;
        EXPECT_NE(talk.input.lead.qualification.serviceInterest, "") << wish;
    }
    auto behind = dining();
    behind.say("book a table for friday");
    behind.say("for 4, my name is Lena Gray");
    EXPECT_FALSE(asksForPeople(behind.say("at 8 pm"))) << behind.input.lead.qualification.serviceInterest;
}

TEST(Intake, AnotherNumberIsNoNumberOfPeople)
{
    for (const auto *wish : {"table for friday", "table for our anniversary", "table for 2 hours on friday", "table for 4 pm tomorrow", "table for 4 december", "mesa para las dos mañana", "Tisch für 7 Uhr am Freitag"}) {
        auto talk = dining();
        talk.say(wish);
        const auto plan = talk.say("my name is Lena Gray");
        EXPECT_TRUE(asksForPeople(plan)) << wish << " → " << plan.reply;
    }
}

TEST(Intake, ThanksNameNobody)
{
    for (const auto *text : {"ta", "ok ta", "ok ta. Is there parking?", "cheers", "thnx", "lovely, ta very much"}) {
        auto talk = dining();
        ASSERT_NE(talk.say("book a table for friday").reply.find("your name"), std::string::npos);
        talk.say(text);
        EXPECT_EQ(talk.input.lead.name, "") << text;
    }
    for (const auto *text : {"Tara", "Ta Nguyen"}) {
        auto talk = dining();
        talk.say("book a table for friday");
        talk.say(text);
        EXPECT_EQ(talk.input.lead.name, text);
    }
}

TEST(Intake, WhoIsMetInAChatWindowIsAskedHowTheyCanBeReached)
{
    const auto begun = [](ChannelKind channel, const std::string &language, const std::string &wish) {
        Simulator talk {businessNamed("brightwater-dental"), channel, fromRfc3339("2026-11-20T15:02:11Z").value()};
        talk.input.settings.intake = defaultIntake(language);
        EXPECT_FALSE(talk.say(wish).handOver.has_value()) << talk.input.history.back().text;
        return talk;
    };
    for (const auto *contact : {"+1 305-444-0142", "ana@example.com"}) {
        auto talk = begun(ChannelKind::LiveChat, "en", "I want an appointment on Tuesday");
        EXPECT_NE(talk.say("Ana Lopez").reply.find("telephone number or e-mail"), std::string::npos) << talk.input.history.back().text;
        const auto plan = talk.say(contact);
        ASSERT_TRUE(plan.handOver.has_value()) << contact << " → " << plan.reply;
        EXPECT_EQ(plan.lead.name, "Ana Lopez");
        EXPECT_EQ(plan.lead.phones.size() + plan.lead.emails.size(), 1u) << contact;
        EXPECT_EQ(plan.lead.qualification.serviceInterest.find(contact), std::string::npos) << plan.lead.qualification.serviceInterest;
    }
    auto spanish = begun(ChannelKind::LiveChat, "en", "Quiero una cita el martes");
    EXPECT_NE(spanish.say("Ana López").reply.find("correo electrónico"), std::string::npos) << spanish.input.history.back().text;
    EXPECT_TRUE(begun(ChannelKind::Sms, "en", "I want an appointment on Tuesday").say("Ana Lopez").handOver.has_value()); // they are where they write
    Simulator known {businessNamed("brightwater-dental"), ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
    known.input.settings.intake = defaultIntake("en");
    known.input.lead.name = "Ana Lopez";
    known.input.lead.emails = {"ana@example.com"};
    EXPECT_TRUE(known.say("I want an appointment on Tuesday").handOver.has_value());
}
