#pragma once

#include "models/core/result.h"
#include "server/services/triage/signs.h"

#include <array>
#include <string>
#include <vector>

namespace foredeck::training {

/// One labelled message (tests/data/triage/training): `LETTERS<TAB>LANGUAGE<TAB>TEXT`; a letter a sign, "-" for none.
struct Row {
    std::string text;
    std::string language;
    std::array<bool, signNames.size()> says {};
};

/// A letter a sign, in their order; the last sign, HandOver, follows from the others.
inline constexpr std::array<char, signNames.size() - 1> letters {'o', 'E', 'H', 'L', 'P', 'S', 'M', 'C', '?'};

/// Error: file, line and what is wrong with it.
Result<std::vector<Row>> readRows(const std::string &file);
/// Those of several files, in the order of the files' names, so that the same rows give the same model.
Result<std::vector<Row>> readAllRows(std::vector<std::string> files);

/// The words of a text in their matching form, each once, sorted: what tells whether two rows are nearly the same.
std::vector<std::string> wordSetOf(const std::string &text);
/// Shared words by all words (P. Jaccard, 1901); of nothing: 0.
double likeness(const std::vector<std::string> &a, const std::vector<std::string> &b);

/// The text as somebody in a hurry writes it: a letter in about every eighth word is left out, doubled or changed with its
/// neighbour. The same seed gives the same slips.
std::string withSlips(const std::string &text, std::uint64_t seed);

} // namespace foredeck::training
