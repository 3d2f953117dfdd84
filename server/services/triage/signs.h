#pragma once

#include "server/services/language/linearmodel.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck {

/// What a first reading listens for. Any number of them may be in one text. HandOver: any of those that a person must see.
enum class Sign { OptOut, Emergency, High, Legal, PaymentDispute, Sensitive, HumanRequested, Complaint, Help, HandOver };
/// As the heads of the model are named.
inline constexpr std::array<std::string_view, 10> signNames {
    "opt_out", "emergency", "high", "legal", "payment_dispute", "sensitive", "human_requested", "complaint", "help", "hand_over"};

/// "model.opt_out": by which name a decision tells that the model heard it.
constexpr std::string_view modelRuleOf(Sign sign)
{
    constexpr std::array<std::string_view, 10> rules {"model.opt_out", "model.emergency", "model.high", "model.legal", "model.payment_dispute",
        "model.sensitive", "model.human_requested", "model.complaint", "model.help", "model.hand_over"};
    return rules[static_cast<std::size_t>(sign)];
}

/// What the model says of a text, sign by sign. Of no text: nothing.
class Signs {
public:
    Signs() : m_readings(signNames.size()) { }

    const LinearModel::Reading &of(Sign sign) const { return m_readings[static_cast<std::size_t>(sign)].said; }
    /// How far above what it takes to be believed.
    double margin(Sign sign) const { return of(sign).logOdds - m_readings[static_cast<std::size_t>(sign)].threshold; }
    /// Heard by the model alone, on words that can be shown.
    bool says(Sign sign) const { return margin(sign) >= 0 && of(sign).end > of(sign).first; }

    /// The model is as sure of the opposite as these log-odds.
    bool denies(Sign sign, double below) const { return m_isRead && of(sign).logOdds < below; }

private:
    struct Heard {
        LinearModel::Reading said; ///< the surest of all parts
        double threshold = 0;
    };
    void read(const LinearModel &model, const std::vector<Word> &words, std::size_t from, std::size_t to);
    friend Signs signsOf(const std::vector<Word> &words, const LinearModel &model);

    std::vector<Heard> m_readings;
    bool m_isRead = false;
};

/// Words [first, end) of a text.
using WordSpan = std::pair<std::size_t, std::size_t>;

/// The parts that a text is read in: a short one as a whole, a long one in overlapping parts of whole clauses. Never more than a
/// few hundred, however many commas there are.
std::vector<WordSpan> partsOf(const std::vector<Word> &words);
/// What stands around words that weighed most, up to the nearest marks or a few words on: one neutral word explains nothing.
WordSpan clauseOf(const std::vector<Word> &words, std::size_t first, std::size_t end);

/// The model that is built in.
const LinearModel &signModel();

/// Reads a text of any length; a long one part by part, because a sentence must not drown in what stands around it, and the
/// surest reading of each sign counts. Pure.
Signs signsOf(const std::vector<Word> &words, const LinearModel &model = signModel());

} // namespace foredeck
