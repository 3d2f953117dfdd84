#include "server/services/triage/triage.h"
#include "tests/assistant/dangercases.h"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

using Texts = std::vector<std::string>;

struct Counts {
    int byTables = 0;
    int lost = 0;
};

// What the tables hear must stand, whatever everyday talk the model reads beside it.
void compare(const std::string &text, Counts &counts)
{
    TriageOptions tablesAlone;
    tablesAlone.wholeMessage = false;
    if (triageOf(text, tablesAlone, RuleBook::builtin()).urgency != Urgency::Emergency)
        return;
    ++counts.byTables;
    const auto triage = triageOf(text, {}, RuleBook::builtin());
    const bool stands = triage.urgency == Urgency::Emergency && triage.escalate == EscalationReason::Emergency;
    counts.lost += stands ? 0 : 1;
    EXPECT_TRUE(stands) << text;
}

// Each alarm behind each opening and before each end, on one line and as two messages of one turn.
Counts grid(const Texts &alarms, const Texts &openings, const Texts &ends)
{
    Counts counts;
    for (const auto &alarm : alarms) {
        for (const auto &opening : openings) {
            for (const auto &end : ends) {
                compare(opening + (opening.empty() ? "" : " ") + alarm + end, counts);
                if (!opening.empty())
                    compare(opening + "\n" + alarm + end, counts);
            }
        }
    }
    return counts;
}

} // namespace

TEST(Floor, noEverydayTalkBesideItSilencesAnAlarm)
{
    const auto counts = grid({"there is a fire", "the kitchen is on fire", "gas leak", "I smell gas", "he is not breathing", "my wife collapsed", "someone broke in", "the house is flooding", "burst pipe",
                                 "chest pain", "she is unconscious", "carbon monoxide", "the boat is sinking", "bleeding heavily", "smoke in the room", "overdose", "heart attack",
                                 "he fell and is not moving", "electric sparks from the outlet", "man with a gun"},
        {"", "Hello, table for two on Friday please,", "Do you have a room for next weekend?", "Thanks for the quote,", "Can I book an appointment for tomorrow morning,",
            "Could I have the wifi password please,", "What time is breakfast?", "I'd like a refund for last month,", "We need an estimate for a new kitchen,"},
        {"", " and can I get the invoice for last year", ". Also how much is parking?", " thanks, see you on Saturday at 7 pm", ", what do you charge for it?",
            ". Do you have availability next week for a cleaning?"});
    EXPECT_GE(counts.byTables, 1800);
    EXPECT_EQ(counts.lost, 0);
}

TEST(Floor, norInOtherLanguages)
{
    const std::vector<std::array<Texts, 3>> all {
        {Texts {"hay fuego en la cocina", "mi marido no respira", "huele a gas en casa", "se está inundando el sótano"},
            Texts {"¿Tienen habitación para el fin de semana?", "Gracias por el presupuesto,", "¿A qué hora es el desayuno?"}, Texts {"", " ¿y cuánto cuesta el aparcamiento?", ", nos vemos el sábado"}},
        {Texts {"es brennt in der Küche", "mein Mann atmet nicht", "es riecht nach Gas", "der Keller läuft voll"},
            Texts {"Haben Sie nächste Woche einen Termin frei?", "Danke für das Angebot,", "Wann gibt es Frühstück?"}, Texts {"", " und was kostet das Parken?", ", bis Samstag"}},
        {Texts {"il y a le feu dans la cuisine", "mon mari ne respire plus", "ça sent le gaz", "la cave est inondée"},
            Texts {"Avez-vous une chambre pour ce week-end ?", "Merci pour le devis,", "À quelle heure est le petit déjeuner ?"}, Texts {"", " et combien coûte le parking ?", ", à samedi"}},
        {Texts {"c'è un incendio in cucina", "mio marito non respira", "sento odore di gas"}, Texts {"Hai una camera per il weekend?", "Grazie per il preventivo,"}, Texts {"", " e quanto costa il parcheggio?"}},
        {Texts {"há um incêndio na cozinha", "meu marido não respira", "cheira a gás"}, Texts {"Têm quarto para o fim de semana?", "Obrigado pelo orçamento,"}, Texts {"", " e quanto custa o estacionamento?"}},
        {Texts {"er is brand in de keuken", "mijn man ademt niet", "ik ruik gas"}, Texts {"Heeft u een kamer vrij dit weekend?", "Bedankt voor de offerte,"}, Texts {"", " en wat kost parkeren?"}},
    };
    int byTables = 0;
    for (const auto &[alarms, openings, ends] : all) {
        const auto counts = grid(alarms, openings, ends);
        byTables += counts.byTables;
        EXPECT_EQ(counts.lost, 0);
    }
    EXPECT_GE(byTables, 250);
}

TEST(Floor, everyDangerThatIsHeardAloneIsHeardBehindTalk)
{
    Counts counts;
    for (const auto &danger : tests::heardDangers()) {
        for (const auto *opening : {"", "Do you have a room for next weekend?\n", "Thanks, and see you on Friday at 7. "})
            compare(opening + std::string {danger}, counts);
    }
    EXPECT_GE(counts.byTables, 400);
    EXPECT_EQ(counts.lost, 0);
}
