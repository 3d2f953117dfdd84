#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

TurnPlan said(std::string_view slug, const std::string &text) { return talkTo(slug, aMonday).say(text); }
bool isEmergency(const TurnPlan &plan) { return plan.decision.urgency == Urgency::Emergency; }

struct Case {
    std::string_view to;
    std::string_view text;
};

} // namespace

TEST(Calm, EverydayWoesAreNoAlarms)
{
    static constexpr Case cases[] {{plumber, "Der Wasserhahn tropft"}, {plumber, "Der Hahn in der Küche tropft seit gestern"}, {plumber, "Le robinet goutte"}, {plumber, "El grifo gotea"}, {plumber, "Il rubinetto gocciola"},
        {plumber, "A torneira está pingando"}, {plumber, "De kraan druppelt"}, {plumber, "الحنفية تنقط"}, {plumber, "my faucet drips a little"}, {plumber, "water heater flame is out"}, {plumber, "Die Zündflamme ist aus"},
        {plumber, "my dishwasher is not draining"}, {dental, "Se me rompió un diente comiendo"}, {dental, "Mir ist ein Zahn abgebrochen"}, {dental, "Je me suis cassé une dent"}, {dental, "Mi si è rotto un dente"},
        {dental, "Quebrei um dente"}, {dental, "Mijn tand is afgebroken"}, {dental, "انكسر سني"}, {dental, "I have a dry socket I think"}, {hotel, "The AC is blowing hot air, we are dying here"},
        {hotel, "Nos estamos muriendo de calor, no funciona el aire"}, {hotel, "Wir sterben vor Hitze, die Klimaanlage geht nicht"}, {hotel, "On crève de chaud, la clim ne marche pas"}, {hotel, "pool water burns my eyes"},
        {hotel, "Das Chlor brennt in den Augen"}, {hotel, "my mouth is burning, that sauce is great"}, {hotel, "رائحة دخان سجائر في الغرفة"}, {hotel, "Im Zimmer riecht es nach Zigarettenrauch"}, {hotel, "Huele a humo de cigarro en mi cuarto"},
        {hotel, "La chambre sent la cigarette"}, {hotel, "my room smells of cigarette smoke"}};
    for (const auto &[to, text] : cases)
        EXPECT_FALSE(isEmergency(said(to, std::string {text}))) << text << " → " << said(to, std::string {text}).reply;
}

TEST(Calm, TheAlarmBesideThemIsHeard)
{
    static constexpr Case cases[] {{plumber, "Der Wasserhahn tropft und es riecht nach Gas"}, {plumber, "Le robinet a explosé, il y a de l'eau partout"}, {plumber, "El grifo se rompió y se inunda toda la casa"},
        {plumber, "the faucet broke off, water everywhere"}, {plumber, "water heater flame is out and I smell gas"}, {dental, "my tooth was knocked out"}, {dental, "I broke a tooth and my face is swollen, I can't swallow"},
        {dental, "Se me rompió un diente y no deja de sangrar"}, {hotel, "my husband is dying"}, {hotel, "the AC caught fire"}, {hotel, "there is smoke in the corridor"}, {hotel, "Rauch im Flur!"}, {hotel, "hay humo en el pasillo"},
        {hotel, "دخان في الممر"}, {hotel, "my throat is burning and closing after the peanuts, I can't breathe"}, {hotel, "kid swallowed pool chlorine and can't breathe"}};
    for (const auto &[to, text] : cases)
        EXPECT_TRUE(isEmergency(said(to, std::string {text}))) << text << " → " << said(to, std::string {text}).reply;
}

// By the tables alone: what is only said so undoes its own word and none beside it.
TEST(Calm, WhatIsOnlySaidSoSilencesNoAlarmAroundIt)
{
    const auto &book = RuleBook::builtin();
    for (const auto *text : {"It's so hot, my son is unconscious, he's dying", "My father is dying and cannot breathe in this heat", "I left a candle and smoke is filling the room", "Hilfe es brennt hier meine Augen tränen",
             "Meine Augen tränen es brennt im Flur", "me lloran los ojos hay fuego en la cocina", "me duele la garganta hay humo en el pasillo", "j'ai mal à la gorge y a le feu", "mi bruciano gli occhi la casa va a fuoco",
             "ardem os olhos a cozinha está pegando fogo", "tranende ogen er is brand"})
        EXPECT_TRUE(anyHit(book.hits(wordsOf(text)), "emergency")) << text;
    for (const auto *text : {"we are dying in this heat", "it is so hot here we are dying", "the candle smoke is nice", "Es brennt mir in den Augen", "tengo la boca en llamas", "huele a humo de cigarro", "j'ai la bouche en feu"})
        EXPECT_FALSE(anyHit(book.hits(wordsOf(text)), "emergency")) << text;
}

