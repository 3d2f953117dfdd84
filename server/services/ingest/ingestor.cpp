#include "server/services/ingest/ingestor.h"

#include "models/core/text.h"
#include "server/channels/signature.h"
#include "server/services/assistant/introduction.h"
#include "server/services/assistant/phrases.h"
#include "server/services/assistant/waiting.h"
#include "server/services/consent/consent.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replywindow.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/ingest/arrival.h"
#include "server/services/ingest/optout.h"
#include "server/services/ingest/vendorstatus.h"
#include "server/services/op/queues.h"
#include "server/services/phone/phone.h"
#include "server/services/triage/danger.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t previewCharacters = 160;
constexpr std::chrono::hours replyWindow {24}; ///< WhatsApp: free text may be sent so long after the customer's last word
constexpr std::chrono::minutes missedCallsJoined {10};
constexpr std::size_t readInTransaction = 4'000; ///< bytes of a text, beside what was heard of it before
constexpr int longestTyping = 6; ///< turn delays after which a turn begins although the customer types on

/// One row on its way in.
class Taking {
public:
    Taking(Arrival arrival, const Heard &heard, const RuleBook &book) : m(std::move(arrival)), m_heard(heard), m_book(book) { }

    /// Where the assistant is about to answer; empty: nowhere.
    ConversationId run()
    {
        take();
        return m_answered;
    }

private:
    void take()
    {
        switch (m.inbound.kind.value()) {
        case InboundKind::Message: case InboundKind::Reaction:
            return takeMessage();
        case InboundKind::Status:
            return takeStatus(m);
        case InboundKind::MissedCall:
            return takeMissedCall();
        case InboundKind::NewNumber:
            return takeNewNumber();
        case InboundKind::Notice: case InboundKind::Unknown:
            return; // nothing to do but to have it on record
        }
    }

    void takeMessage()
    {
        auto lead = leadOf(m);
        m.act.actor.name = writerOf(m, lead.lead);
        auto arrived = conversationOf(m, lead.lead, m.channel);
        auto &conversation = arrived.conversation;
        const bool takenBack = m.inbound.kind == InboundKind::Reaction && m.inbound.text.empty();
        if (m.inbound.kind == InboundKind::Reaction && arrived.isNew) {
            // A reaction begins nothing: it stands where the last words stand, however old they are.
            auto last = ConversationRepository::latest(m.act.tx, m.client.id, lead.lead.id, m.channel.id, conversation.contact);
            if (!last)
                return;
            arrived = {std::move(*last), false};
        }
        if (arrived.isNew)
            ConversationRepository::insert(m.act.tx, conversation);
        auto message = messageOf(conversation);
        message.vendorKeyword = keywordFrom(lead.lead);
        if (takenBack)
            return saveRow(lead, conversation, arrived.isNew);
        message.position = ConversationRepository::nextPosition(m.act.tx, conversation);
        if (!MessageRepository::insertIfNew(m.act.tx, message, m.channel.id)) {
            m.act.tx.fail(Error::of(Error::Kind::Conflict, "a message of this id is there already"));
            return;
        }
        const auto finding = consentOf(lead, conversation, message);
        m.act.tell("message.created", message);
        note(conversation, message);
        wakeUp(conversation);
        rememberWindow(lead.lead, conversation);
        saveRow(lead, conversation, arrived.isNew);
        shareReplyWindow(m.act, conversation);
        if (m.inbound.kind == InboundKind::Message)
            planTurn(lead.lead, conversation, finding);
    }

    Message messageOf(const Conversation &conversation)
    {
        Message message;
        message.id = m.inbound.message.empty() ? MessageId::make(m.act.now) : m.inbound.message;
        message.client = m.client.id;
        message.conversation = conversation.id;
        message.role = MessageRole::Lead;
        message.author = m.act.actor;
        message.text = m.inbound.text;
        message.channel = conversation.channelKind;
        message.attachments = m.inbound.attachments;
        message.providerId = m.inbound.providerId;
        message.at = m.act.now;
        if (!m.inbound.rest.empty())
            message.attachments.push_back({{}, "rest-of-message.txt", "text/plain", static_cast<std::int64_t>(m.inbound.rest.size()),
                signature::sha256Hex(m.inbound.rest), m.inbound.providerId, "The text went on beyond what a message may hold"});
        for (auto &attachment : message.attachments)
            attachment.id = makeUuid(m.act.now);
        if (!m.inbound.replyTo.empty()) {
            auto answered = MessageRepository::byProviderId(m.act.tx, m.client.id, m.channel.id, m.inbound.replyTo);
            if (!answered)
                answered = MessageRepository::byProviderIdAndKind(m.act.tx, m.client.id, m.channel.id, m.inbound.replyTo);
            if (answered)
                message.inReplyTo = answered->id;
        }
        return message;
    }

