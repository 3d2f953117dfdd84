#include "server/services/triage/triage.h"
#include "tests/assistant/dangercases.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

// As a marina, a dentist and a plumber have set them.
const TriageOptions &options()
{
    static const TriageOptions all {"en", {}, {"ambulance", "aground", "sinking", "man overboard", "burst pipe", "flooding", "knocked out", "Gesicht ist geschwollen", "cara hinchada"}};
    return all;
}

std::string_view dangerIn(std::string_view text, const TriageOptions &with = options())
{
    const auto triage = triageOf(text, with, RuleBook::builtin());
    return triage.escalate ? nameOf(*triage.escalate) : std::string_view {};
}

} // namespace

TEST(Danger, OfLifeIsHeardInEveryLanguage)
{
    for (const auto *text : {"Somebody fell in the water and can't swim", "A child fell into the harbour", "my husband slipped off the dock into the water", "Help, our daughter went overboard!",
             "When docking my wife fell off the boat", "We're going under", "water is pouring into the bilge", "Nos estamos hundiendo", "¡Nos vamos a pique!", "Está entrando agua en el barco",
             "Un niño se ha caído al agua", "Se cayó una persona por la borda", "Wasser im Boot, wir gehen unter", "Unser Boot läuft voll", "Ein Kind ist ins Hafenbecken gefallen",
             "Meine Frau ist über Bord gegangen", "Un enfant est tombé à l'eau", "Nous sommes en train de couler", "Stiamo affondando", "È caduto un bambino in acqua", "Estamos afundando",
             "Uma criança caiu na água", "Wij zinken", "Er is een kind in het water gevallen", "سقط طفل في الماء",
             "There's a kid in the water by dock C and he's not swimming", "our sailboat is flooding", "Hay un hombre en el agua que no sabe nadar", "Das Boot säuft ab",
             "Jemand liegt im Wasser und bewegt sich nicht", "La nostra barca sta affondando", "O nosso barco está a meter água", "Ons schip maakt water", "We tried to avoid a rock and ran aground",
             "My husband is unconscious and he is not insured for this", "my kitchen is on fire how do I prevent it spreading", "I smell gas what is the risk of explosion",
             "someone fell overboard what do you do in an emergency like that", "Rufen Sie schon mal einen Krankenwagen mein Mann ist bewusstlos", "Es brennt in der Küche was kann ich tun um Schlimmeres zu verhindern",
             "huele a gas en mi cocina hay riesgo de explosión?", "Il y a le feu dans la cuisine comment éviter le pire", "C'è un incendio in cucina cosa devo fare per evitare il peggio",
             "Er is brand in de keuken is er gevaar voor ons", "child drowning in the pool how do you handle emergencies here", "We are going down fast",
             "hi do you fix burst pipes mine just burst and theres water everywhere", "do you deal with flooding my basement is flooding right now",
             "mi hijo cayó al agua y en algún momento dejó de respirar", "Un enfant à vélo est tombé à l'eau", "Un niño en bici se cayó al agua", "Ein Kind ist mit Rucksack ins Wasser gefallen",
             "Es riecht nach Gas im Keller gibt es ein Risiko", "my sons tooth got knocked out what do you do in that case", "pipe burst am I covered for this",
             "what do you do my son fell overboard", "Help what do you do there is a fire in our room", "what happens now my husband collapsed", "any chance of a tow we are sinking",
             "do you fix burst pipes mine just burst", "hey do you handle flooding my basement is flooding", "how do I avoid choking my son is choking", "wie vermeide ich den Rauch es brennt im Flur",
             "¿cómo evito el humo hay fuego en el pasillo?", "we are going down send help", "we are going down by the stern near buoy 4", "can i get help kid in water cant swim",
             "J'écris du portable de mon mari il est tombé à l'eau", "Mein Sohn ist mit dem Fahrrad ins Wasser gefallen", "my wife is in the water, she can't swim",
             "I have been bleeding since the extraction and it won't stop", "My husband's been stabbed",
             "did anyone call an ambulance? he is unconscious", "call an ambulance, my wife collapsed", "Do you fix burst pipes? Mine just burst and water is everywhere"})
        EXPECT_EQ(dangerIn(text), "emergency") << text;
}

