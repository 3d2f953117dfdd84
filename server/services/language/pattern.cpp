#include "server/services/language/pattern.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace foredeck {

/// Recursive descent over one line, writing steps for a backtracking matcher.
class PatternParser {
public:
    explicit PatternParser(std::string_view source) : m_source(source) { }

    Result<Pattern> parse()
    {
        sequence(0);
        if (m_error.empty() && m_endsOpen)
            m_error = "ends in a part that need not be there";
        if (m_error.empty() && m_at < m_source.size())
            m_error = "unexpected )";
        if (m_error.empty() && m_pattern.m_steps.empty())
            m_error = "is empty";
        if (!m_error.empty())
            return Error::invalid(std::string {m_source}, m_error);
        emit(Pattern::Code::Done);
        if (std::max(m_pattern.m_steps.size(), m_pattern.m_text.size()) > std::numeric_limits<std::uint16_t>::max())
            return Error::invalid(std::string {m_source}, "is too long");
        m_pattern.m_steps.shrink_to_fit();
        m_pattern.m_text.shrink_to_fit();
        m_pattern.collectFirstWords();
        return std::move(m_pattern);
    }

private:
    using Code = Pattern::Code;

    std::size_t emit(Code code, std::string_view text = {})
    {
        m_pattern.m_steps.push_back({number(m_pattern.m_text.size()), number(text.size()), code});
        m_pattern.m_text += text;
        return m_pattern.m_steps.size() - 1;
    }
    /// What does not fit is refused at the end.
    static std::uint16_t number(std::size_t n) { return static_cast<std::uint16_t>(n); }
    std::size_t next() const { return m_pattern.m_steps.size(); }
    bool atEnd() const { return m_at >= m_source.size(); }
    char peek() const { return m_source[m_at]; }

    void sequence(int depth)
    {
        while (m_error.empty() && !atEnd() && peek() != '|' && peek() != ')') {
            if (peek() == ' ')
                ++m_at;
            else
                element(depth);
        }
    }

    void element(int depth)
    {
        const bool optional = peek() == '?';
        if (optional && m_at > 0 && std::string_view {" (|"}.find(m_source[m_at - 1]) == std::string_view::npos)
            m_error = "? stands before what is optional";
        if (optional)
            ++m_at;
        const auto split = optional ? emit(Code::Split) : 0;
        const bool isGap = !atEnd() && peek() == '~';
        if (atEnd())
            m_error = "ends after ?";
        else if (peek() == '(')
            group(depth + 1);
        else if (isGap)
            gap();
        else
            literal();
        if (depth == 0)
            m_endsOpen = optional || isGap;
        if (optional) {
            m_pattern.m_steps[split].a = number(split + 1);
            m_pattern.m_steps[split].b = number(next());
        }
    }

    void group(int depth)
    {
        if (depth > 8) {
            m_error = "nested too deeply";
            return;
        }
        ++m_at;
        std::vector<std::size_t> jumps;
        while (m_error.empty()) {
            const auto split = emit(Code::Split);
            const auto before = next();
            sequence(depth);
            if (next() == before)
                m_error = "empty alternative";
            m_pattern.m_steps[split].a = number(split + 1);
            if (atEnd()) {
                m_error = "unclosed (";
            } else if (m_source[m_at++] == '|') {
                jumps.push_back(emit(Code::Jump));
                m_pattern.m_steps[split].b = number(next());
            } else {
                m_pattern.m_steps[split].b = number(split + 1); // the last alternative has no other
                break;
            }
        }
        for (const auto jump : jumps)
            m_pattern.m_steps[jump].a = number(next());
    }