    // A plain YES is a START to Twilio, too: of somebody who is not out it is what they say to us.
    std::string keywordFrom(const Lead &lead)
    {
        if (m.inbound.keyword != "start")
            return m.inbound.keyword;
        const auto kind = m.channel.kind.value();
        const auto current = m.address.empty() ? std::nullopt : ConsentRepository::current(m.act.tx, m.client.id, kind, m.address);
        const auto known = lead.consent.find(std::string {nameOf(kind)});
        const bool isOut = (current && current->consent.state == ConsentState::OptedOut) || (known != lead.consent.end() && known->second.state == ConsentState::OptedOut);
        return isOut ? m.inbound.keyword : std::string {};
    }

    // What lists and the clocks show of a new public message.
    void note(Conversation &conversation, const Message &message)
    {
        conversation.lastPublicPosition = message.position;
        auto preview = singleLine(message.text, previewCharacters);
        if (preview.empty() && !message.attachments.empty())
            preview = "[" + message.attachments.front().name + "]";
        conversation.lastMessage = {message.id, message.role, message.author.name, std::move(preview), message.position, DeliveryState::None, message.at};
        if (!conversation.waitingSince && m.inbound.kind == InboundKind::Message)
            conversation.waitingSince = m.act.now;
        if (conversation.channelKind == ChannelKind::WhatsApp)
            conversation.replyWindowUntil = std::max(conversation.replyWindowUntil.value_or(Timestamp {}), std::min(m.inbound.sentAt.value_or(m.act.now), m.act.now) + replyWindow); // by the vendor's clock
    }

    void wakeUp(Conversation &conversation)
    {
        if (conversation.status == ConversationStatus::Ended)
            return openAgain(conversation);
        if (m.inbound.kind == InboundKind::Reaction)
            return; // a thumb asks nobody for anything
        auto edit = ConversationEdit::of(m.act, std::move(conversation));
        freeFromAbsent(edit);
        wakeByCustomer(edit);
        conversation = std::move(edit.row());
    }

    // Resolved, and the customer goes on: the same thread, answered by the assistant like one that begins.
    void openAgain(Conversation &conversation)
    {
        if (m.inbound.kind == InboundKind::Reaction)
            return; // a thumb under the last answer begins nothing
        conversation.endedAt.reset();
        conversation.status = ConversationStatus::Active;
        conversation.waitingSince.reset();
        if (m.inbound.kind == InboundKind::Message)
            conversation.waitingSince = m.act.now;
        addTransition(m.act, conversation, TransitionField::Status, "ended", "active", m.inbound.kind == InboundKind::MissedCall ? "customer_called" : "customer_wrote", {});
        if (conversation.owner.kind == OwnerKind::Assistant)
            return;
        const auto before = ownerWord(conversation.owner);
        conversation.owner = Owner {OwnerKind::Assistant, {}, {}};
        addTransition(m.act, conversation, TransitionField::Owner, before, "assistant", "customer_wrote", {});
    }

    void rememberWindow(const Lead &lead, const Conversation &conversation)
    {
        if (m.inbound.session.empty())
            return;
        auto session = LiveChatRepository::find(m.act.tx, m.client.id, m.inbound.session);
        if (!session)
            return;
        const auto before = *session;
        session->conversation = conversation.id;
        session->lead = lead.id;
        if (session->name.empty())
            session->name = m.inbound.name;
        if (*session == before)
            return;
        LiveChatRepository::update(m.act.tx, *session);
    }

    void saveRow(ArrivedLead &lead, Conversation &conversation, bool isNew)
    {
        saveLead(m, lead);
        conversation.lastAt = m.act.now;
        saveConversation(m.act, conversation, isNew ? "conversation.created" : "conversation.updated");
    }

    // ---- consent: takes effect with the message itself; the assistant's turn answers it, once