TEST(Danger, OfAToothAndAFaceIsHeardInEveryLanguage)
{
    for (const auto *text : {"My son's front tooth got knocked out", "he knocked my tooth out", "My kid got hit by a ball and his tooth flew out", "Me golpeé y perdí un diente", "My face is swollen and I have a fever", "Se me ha caído un diente de un golpe",
             "Tengo la cara hinchada y fiebre", "Mein Zahn ist ausgeschlagen", "Nach einem Sturz ist der Zahn rausgefallen", "Mein Gesicht ist geschwollen", "J'ai le visage gonflé et de la fièvre",
             "J'ai perdu une dent dans un accident", "Ho perso un dente in una caduta", "Perdi um dente numa queda", "Mijn tand is eruit geslagen"})
        EXPECT_EQ(dangerIn(text), "emergency") << text;
    for (const auto *text : {"I broke a tooth", "Mir ist eine Krone rausgefallen", "Se me cayó un empaste", "my filling fell out"})
        EXPECT_EQ(dangerIn(text), "") << text;
}

// In the words that people use, where the tables knew others: "me falta el aire" is how one says it.
TEST(Danger, IsHeardInTheWordsThatPeopleUse)
{
    const TriageOptions none;
    for (const auto *text : {"me falta el aire", "a mi madre le falta el aire", "¡Es una urgencia!", "Sí, es una urgencia", "tengo una urgencia", "tengo un dolor de cabeza insoportable de repente",
             "Llamen ya a la policía", "por favor llamen a la policía", "Ich hab mir den Finger abgeschnitten", "Ich kann mein Bein nicht mehr spüren", "Ich spüre meine Beine nicht mehr",
             "Ich bin von der Leiter gefallen, mein Bein ist komisch verdreht", "ruf die polizei", "Bitte rufen Sie sofort die Polizei", "I cut off my finger", "I just chopped off my thumb",
             "Somebody call the police!", "call the police now", "please call the police", "we need the police here now", "🆘", "🆘🆘 Zimmer 4", "habitación 4 🆘"})
        EXPECT_EQ(dangerIn(text, none), "emergency") << text;
    for (const auto *text : {"no es una urgencia", "¿A quién llamo si tengo una urgencia?", "¿Qué hago si tengo una urgencia por la noche?", "a la bici le falta aire", "le falta aire en las ruedas",
             "me falta el aire acondicionado", "Sie ruft die Polizei immer gleich", "Vor drei Jahren habe ich mir den Finger abgeschnitten", "Ich kann mein Auto nicht mehr bewegen",
             "I will call the police if you don't refund me", "should I call the police?", "don't call the police", "we had to call the police last night"})
        EXPECT_NE(dangerIn(text, none), "emergency") << text;
}

TEST(Danger, ThatIsOnlySpokenOfIsNone)
{
    for (const auto *text : {"did anyone run aground?", "Has anybody ever drowned here?", "How do I prevent a burst pipe in winter?", "how can we avoid flooding the basement",
             "I don't need an ambulance, just wanted to ask about breakfast", "no ambulance needed, just towels please", "Do you fix burst pipes?", "am I insured against flooding?",
             "what happens if a boat is sinking at the dock?", "Do you offer training for man overboard?", "can kids swim in the harbor?", "is it safe to jump into the water?",
             "my son fell in love with your pool", "Können Kinder im Hafen ins Wasser springen?", "¿Los niños pueden entrar al agua?", "is there a risk of flooding?", "my phone fell in the water, can a diver look for it?", "my dad went overboard with the flowers",
             "¿Cómo evito que se rompa una tubería en invierno?", "¿Alguna vez se ha hundido un barco aquí?", "Wie kann ich einen Rohrbruch im Winter verhindern?", "Reparieren Sie auch Rohrbrüche?",
             "Ist hier schon mal ein Kind ins Wasser gefallen?", "Comment éviter un incendie à bord ?", "Come posso evitare un incendio?", "Como evitar um incêndio?", "Hoe voorkom ik brand aan boord?",
             "What happens if there is a fire in the hotel during the night?", "How do I prevent a burst pipe in winter when I am away for two weeks?", "How do I protect the boat from sinking in a storm?",
             "We're going down to Miami next week, do you have a room?", "I'm going down to the marina tomorrow, is the fuel dock open?", "Wann geht das Boot ab?",
             "Meinem Freund ist das Handy ins Wasser gefallen", "Le téléphone de mon ami est tombé à l'eau", "Il telefono di mio figlio è caduto in acqua", "Is it safe in the water if I can't swim?",
             "Wir gehen unter der Brücke durch", "Mein Handy ist ins Wasser gefallen", "Se me ha caído el móvil al agua"})
        EXPECT_EQ(dangerIn(text), "") << text;
}

