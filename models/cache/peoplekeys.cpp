#include "models/cache/peoplekeys.h"

#include "models/cache/folding.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t maxWords = 8;
constexpr qsizetype maxKeyCharacters = 40;
constexpr std::size_t longestCountryCode = 3;
constexpr std::size_t shortestNumber = 7;
constexpr std::size_t tail = 4;

QString foldedText(std::string_view text)
{
    return folded(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void addPhone(std::vector<std::string> &keys, const Phone &phone)
{
    std::string digits = phoneDigits(phone.e164);
    if (digits.empty())
        digits = phoneDigits(phone.raw);
    if (digits.empty())
        return;
    keys.push_back(digits);
    for (std::size_t code = 1; code <= longestCountryCode && digits.size() >= shortestNumber + code; ++code)
        keys.push_back(digits.substr(code));
    if (digits.size() > tail)
        keys.push_back(digits.substr(digits.size() - tail));
}

} // namespace

std::string foldedWord(std::string_view text)
{
    return foldedText(text).left(maxKeyCharacters).toStdString();
}

std::vector<std::string> foldedWords(std::string_view text)
{
    const QString plain = foldedText(text);
    std::vector<std::string> words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty() && words.size() < maxWords)
            words.push_back(word.left(maxKeyCharacters).toStdString());
        word.clear();
    };
    for (const QChar c : plain) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word.append(c);
        else
            finish();
    }
    finish();
    return words;
}

std::string phoneDigits(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits.push_back(c);
        else if (std::string_view {" +-()./"}.find(c) == std::string_view::npos)
            return {};
    }
    return digits.size() >= 3 ? digits : std::string {};
}

std::string soughtDigits(std::string_view text)
{
    std::string digits = phoneDigits(text);
    if (digits.size() > tail)
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - tail));
    return digits;
}

std::vector<std::string> personKeys(const Lead &lead)
{
    std::vector<std::string> keys = foldedWords(lead.name);
    for (const std::string &email : lead.emails) {
        keys.push_back(foldedWord(email));
        for (std::string &word : foldedWords(email.substr(0, email.find('@'))))
            keys.push_back(std::move(word));
    }
    for (const Phone &phone : lead.phones)
        addPhone(keys, phone);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace foredeck
