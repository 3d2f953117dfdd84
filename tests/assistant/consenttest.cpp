#include "tests/assistant/consentcases.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

ConsentFinding find(std::string_view text, ConsentContext context = {})
{
    return findConsent(text, context, RuleBook::builtin());
}

void expectAll(const std::vector<ConsentCase> &cases)
{
    for (const auto &c : cases) {
        const auto finding = find(c.text);
        EXPECT_EQ(static_cast<int>(finding.signal), static_cast<int>(c.expected)) << "\"" << c.text << "\" " << finding.rule << " on " << finding.words;
    }
}

} // namespace

TEST(Consent, TheTablesAreLarge)
{
    EXPECT_GE(optOutCases().size() + harmlessCases().size() + helpCases().size(), 200u);
    EXPECT_GE(harmlessCases().size(), 100u);
}

TEST(Consent, HearsEveryWayToStop) { expectAll(optOutCases()); }
TEST(Consent, DoesNotHearAStopThatIsNone) { expectAll(harmlessCases()); }
TEST(Consent, KnowsTheCallForHelp) { expectAll(helpCases()); }

TEST(Consent, OnlyTheOptedOutReopen)
{
    for (const auto *text : {"START", "yes", "Unstop", "sí", "YES!", "ja", "oui", "نعم", "I want to resubscribe", "Please start texting me again"}) {
        EXPECT_EQ(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::OptIn) << text;
        EXPECT_EQ(find(text, {ConsentState::Implied}).signal, ConsentSignal::None) << text;
        EXPECT_EQ(find(text, {ConsentState::Given}).signal, ConsentSignal::None) << text;
    }
    for (const auto *text : {"yes I want a room", "when do you start", "no", "thanks"})
        EXPECT_EQ(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::None) << text;
    EXPECT_EQ(find("STOP", {ConsentState::OptedOut}).signal, ConsentSignal::OptOut);
    EXPECT_EQ(find("You may text me again, I thought. Now stop texting me!", {ConsentState::OptedOut}).signal, ConsentSignal::OptOut);
}

TEST(Consent, TheOptedOutReopenInWordsOfTheirOwn)
{
    for (const auto *text : {"you can text me again", "You may write to me again now", "Sign me up again please", "it's ok to message me again", "I want to get your texts again",
             "ok start", "please text me again", "can I get your messages again?", "can you start texting me again?", "I'd like to receive updates from you again", "sí, quiero recibir mensajes otra vez", "pueden escribirme de nuevo", "Sí, pueden escribirme de nuevo", "Quiero que vuelvan a escribirme",
             "vuelvan a escribirme", "Sie dürfen mir wieder schreiben", "Ich möchte wieder Nachrichten bekommen", "Meldet mich bitte wieder an",
             "vous pouvez m'écrire à nouveau", "je veux recevoir vos messages de nouveau", "vorrei ricevere i messaggi di nuovo", "potete scrivermi di nuovo",
             "quero receber mensagens de novo", "podem voltar a me escrever", "ik wil weer berichten ontvangen", "jullie mogen mij weer schrijven", "أريد استقبال الرسائل مرة أخرى"}) {
        EXPECT_EQ(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::OptIn) << text;
        EXPECT_NE(find(text).signal, ConsentSignal::OptIn) << text;
    }
    for (const auto *text : {"don't text me again", "never message me again", "do not sign me up again", "no quiero recibir mensajes otra vez", "Ich möchte nicht wieder Nachrichten bekommen",
             "je ne veux pas recevoir de messages à nouveau", "non voglio ricevere messaggi di nuovo", "não quero receber mensagens de novo", "I'd like to see the room again",
             "can you send me the bill again", "text me the address", "ok stop", "Why do I get these texts again?", "Why did you start texting me again",
             "You start texting me again every week", "If you start texting me again I call my lawyer", "who said you can text me again", "I never said it's ok to text me again",
             "you send me these messages again", "Ich wurde schon wieder angeschrieben", "Warum wollen Sie mir wieder Nachrichten schicken", "como vuelvan a escribirme los denuncio",
             "¿por qué vuelve a escribirme?", "¿Quién dijo que pueden escribirme de nuevo?", "Si vuelve a escribirme llamo a la policía", "je viens de recevoir encore un message", "pourquoi pouvez-vous m'écrire à nouveau", "perché potete scrivermi di nuovo?",
             "como podem voltar a me escrever?", "waarom willen jullie mij weer berichten sturen"})
        EXPECT_NE(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::OptIn) << text;
}

TEST(Consent, AStopToUsIsHeardBesideOneToOthers)
{
    for (const auto *text : {
             "Why won't you stop messaging me?", "you people will not stop contacting me", "I told them to stop messaging me", "I asked them to stop contacting me",
             "I told her to stop calling me", "Please tell them to stop messaging me", "why wont you stop texting me", "he won't stop texting me", "I told you to stop messaging me",
             "will you stop contacting me please", "Tell your boss to stop texting me", "They said they would stop messaging me but they keep going, stop texting me",
             "You guys won't stop texting me", "why do you not stop? stop texting me", "I have told you people to stop messaging me", "I asked you to stop contacting me",
             "tell your team to stop texting me", "I told them twice to stop contacting me", "she told you to stop texting me", "can you make them stop texting me",
             "They will not stop messaging me"}) {
        EXPECT_EQ(find(text).signal, ConsentSignal::OptOut) << text;
    }
    for (const auto *text : {
             "he won't stop harassing my wife", "there is a guy who won't stop following me", "how do I make him stop bothering me", "my neighbor won't stop calling my room",
             "she doesn't stop messaging my husband, can you throw her out?", "they won't stop bothering us at the pool", "a man who wont stop pestering my kids",
             "My ex won't stop calling me, please don't give him my room number", "a man who will not stop following my daughter", "he didn't stop harassing us all night",
             "tell him to stop bothering my kids", "the guy in 12 wont stop texting my wife", "she won't stop contacting my husband", "can you make him stop following me",
             "the drip doesn't stop bothering us"}) {
        EXPECT_EQ(find(text).signal, ConsentSignal::None) << text;
    }
}