TEST(Calm, JourneysAndLawyersOnHolidayAreNoLegalMatter)
{
    for (const auto *text : {"I'm visiting Sydney, NSW and want to find some attractions to visit. Can you see if there is a good child-friendly nature preserve I could go to?",
             "I will be going to London, england and there will be three people", "Imagine going to see something entertaining and stress relieving after a hard day's work. Can you find something for me in NYC, please?",
             "my lawyer recommended your hotel", "I'm a lawyer and need a quiet room", "Soy abogado y necesito una habitación tranquila", "Ich bin Anwalt und brauche ein ruhiges Zimmer", "Je suis avocat, avez-vous une chambre calme ?"}) {
        const auto plan = said(hotel, text);
        EXPECT_FALSE(plan.handOver && plan.handOver->reason == EscalationReason::Legal) << text << " → " << plan.reply;
    }
    for (const auto *text : {"my lawyer will contact you", "I'm a lawyer and I will sue you", "you will hear from my attorney", "Mein Anwalt wird sich bei Ihnen melden", "I will take you to court"}) {
        const auto plan = said(hotel, text);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_TRUE(plan.handOver->reason == EscalationReason::Legal) << text << " → " << plan.reply;
    }
}

// The model alone hears alarm in a pronoun and a number: "Mein Sohn ist 6" was sent to 112.
TEST(Calm, WhoSomebodyIsAndHowOldIsNoAlarm)
{
    struct Case {
        const char *language;
        const char *text;
    };
    for (const auto &[language, text] : {Case {"de", "Mein Sohn ist 6"}, Case {"de", "Mein Hund wiegt 12 Kilo"}, Case {"de", "Meine Tochter ist 4 Jahre alt"}, Case {"en", "He's a labrador, about 30kg"}, Case {"en", "And my daughter, she is 4"},
             Case {"en", "My husband is 45"}, Case {"es", "Mi hija tiene 4 años"}, Case {"pt", "O meu filho tem 6 anos"}, Case {"es", "sigue goteando"}, Case {"es", "Se me ha roto el grifo"}, Case {"pt", "O meu carro não pega"}})
        EXPECT_FALSE(triageOf(text, {language, {}, {}}, RuleBook::builtin()).escalate.has_value()) << text;
    for (const auto *text : {"My daughter is 4 and she is not breathing", "my son is 2, he swallowed a battery", "Mein Sohn ist 6 und atmet nicht", "911 my father is 80", "Le gaz fuit encore", "Es tropft noch auf den Sicherungskasten",
             "Propane leaks a little", "Mio figlio perde ancora sangue dal naso", "o carro não liga e cheira a queimado"})
        EXPECT_EQ(triageOf(text, {"en", {}, {}}, RuleBook::builtin()).escalate, EscalationReason::Emergency) << text;
    for (const auto *text : {"My daughter, 9, was grabbed by your instructor", "My husband, 40, beats me", "Mein Sohn, 7, wurde von Ihrem Lehrer geschlagen"})
        EXPECT_TRUE(triageOf(text, {"en", {}, {}}, RuleBook::builtin()).escalate.has_value()) << text;
}

// "Rendez" gives back money, a "rendez-vous" does not.
TEST(Calm, AnAppointmentIsNoDisputeAndATheftNone)
{
    for (const auto *text : {"Je voudrais un rendez-vous", "Je voudrais prendre rendez-vous", "Puis-je avoir un rendez-vous demain ?"})
        EXPECT_FALSE(triageOf(text, {"fr", {}, {}}, RuleBook::builtin()).escalate.has_value()) << text;
    EXPECT_EQ(triageOf("On m'a facturé un rdv par erreur", {"fr", {}, {}}, RuleBook::builtin()).escalate, EscalationReason::PaymentDispute);
    EXPECT_TRUE(triageOf("J'ai eu un rdv horrible chez vous", {"fr", {}, {}}, RuleBook::builtin()).escalate.has_value());
    EXPECT_EQ(triageOf("Rendez-moi mon argent", {"fr", {}, {}}, RuleBook::builtin()).escalate, EscalationReason::PaymentDispute);
    EXPECT_EQ(triageOf("O meu barco foi roubado esta noite!", {"pt", {}, {}}, RuleBook::builtin()).escalate, EscalationReason::Complaint);
    EXPECT_EQ(triageOf("j'ai été volé dans ma chambre", {"fr", {}, {}}, RuleBook::builtin()).escalate, EscalationReason::Complaint);
}
