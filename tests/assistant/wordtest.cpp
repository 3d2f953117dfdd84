#include "models/core/time.h"
#include "server/services/assistant/facts.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

// Single words that were taken for others: names, cancellations, thanks.

namespace {

constexpr LocalTime theDay {2026, 11, 20, 4, 602};

FactsContext in(std::string_view language) { return {std::string {language}, "US", theDay}; }
std::string nameIn(std::string_view text, std::string_view language = "en") { return factsIn(text, in(language), RuleBook::builtin()).name; }
std::string answeredName(std::string_view text, std::string_view language = "en") { return nameFromAnswer(text, in(language), RuleBook::builtin()); }

} // namespace

TEST(Words, WhenToCallIsNobodysName)
{
    for (const auto *text : {"call me back please", "call me later", "call me ASAP", "call me tomorrow at 9", "please call me when you can", "call me on Monday", "my name is on the booking"})
        EXPECT_EQ(nameIn(text), "") << text;
    EXPECT_EQ(nameIn("call me Ishmael"), "Ishmael");
    EXPECT_EQ(nameIn("my name is Laura Back"), "Laura Back");
    EXPECT_EQ(nameIn("my name is Sunday Adeyemi, call me tomorrow"), "Sunday Adeyemi");
    EXPECT_EQ(nameIn("me llamo Domingo Ruiz", "es"), "Domingo Ruiz");
}

TEST(Words, ATimeIsNoAnswerToTheQuestionForTheName)
{
    for (const auto &[text, language] : {std::pair {"later", "en"}, {"asap", "en"}, {"tomorrow", "en"}, {"más tarde", "es"}, {"mañana", "es"}, {"später", "de"}, {"morgen", "de"}, {"demain", "fr"},
             {"domani", "it"}, {"amanhã", "pt"}, {"straks", "nl"}, {"غدا", "ar"}})
        EXPECT_EQ(answeredName(text, language), "") << text;
    EXPECT_EQ(answeredName("Tom"), "Tom");
    EXPECT_EQ(answeredName("Anna Morgen", "de"), "Anna Morgen");
    EXPECT_EQ(answeredName("Ana Luego", "es"), "Ana Luego");
}