    ConsentFinding consentOf(ArrivedLead &lead, Conversation &conversation, const Message &message)
    {
        const auto kind = m.channel.kind.value();
        const bool window = kind == ChannelKind::LiveChat; // keeps its own: whose e-mail is typed in it is no proof
        const std::string channel {nameOf(kind)};
        const auto current = m.address.empty() ? std::nullopt : ConsentRepository::current(m.act.tx, m.client.id, kind, m.address);
        const auto known = lead.lead.consent.find(channel);
        const auto state = current ? current->consent.state : window || known == lead.lead.consent.end() ? Open<ConsentState> {} : known->second.state;
        // Out by another number of theirs: what is said is heard as from somebody who is out, so that a START counts.
        const bool leadIsOut = !window && known != lead.lead.consent.end() && known->second.state == ConsentState::OptedOut;
        ConsentFinding finding;
        if (!message.vendorKeyword.empty()) {
            finding = saidToVendor(message.vendorKeyword, m.inbound.text);
        } else if (m.inbound.kind == InboundKind::Message && !m.inbound.text.empty()) {
            finding = consentIn({leadIsOut ? ConsentState::OptedOut : state.value(), false, wasAsked(conversation, message)}); // what else a "cancel" may mean is the turn's to see
            if (m.inbound.chosen && finding.rule == cancelRule)
                finding = {}; // a row that we offered: it cancels what was offered
        }
        // Each address keeps its own: who is out by another number is not yet out by this one.
        const bool isOut = state == ConsentState::OptedOut && (current || m.address.empty());
        if (finding.signal == ConsentSignal::OptOut && !isOut)
            setConsent(lead, conversation, channel, state, {ConsentState::OptedOut, message.at, finding.words}, "opted_out");
        else if (finding.signal == ConsentSignal::OptIn)
            setConsent(lead, conversation, channel, state, {ConsentState::Given, message.at, finding.words}, "opted_in");
        else if (current && current->lead.empty()) // ended before anybody wrote from it
            adopt(lead, kind, *current);
        else if ((window || known == lead.lead.consent.end()) && !current)
            setConsent(lead, conversation, channel, {}, {ConsentState::Implied, message.at, "wrote to us"}, {});
        else if (!current && !m.address.empty()) // another number of theirs
            ConsentRepository::put(m.act.tx, {m.client.id, kind, m.address, lead.lead.id, {ConsentState::Implied, message.at, "wrote to us"}});
        else if (window && (known == lead.lead.consent.end() || !(known->second == current->consent)))
            showConsent(lead, channel, current->consent); // of the window that wrote last
        if (finding.signal == ConsentSignal::OptOut)
            endEverywhere(m, lead, finding);
        return finding;
    }

    // What opens again, and a yes to our question, stands at the beginning.
    ConsentFinding consentIn(const ConsentContext &context) const
    {
        if (context.state != ConsentState::OptedOut && !context.asked)
            return m_heard.consent;
        auto found = findConsent(clipUtf8(m.inbound.text, readInTransaction), context, m_book);
        return found.signal == ConsentSignal::None ? m_heard.consent : found;
    }

    // From now on it is a number to answer, and people see how it stands.
    void adopt(ArrivedLead &lead, ChannelKind kind, const ConsentRecord &current)
    {
        ConsentRepository::put(m.act.tx, {m.client.id, kind, m.address, lead.lead.id, current.consent});
        showConsent(lead, std::string {nameOf(kind)}, current.consent);
    }

    // What they answer is our question whether they want no more messages.
    bool wasAsked(const Conversation &conversation, const Message &message)
    {
        const auto before = MessageRepository::before(m.act.tx, m.client.id, conversation.id, message.position, 1);
        if (before.empty() || before.front().role != MessageRole::Ai || before.front().decision.empty() || before.front().delivery.state == DeliveryState::Failed)
            return false;
        const auto decision = DecisionRepository::byId(m.act.tx, m.client.id, before.front().decision);
        return decision && askedWhetherToStop(*decision);
    }

    void setConsent(ArrivedLead &lead, Conversation &conversation, const std::string &channel, const Open<ConsentState> &before, const Consent &consent, const std::string &reason)
    {
        showConsent(lead, channel, consent);
        if (!m.address.empty())
            ConsentRepository::put(m.act.tx, {m.client.id, m.channel.kind.value(), m.address, lead.lead.id, consent});
        if (!reason.empty())
            addTransition(m.act, conversation, TransitionField::Consent, std::string {before.text()}, std::string {consent.state.text()}, reason, consent.source);
    }

    static void showConsent(ArrivedLead &lead, const std::string &channel, const Consent &consent)
    {
        lead.lead.consent[channel] = consent;
        lead.changed = true;
    }

    // ---- the assistant's turn: several messages in a row are one

