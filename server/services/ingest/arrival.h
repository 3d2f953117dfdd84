#pragma once

#include "models/domain/client.h"
#include "models/domain/settings.h"
#include "server/channels/inbound.h"
#include "server/services/op/act.h"

#include <optional>
#include <string>

namespace foredeck {

/// Everything that one inbox row is about, inside its transaction. Shared by the steps of taking it in.
struct Arrival {
    ActContext act; ///< actor: the lead
    Client client;
    ClientSettings settings;
    Channel channel; ///< the door it came through
    Inbound inbound;
    std::string address; ///< what consent is kept by: E.164, e-mail, or the chat window; empty: nobody can be told apart by it
};

/// The lead behind an arrival: found by phone, then e-mail, then chat window, else made; with what the arrival tells about
/// it. `isNew` says that it was made here.
struct ArrivedLead {
    Lead lead;
    bool isNew = false;
    bool changed = false;
};
ArrivedLead leadOf(Arrival &arrival);
/// By what name the message is signed.
std::string writerOf(const Arrival &arrival, const Lead &lead);
/// Writes and tells it if it is new or changed.
void saveLead(Arrival &arrival, ArrivedLead &lead);

/// The conversation it belongs to: the chat window's, or the open one of the last 24 hours on this channel, else a new one
/// for the assistant. Not written yet when it is new.
struct ArrivedConversation {
    Conversation conversation;
    bool isNew = false;
};
inline constexpr std::chrono::hours conversationReuse {24};
ArrivedConversation conversationOf(Arrival &arrival, const Lead &lead, const Channel &channel);

/// Whether the assistant is about to answer there, as far as that is known before its turn.
bool isForAssistant(Arrival &arrival, const Lead &lead, const Conversation &conversation);

/// The SMS door that texts a caller back: that of the number they called, where it can send, else the oldest that can; none
/// can: the oldest. Nothing: there is none.
std::optional<Channel> textDoor(Arrival &arrival);

} // namespace foredeck