TEST(Words, ABookingThatIsNotWantedAnyMoreReachesAPerson)
{
    for (const auto *text : {"لا أريد الحجز بعد الآن", "لا أريد الحجز", "أريد إلغاء الحجز", "لم أعد بحاجة إلى الموعد", "I don't want the booking anymore", "I don't want the booking", "we no longer need the room",
             "Ich will die Buchung nicht mehr", "ich brauche den Termin nicht mehr", "Ich will nicht mehr kommen, bitte stornieren", "ya no quiero la reserva", "no quiero la cita", "je ne veux plus la réservation",
             "je n'ai plus besoin du rendez-vous", "non voglio più la prenotazione", "não quero mais a reserva", "ik wil de boeking niet meer"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
        EXPECT_NE(plan.handOver->reason, EscalationReason::Emergency) << text;
    }
}

TEST(Words, WhoWantsToBookNothingIsLeftInPeace)
{
    for (const auto *text : {"no thanks, I don't want to book", "not now", "nein danke, ich möchte nicht buchen", "no quiero reservar, gracias"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("Do you have parking?");
        EXPECT_FALSE(talk.say(text).handOver.has_value()) << text << " → " << talk.input.history.back().text;
    }
}

TEST(Words, ThanksAreNoAnswerToTheIntake)
{
    for (const auto *text : {"شكراً جزيلاً", "شكرا لكم", "ألف شكر", "thanks a lot", "vielen Dank", "muchas gracias", "merci beaucoup", "grazie mille", "muito obrigado", "dank je wel"}) {
        auto talk = talkTo("saltgrass-marina");
        talk.say("I need a slip for a week");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.lead.name, "") << text;
        EXPECT_TRUE(std::none_of(plan.decision.rules.begin(), plan.decision.rules.end(), [](const RuleTrace &r) { return r.rule == "intake.answer"; })) << text << " → " << plan.reply;
        EXPECT_EQ(plan.reply.find("«"), std::string::npos) << text << " → " << plan.reply;
    }
}

// A part of a longer run is another's address.
TEST(EMails, AreTakenWholeOrNotAtAll)
{
    using Emails = std::vector<std::string>;
    EXPECT_EQ(emailsIn("write to Sean.O'Brien@example.com, or to bea@example.com."), (Emails {"sean.o'brien@example.com", "bea@example.com"}));
    EXPECT_EQ(emailsIn("jürgen.müller@example.de"), Emails {"jürgen.müller@example.de"});
    EXPECT_EQ(emailsIn("kim@mail.exämple.com"), Emails {"kim@mail.exämple.com"});
    EXPECT_EQ(emailsIn("it is 'bea@example.com', “eva@example.com”, (zoe@example.com) - bea@example.com's inbox"),
        (Emails {"bea@example.com", "eva@example.com", "zoe@example.com", "bea@example.com"}));
    EXPECT_EQ(emailsIn("我的邮箱是bea@example.com"), Emails {"bea@example.com"});
    EXPECT_EQ(emailsIn("sean.o’brien@example.com, ’bea@example.com’ or eva@example.com’s inbox"), (Emails {"sean.o'brien@example.com", "bea@example.com", "eva@example.com"}));
    EXPECT_EQ(emailsIn("r&b@example.com! ana#{2}@example.com"), (Emails {"r&b@example.com", "ana#{2}@example.com"}));
    EXPECT_EQ(emailsIn("*bea@example.com*"), Emails {"bea@example.com"}) << "in bold";
    EXPECT_EQ(emailsIn("ana‐lopez@example.com"), Emails {"ana‐lopez@example.com"});
    EXPECT_EQ(emailsIn("ana\u00adlopez@mail.ex‑ample.com"), Emails {"ana\u00adlopez@mail.ex‑ample.com"});
    for (const auto *none : {"bea@eva@example.com", "bea@example.com@", "bea@example", "@example.com", "bea@example.com_old"})
        EXPECT_TRUE(emailsIn(none).empty()) << none;
    EXPECT_TRUE(emailsIn(std::string(65, 'a') + "@example.com").empty());
}

// Asked for it, they give it as theirs; what is cut out of a word is a guess.
TEST(EMails, StandAloneOrAmongAddresses)
{
    for (const auto *text : {"ana@example.com", "it's Ana@example.com.", "ana@example.com, please copy bob@acme.com", "Ana <ana@example.com>", "sean.o’brien@example.com",
             "Email:ana@example.com", "(ana@example.com)", "\"ana@example.com\"", "“ana@example.com”", "*ana@example.com*!", "mailto:ana@example.com", "ana@example.com/ thanks",
             "我的邮箱是ana@example.com，谢谢", "bob@acme.com,ana@example.com", "my mail is ana@example.com", "mail: ana@example.com", "Email ana@example.com", "mi correo es ana@example.com",
             "Adresse ist ana@example.com", "Sure, ana@example.com", "Sure ana@example.com", "claro ana@example.com", "vale ana@example.com", "Hello!\nana@example.com", "Ana Lopez alopez@example.com", "Ana ana.lopez@example.com", "почта ana@example.com",
             "I need a room for two lopez@example.com", "305 555 0142 ana@example.com"})
        EXPECT_TRUE(firstEmailStandsAlone(text)) << text;
    for (const auto *text : {"ana,lopez@example.com", "it's ana,lopez@example.com", "ana;lopez@example.com, bob@acme.com", "ana，lopez@example.com", "ana/lopez@example.com,x", "ana‚lopez@example.com",
             "ana@example.co,uk", "it is in bea@example.com's inbox", "none", "", "ana lopez@example.com", "Ana lopez@example.com please", "thanks! ana lopez@example.com", "ana maria lopez@example.com",
             "ana de lopez@example.com", "my name is Ana\nana lopez@example.com", "ana\tlopez@example.com, bob@acme.com", "Ismail smith@example.com"})
        EXPECT_FALSE(firstEmailStandsAlone(text)) << text;
    std::string book;
    for (int i = 0; i < 2'000; ++i)
        book += "and so on. ";
    EXPECT_FALSE(firstEmailStandsAlone(book + "Ana lopez@example.com")) << "however much stands before";
    EXPECT_TRUE(firstEmailStandsAlone(book + "My mail is ana@example.com"));
}
