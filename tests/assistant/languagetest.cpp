#include "server/services/language/languageguess.h"
#include "server/services/language/stem.h"
#include "server/services/language/words.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

std::vector<std::string> plainWords(std::string_view text)
{
    std::vector<std::string> result;
    for (const auto &word : wordsOf(text))
        result.push_back(word.text);
    return result;
}

using Strings = std::vector<std::string>;

bool sharesTerm(const char *a, const char *la, const char *b, const char *lb)
{
    const auto left = termsOf(wordsOf(a), la);
    const auto right = termsOf(wordsOf(b), lb);
    for (const auto &x : left) {
        for (const auto &y : right) {
            if (x.key == y.key)
                return true;
        }
    }
    return false;
}

} // namespace

TEST(Words, FoldsCaseAccentsAndSigns)
{
    EXPECT_EQ(plainWords("  Réservé, ÇA! "), (Strings {"reserve", "ca"}));
    EXPECT_EQ(plainWords("🛑 STOP 🛑"), (Strings {"stop"}));
    EXPECT_EQ(plainWords("ＳＴＯＰ"), (Strings {"stop"})); // full width
    EXPECT_EQ(plainWords("st\xe2\x80\x8bop"), (Strings {"stop"})); // zero-width blank inside
    EXPECT_EQ(plainWords("don't can’t"), (Strings {"dont", "cant"}));
    EXPECT_EQ(plainWords("l'hôtel d’accord"), (Strings {"l", "hotel", "d", "accord"}));
    EXPECT_EQ(plainWords("Straße"), (Strings {"strasse"}));
    EXPECT_EQ(plainWords("أُريدُ إلغاءً"), (Strings {"اريد", "الغاء"}));
    EXPECT_EQ(plainWords("٣ أشخاص"), (Strings {"3", "اشخاص"}));
    EXPECT_EQ(plainWords("停止"), (Strings {"停", "止"}));
    EXPECT_TRUE(plainWords("…!?").empty());
    EXPECT_TRUE(plainWords("").empty());
}

TEST(Words, KnowsWhereTheyStood)
{
    const std::string text = "Hi there, can you come?";
    const auto words = wordsOf(text);
    ASSERT_EQ(words.size(), 5u);
    EXPECT_EQ(spanOf(text, words, 2, 4), "can you come");
    EXPECT_TRUE(words[2].breakBefore);
    EXPECT_FALSE(words[3].breakBefore);
    EXPECT_EQ(spanOf(text, words, 4, 9), "");
}

TEST(Words, SurviveWhatIsNotText)
{
    EXPECT_EQ(plainWords("a\xff\xfe" "b"), (Strings {"a", "b"}));
    EXPECT_EQ(plainWords(std::string_view {"a\0b", 3}), (Strings {"a", "b"}));
    const std::string million(1'000'000, 'a');
    EXPECT_EQ(wordsOf(million).size(), 1u);
    std::string many;
    for (int i = 0; i < 100'000; ++i)
        many += "a ";
    EXPECT_EQ(wordsOf(many).size(), maxWords);
}

TEST(Stem, JoinsFormsAndConcepts)
{
    EXPECT_EQ(stemOf("reservations", "en"), stemOf("reservation", "en"));
    EXPECT_EQ(stemOf("habitaciones", "es"), stemOf("habitacion", "es"));
    EXPECT_EQ(stemOf("zimmern", "de"), stemOf("zimmer", "de"));
    EXPECT_EQ(stemOf("xyz", "tlh"), "xyz");
    EXPECT_TRUE(sharesTerm("Is there parking?", "en", "Gibt es einen Parkplatz?", "de"));
    EXPECT_TRUE(sharesTerm("When can we arrive?", "en", "What time is check-in?", "en"));
    EXPECT_TRUE(sharesTerm("هل عندكم موقف سيارات؟", "ar", "Where can I park my car?", "en"));
    EXPECT_FALSE(sharesTerm("Do you have the pool?", "en", "Do you have parking?", "en")); // "do you have" says nothing
}

TEST(LanguageGuess, TellsLanguagesOfShortAndLongTexts)
{
    const std::vector<std::pair<const char *, const char *>> cases {
        {"Hola, ¿tienen mesa para dos hoy?", "es"}, {"quiero una cita para mañana", "es"}, {"cuanto cuesta la limpieza", "es"},
        {"Do you have a table for two tonight?", "en"}, {"thanks", "en"}, {"My address is ana@example.com", "en"}, {"o meu email é ana@example.com", "pt"}, {"what time do you close", "en"}, {"I need a plumber", "en"},
        {"Haben Sie morgen geöffnet?", "de"}, {"Guten Tag, ich brauche einen Termin", "de"}, {"Wann öffnen Sie am Sonntag", "de"},
        {"Bonjour, avez-vous une chambre pour ce soir ?", "fr"}, {"combien ça coûte", "fr"}, {"Vorrei prenotare un tavolo per domani", "it"},
        {"quanto costa una camera", "it"}, {"Gostaria de marcar uma consulta para amanhã", "pt"}, {"vocês estão abertos hoje?", "pt"},
        {"Ik wil graag een afspraak maken", "nl"}, {"Hoe laat gaan jullie open?", "nl"}, {"مرحبا، هل لديكم موعد اليوم؟", "ar"},
        {"Здравствуйте, вы сегодня работаете?", "ru"}, {"今日は開いていますか", "ja"}, {"你们今天营业吗", "zh"}, {"오늘 영업하나요", "ko"},
        {"Length 46 ft, beam 4.2 m, draft 2.1 m", "en"}, {"Anchor 20 kg, chain 8 m", "en"}, {"J'ai un bateau de 12 m", "fr"}, {"Länge 14 m, Breite 4 m", "de"}, {"Kann man hier parken?", "de"},
        {"שלום, אתם פתוחים היום?", "he"}, {"Καλημέρα, έχετε δωμάτιο;", "el"},
    };
    for (const auto &[text, language] : cases)
        EXPECT_EQ(languageOf(text).value_or("-"), language) << text;
}

TEST(LanguageGuess, SaysNothingRatherThanGuess)
{
    for (const auto *text : {"", "👍", "12/3", "+1 305 555 0142", "Vacaville", "2", "...", "ok", "Maria", "http://a.b/c", "ana@example.com", "bea.ruiz@gmail.com", "www.hotel.com", "Man overboard!", "46 ft, 4 m, 2 t"})
        EXPECT_FALSE(languageOf(text).has_value()) << text << " → " << languageOf(text).value_or("");
}
