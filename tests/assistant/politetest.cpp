#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

bool isSmallTalk(const TurnPlan &plan)
{
    return plan.decision.action == DecisionAction::Answered && plan.decision.passages.empty();
}

} // namespace

TEST(Polite, WordsThatLeadUpToATroubleAreNotAllThatIsSaid)
{
    for (const auto *text : {"No hot water since yesterday", "No heating and a baby in the house", "no water in the house, please call me", "no power in the bathroom",
             "No gas smell but the boiler clicks", "Thanks, but the leak is still there", "nothing, thank you, but my sink is blocked", "bye bye heating, boiler is dead",
             "The leak in the kitchen is back since yesterday evening, thank you very much", "No tengo agua caliente", "No funciona la calefacción", "No sale agua", "Gracias, pero la fuga sigue",
             "Nein, das Wasser läuft immer noch", "Danke, aber das Wasser läuft immer noch", "Non, l'eau coule toujours", "Merci, mais la fuite est toujours là", "No, l'acqua esce ancora",
             "Grazie, ma la perdita c'è ancora", "Não, a água continua a correr", "Obrigado, mas a fuga continua", "Nee, het water loopt nog steeds", "Bedankt, maar het lek is er nog", "لا، الماء ما زال يتسرب",
             "شكرا لكن التسريب ما زال"}) {
        auto talk = talkTo("quickvalve-plumbing");
        const auto plan = talk.say(text);
        EXPECT_FALSE(isSmallTalk(plan)) << text << " → " << told(plan);
        EXPECT_TRUE(plan.handOver.has_value() || plan.decision.action == DecisionAction::Asked) << text << " → " << told(plan);
    }
    for (const auto *text : {"No wifi in 204", "no key works", "No hot water since yesterday", "No hay luz en la habitación", "Kein Warmwasser im Bad"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
    }
}

TEST(Polite, WhereNothingElseIsSaidNobodyIsCalled)
{
    for (const auto *text : {"No thanks", "no, that's all for today, thank you", "Thanks for the quick help!", "thank you so much for your time", "no problem", "No, everything is fine", "bye bye", "Thanks, I will think about it",
             "No, that's enough, thanks", "No, I appreciate your help", "Thank you very much for your assistance, I don't have any more requests for you", "That's all for now, I'll talk to you later", "nothing, thanks", "Great, thanks, see you on Friday!", "just looking, thanks", "No, gracias", "no hace falta, gracias", "nada más, gracias", "Gracias por la ayuda", "Nein danke, alles gut",
             "Danke für die Auskunft", "nichts weiter, danke", "Non merci, ça ira", "Merci pour votre aide", "No grazie, va bene così", "Grazie per l'aiuto", "Não, obrigado, tudo certo", "Obrigada pela ajuda",
             "Nee hoor, bedankt", "Bedankt voor de hulp", "لا شكرا"}) {
        auto talk = talkTo("quickvalve-plumbing");
        talk.say("Do you give a warranty?");
        const auto plan = talk.say(text);
        EXPECT_TRUE(isSmallTalk(plan)) << text << " → " << told(plan);
    }
}

TEST(Polite, TheNegationStandsInWhatIsQuoted)
{
    const auto plan = talkTo("casa-marisol").say("No hot water in room 12");
    EXPECT_NE(plan.reply.find("“No hot water in room 12”"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.handOver->detail, "No hot water in room 12");
    EXPECT_NE(talkTo("casa-marisol").say("No hay luz en la habitación").reply.find("«No hay luz"), std::string::npos);
    EXPECT_EQ(talkTo("quickvalve-plumbing").say("No heating and a baby in the house").lead.qualification.serviceInterest, "No heating and a baby in the house");
    EXPECT_NE(talkTo("quickvalve-plumbing").say("Thanks, but the leak is still there").reply.find("“the leak is still there”"), std::string::npos); // what is only polite is left out
    EXPECT_NE(talkTo("quickvalve-plumbing").say("Nein, das Wasser läuft immer noch").reply.find("„das Wasser läuft"), std::string::npos);
}

TEST(Polite, PraiseIsThankedFor)
{
    for (const auto *text : {"thnx for yesterday u guys r the best!!", "that tiramisu is to die for", "You are all amazing, thanks", "the room was absolutely lovely", "you were all so patient with me", "ok found it, thank you so much",
             "all sorted, thanks", "that did the trick, cheers", "Danke, hat geklappt!", "Danke, hab es gefunden", "ihr seid die besten", "das Essen war fantastisch!", "sois los mejores, gracias", "ya lo encontré, gracias", "merci, ça marche", "grazie, tutto a posto"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_TRUE(isSmallTalk(plan)) << text << " → " << told(plan);
        EXPECT_EQ(plan.decision.intent, "thanks") << text << " → " << told(plan);
    }
}

TEST(Polite, PraiseWithSomethingBehindItIsNoThanks)
{
    for (const auto *text : {"the room was lovely, the shower is broken", "the pasta was amazing but the bill was wrong", "you guys are the best, can I get a room for friday?", "you guys are the worst", "thanks, it never worked",
             "Danke, hat nicht geklappt", "Danke, hat leider nicht funktioniert", "found it broken, thanks", "my mother is to die for lack of air", "die Suppe war fantastisch, der Kellner hat mich beleidigt", "merci, ça ne marche pas",
             "gracias, todavía no funciona"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_NE(plan.decision.intent, "thanks") << text << " → " << told(plan);
    }
}

TEST(Polite, ThanksAndASignAsFirstWordsNeedNobody)
{
    for (const auto *text : {"Vielen Dank, das hilft mir", "Danke, das hilft mir sehr", "thank you, that helps a lot", "gracias, me sirve mucho", "gracias, eso me ayuda", "merci, ça m'aide beaucoup", "grazie, questo mi aiuta molto", "obrigada, isso ajuda muito", "bedankt, dat helpt me verder"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_TRUE(isSmallTalk(plan)) << text << " → " << told(plan);
        EXPECT_EQ(plan.decision.intent, "thanks") << text << " → " << told(plan);
        EXPECT_FALSE(plan.handOver.has_value()) << text;
    }
    for (const auto *text : {"👍", "❤️", "🙏🏽", "😭", "☹️ 😭", " 😊 "}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_FALSE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.decision.intent, "greeting") << text << " → " << told(plan);
        EXPECT_FALSE(plan.reply.empty()) << text;
    }
    for (const auto *text : {"👎", "🤬", "Danke, das hilft mir nicht", "Vielen Dank, das hilft mir nicht weiter", "gracias, no me sirve", "merci, ça ne m'aide pas", "obrigado, isso não ajuda"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_NE(plan.decision.intent, "thanks") << text << " → " << told(plan);
        EXPECT_NE(plan.decision.intent, "greeting") << text << " → " << told(plan);
    }
    auto talk = talkTo("casa-marisol"); // after an answer it may be about that: a person looks
    talk.say("Do you have parking?");
    EXPECT_TRUE(talk.say("😭").handOver.has_value());
}