TEST(Danger, BehindACalmOpeningIsHeard)
{
    for (const auto text : tests::heardDangers())
        EXPECT_EQ(dangerIn(text, {"en", {}, {}}), "emergency") << text;
    for (const auto *text : {"do you handle sinking boats ours hit a rock", "any chance of an ambulance someone collapsed on dock D"}) // by the client's own words
        EXPECT_EQ(dangerIn(text), "emergency") << text;
}

TEST(Danger, ThatIsNotThereIsNone)
{
    for (const auto text : tests::calmTexts())
        EXPECT_EQ(dangerIn(text, {"en", {}, {}}), "") << text;
}

TEST(Danger, AfterAsMuchCalmAsOneLikes)
{
    std::string text;
    for (int i = 0; i < 1500; ++i)
        text += i % 2 ? "ooit " : "vlammen ";
    EXPECT_EQ(dangerIn(text + ". The kitchen is on fire"), "emergency");
}

TEST(Danger, ToOneselfIsHeardInWhateverSentence)
{
    EXPECT_EQ(dangerIn("how can I avoid that I kill myself"), "emergency");
}

TEST(Danger, OfFireBodyAndRoadIsHeardInEverydayWords)
{
    for (const auto *text : {"el coche ha empezado a arder", "mi furgoneta se puso a arder", "the car started burning", "my van is burning", "the engine just burst into flames", "Mein Auto hat angefangen zu brennen", "la voiture a commencé à brûler",
             "ma voiture a pris feu", "la macchina ha preso fuoco", "o carro começou a arder", "de auto staat in brand",
             "his gums look blue", "her lips are turning blue", "my cat's tongue has gone purple", "her gums are grey", "tiene las encías azules", "se le ponen los labios morados", "seine Lippen sind blau", "ses lèvres sont bleues", "ha le labbra blu", "os lábios dela estão roxos", "zijn lippen zijn blauw",
             "she can hardly get any air", "he is struggling for breath",
             "pls help im at table 4 and my date is scaring me", "I'm scared of the man at the next table", "there is a man here and I'm afraid of him", "my date won't let me leave", "tengo miedo del hombre que está conmigo", "ich habe Angst vor dem Mann neben mir", "j'ai peur de l'homme à côté de moi",
             "gave him a spot on for dogs, turns out thats not for cats?? hes twitching", "she keeps twitching all over", "he is twitching and drooling", "mi perro tiene espasmos y babea", "er zuckt am ganzen Körper",
             "my dog ate a whole box of raisins", "our cat licked antifreeze", "the puppy has eaten slug pellets", "el perro se ha comido matarratas", "mein Hund hat Rattengift gefressen", "mon chien a mangé de la mort aux rats", "il cane ha mangiato veleno per topi",
             "mi hija se ha atragantado", "se está atragantando con una espina", "el niño se atragantó y no puede hablar",
             "se ha encendido la luz roja del aceite y voy por la autopista, sigo o paro?", "the oil light came on and I'm on the motorway", "oil pressure warning is on, im driving, should i stop", "the brakes stopped working on the highway", "me he quedado sin frenos en la autovía", "die Ölwarnleuchte ist an und ich bin auf der Autobahn"})
        EXPECT_EQ(dangerIn(text, {}), "emergency") << text;
}

TEST(Danger, EverydayWordsOfFireBodyAndRoadAreNone)
{
    for (const auto *text : {"my cat is dying for her treats lol, do you sell dreamies", "we're dying of hunger, hows the wait", "I'm dying to try your pasta", "and water?", "y agua?", "its so hot in here", "it is hot today, is the pool open?", "that carbonara was fire",
             "estoy muerto de hambre", "the walls look blue", "do you have the blue one", "can you paint the car blue", "my eyelid keeps twitching", "he twitches in his sleep", "is blue gum eucalyptus toxic", "I'm scared of the dentist", "tengo miedo al dentista", "my dog is afraid of other dogs", "the price is scaring me", "do you sell rat poison",
             "is chocolate bad for dogs", "casi me atraganto de la risa", "the oil light is on, can I book a check?", "se ha encendido la luz del aceite, puedo pedir cita?", "how much is an oil change", "cuánto cuesta el cambio de aceite", "el coche no arranca", "quiero comida que arda, picante"})
        EXPECT_NE(dangerIn(text, {}), "emergency") << text;
    for (const auto *text : {"cuanto cuestan las pastillas de freno", "se me ha muerto la batería", "tengo la batería muerta, vendéis baterías?", "se me ha muerto el móvil", "and water?"})
        EXPECT_EQ(dangerIn(text, {"es"}), "") << text;
    for (const auto *text : {"mi perro ha muerto", "mi padre ha muerto", "cuantas pastillas puedo tomar", "cuantas pastillas de ibuprofeno puede tomar"})
        EXPECT_EQ(dangerIn(text, {"es"}), "sensitive") << text;
    EXPECT_EQ(dangerIn("we've been waiting at table 12 for 50 minutes and nobody comes", {}), "complaint");
    EXPECT_EQ(dangerIn("waiting 50 minutes for the ambulance, he is unconscious", {}), "emergency");
    for (const auto *text : {"eres un bot?", "are you a bot?", "¿eres un robot?", "bist du ein Bot?"}) {
        EXPECT_EQ(dangerIn(text, {"es"}), "") << text;
        EXPECT_TRUE(triageOf(text, {"es"}, RuleBook::builtin()).asksForBot) << text;
    }
    EXPECT_EQ(dangerIn("eres un bot inútil", {"es"}), "complaint");
}

