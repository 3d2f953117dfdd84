#include "server/services/language/words.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

namespace foredeck {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u16string utf16Of(std::string_view text)
{
    std::u16string wide(text.size() + 1, u'\0');
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), static_cast<int32_t>(wide.size()), &length, text.data(),
        static_cast<int32_t>(text.size()), 0xfffd, nullptr, &status);
    wide.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return wide;
}

std::string utf8Of(std::u16string_view wide)
{
    std::string text(wide.size() * 3 + 1, '\0');
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text.data(), static_cast<int32_t>(text.size()), &length, wide.data(), static_cast<int32_t>(wide.size()), &status);
    text.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return text;
}

std::u16string normalized(const UNormalizer2 *normalizer, const std::u16string &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto needed = unorm2_normalize(normalizer, text.data(), static_cast<int32_t>(text.size()), nullptr, 0, &status);
    std::u16string result(static_cast<std::size_t>(std::max(needed, 0)) + 1, u'\0');
    status = U_ZERO_ERROR;
    const auto length = unorm2_normalize(normalizer, text.data(), static_cast<int32_t>(text.size()), result.data(),
        static_cast<int32_t>(result.size()), &status);
    result.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return result;
}

// Letters that Arabic and Persian typists use for one another.
char16_t unifiedArabic(char16_t c)
{
    switch (c) {
    case 0x0622: case 0x0623: case 0x0625: case 0x0671:
        return 0x0627; // alef
    case 0x0649: case 0x06cc:
        return 0x064a; // yeh
    case 0x0629:
        return 0x0647; // teh marbuta → heh
    case 0x06a9:
        return 0x0643; // kaf
    case 0x0624:
        return 0x0648; // waw with hamza
    case 0x0626:
        return 0x064a; // yeh with hamza
    default:
        return c;
    }
}

bool standsAlone(UChar32 c)
{
    if (c < 0x0e00)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN: case USCRIPT_HIRAGANA: case USCRIPT_KATAKANA: case USCRIPT_THAI: case USCRIPT_LAO: case USCRIPT_KHMER:
        return true;
    default:
        return false;
    }
}

bool isWordPart(UChar32 c)
{
    const auto type = u_charType(c);
    return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || c == 0x0640;
}

bool isApostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02bc || c == 0x2018 || c == 0x0060 || c == 0x00b4; }

bool isBreak(UChar32 c)
{
    switch (c) {
    case '.': case ',': case '!': case '?': case ';': case ':': case '\n': case '(': case ')': case 0x2026: case 0x2013: case 0x2014:
    case 0x060c: case 0x061b: case 0x061f: case 0x3001: case 0x3002: case 0xff01: case 0xff0c: case 0xff1f: case 0x00bf: case 0x00a1:
        return true;
    default:
        return false;
    }
}

// French and Italian articles and pronouns that lose their vowel before another word.
bool isElided(std::string_view plain)
{
    static constexpr std::array<std::string_view, 24> known {"quelqu", "aujourd", "l", "d", "qu", "c", "j", "n", "s", "m", "t", "dell", "all", "nell", "sull",
        "dall", "un", "quest", "jusqu", "lorsqu", "puisqu", "com", "cos", "dov"};
    return std::find(known.begin(), known.end(), plain) != known.end();
}

// Invisible joiners and marks inside a word that must neither split it nor stay in it.
bool isInvisible(UChar32 c) { return c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff || c == 0x00ad || (c >= 0xfe00 && c <= 0xfe0f); }

} // namespace

std::string plainForm(std::string_view text)
{
    if (isAscii(text)) {
        std::string lower {text};
        std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto *fold = unorm2_getNFKCCasefoldInstance(&status);
    const auto *decompose = unorm2_getNFDInstance(&status);
    if (U_FAILURE(status))
        return std::string {text};
    // Unified before and after the decomposition: a hamza may come as a letter or as a mark.
    auto wide = normalized(fold, utf16Of(text));
    std::transform(wide.begin(), wide.end(), wide.begin(), unifiedArabic);
    wide = normalized(decompose, wide);
    std::u16string plain;
    plain.reserve(wide.size());
    for (std::size_t i = 0; i < wide.size(); ++i) {
        UChar32 c = wide[i];
        const bool pair = U16_IS_LEAD(wide[i]) && i + 1 < wide.size() && U16_IS_TRAIL(wide[i + 1]);
        if (pair)
            c = U16_GET_SUPPLEMENTARY(wide[i], wide[i + 1]);
        const auto digit = u_charDigitValue(c);
        if (u_charType(c) == U_NON_SPACING_MARK || c == 0x0640) // 0x0640: the Arabic stretching stroke
            ;
        else if (digit >= 0 && c > 0x7f)
            plain.push_back(static_cast<char16_t>(u'0' + digit));
        else if (pair)
            plain.append(wide, i, 2);
        else
            plain.push_back(unifiedArabic(wide[i]));
        i += pair ? 1 : 0;
    }
    return utf8Of(plain);
}

std::vector<Word> wordsOf(std::string_view text, std::size_t limit)
{
    std::vector<Word> words;
    const auto size = static_cast<int32_t>(std::min<std::size_t>(text.size(), 1u << 20));
    int32_t wordBegin = -1;
    int32_t wordEnd = 0;
    bool breakSeen = false;
    std::string raw; // of the word under way, without apostrophes and invisible characters

    const auto finish = [&] {
        if (wordBegin >= 0 && !raw.empty()) {
            auto plain = plainForm(raw);
            if (!plain.empty()) {
                words.push_back({std::move(plain), static_cast<std::size_t>(wordBegin), static_cast<std::size_t>(wordEnd), breakSeen});
                breakSeen = false;
            }
        }
        raw.clear();
        wordBegin = -1;
    };

    for (int32_t i = 0; i < size && words.size() < limit;) {
        const int32_t at = i;
        UChar32 c = 0;
        U8_NEXT(text.data(), i, size, c);
        if (c >= 0 && isInvisible(c))
            continue;
        if (c >= 0 && isWordPart(c)) {
            const bool alone = standsAlone(c);
            if (alone)
                finish();
            if (wordBegin < 0)
                wordBegin = at;
            raw.append(text.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(i - at)));
            wordEnd = i;
            if (alone)
                finish();
            continue;
        }
        if (c >= 0 && isApostrophe(c) && wordBegin >= 0) {
            if (isElided(plainForm(raw)))
                finish();
            continue; // joins, or ends nothing: "guests' room" breaks at the blank that follows
        }
        finish();
        breakSeen = breakSeen || (c >= 0 && isBreak(c));
    }
    if (words.size() < limit)
        finish();
    if (!words.empty())
        words.front().breakBefore = true;
    return words;
}

std::string_view spanOf(std::string_view text, const std::vector<Word> &words, std::size_t first, std::size_t last)
{
    if (first > last || last >= words.size())
        return {};
    return text.substr(words[first].begin, words[last].end - words[first].begin);
}

} // namespace foredeck