    void gap()
    {
        ++m_at;
        const bool acrossClauses = !atEnd() && peek() == '~';
        m_at += acrossClauses ? 1 : 0;
        int count = 0;
        const auto *const begin = m_source.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_source.data() + m_source.size(), count);
        if (error != std::errc {} || count < 1 || count > 12) {
            m_error = "~ needs a number from 1 to 12";
            return;
        }
        m_at += static_cast<std::size_t>(end - begin);
        std::vector<std::size_t> splits;
        for (int i = 0; i < count; ++i) { // as few words as possible
            splits.push_back(emit(Code::Split));
            emit(acrossClauses ? Code::Any : Code::GapWord);
        }
        for (const auto split : splits) {
            m_pattern.m_steps[split].a = number(next());
            m_pattern.m_steps[split].b = number(split + 1);
        }
    }

    void literal()
    {
        const auto stop = std::min(m_source.find_first_of(" |()", m_at), m_source.size());
        auto word = m_source.substr(m_at, stop - m_at);
        m_at = stop;
        const bool start = word.starts_with('^');
        const bool end = word.ends_with('$');
        word.remove_prefix(start ? 1 : 0);
        word.remove_suffix(end ? 1 : 0);
        const bool prefix = word.ends_with('*');
        word.remove_suffix(prefix ? 1 : 0);
        if (start)
            emit(Code::Start);
        if (word == "_") {
            emit(Code::Any);
        } else if (!word.empty()) {
            auto parts = wordsOf(word);
            if (parts.empty())
                m_error = "no letters in " + std::string {word};
            for (std::size_t i = 0; i < parts.size(); ++i)
                emit(prefix && i + 1 == parts.size() ? Code::Prefix : Code::Word, parts[i].text);
        } else if (!start && !end) {
            m_error = "lonely sign";
        }
        if (end)
            emit(Code::End);
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    std::string m_error;
    bool m_endsOpen = false; ///< the last part so far is optional: at the end it would only mislead
    Pattern m_pattern;
};

Result<Pattern> Pattern::parse(std::string_view source)
{
    return PatternParser {source}.parse();
}

bool Pattern::run(const std::vector<Word> &words, std::size_t step, std::size_t at, std::size_t &end, int &budget) const
{
    while (budget-- > 0) {
        const auto &s = m_steps[step];
        switch (s.code) {
        case Code::Word:
            if (at >= words.size() || words[at].text != textOf(s))
                return false;
            ++at, ++step;
            break;
        case Code::Prefix:
            if (at >= words.size() || !words[at].text.starts_with(textOf(s)))
                return false;
            ++at, ++step;
            break;
        case Code::Any:
            if (at >= words.size())
                return false;
            ++at, ++step;
            break;
        case Code::GapWord: // a gap ends with its clause
            if (at >= words.size() || words[at].breakBefore || (at + 1 < words.size() && words[at + 1].breakBefore))
                return false;
            ++at, ++step;
            break;
        case Code::Start:
            if (at != 0)
                return false;
            ++step;
            break;
        case Code::End:
            if (at != words.size())
                return false;
            ++step;
            break;
        case Code::Split:
            if (run(words, s.a, at, end, budget))
                return true;
            step = s.b;
            break;
        case Code::Jump:
            step = s.a;
            break;
        case Code::Done:
            end = at;
            return true;
        }
    }
    return false;
}

std::optional<std::size_t> Pattern::matchAt(const std::vector<Word> &words, std::size_t first) const
{
    std::size_t end = 0;
    int budget = 1000;
    if (run(words, 0, first, end, budget) && end > first)
        return end;
    return std::nullopt;
}

void Pattern::collectFirstWords()
{
    std::vector<std::size_t> open {0};
    std::vector<bool> seen(m_steps.size(), false);
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        if (seen[at])
            continue;
        seen[at] = true;
        const auto &s = m_steps[at];
        switch (s.code) {
        case Code::Word:
            m_firstWords.emplace_back(textOf(s));
            break;
        case Code::Split:
            open.push_back(s.a);
            open.push_back(s.b);
            break;
        case Code::Jump:
            open.push_back(s.a);
            break;
        case Code::Start:
            open.push_back(at + 1);
            break;
        case Code::Prefix: case Code::Any: case Code::GapWord: case Code::End: case Code::Done:
            m_firstWords.clear();
            return;
        }
    }
    std::sort(m_firstWords.begin(), m_firstWords.end());
    m_firstWords.erase(std::unique(m_firstWords.begin(), m_firstWords.end()), m_firstWords.end());
}

} // namespace foredeck
