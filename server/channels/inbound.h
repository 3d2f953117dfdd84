#pragma once

#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "net/codec/domaincodec.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class InboundKind { Unknown, Message, Reaction, Status, MissedCall, NewNumber, Notice };
template <>
struct EnumNames<InboundKind> {
    using I = InboundKind;
    static constexpr std::array names {std::pair {I::Message, std::string_view {"message"}}, std::pair {I::Reaction, std::string_view {"reaction"}},
        std::pair {I::Status, std::string_view {"status"}}, std::pair {I::MissedCall, std::string_view {"missed_call"}},
        std::pair {I::NewNumber, std::string_view {"new_number"}}, std::pair {I::Notice, std::string_view {"notice"}}};
};

/// One thing that a vendor or a website told us, in one form for all of them: the payload of an inbox row. Everything in
/// it came from outside and is data. Texts are UTF-8 without NUL; whatever is longer than a message stands in `rest`.
struct Inbound {
    Open<InboundKind> kind {InboundKind::Message};
    std::string providerId; ///< what deduplicates: the vendor's id, with the kind where one id may name several things
    MessageId message; ///< of the message it will become, given at the door
    std::string from; ///< who wrote, as the vendor says it: a phone number; empty for web forms and chats
    std::string name;
    std::string email;
    std::string phone; ///< as it was typed
    std::string session; ///< live chat: the visitor's own word for the window
    std::string text;
    std::string rest; ///< what goes beyond 64 KiB
    std::vector<Attachment> attachments;
    std::string replyTo; ///< the vendor's id of the message that is answered or reacted to
    bool chosen = false; ///< the text is a button or list row that we offered, not the customer's own words
    std::string keyword; ///< stop, start or help, where the vendor itself has read it so, and answered it (Twilio's OptOutType)
    std::string place; ///< an address that was shared
    std::map<std::string, std::string> refs; ///< for the lead: advertisement, page
    std::optional<Money> value; ///< of an order
    std::string newNumber; ///< NewNumber: E.164 digits
    std::string state; ///< Status: sent, delivered, read, failed
    std::string reason; ///< Status: a sentence
    std::string code; ///< Status: the vendor's
    std::optional<Timestamp> sentAt; ///< by the vendor's clock
    std::string reference; ///< Status: what we had given the vendor with our message, where it returns that
    std::string to; ///< MissedCall: the number that was called; may be empty
};

template <>
struct Fields<Inbound> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v("provider_id", x.providerId);
        v("message_id", x.message);
        v("from", x.from);
        v("name", x.name);
        v("email", x.email);
        v("phone", x.phone);
        v("session", x.session);
        v("text", x.text);
        v("rest", x.rest);
        v("attachments", x.attachments);
        v("reply_to", x.replyTo);
        v("chosen", x.chosen);
        v("keyword", x.keyword);
        v("place", x.place);
        v("refs", x.refs);
        v("value", x.value);
        v("new_number", x.newNumber);
        v("state", x.state);
        v("reason", x.reason);
        v("code", x.code);
        v("sent_at", x.sentAt);
        v("to", x.to);
        v("reference", x.reference);
    }
};

/// A customer's text as it is stored: NUL and what is no UTF-8 become U+FFFD (neither JSON nor SQLite's text could hold
/// them), the rest stays as it was written, markup and direction signs included.
std::string cleanText(std::string_view text);
/// Puts a text into `text` and what goes beyond maxMessageBytes (or, full of control signs, beyond what its event may hold),
/// cut between code points, into `rest`.
void setText(Inbound &inbound, std::string_view text);
/// One line of at most 200 characters, for names and the like.
std::string cleanLine(std::string_view text);

} // namespace foredeck
