#include "tests/assistant/triagecases.h"

namespace foredeck::tests {

const std::vector<TriageCase> &triageCases()
{
    static const std::vector<TriageCase> cases {
        // danger to life or health, or damage that grows by the minute
        {"There's a fire in the laundry room", "emergency", "emergency"}, {"I smell gas in the kitchen", "emergency", "emergency"},
        {"Water is gushing out of the wall and I can't shut it off", "emergency", "emergency"}, {"A pipe burst in our basement", "emergency", "emergency"},
        {"My husband can't breathe", "emergency", "emergency"}, {"she is unconscious by the pool", "emergency", "emergency"},
        {"chest pain since ten minutes, please help", "emergency", "emergency"}, {"the boat is taking on water fast", "emergency", "emergency"},
        {"we are stuck in the elevator with a baby", "emergency", "emergency"}, {"the carbon monoxide alarm is going off", "emergency", "emergency"},
        {"Someone broke in, there is an intruder in the lobby", "emergency", "emergency"}, {"my toddler swallowed a battery", "emergency", "emergency"},
        {"he is bleeding heavily and it won't stop", "emergency", "emergency"}, {"sparks are coming from the outlet", "emergency", "emergency"},
        {"I want to kill myself", "emergency", "emergency"}, {"the ceiling is collapsing", "emergency", "emergency"},
        {"sewage is backing up everywhere", "emergency", "emergency"}, {"smoke coming from the engine room", "emergency", "emergency"},
        {"Huele a gas en la cocina", "emergency", "emergency"}, {"Se rompió una tubería y se está inundando la casa", "emergency", "emergency"},
        {"Mi padre no puede respirar", "emergency", "emergency"}, {"Es brennt im Keller!", "emergency", "emergency"},
        {"Rohrbruch, das Wasser läuft überall aus", "emergency", "emergency"}, {"Mein Kind ist bewusstlos", "emergency", "emergency"},
        {"Il y a le feu dans la cuisine", "emergency", "emergency"}, {"Forte odeur de gaz dans l'immeuble", "emergency", "emergency"},
        {"C'è un incendio in camera", "emergency", "emergency"}, {"Tem cheiro de gás na cozinha", "emergency", "emergency"},
        {"Er is brand in de keuken", "emergency", "emergency"}, {"يوجد حريق في المطبخ", "emergency", "emergency"}, {"والدي لا يستطيع التنفس", "emergency", "emergency"},
        {"القارب يغرق", "emergency", "emergency"},
        // words of danger without danger
        {"Does the cabin have a fire pit?", "normal", ""}, {"where is the emergency exit", "normal", ""}, {"It's not an emergency, I just need a quote", "normal", ""},
        {"no emergency, take your time", "normal", ""}, {"do you offer emergency appointments?", "normal", ""}, {"what do you charge for emergency calls", "normal", ""},
        {"is the fireplace free to use", "normal", ""}, {"can I smoke on the balcony", "normal", ""}, {"Do you repair smoke detectors?", "normal", ""},
        {"is smoking allowed", "normal", ""}, {"how far is the gas station", "normal", ""}, {"we love the flood of sunlight in the room", "normal", ""},
        {"is there a fire extinguisher on board", "normal", ""}, {"kein Notfall, ich brauche nur einen Termin", "normal", ""},
        {"Haben Sie einen Notdienst?", "any", ""}, {"No es una emergencia", "normal", ""}, {"¿Tienen detector de humo?", "normal", ""},
        {"Ce n'est pas une urgence", "normal", ""}, {"هذه ليست حالة طارئة", "normal", ""}, {"the view takes my breath away", "normal", ""},
        {"my heart is on fire for this place", "any", "any"}, {"will it hurt?", "normal", ""}, {"I'm dying to try your spa", "normal", ""},
        // the same day, two days, or something essential is down
        {"We have no heat and it's freezing", "high", ""}, {"The toilet is clogged and it's our only one", "any", ""}, {"I need a plumber today", "high", ""},
        {"can you fit me in tomorrow morning", "high", ""}, {"I'm locked out of my room", "high", ""}, {"our AC is not working", "high", ""},
        {"terrible toothache since last night", "high", ""}, {"I broke a tooth", "high", ""}, {"need it asap", "high", ""}, {"table for 2 tonight?", "high", ""},
        {"Ich brauche heute noch einen Termin", "high", ""}, {"No tenemos agua caliente", "high", ""}, {"Necesito una cita hoy", "high", ""},
        {"الماء مقطوع", "any", ""}, {"car won't start, we're stranded", "high", ""},
        {"are you open today?", "normal", ""}, {"what are your hours tomorrow", "normal", ""}, {"Do you have a room in June?", "normal", ""}, {"thanks for today", "normal", ""},
        // a person should take over
        {"I want to speak to a human", "any", "human_requested"}, {"Can someone call me back?", "any", "human_requested"}, {"let me talk to the manager", "any", "human_requested"},
        {"real person please", "any", "human_requested"}, {"Quiero hablar con una persona", "any", "human_requested"}, {"Ich möchte mit einem Mitarbeiter sprechen", "any", "human_requested"},
        {"أريد التحدث مع موظف", "any", "human_requested"}, {"Je voudrais parler à quelqu'un", "any", "human_requested"}, {"vorrei parlare con un operatore", "any", "human_requested"},
        {"quero falar com um atendente", "any", "human_requested"}, {"kan ik een medewerker spreken", "any", "human_requested"},
        {"My lawyer will be in touch", "any", "legal"}, {"I am going to sue you", "any", "legal"}, {"delete all my personal data under GDPR", "any", "legal"},
        {"Mi abogado se pondrá en contacto con ustedes", "any", "legal"}, {"Ich werde Sie verklagen", "any", "legal"},
        {"I was charged twice", "any", "payment_dispute"}, {"I want my money back", "any", "payment_dispute"}, {"there's an unauthorized charge on my card", "any", "payment_dispute"},
        {"Me cobraron dos veces", "any", "payment_dispute"}, {"Mir wurde doppelt abgebucht", "any", "payment_dispute"},
        {"my test results, what do they mean?", "any", "sensitive"}, {"my mother passed away last week", "any", "sensitive"}, {"how much ibuprofen can I take", "any", "sensitive"},
        {"This is unacceptable, I have been waiting for three hours", "any", "complaint"}, {"the room was dirty and the staff was rude", "any", "complaint"},
        {"I want to make a complaint", "any", "complaint"}, {"worst service ever", "any", "complaint"}, {"Quiero poner una queja", "any", "complaint"},
        {"Ich möchte mich beschweren", "any", "complaint"}, {"خدمة سيئة جدا", "any", "complaint"}, {"nobody showed up for the appointment", "any", "complaint"},
        // which look like it
        {"do you need a lawyer to sign the lease?", "any", ""}, {"what is your refund policy?", "any", ""}, {"how can I pay?", "any", ""}, {"can I call you tomorrow", "any", ""},
        {"do you speak Spanish?", "any", ""}, {"is the doctor in on Friday", "any", ""}, {"I'd like a check-up", "any", ""}, {"like a call from the sea", "any", "any"},
        {"table for one person please", "any", ""}, {"my tooth is fine, no complaints", "any", ""}, {"Are you a robot?", "any", ""}, {"the charge for the late check-out, how much is it?", "any", ""},
        {"is there a charge for parking", "any", ""}, {"can I talk about the menu", "any", ""}, {"Do you accept credit cards", "any", ""},
    };
    return cases;
}

} // namespace foredeck::tests