    // Where it is not the assistant's, the turn looks whether it has become an emergency.
    void planTurn(const Lead &lead, const Conversation &conversation, const ConsentFinding &finding)
    {
        auto runAt = m.act.now;
        if (finding.signal == ConsentSignal::None || finding.signal == ConsentSignal::PerhapsOptOut) { // a STOP may follow it
            const std::chrono::milliseconds delay {std::max<std::int64_t>(0, m.settings.turnDelayMs)};
            runAt = std::min(m.act.now + delay, conversation.waitingSince.value_or(m.act.now) + delay * longestTyping);
            runAt = std::max(runAt, m.act.now);
            if (isForAssistant(m, lead, conversation))
                m_answered = conversation.id;
        }
        auto job = turnJob(m.client.id, conversation.id, m.act.now, runAt);
        if (!dangersOf(m_heard.words, m_heard.hits, m.settings.emergencyWords).empty())
            job.priority = queues::pressing; // whoever calls for help waits behind nobody who asks for breakfast
        if (!JobRepository::enqueue(m.act.tx, job))
            JobRepository::reschedule(m.act.tx, m.client.id, queues::assistantTurn, conversation.id.value, runAt, job.priority);
    }

    // ---- a call that nobody took: one text back

    void takeMissedCall()
    {
        auto lead = leadOf(m);
        m.act.actor.name = lead.lead.name;
        // A text comes from the SMS door; without one the call stands on its own.
        const auto sms = textDoor(m);
        const auto &door = sms ? *sms : m.channel;
        auto arrived = conversationOf(m, lead.lead, door);
        auto &conversation = arrived.conversation;
        if (arrived.isNew)
            ConversationRepository::insert(m.act.tx, conversation);
        addTransition(m.act, conversation, TransitionField::Lead, {}, {}, std::string {missedCall}, m.inbound.from);
        const bool wasOver = conversation.status == ConversationStatus::Ended;
        wakeUp(conversation);
        rememberCaller(lead, door.kind.value());
        const bool assistants = conversation.owner.kind == OwnerKind::Assistant;
        const bool isOn = m.client.assistantOn && m.client.status != ClientStatus::Paused;
        const bool mayText = isOn && !m.address.empty() && !optedOutOfTexts(lead.lead, conversation);
        if (!assistants) // whoever has it sees that they called, be they texted or not
            conversation.waitingSince = conversation.waitingSince.value_or(m.act.now);
        const bool isTexted = mayText && !textedLately(conversation);
        if (isTexted)
            textBack(conversation, door);
        saveRow(lead, conversation, arrived.isNew);
        if (assistants && !isOn)
            tellOfCall(std::move(conversation), m.act.actor); // as who writes in a pause, who may be answered after it (pause.h)
        else if (!assistants || !mayText || (wasOver && !isTexted)) // no text can go; or they had it, somebody thought it settled, and they call again
            tellOfCall(std::move(conversation), {ActorKind::System, {}, {}});
    }

    // The text goes to the caller's number.
    void rememberCaller(ArrivedLead &lead, ChannelKind kind)
    {
        if (m.address.empty())
            return;
        const auto current = ConsentRepository::current(m.act.tx, m.client.id, kind, m.address);
        if (!current)
            ConsentRepository::put(m.act.tx, {m.client.id, kind, m.address, lead.lead.id, Consent {ConsentState::Implied, m.act.now, "called us"}});
        else if (current->lead.empty())
            adopt(lead, kind, *current);
    }

    // By the number that called, or by any other of theirs: the same is asked when a text is sent.
    bool optedOutOfTexts(const Lead &lead, const Conversation &conversation)
    {
        return ConsentRepository::suppressed(m.act.tx, m.client.id, ChannelKind::Sms, m.address)
            || ConsentRepository::standing(m.act.tx, lead, conversation).state == ConsentState::OptedOut;
    }

    // People are told, unless somebody has it or they were told before; whatever follows stands behind it.
    void tellOfCall(Conversation conversation, Actor by)
    {
        if (conversation.owner.kind == OwnerKind::User)
            return;
        m.act.actor = std::move(by);
        auto edit = ConversationEdit::of(m.act, std::move(conversation));
        edit.row().waitingSince = edit.row().waitingSince.value_or(m.act.now);
        handOver(m.act, edit, EscalationReason::Rule, phrases::say("missed_call_why", m.client.language, {}, {}));
        callPeople(m.act, edit, "missed_call_why");
        static_cast<void>(edit.save().hasError()); // sticks to the transaction
    }

    bool textedLately(const Conversation &conversation)
    {
        const auto latest = MessageRepository::before(m.act.tx, m.client.id, conversation.id, conversation.lastPosition + 1, 20);
        return std::any_of(latest.begin(), latest.end(), [&](const Message &message) {
            return isTextBack(message) && message.at > m.act.now - missedCallsJoined && message.at < m.act.now + missedCallsJoined; // by a clock that was ahead it says nothing
        });
    }

