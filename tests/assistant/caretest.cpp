#include "models/core/time.h"
#include "server/services/assistant/carefit.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

Simulator dentist() { return talkTo("brightwater-dental", aMonday); }

} // namespace

TEST(Care, AdviceForOneComplaintIsNotGivenForAnother)
{
    struct Case {
        std::string_view text;
        std::string_view wrong; ///< of another answer
    };
    static constexpr Case cases[] {{"Is it normal that my gum bleeds 2 days after extraction?", "inflamed"}, {"bleeding a bit since my extraction yesterday, normal?", "inflamed"},
        {"can I drink alcohol after the filling?", "two hours"}, {"can I go running after the implant surgery?", "USD 95"}, {"how long is the wait for implants", "USD 95"},
        {"can I fly two days after you take out my wisdom tooth?", "USD 280"}, {"I'm pregnant, is whitening safe?", "gel"}, {"my gums bleed since I started blood thinners", "inflamed"},
        {"Me sangra la encía desde que me sacaron la muela ayer", "inflama"}, {"Puedo tomar alcohol después del empaste?", "dos horas"}, {"Darf ich nach der Füllung Bier trinken?", "zwei Stunden"},
        {"Nach dem Ziehen blutet mein Zahnfleisch noch, ist das normal?", "entzünd"}, {"Puis-je boire du vin après le plombage ?", "two hours"}, {"Posso bere alcol dopo l'otturazione?", "two hours"},
        {"Posso beber vinho depois da obturação?", "two hours"}, {"Mag ik wijn drinken na de vulling?", "two hours"}};
    for (const auto &[text, wrong] : cases) {
        const auto plan = dentist().say(std::string {text});
        EXPECT_FALSE(holds(plan, wrong)) << text << " → " << told(plan);
    }
}

TEST(Care, TheRightAdviceIsGiven)
{
    struct Case {
        std::string_view text;
        std::string_view right;
    };
    static constexpr Case cases[] {{"When can I eat after a filling?", "two hours"}, {"When may I eat again after my filling?", "two hours"}, {"My gums bleed when I brush, is that normal?", "inflamed"},
        {"What do I do after a tooth was pulled?", "gauze"}, {"can I smoke after extraction?", "no smoking"}, {"Do you do implants?", "USD 95"}, {"Does whitening hurt?", "gel"}, {"How much is a crown?", "1,150"},
        {"¿Cuándo puedo comer después del empaste?", "two hours"}, {"Mein Zahnfleisch blutet beim Putzen", "Zahnfleisch"}};
    for (const auto &[text, right] : cases) {
        const auto plan = dentist().say(std::string {text});
        EXPECT_TRUE(holds(plan, right)) << text << " → " << told(plan);
    }
}

TEST(Care, OnlyAPracticeIsAskedForIt)
{
    const auto &book = RuleBook::builtin();
    EXPECT_TRUE(treatsPeople("dental", book));
    EXPECT_TRUE(treatsPeople("veterinary_clinic", book));
    EXPECT_FALSE(treatsPeople("hotel", book));
    EXPECT_FALSE(treatsPeople("home_services", book));
    EXPECT_TRUE(holds(talkTo("casa-marisol", aMonday).say("Is there a pool?"), "08:00")); // a pool is swum in anywhere
}

TEST(Care, WhoIsAtAPracticeAndWantsADoctorIsNoAlarm)
{
    for (const auto *text : {"I need a doctor.", "Necesito un médico", "Ich brauche einen Arzt", "J'ai besoin d'un médecin", "Ho bisogno di un medico", "Preciso de um médico", "Ik heb een dokter nodig"}) {
        const auto here = dentist().say(text);
        EXPECT_FALSE(here.decision.urgency == Urgency::Emergency) << text << " → " << told(here);
        const auto there = talkTo("casa-marisol", aMonday).say(text);
        EXPECT_TRUE(there.decision.urgency == Urgency::Emergency) << text << " → " << told(there);
    }
    EXPECT_TRUE(dentist().say("I need a doctor now, I can't breathe").decision.urgency == Urgency::Emergency);
    EXPECT_TRUE(dentist().say("send a doctor").decision.urgency == Urgency::Emergency);
}

TEST(Care, WhoIsSickFromWhatTheyAteGetsAPerson)
{
    for (const auto *text : {"we all got sick after your breakfast buffet", "my son has been vomiting since dinner at your bar", "I think I got food poisoning from the shrimp", "the fish made us sick", "Todos enfermamos después de comer en su bar",
             "Mir ist übel seit dem Frühstück bei Ihnen", "On est malades depuis le dîner chez vous", "Abbiamo vomitato dopo la cena da voi"}) {
        const auto plan = talkTo("casa-marisol", aMonday).say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_TRUE(plan.handOver->reason == EscalationReason::Sensitive || plan.handOver->reason == EscalationReason::Complaint || plan.handOver->reason == EscalationReason::Emergency) << text << " → " << told(plan);
    }
    for (const auto *text : {"I get seasick after lunch, is the sea rough?", "Do you have lunch after 3?", "we are sick of waiting for breakfast"}) {
        const auto plan = talkTo("casa-marisol", aMonday).say(text);
        EXPECT_FALSE(std::any_of(plan.decision.rules.begin(), plan.decision.rules.end(), [](const RuleTrace &r) { return r.fired && r.rule == "handover.sensitive.food"; })) << text;
    }
}

TEST(Care, WhoHasLostSomebodyIsToldSo)
{
    for (const auto *text : {"my father died, can I cancel my stay?", "Mi madre falleció ayer", "Meine Mutter ist gestorben", "Mon père est décédé", "Mio padre è morto", "Meu pai faleceu", "Mijn moeder is overleden", "توفي والدي"}) {
        const auto plan = talkTo("casa-marisol", aMonday).say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_FALSE(holds(plan, "911")) << text << " → " << told(plan);
        EXPECT_TRUE(holds(plan, "sorry for your loss") || holds(plan, "pésame") || holds(plan, "Beileid") || holds(plan, "condo") || holds(plan, "sentimentos") || holds(plan, "Gecondoleerd") || holds(plan, "عزاءكم")) << text << " → " << told(plan);
    }
    for (const auto *text : {"my phone died in the pool", "Mein Handy ist gestorben", "mi batería murió", "my dad passed out the flyers"})
        EXPECT_FALSE(holds(talkTo("casa-marisol", aMonday).say(text), "loss") || holds(talkTo("casa-marisol", aMonday).say(text), "Beileid") || holds(talkTo("casa-marisol", aMonday).say(text), "pésame")) << text;
}
