#include "server/services/triage/triage.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

std::string_view reasonFor(std::string_view text)
{
    const auto triage = triageOf(text, {"en", {}, {}}, RuleBook::builtin());
    return triage.escalate ? nameOf(*triage.escalate) : std::string_view {};
}

} // namespace

TEST(Complaints, InsultsGoToAPerson)
{
    for (const auto *text : {"you stupid bot fuck off", "Fuck you, your hotel is shit", "What a shithole, you are all idiots", "this bot is shit", "this bot is so stupid", "Dieser Bot ist einfach nur dumm", "Este robot es muy tonto", "your service sucks", "you guys are a bunch of idiots", "what a crap hotel", "You're useless", "t'es con ou quoi", "go to hell",
             "Du blöder Bot", "Ihr seid Idioten", "Vete a la mierda", "El hotel es una mierda", "Espèce d'idiot", "C'est de la merde", "Siete degli incapaci", "Vaffanculo",
             "Vai se foder", "Jullie zijn idioten", "Stomme bot", "انت حمار"})
        EXPECT_EQ(reasonFor(text), "complaint") << text;
    for (const auto *text : {"sorry for the dumb question, is there a lift?", "I'm an idiot, I forgot my charger", "do you suck out tanks?", "do you have a screw that fits my tap?",
             "do you serve jerk chicken?", "that's damn good coffee", "Damn good service, thank you!", "fucking amazing hotel", "il mio volo è ritardato", "How silly of me, I booked the wrong day", "Entschuldigung für die dumme Frage", "Soy idiota, olvidé la llave", "Quelle espèce de poisson servez-vous ?", "Ik krijg de sleutel niet",
             "Que te den la llave en recepción, ¿vale?"})
        EXPECT_EQ(reasonFor(text), "") << text;
}

TEST(Complaints, TheftGoesToAPerson)
{
    for (const auto *text : {"someone stole my wallet from the room", "my passport was stolen", "we've been robbed", "someone broke into my car in your garage", "se llevaron mi bolso del restaurante", "my watch is missing from the safe... I mean the watch is missing from the safe",
             "I want to report a theft", "me han robado el bolso", "Mir wurde das Portemonnaie gestohlen", "On m'a volé mon sac", "Mi hanno rubato la borsa", "Roubaram minha carteira",
             "Mijn fiets is gestolen", "سرقت محفظتي"})
        EXPECT_NE(reasonFor(text), "") << text;
    for (const auto *text : {"Is there a safe so that nothing gets stolen?", "what if my bike is stolen?", "the view stole my heart", "housekeeping took my laundry, when is it back?",
             "Kann mein Fahrrad dort gestohlen werden?", "¿Tienen seguro contra robo?"})
        EXPECT_EQ(reasonFor(text), "") << text;
}

TEST(Complaints, ATheftIsToldInItsOwnLanguage)
{
    for (const auto *text : {"Me robaron", "me robaron la cartera", "¡Me robaron el bolso!"}) {
        const auto triage = triageOf(text, {"en", {}, {}}, RuleBook::builtin());
        EXPECT_EQ(triage.language, "es") << text;
        EXPECT_NE(reasonFor(text), "payment_dispute") << text; // of payments nothing was said
        EXPECT_NE(reasonFor(text), "") << text;
    }
    EXPECT_EQ(reasonFor("Me cobraron dos veces"), "payment_dispute");
    EXPECT_EQ(triageOf("They robbed us", {"es", {}, {}}, RuleBook::builtin()).language, "en");
}

TEST(Complaints, NoiseGoesToAPerson)
{
    for (const auto *text : {"My neighbour in room 14 is so loud, I can't sleep", "They keep screaming next door all night", "I asked them three times to turn the music down",
             "la música de la fiesta no deja dormir a mi hijo", "Unsere Kinder können nicht schlafen die Nachbarn schreien", "can you stop the noise", "people next door are shouting all night", "the music is way too loud", "the room next to us is having a party and it's 3am",
             "could you ask the people upstairs to keep it down?", "there's loud music from the bar and my baby can't sleep", "Los de al lado no paran de gritar", "Nebenan wird gefeiert",
             "we can't sleep because of the noise", "Der Nachbar über uns macht Lärm", "Wir können wegen dem Lärm nicht schlafen", "Los vecinos hacen mucho ruido y no podemos dormir",
             "Les voisins font trop de bruit", "I vicini fanno troppo rumore", "Os vizinhos estão a fazer barulho", "De buren maken herrie", "الجيران مزعجين جدا"})
        EXPECT_EQ(reasonFor(text), "complaint") << text;
    for (const auto *text : {"is it noisy at night?", "is there a party tonight?", "what time does the bar stop the music?", "Do you have live music?", "Wie laut ist es auf der Dachterrasse?", "do you have a quiet room? we are light sleepers", "is the street very noisy?", "can you stop the noise in my pipes?", "Gibt es nachts Lärm?",
             "¿Hay mucho ruido en la calle?", "which rooms are away from noise?", "Will it hurt when they are drilling?", "Our party can't show up tonight, is that a problem?",
             "Mein Hund bellt manchmal, darf er mit?", "Mon chien aboie parfois, l'acceptez-vous ?", "Il mio cane abbaia", "¿Hay ruido de obras o se puede dormir bien?", "I asked them about music for our wedding", "Our kids are screaming with joy, thank you!", "The pump keeps bothering us at night"})
        EXPECT_EQ(reasonFor(text), "") << text;
}

