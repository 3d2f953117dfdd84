#include "tools/train/rows.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

namespace foredeck::training {

namespace {

Result<Row> rowOf(const std::string &line)
{
    const auto first = line.find('\t');
    const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos)
        return Error::invalid("", "three fields are wanted, parted by tabs");
    Row row;
    row.language = line.substr(first + 1, second - first - 1);
    row.text = line.substr(second + 1);
    if (row.text.empty())
        return Error::invalid("", "the text is empty");
    for (const char letter : line.substr(0, first)) {
        const auto found = std::find(letters.begin(), letters.end(), letter);
        if (found != letters.end())
            row.says[static_cast<std::size_t>(found - letters.begin())] = true;
        else if (letter != '-')
            return Error::invalid("", std::string {"there is no label "} + letter);
    }
    for (const auto sign : {Sign::Emergency, Sign::Legal, Sign::PaymentDispute, Sign::Sensitive, Sign::HumanRequested, Sign::Complaint})
        row.says[static_cast<std::size_t>(Sign::HandOver)] |= row.says[static_cast<std::size_t>(sign)];
    return row;
}

bool isPlainLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

Result<std::vector<Row>> readRows(const std::string &file)
{
    std::ifstream in {file};
    if (!in)
        return Error::of(Error::Kind::Io, file + ": cannot be read");
    std::vector<Row> rows;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty())
            continue;
        auto row = rowOf(line);
        if (row.hasError())
            return Error::invalid(file + ":" + std::to_string(number), row.error().detail);
        rows.push_back(std::move(row).value());
    }
    return rows;
}

Result<std::vector<Row>> readAllRows(std::vector<std::string> files)
{
    std::sort(files.begin(), files.end());
    std::vector<Row> all;
    for (const auto &file : files) {
        auto rows = readRows(file);
        if (rows.hasError())
            return rows.error();
        std::move(rows.value().begin(), rows.value().end(), std::back_inserter(all));
    }
    return all;
}

std::vector<std::string> wordSetOf(const std::string &text)
{
    std::vector<std::string> set;
    for (auto &word : wordsOf(text))
        set.push_back(std::move(word.text));
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

double likeness(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const auto all = a.size() + b.size() - both.size();
    return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

std::string withSlips(const std::string &text, std::uint64_t seed)
{
    std::mt19937_64 random {seed};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (!isPlainLetter(text[i]) || random() % 40 != 0) {
            out += text[i];
            continue;
        }
        switch (random() % 3) {
        case 0:
            break;
        case 1:
            out.append(2, text[i]);
            break;
        default:
            if (!isPlainLetter(next)) {
                out += text[i];
                break;
            }
            out += {next, text[i]};
            ++i;
        }
    }
    return out;
}

} // namespace foredeck::training