    void textBack(Conversation &conversation, const Channel &door)
    {
        Message message;
        message.id = m.inbound.message.empty() ? MessageId::make(m.act.now) : m.inbound.message;
        message.client = m.client.id;
        message.conversation = conversation.id;
        message.position = ConversationRepository::nextPosition(m.act.tx, conversation);
        message.role = MessageRole::Ai;
        message.author = {ActorKind::Assistant, {}, {}};
        message.text = missedCallText(m.client, m.settings, m_book);
        message.channel = door.kind;
        message.delivery = {DeliveryState::Queued, {}, {}, m.act.now, false};
        message.at = m.act.now;
        MessageRepository::insert(m.act.tx, message, door.id);
        JobRepository::enqueue(m.act.tx, sendJob(message, conversation, m.act.now));
        m.act.tell("message.created", message);
        conversation.lastPublicPosition = message.position;
        conversation.lastMessage = {message.id, message.role, {}, singleLine(message.text, previewCharacters), message.position, DeliveryState::Queued, message.at};
    }

    // ---- WhatsApp: a customer moved to another number

    void takeNewNumber()
    {
        const auto before = e164OfDigits(m.inbound.from);
        const auto after = e164OfDigits(m.inbound.newNumber);
        auto lead = before ? LeadRepository::byContact(m.act.tx, m.client.id, ContactKind::Phone, *before) : std::nullopt;
        if (!lead || !after)
            return;
        std::erase_if(lead->phones, [&](const Phone &p) { return p.e164 == *after; });
        lead->phones.insert(lead->phones.begin(), {*after, m.inbound.newNumber});
        ArrivedLead changed {std::move(*lead), false, true};
        saveLead(m, changed);
        // The new number is where they write from now on, with the consent that the old one had.
        const auto kind = m.channel.kind.value();
        if (!ConsentRepository::current(m.act.tx, m.client.id, kind, *after)) {
            const auto held = ConsentRepository::current(m.act.tx, m.client.id, kind, *before);
            const auto state = held ? held->consent.state : Open<ConsentState> {ConsentState::Implied};
            ConsentRepository::put(m.act.tx, {m.client.id, kind, *after, changed.lead.id, {state, m.act.now, std::string {movedConsent}}});
        }
        for (const auto other : numberChannels) { // what they ended by another channel stays ended, too
            if (other != kind && ConsentRepository::suppressed(m.act.tx, m.client.id, other, *before) && !ConsentRepository::current(m.act.tx, m.client.id, other, *after))
                ConsentRepository::put(m.act.tx, {m.client.id, other, *after, {}, {ConsentState::OptedOut, m.act.now, std::string {movedConsent}}});
        }
        if (auto conversation = ConversationRepository::latest(m.act.tx, m.client.id, changed.lead.id, m.channel.id, *before)) {
            if (conversation->contact == *before)
                conversation->contact = *after;
            addTransition(m.act, *conversation, TransitionField::Lead, *before, *after, "number_changed", m.inbound.text);
            saveConversation(m.act, *conversation);
        }
    }

    Arrival m;
    const Heard &m_heard;
    const RuleBook &m_book;
    ConversationId m_answered;
};

} // namespace

Heard Ingestor::hear(const InboxItem &row) const
{
    Heard heard {decode<Inbound>(row.payload), {}, {}, {}};
    if (heard.inbound.hasError() || heard.inbound.value().kind != InboundKind::Message || heard.inbound.value().text.empty())
        return heard;
    const auto &text = heard.inbound.value().text;
    heard.consent = findConsent(text, {}, m_book);
    heard.words = wordsOf(clipUtf8(text, readInTransaction));
    heard.hits = m_book.hits(heard.words);
    return heard;
}

Result<ConversationId> Ingestor::take(WriteTx &tx, const InboxItem &row, const Heard &heard, Timestamp now) const
{
    const auto &inbound = heard.inbound;
    if (inbound.hasError())
        return Error::invalid("payload", inbound.error().detail);
    auto client = ClientRepository::byId(tx, row.client);
    auto channel = ChannelRepository::byId(tx, row.client, row.channel);
    if (!client || !channel)
        return tx.error() ? Result<ConversationId> {ConversationId {}} : Result<ConversationId> {Error::invalid("channel", "is not there any more")};
    auto settings = SettingsRepository::ofClient(tx, row.client).value_or(ClientSettings {});
    Arrival arrival {{tx, row.client, {ActorKind::Lead, {}, {}}, {}, now}, std::move(*client), std::move(settings), std::move(*channel), inbound.value(), {}};
    if (!arrival.inbound.rest.empty())
        InboxRepository::keep(tx, row.row, now);
    return Taking {std::move(arrival), heard, m_book}.run();
}

} // namespace foredeck