TEST(Complaints, HarassmentGoesToAPerson)
{
    for (const auto *text : {"a man keeps touching me in the sauna", "The guy in room 12 keeps bothering my daughter", "Le réceptionniste a fait un geste et m'a touchée", "your driver is harassing my daughter", "Ein Gast hat mich belästigt", "Un huésped me está acosando", "Un client m'a insultée",
             "Un ospite mi ha molestata", "Um hóspede me assediou", "Een gast valt mij lastig"})
        EXPECT_EQ(reasonFor(text), "sensitive") << text;
    for (const auto *text : {"the view touched me deeply", "My tooth has been bothering me for two weeks, can I get an appointment?", "Votre accueil m'a touchée, merci !", "Me bateu uma dúvida"})
        EXPECT_EQ(reasonFor(text), "") << text;
}

TEST(Complaints, WordsThatAreMeantOtherwiseAreNone)
{
    struct Case {
        std::string_view reason;
        std::vector<std::string_view> texts;
    };
    const std::vector<Case> cases {
        {"sensitive", {
            "a man keeps bothering me at the pool", "someone at the bar is bothering us", "Een gast valt mij steeds lastig", "Ik word door een man lastiggevallen, hij valt me lastig",
            "Un uomo mi ha toccata", "Um homem me tocou na piscina", "he touched my daughter", "a guest keeps bothering me", "he won't leave and he is bothering us",
            "the man from room 3 is bothering me", "Een man valt mijn vrouw lastig", "de buurman viel ons gisteren lastig", "Ik word lastiggevallen door een gast, hij heeft mij bedreigd",
            "il massaggiatore mi ha toccata", "o massagista me tocou", "o homem do bar tocou em mim e me tocou de novo", "someone touched me in the sauna",
        }},
        {"complaint", {
            "can you turn off the music", "please stop the noise next door", "My room is a piece of shit", "this hotel is a piece of crap", "turn off the music please",
            "can you turn down the music, it is 3 am", "do something about the noise", "stop the party upstairs", "your service is a piece of shit",
            "my stay was shit and the room is a piece of crap",
        }},
        {"", {
            "Do you turn off the music at night?", "Can you stop the noise my toilet makes", "My old water heater is a piece of crap, how much for a new one?",
            "she says my tooth is bothering me because of the crown", "He told me to ask: my knee is bothering me, do you have an orthopedist?",
            "they fixed it but my back tooth keeps bothering me", "Het is voor mij lastig om overdag te komen", "Is het lastig voor ons om te parkeren?",
            "La vostra accoglienza mi ha toccata, grazie", "Mi ha toccata profondamente la vostra gentilezza", "O carinho de vocês me tocou", "A sua mensagem me tocou profundamente",
            "The smell of the paint is bothering me, can I change rooms?", "My old boiler is a piece of shit, do you replace them?", "my car is a piece of crap so I'll be late",
            "She said the noise from my fridge is bothering me, can you fix it", "Do you turn down the music after ten?", "Does the bar stop the music at midnight?",
            "how do I stop the noise my heater makes", "Can someone stop the noise that my pipes make", "Is het lastig om bij jullie te parkeren?",
            "Mijn agenda maakt het me lastig om te komen", "Le vostre parole mi hanno toccata", "Me tocou muito fundo a hospitalidade de vocês", "A história do hotel me tocou",
        }},
    };
    for (const auto &c : cases) {
        for (const auto text : c.texts)
            EXPECT_EQ(reasonFor(text), c.reason) << text;
    }
}