TEST(Consent, WhoAsksWhyTheyAreOnTheListIsNotPutBackOn)
{
    for (const auto *text : {
             "I don't want you to put me back on the list", "who put me back on this list?", "Why did you put me back on the list", "Why did you add me back?",
             "You put me back on this list without asking", "did somebody sign me back up?", "Did you sign me up again?", "someone signed me up again", "Who told you to sign me up again",
             "please don't add me back", "I never asked you to put me back on", "do not put me back on", "Did I sign us up again?", "nobody asked you to add me back",
             "how dare you put me back on your list", "why would you sign me up again", "you guys added me back", "you people put me back on the list again",
             "I do not want you to add me back", "I did not ask you to sign me up again", "who added me back on", "if you add me back I will sue", "has somebody put me back on your list?",
             "they put me back on the list", "stop adding me back", "Do you always put us back on the list?",
             "¿Quién me volvió a apuntar otra vez?", "¿Por qué me apuntaron otra vez?", "no quiero que me apunten otra vez", "Wer hat mich wieder angemeldet?",
             "Warum tragt ihr mich wieder ein?", "Ihr habt mich wieder eingetragen ohne zu fragen", "Qui m'a réinscrit ?", "pourquoi m'avez-vous réinscrit ?", "Chi mi ha iscritto di nuovo?",
             "Perché mi avete iscritto di nuovo?", "Quem me inscreveu de novo?", "Por que me inscreveram de novo?", "Wie heeft mij weer aangemeld?", "waarom zet je me weer op de lijst?",
             "من اشتركني مرة أخرى؟", "لماذا تراسلوني مجددا؟"}) {
        EXPECT_NE(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::OptIn) << text;
    }
    for (const auto *text : {
             "Please put me back on the list", "can you sign me up again?", "put me back on the list please", "Sign me up again", "I changed my mind, sign me up again", "ok add me back",
             "could you add us back to the list", "you can put me back on", "I'd like you to add me back", "yes please sign me back up", "Hi, please sign me up again",
             "I didn't mean to opt out, please sign me up again", "sign us up again", "please add me back on", "ok put me back in", "would you sign me up again please",
             "I made a mistake, please put me back on", "go ahead and sign me back up", "yes add me again", "hello can you put us back on",
             "apúntenme otra vez por favor", "Tragt mich bitte wieder ein", "inscrivez-moi à nouveau", "iscrivetemi di nuovo", "me inscrevam de novo", "zet me weer op de lijst",
             "سجلوني مجددا"}) {
        EXPECT_EQ(find(text, {ConsentState::OptedOut}).signal, ConsentSignal::OptIn) << text;
    }
}

TEST(Consent, ABareCancelOptsOutFirstAndTellsAboutTheBooking)
{
    const auto inTalk = find("Cancel", {ConsentState::Implied, true});
    EXPECT_EQ(inTalk.signal, ConsentSignal::OptOut);
    EXPECT_TRUE(inTalk.mayMeanBooking);
    EXPECT_FALSE(find("Cancel", {ConsentState::Implied, false}).mayMeanBooking);
    EXPECT_FALSE(find("Stop", {ConsentState::Implied, true}).mayMeanBooking);
}

TEST(Consent, TellsTheWordsThatWereSaid)
{
    EXPECT_EQ(find("Hey, please Stop texting me!").words, "Stop texting");
    EXPECT_EQ(find("STOP").rule, "consent.opt_out.keyword");
}

TEST(Consent, AWishToStopCountsHoweverLate)
{
    std::string story = "Hello, we came by on Sunday and the room was nice. ";
    for (int i = 0; i < 400; ++i)
        story += "The weather was fine and we walked along the beach. ";
    EXPECT_EQ(find(story).signal, ConsentSignal::None);
    const auto finding = find(story + "Please stop texting me.");
    EXPECT_EQ(finding.signal, ConsentSignal::OptOut);
    EXPECT_EQ(finding.words, "stop texting");
}

TEST(Consent, LongAndStrangeTextsAreHarmless)
{
    EXPECT_EQ(find(std::string(1'000'000, 'x')).signal, ConsentSignal::None);
    std::string essay;
    for (int i = 0; i < 20'000; ++i)
        essay += "stop ";
    EXPECT_EQ(find(essay).signal, ConsentSignal::None);
    EXPECT_EQ(find("\xff\xfe\x00").signal, ConsentSignal::None);
}

TEST(Consent, WhoPaysAsksForNobodysName)
{
    EXPECT_EQ(find("who pays for this").signal, ConsentSignal::None);
    EXPECT_EQ(find("who is this").signal, ConsentSignal::Help);
}
