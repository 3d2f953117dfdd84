#include "server/services/consent/consent.h"
#include "tests/assistant/readings.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

Simulator onWhatsApp() { return {businessNamed(hotel), ChannelKind::WhatsApp, fromRfc3339(aFriday).value()}; }


const std::vector<std::string_view> alarms {
        "there is a bomb in the lobby", "bomb in the lobby", "a bomb under our car", "active shooter", "there's a shooter in the lobby", "someone is shooting in the corridor",
        "I think he has a bomb", "es gibt eine Bombe im Hotel", "Hilfe, da liegt eine Bombe im Foyer", "il y a une bombe", "il y a une bombe dans le hall", "hay una bomba en el vestíbulo",
        "c'è una bomba nella hall", "há uma bomba no hotel", "er ligt een bom in de lobby", "هناك قنبلة في الفندق", "Пожар в номере", "Пожар!", "Помогите, горит номер", "Odada yangın var",
        "Yangın!", "火事です", "部屋が燃えています", "आग लग गई है", "कमरे में आग लगी है", "Pomocy, pali się", "Pożar w kuchni", "着火了", "房间着火了", "불이 났어요", "det brinner i köket", "Φωτιά στο δωμάτιο",
        "יש שריפה בחדר", "в лобби бомба", "Мой муж не дышит", "Вызовите скорую, она без сознания", "Babam nefes almıyor", "夫が息をしていません", "救急車を呼んでください", "父が倒れて意識がありません",
        "मेरे पिता सांस नहीं ले रहे", "मेरी माँ बेहोश हो गई", "엄마가 쓰러졌어요", "我妈妈昏迷了", "Mój mąż nie oddycha", "пахнет газом на кухне", "gaz kokusu var", "ガス臭いです", "गैस लीक हो रही है",
        "лодка тонет", "tekne batıyor", "человек за бортом", "пропал ребенок, 4 года", "子供がいなくなりました", "我的孩子不见了", "anaphylaxis help epipen", "need an epipen now",
        "my daughter is going into anaphylactic shock", "my son ate peanuts and his lips are swelling", "choque anafiláctico", "Meine Tochter hat einen anaphylaktischen Schock",
        "carbon monoxide", "there is carbon monoxide in the room", "we can't find our 4 year old", "we lost our little boy at the beach, please help", "my 5 year old has disappeared",
        "no encontramos a nuestro hijo de 4 años", "Wir finden unseren 4-jährigen Sohn nicht", "on ne retrouve plus notre fille", "non troviamo nostro figlio", "não achamos nosso filho",
        "we kunnen onze zoon niet vinden", "لا نجد ابننا", "lip swelling and hives after the antibiotics you gave me", "my lips are swollen since I took the amoxicillin",
        "me tomé el antibiótico y tengo la cara hinchada y ronchas", "Seit dem Antibiotikum sind meine Lippen geschwollen", "depuis l'antibiotique j'ai les lèvres gonflées",
        "labbra gonfie dopo l'antibiotico", "lábios inchados depois do antibiótico", "dikke lippen na de antibiotica", "تورمت شفتي بعد المضاد الحيوي",
        "tooth came out completely, adult tooth", "my adult tooth fell out, I have it in milk", "my front tooth just got knocked out", "se me ha salido un diente entero por un golpe",
        "mein bleibender Zahn ist komplett rausgefallen", "ma dent définitive est tombée", "fuel spill at dock", "there's a fuel spill at dock B",
        "diesel is leaking into the water at slip C4", "derrame de combustible en el muelle", "Diesel läuft ins Wasser am Steg B", "fuite de gasoil dans le port",
        "gasolio in acqua al pontile", "vazamento de diesel na marina", "diesel in het water bij de steiger", "تسرب وقود في المرسى"
};

