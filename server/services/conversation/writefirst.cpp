#include "server/services/conversation/writefirst.h"

#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "server/services/access/access.h"
#include "server/services/assistant/introduction.h"
#include "server/services/client/channelacts.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/handover.h"
#include "server/services/lead/leadedit.h"
#include "server/services/op/queues.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"

#include <algorithm>
#include <chrono>

namespace foredeck {

namespace {

constexpr std::chrono::hours reuse {24}; // as what comes in is joined
constexpr std::size_t firstWordsCharacters = 160;
constexpr std::size_t longestValue = 500;
constexpr std::string_view why = "wrote_first";

/// Understood, and not to be done as things stand.
Error unfit(const char *field, const char *reason)
{
    Error error = Error::invalid(field, reason);
    error.kind = Error::Kind::Unprocessable;
    return error;
}

/// Everything that the words rest on.
struct Ground {
    Lead lead;
    Channel door;
    std::string number; ///< E.164
    bool isFirst = false; ///< the business has not written to them over this door
};

Result<Ground> groundOf(OpContext &op, const FirstWords &request)
{
    const auto kind = request.channel.value();
    if (std::find(numberChannels.begin(), numberChannels.end(), kind) == numberChannels.end())
        return Error::invalid("channel", "must be sms or whatsapp");
    auto lead = LeadRepository::byId(op.tx, op.client, request.lead);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    if (!lead)
        return notFound("lead");
    if (!lead->mergedInto.empty())
        return mergedAway(op.tx, *lead);
    auto door = ChannelRepository::firstOfKind(op.tx, op.client, kind);
    if (!door || !configured(*door))
        return unfit("channel", "is not configured");
    Ground ground {std::move(*lead), std::move(*door), {}, false};
    ground.number = ConsentRepository::numberOf(op.tx, ground.lead, kind);
    const auto readable = std::find_if(ground.lead.phones.begin(), ground.lead.phones.end(), [](const Phone &p) { return !p.e164.empty(); });
    if (ground.number.empty() && readable != ground.lead.phones.end())
        ground.number = readable->e164;
    if (ground.number.empty())
        return unfit("lead_id", "has no telephone number that can be written to");
    const auto held = ground.lead.consent.find(std::string {nameOf(kind)});
    const bool isOut = held != ground.lead.consent.end() && held->second.state == ConsentState::OptedOut;
    if (isOut || ConsentRepository::suppressed(op.tx, op.client, kind, ground.number))
        return Error::of(Error::Kind::Unprocessable, "they have opted out of messages on this channel");
    ground.isFirst = !ConversationRepository::latest(op.tx, op.client, ground.lead.id, ground.door.id);
    return ground;
}

// From now on it is a number to answer.
void keepConsent(OpContext &op, Ground &ground)
{
    const auto kind = ground.door.kind.value();
    const auto current = ConsentRepository::current(op.tx, op.client, kind, ground.number);
    const Consent consent = current ? current->consent : Consent {ConsentState::Implied, op.now, "the desk wrote first"};
    if (!current || current->lead.empty())
        ConsentRepository::put(op.tx, {op.client, kind, ground.number, ground.lead.id, consent});
    if (!ground.lead.consent.emplace(std::string {nameOf(kind)}, consent).second)
        return;
    ground.lead.updatedAt = op.now;
    LeadRepository::update(op.tx, ground.lead);
    op.tell("lead.updated", ground.lead);
}

Result<std::string> templateText(OpContext &op, const TemplateUse &use)
{
    const auto settings = SettingsRepository::ofClient(op.tx, op.client).value_or(ClientSettings {});
    const auto known = std::find_if(settings.templates.begin(), settings.templates.end(),
        [&](const MessageTemplate &one) { return one.name == use.name && one.language == use.language; });
    if (known == settings.templates.end())
        return unfit("template", "is not configured");
    if (static_cast<int>(use.values.size()) != templateGaps(known->text))
        return Error::invalid("template.values", "must fill every gap of the template");
    for (const auto &value : use.values) {
        // The vendor refuses lines and blanks in a row inside a gap.
        if (trimmed(value).empty() || value.size() > longestValue || value.find_first_of("\n\r\t") != std::string::npos)
            return Error::invalid("template.values", "must each be one line of up to 500 bytes");
    }
    return filledTemplate(known->text, use.values);
}

Result<std::string> wordsOf(OpContext &op, const FirstWords &request, const Ground &ground, bool windowOpen)
{
    const auto kind = ground.door.kind.value();
    if (request.useTemplate)
        return kind == ChannelKind::WhatsApp ? templateText(op, *request.useTemplate) : Error::invalid("template", "is for whatsapp alone");
    if (kind == ChannelKind::WhatsApp && !windowOpen)
        return unfit("template", "is needed: the 24-hour window for free text is over");
    const std::string text {trimmed(request.text)};
    if (text.empty())
        return Error::invalid("text", "is empty");
    const auto client = ClientRepository::byId(op.tx, op.client);
    const bool introduces = client && kind == ChannelKind::Sms && ground.isFirst;
    auto words = introduces ? firstWords(*client, ground.lead.language.empty() ? client->language : ground.lead.language, text) : text;
    if (charactersIn(words) > longestTextOf(kind))
        return Error::invalid("text", "is too long");
    return words;
}

Conversation fresh(const OpContext &op, const Ground &ground)
{
    Conversation row;
    row.id = ConversationId::make(op.now);
    row.client = op.client;
    row.lead = ground.lead.id;
    row.channel = ground.door.id;
    row.channelKind = ground.door.kind;
    if (!LeadRepository::mergedInto(op.tx, op.client, ground.lead.id).empty())
        row.contact = ground.number;
    row.owner = {OwnerKind::User, op.actor.user, op.actor.name};
    row.language = ground.lead.language;
    row.createdAt = row.lastAt = op.now;
    return row;
}

// Nobody is written past: not who holds it or wrote first, and not who waits in it.
Result<void> mayWriteIn(OpContext &op, ConversationEdit &edit)
{
    if (edit.leaseRuns() && edit.row().claim.user != op.actor.user)
        return edit.heldBy();
    const bool isOver = edit.row().status == ConversationStatus::Ended;
    // Whoever has it from days ago and neither holds it nor has put it off may be gone, and is not waited for.
    const bool isKept = edit.row().lastMessage.at >= op.now - reuse || edit.row().status == ConversationStatus::Snoozed;
    if (!isOver && isKept && edit.row().owner.kind == OwnerKind::User && edit.row().owner.user != op.actor.user)
        return edit.conflict("somebody else has written to them; answer in their conversation");
    const bool waits = edit.row().waitingSince && !isOver;
    return waits ? Result<void> {edit.conflict("they have written meanwhile; answer in their conversation")} : Result<void> {};
}

void say(OpContext &op, ConversationEdit &edit, const FirstWords &request, std::string words)
{
    Message m;
    m.id = request.id;
    m.client = op.client;
    m.conversation = edit.row().id;
    m.position = edit.nextPosition();
    m.role = MessageRole::Staff;
    m.author = op.actor;
    m.text = std::move(words);
    m.channel = edit.row().channelKind;
    m.delivery = {DeliveryState::Queued, {}, {}, op.now, false};
    m.useTemplate = request.useTemplate;
    m.seenPosition = edit.row().lastPublicPosition;
    m.op = op.op;
    m.at = op.now;
    MessageRepository::insert(op.tx, m, edit.row().channel);
    JobRepository::enqueue(op.tx, sendJob(m, edit.row(), op.now));
    op.tell("message.created", m);
    edit.row().lastPublicPosition = m.position;
    edit.row().lastMessage = {m.id, m.role, m.author.name, singleLine(m.text, firstWordsCharacters), m.position, m.delivery.state, m.at};
    edit.row().waitingSince.reset();
}

} // namespace

Result<Conversation> writeFirst(OpContext &op, const FirstWords &request)
{
    if (request.id.value != op.op.value)
        return Error::invalid("id", "must equal the Idempotency-Key");
    auto found = groundOf(op, request);
    if (found.hasError())
        return found.error();
    auto &ground = found.value();
    auto recent = ConversationRepository::findRecent(op.tx, op.client, ground.lead.id, ground.door.id, op.now - reuse, ground.number);
    const bool isNew = !recent;
    auto edit = ConversationEdit::of(op, isNew ? fresh(op, ground) : std::move(*recent));
    if (const auto may = isNew ? Result<void> {} : mayWriteIn(op, edit); may.hasError())
        return may.error();
    const auto &window = edit.row().replyWindowUntil;
    auto words = wordsOf(op, request, ground, window && *window > op.now);
    if (words.hasError())
        return words.error();
    if (isNew)
        ConversationRepository::insert(op.tx, edit.row());
    keepConsent(op, ground);
    if (edit.row().claim.user != op.actor.user)
        edit.dropClaim();
    edit.own({OwnerKind::User, op.actor.user, op.actor.name}, std::string {why});
    edit.setStatus(ConversationStatus::Active, std::string {why});
    edit.row().endedAt.reset();
    edit.cancelTurn("a person wrote");
    say(op, edit, request, std::move(words).value());
    if (edit.row().escalation)
        takeEscalation(op, edit);
    return edit.save(isNew ? "conversation.created" : "conversation.updated");
}

} // namespace foredeck