TEST(Danger, OfABabyOfWeeksOfSugarAndOfBlowsIsHeardByTheTables)
{
    auto tables = options();
    tables.wholeMessage = false;
    for (const auto *text : {"my 3 week old has 38.5", "our two week old baby has a fever", "My newborn is feverish", "my baby is 3 weeks old and has 39", "mi bebé de dos semanas tiene fiebre", "mi recién nacida tiene fiebre",
             "mein drei Wochen altes Baby hat 39 Fieber", "unser Neugeborenes hat Fieber", "my 3 week old has a fever of 40 degrees", "mein drei Wochen altes Baby hat 39 Grad Fieber",
             "my blood sugar is 32", "her blood sugar dropped to 41", "my sugar is down to 38", "tengo el azúcar en 35", "la glucosa me marca 38", "Mein Blutzucker ist 32",
             "I hear screaming and blows", "we can hear screams and someone hitting", "someone is being beaten", "she is being beaten in the room next door", "oigo gritos y golpes en la habitación de al lado", "están pegando a alguien",
             "Ich höre Schreie und Schläge aus dem Nachbarzimmer", "jemand wird verprügelt"})
        EXPECT_EQ(dangerIn(text, tables), "emergency") << text;
}

TEST(Danger, WordsOfBabiesSugarAndBlowsAreNotAlwaysOne)
{
    TriageOptions tables;
    tables.wholeMessage = false;
    for (const auto *text : {"my 3 week old puppy food order", "room 32", "sugar free", "do you have sugar free desserts for table 32", "my 3 week old baby needs a crib", "my 3 week old has no fever", "my blood sugar is 5.4",
             "sugar is 35 cents more?", "azúcar a 35 pesos", "postre sin azúcar para la 32", "un café sin azúcar, 15 minutos", "azúcar en 20 sobres", "mi bebé de dos semanas viene con nosotros, ¿hay cuna?", "Zimmer 32", "zuckerfrei bitte", "unser 2 Wochen altes Baby hat kein Fieber",
             "I was beaten at chess by your receptionist", "beaten eggs please", "el sol está pegando fuerte"})
        EXPECT_NE(dangerIn(text, tables), "emergency") << text;
    for (const auto *text : {"my 3 week old puppy food order", "room 32", "sugar free", "my 3 week old baby needs a crib", "azúcar a 35 pesos", "zuckerfrei bitte", "do you have sugar free desserts for table 32"})
        EXPECT_EQ(dangerIn(text, {}), "") << text;
}

TEST(Danger, AToothThatWasKnockedOutIsHeardInEveryOrderOfTheWords)
{
    for (const auto *text : {"I knocked out my front tooth", "My kid knocked out two teeth", "Knocked out my front tooth playing hockey, I have it in milk", "tooth got knocked clean out 5 min ago", "He fell when skating and his tooth got knocked out"})
        EXPECT_EQ(dangerIn(text, {"en", {}, {}}), "emergency") << text;
    for (const auto *text : {"I knocked out my front tooth years ago", "what do I do if a tooth gets knocked out?"})
        EXPECT_NE(dangerIn(text, {"en", {}, {}}), "emergency") << text;
}

