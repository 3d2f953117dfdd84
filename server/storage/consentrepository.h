#pragma once

#include "models/domain/conversation.h"
#include "models/domain/lead.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// Of Consent::source: nobody has said it; a number that somebody moved to stands as their old one did.
inline constexpr std::string_view movedConsent = "moved from their old number";

/// Consent of one address on one channel of a client, whoever the lead behind it is.
struct ConsentRecord {
    ClientId client;
    ChannelKind channel = ChannelKind::Unknown;
    std::string address; ///< E.164, an e-mail in lower case, or a chat window's session
    LeadId lead; ///< who wrote or called from it on this channel; empty: nobody has, it was only ended by words said elsewhere
    Consent consent;
    friend bool operator==(const ConsentRecord &, const ConsentRecord &) = default;
};

/// The suppression list and its history. Asked before queueing and again at send time.
struct ConsentRepository {
    static std::optional<ConsentRecord> current(Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address);
    /// True after an opting out that nothing has taken back.
    static bool suppressed(Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address);
    /// Whom a lead's conversation on this channel is with: the number that wrote or called on it, each of which has a record
    /// here with a lead. One that was only typed somewhere may be a stranger's. E.164; empty: none can be answered.
    static std::string numberOf(Tx &tx, const Lead &lead, ChannelKind channel);
    /// Of one of them that is with one of several numbers (Conversation::contact): that one, and none where it is the lead's no
    /// more, or is no number: a short code, or who kept theirs back. Another's words never go to a number that they were not written to.
    static std::string numberOf(Tx &tx, const Lead &lead, const Conversation &conversation);
    /// What such a conversation stands under: the lead's own consent or that of the number. Who opted out by either of them
    /// has opted out. A chat window stands under its own, since anybody can type the e-mail of a lead in it.
    static Consent standing(Tx &tx, const Lead &lead, const Conversation &conversation);
    /// Becomes the current one; what was before stays in the history.
    static void put(WriteTx &tx, const ConsentRecord &record);
    /// Newest first.
    static std::vector<ConsentRecord> history(Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address, int limit);
};

} // namespace foredeck
