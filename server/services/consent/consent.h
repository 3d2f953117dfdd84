#pragma once

#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "server/services/language/rulebook.h"

#include <string>
#include <string_view>

namespace foredeck {

/// PerhapsOptOut: the model alone heard it. It changes nothing by itself: the turn asks, and a person reads it.
enum class ConsentSignal { None, OptOut, PerhapsOptOut, OptIn, Help };

/// What is known when a message is looked at.
struct ConsentContext {
    ConsentState state = ConsentState::Implied; ///< of the sender on this channel, before the message
    bool bookingTalk = false; ///< a booking is being talked about: a bare "cancel" may mean it
    bool asked = false; ///< the word before theirs was our question whether they want no more messages: a plain yes ends them
    bool wholeMessage = true; ///< a part of one is read by the rules alone: the model has learned from whole messages
};

struct ConsentFinding {
    ConsentSignal signal = ConsentSignal::None;
    std::string rule; ///< "consent.opt_out.keyword"; empty when nothing was found
    std::string words; ///< what was said, as it stood, at most 200 characters
    bool mayMeanBooking = false; ///< opted out, and a person must see whether the booking was meant
};

/// Whether a message ends or re-opens sending, or asks for help (routing-and-channels.md 3; 47 CFR 64.1200(a)(10)):
/// exact keywords in many languages, a plain yes to our own question about it, then deterministic phrase rules of every language whatever the text's own, then what no
/// rule foresaw and the model hears (signs.h), which is never more than a question (PerhapsOptOut). START
/// and YES re-open only for somebody who is opted out; everywhere else they are ordinary words. Pure.
ConsentFinding findConsent(std::string_view text, const ConsentContext &context, const RuleBook &book);

/// What a vendor has read in a message and answered itself (Message::vendorKeyword); None for any other word. Our rules are not
/// asked: the vendor keeps the keywords of the business, in whatever language.
ConsentFinding saidToVendor(std::string_view keyword, std::string_view text);
/// Of ConsentFinding::rule, of such a finding: nothing is said to it, for the vendor has.
inline constexpr std::string_view vendorRule = "consent.vendor";

/// Of ConsentFinding::rule: a bare "cancel", which may mean a booking.
inline constexpr std::string_view cancelRule = "consent.opt_out.cancel";

/// Whether an opt-out that came by a channel without a number means what is sent by others: in a web form there is nothing
/// else that it could end; in a chat window a bare STOP ends the window, and "please stop texting me" the texts.
bool endsMoreThanHere(ChannelKind kind, const ConsentFinding &finding) noexcept;

/// What becomes of a message to somebody who has opted out: it is kept and not sent.
Delivery suppressedDelivery(Timestamp at);

} // namespace foredeck