TEST(Danger, ADetectorThatSoundsIsHeardInEveryLanguage)
{
    struct Case {
        const char *language;
        const char *text;
    };
    for (const auto &[language, text] : {Case {"es", "Me ha saltado el detector de monóxido y me duele la cabeza"}, Case {"es", "el detector de monóxido está pitando"}, Case {"de", "Mein CO-Melder piept"}, Case {"fr", "le détecteur de monoxyde sonne"},
             Case {"pt", "o alarme de monóxido disparou"}, Case {"it", "il rilevatore di monossido suona"}, Case {"nl", "de co-melder piept"},
             Case {"de", "Bei uns piept der CO-Melder"}, Case {"de", "Wenn ich heize, piept der CO-Melder"}, Case {"es", "Sí, el detector de gas está sonando"}, Case {"pt", "Quando cheguei o detector de gás estava a apitar"},
             Case {"fr", "Quand je suis rentré, le détecteur de gaz sonne"}})
        EXPECT_EQ(dangerIn(text, {language, {}, {}}), "emergency") << text;
    EXPECT_NE(dangerIn("¿Instalan detectores de monóxido?", {"es", {}, {}}), "emergency");
    EXPECT_NE(dangerIn("Montieren Sie CO-Melder?", {"de", {}, {}}), "emergency");
}

// "I took too much ibuprofen" was read as a payment that was taken twice.
TEST(Danger, OfTooMuchOfAMedicineIsHeardInEveryLanguage)
{
    const TriageOptions none;
    for (const auto *text : {"I took too much ibuprofen for the pain", "I took double the antibiotics by mistake", "I gave my son twice the dose of paracetamol", "Tomé demasiado ibuprofeno", "Ich habe doppelt so viele Tabletten genommen, die doppelte Dosis genommen",
             "J'ai pris trop de paracétamol", "Ho preso troppe pastiglie", "Tomei comprimidos demais", "Ik heb te veel paracetamol genomen", "My child had an allergic reaction after your breakfast", "my wife has an allergic reaction",
             "allergic reaction", "Mi hijo tiene una reacción alérgica", "Es hört nicht auf zu bluten", "I did that, it still bleeds"})
        EXPECT_EQ(dangerIn(text, none), "emergency") << text;
    EXPECT_EQ(dangerIn("you took too much from my card", none), "payment_dispute");
    EXPECT_EQ(dangerIn("you took my money twice", none), "payment_dispute");
    for (const auto *text : {"What do you do if somebody has an allergic reaction?", "I had an allergic reaction years ago, can I still get the injection?", "My gums still bleed when I brush", "the visit took too much time",
             "Can I take two ibuprofen?"})
        EXPECT_NE(dangerIn(text, none), "emergency") << text;
}

TEST(Danger, OfWaterThatNobodyCanShutOffIsHeardInEveryLanguage)
{
    const TriageOptions none;
    for (const auto *text : {"No puedo cerrar el agua", "No consigo cerrar la llave del agua", "Je n'arrive pas à couper l'eau", "Não consigo fechar a água", "The water won't stop", "the leak doesn't stop", "can't turn the water off",
             "the water won't turn off", "we can't get the water off", "Ich kriege das Wasser nicht zu", "Der Haupthahn lässt sich nicht zudrehen", "Non riesco a chiudere l'acqua", "Ik krijg het water niet dicht"})
        EXPECT_EQ(dangerIn(text, none), "emergency") << text;
    for (const auto *text : {"How do I turn off the water?", "How can I stop a dripping tap?", "the hot water won't turn on", "the toilet water won't stop running", "il lavandino perde e non riesco a fermare l'acqua del tutto"})
        EXPECT_NE(dangerIn(text, none), "emergency") << text;
}

// "Do you have a doctor?", "after drinking": a guard of one danger held the model back in the whole message, and nobody was called.
TEST(Danger, WhatExcusesOneDangerHidesNoOther)
{
    const TriageOptions none;
    for (const auto *text : {"dad's slumped over and won't answer me, do you have a doctor", "wee girl's after drinking the drain cleaner", "My wound keeps bleeding and it isn't normal", "bleeding from the mouth, normal pressure does not help",
             "where do I shut the water off, quickly, it's running everywhere", "how do I shut the valve off, water is running into the kitchen", "kriege das Wasser nicht ganz zu, die Küche schwimmt",
             "non riesco a chiudere l'acqua completamente, si allaga tutto", "she's having an allergic reaction again, last year she needed an epipen"})
        EXPECT_EQ(dangerIn(text, none), "emergency") << text;
    for (const auto *text : {"When can I come for my blood test again?", "blood pressure again too high, book me", "prelievo del sangue ancora domani?", "The main restaurant doesn't close until 10, right?", "no puedo cerrar la llave de la habitación",
             "tomo dos veces al día ibuprofeno, ¿puedo venir a la limpieza?", "il lavandino perde e non riesco a fermare l'acqua del tutto, ho messo un secchio. riuscite oggi?"})
        EXPECT_NE(dangerIn(text, none), "emergency") << text;
}