const std::vector<std::string_view> everyday {
        "lol this weather is killing me", "Can my daughter light candles? It's her birthday", "can we light candles on the cake", "my dishwasher is not draining",
        "the washing machine does not spin", "is my boat ok after the storm? slip C7", "there was a gas leak last year, fixed. now i want a new gas line",
        "leak from a 3/4 pipe under the sink", "that breakfast was the bomb", "your tiramisu is the bomb lol", "do you sell bath bombs", "can kids do a bomb in the pool",
        "I'd kill for a late checkout", "My dog weighs 40 kg, can he come?", "my dog weighs 12 kg", "I weigh 200kg is the bed ok", "tell me a joke", "do you do photo shooting on the beach",
        "is there a shooting range nearby", "do you have flu shots", "do you have spill kits", "what's the fine for a fuel spill", "there is an oil leak in my car, when can you look",
        "can antibiotics cause swelling", "when do adult teeth come in", "my baby tooth fell out, the tooth fairy came", "my denture came out", "my wisdom tooth came out last year",
        "do you install carbon monoxide detectors", "are there carbon monoxide detectors in the rooms", "do you have a fridge for my epipen", "where can I store my EpiPen?",
        "my son has a history of anaphylaxis, is the kitchen nut free?", "can't find my booking for 4 year old", "can't find the kids menu", "I can't find my 4 year old receipt",
        "cant find our 4 year old dog's vaccination card", "¿venden bombas de agua?", "hay una bomba rota en la sentina, la reparan?", "lo pasamos bomba ayer", "das Essen war die Bombe",
        "kann man im Pool eine Arschbombe machen", "c'était de la bombe", "voi siete una bomba", "a bomba da piscina não funciona", "die Spülmaschine pumpt nicht ab",
        "la lavadora no desagua", "le lave-vaisselle ne vidange pas", "Können wir Kerzen auf der Torte anzünden?", "¿podemos encender velas? es su cumpleaños",
        "Mein Hund wiegt 40 kg, darf er mit?", "mi perro pesa 40 kg", "mon chien pèse 40 kg", "Есть ли у вас пожарная сигнализация?", "где пожарный выход", "в номере горит свет, выключите",
        "Yangın merdiveni var mı?", "火災報知器はありますか", "火災保険はありますか", "消火器はどこですか", "क्या पार्किंग है", "酒店有火灾报警器吗", "화재경보기가 있나요", "Czy jest gaśnica?", "телефон упал в воду", "スマホが海に落ちました",
        "wir hatten letztes Jahr ein Gasleck, ist behoben", "hubo una fuga de gas el año pasado, ya arreglada", "does your insurance cover fuel spills", "I dropped my phone in the water",
        "do you have an elevator", "my tooth hurts 8/10", "pain 10/10 since last night", "can you check my boat, is it still there after the hurricane", "my sink is not draining",
        "dripping tap", "we had a small oil spill on the driveway last year", "my kids lost their jackets", "lost my son's teddy in the lobby",
        "the plumber was great, this heat is killing me", "Can we have sparklers on the cake?", "heart attack grill nearby?", "can we jump off the pier into the sea",
        "kids are jumping off the dock", "mi hijo quiere saltar a la piscina", "can't get out of the booking", "die Milch ist umgekippt"
};

} // namespace

TEST(Alarm, IsHeardInEveryLanguage)
{
    for (const auto text : alarms) {
        const auto found = triage(text);
        EXPECT_EQ(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
}

TEST(Alarm, EverydayTalkIsNone)
{
    for (const auto text : everyday) {
        const auto found = triage(text);
        EXPECT_NE(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
}

TEST(Alarm, InALanguageThatIsNotSpokenWhomToCallIsAlwaysTold)
{
    for (const auto *text : {"Есть ли у вас бассейн?", "Помогите мне пожалуйста", "Havuzunuz var mı?", "駐車場はありますか", "क्या आपके यहाँ पार्किंग है?", "Czy macie basen?", "这里有游泳池吗？"}) {
        auto talk = onWhatsApp();
        const auto plan = talk.say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
        EXPECT_NE(plan.reply.find("911"), std::string::npos) << text << " → " << plan.reply;
    }
    auto talk = onWhatsApp();
    EXPECT_EQ(talk.say("Do you have a helicopter pad?").reply.find("911"), std::string::npos); // where it is spoken, what is unknown is no danger
}

TEST(Alarm, WhoIsHarassedByMessagesIsWrittenToNoMoreAndAPersonReadsIt)
{
    for (const auto *text : {"stop, this is harassment", "this is harassment, stop it", "this is harassment stop", "I feel harassed by your messages, stop", "basta, esto es acoso", "Hören Sie auf, das ist Belästigung",
             "arrêtez, c'est du harcèlement", "parem, isso é assédio", "stop, dit is intimidatie", "توقفوا هذا تحرش"}) {
        auto talk = onWhatsApp();
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::OptedOut) << text << " → " << plan.reply;
        EXPECT_TRUE(plan.handOver.has_value()) << text;
    }
    for (const auto *text : {"a guest is harassing me, make him stop", "the man next door is harassing my wife, please stop him", "this is harassment, he follows me to my room and won't stop", "I want to end the chat"})
        EXPECT_NE(findConsent(text, {}, RuleBook::builtin()).signal, ConsentSignal::OptOut) << text;
}
