#pragma once

#include "models/core/result.h"
#include "models/core/time.h"
#include "models/domain/channel.h"
#include "models/domain/messagetemplate.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A channel with its keys, unsealed for the time of a call. Never logged.
struct OpenChannel {
    Channel channel;
    std::string secret; ///< verifies what comes in
    std::string token; ///< lets us send
    bool safeMode = true; ///< nothing leaves but to loopback addresses
};

/// Whom a text is for.
struct Recipient {
    std::string_view to; ///< E.164
    std::string_view reference {}; ///< ours for the text, at most 512 characters: WhatsApp returns it with what it tells of the text
};

/// What became of one attempt to send.
struct SendResult {
    enum class Kind {
        Sent, ///< the vendor has taken it
        Retry, ///< not taken (or perhaps it was: `mayBeTaken`), and may be tried again after `after`
        Failed, ///< will never be taken
        Held, ///< safe mode: it would have left this computer
        Unknown, ///< the vendor has taken something, by its status, and does not say what
    };
    Kind kind = Kind::Failed;
    std::string providerId; ///< Sent; Failed: of a text that was taken and then not delivered
    std::string reason; ///< a sentence for people
    std::string code; ///< the vendor's
    std::chrono::milliseconds after {0}; ///< Retry: what the vendor asked for; 0: nothing
    bool mayBeTaken = false; ///< Retry: the vendor failed or fell silent after it had the request, and did not say that it took nothing

    static SendResult sent(std::string id) { return {Kind::Sent, std::move(id), {}, {}, {}, false}; }
    static SendResult retry(std::string reason, std::string code = {}, std::chrono::milliseconds after = {}) { return {Kind::Retry, {}, std::move(reason), std::move(code), after, false}; }
    static SendResult inDoubt(std::string reason, std::string code = {}, std::chrono::milliseconds after = {}) { return {Kind::Retry, {}, std::move(reason), std::move(code), after, true}; }
    static SendResult failed(std::string reason, std::string code = {}) { return {Kind::Failed, {}, std::move(reason), std::move(code), {}, false}; }
    static SendResult held() { return {Kind::Held, {}, {}, {}, {}, false}; }
    static SendResult unknown(std::string reason) { return {Kind::Unknown, {}, std::move(reason), {}, {}, false}; }
};

/// SendResult::code where the vendor's address is not one that this server may reach: Failed where the URL itself says so, Retry
/// where its name led there.
inline constexpr std::string_view addressForbidden = "address_forbidden";

/// A text that a vendor may have taken: when it was written and what time it is, both by our clock, which may differ from theirs.
struct SoughtText {
    const std::string &text;
    std::string_view to; ///< E.164
    Timestamp written;
    Timestamp now;
};

/// What a vendor told that was asked for a text of ours, of which no answer had come: it must not be sent twice.
struct SentLookup {
    enum class Kind {
        NotOffered, ///< it cannot be asked
        Listed,
        Problem, ///< it did not tell; `problem` is what sending would have come to
    };
    Kind kind = Kind::NotOffered;
    std::vector<SendResult> texts {}; ///< of these words, each Sent or Failed, with its provider id; the oldest first
    std::vector<std::string> wordless {}; ///< ids of those whose words the vendor does not keep: any may be it
    bool isWhole = true; ///< false: there is more than it lists in one answer
    SendResult problem {};
};

/// What asking a vendor about a channel told.
struct ProbeResult {
    Open<ChannelHealth> health {ChannelHealth::Failing};
    std::string detail; ///< a sentence
};

/// One vendor's way out. Blocking; bounded by its timeouts. Safe from any thread.
class ChannelPort {
public:
    virtual ~ChannelPort() = default;
    /// Hands over one text. Never called twice at the same time for one `to`.
    virtual SendResult send(const OpenChannel &channel, const std::string &text, const Recipient &recipient) = 0;
    /// The same for a text that the vendor knows. Only WhatsApp has such.
    virtual SendResult sendTemplate(const OpenChannel &, const TemplateUse &, const Recipient &) { return SendResult::failed("This channel has no templates", "not_configured"); }
    /// Whether findSent() may tell anything.
    virtual bool canBeAsked() const { return false; }
    /// Asks for what the vendor has taken for them since it was written.
    virtual SentLookup findSent(const OpenChannel &, const SoughtText &) { return {}; }
    /// Whether the keys are right; nothing is sent to anybody.
    virtual ProbeResult probe(const OpenChannel &channel) = 0;
};

/// For kinds that have no way out (yet): says so.
class NotConfiguredChannel final : public ChannelPort {
public:
    SendResult send(const OpenChannel &channel, const std::string &, const Recipient &) override
    {
        return channel.safeMode ? SendResult::held() : SendResult::failed(sentence(channel), "not_configured");
    }
    ProbeResult probe(const OpenChannel &channel) override { return {ChannelHealth::NotConfigured, sentence(channel)}; }

private:
    static std::string sentence(const OpenChannel &channel)
    {
        return channel.channel.kind == ChannelKind::WebForm ? "Nothing can be sent back through a web form" : "There is no way to answer on this channel yet";
    }
};

} // namespace foredeck
