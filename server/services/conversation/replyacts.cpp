#include "server/services/conversation/replyacts.h"

#include "models/core/text.h"
#include "server/services/consent/consent.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/handover.h"
#include "server/services/op/queues.h"
#include "server/storage/consentrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/noterepository.h"

#include <algorithm>
#include <iterator>

namespace foredeck {

namespace {

constexpr int newerShown = 20;
constexpr std::size_t previewCharacters = 160;

Result<void> checkText(const OpId &op, const std::string &id, const std::string &text)
{
    if (id != op.value)
        return Error::invalid("id", "must equal the Idempotency-Key");
    if (trimmed(text).empty())
        return Error::invalid("text", "is empty");
    if (text.size() > maxMessageBytes)
        return Error::of(Error::Kind::TooLarge, "text: at most 64 KiB");
    return {};
}

// Nobody has seen what is not there yet: such a number says nothing about what its author saw.
std::int64_t credibleSeen(const Conversation &row, std::int64_t claimed) { return claimed > row.lastPosition ? 0 : claimed; }

// What the author has not seen and did not write, oldest first, at most `newerShown`.
std::vector<Message> newerThan(ActContext &act, const Conversation &row, const UserId &author, std::int64_t seen)
{
    std::vector<Message> newer;
    while (seen < row.lastPublicPosition && newer.size() < newerShown) {
        const auto page = MessageRepository::after(act.tx, act.client, row.id, seen, newerShown);
        if (page.empty())
            break;
        seen = page.back().position;
        std::copy_if(page.begin(), page.end(), std::back_inserter(newer),
            [&](const Message &m) { return !(m.role == MessageRole::Staff && m.author.user == author); });
    }
    return newer;
}

Error newerConflict(const ConversationEdit &edit, const std::vector<Message> &newer)
{
    return edit.conflict("something newer has come",
        "{\"newer_messages\":" + encode(newer) + ",\"last_public_position\":" + std::to_string(edit.row().lastPublicPosition) + "}");
}

Message messageOf(const OpContext &op, const Conversation &row, const ReplyRequest &request, std::int64_t position)
{
    Message m;
    m.id = request.id;
    m.client = op.client;
    m.conversation = row.id;
    m.position = position;
    m.role = MessageRole::Staff;
    m.author = op.actor;
    m.text = request.text;
    m.channel = row.channelKind;
    m.delivery.state = DeliveryState::Queued;
    m.delivery.at = op.now;
    m.seenPosition = request.seenPosition;
    m.override_ = request.override_;
    m.op = op.op;
    m.at = op.now;
    return m;
}

// Whose lease ran out, and nobody has claimed since, whether that freed the conversation or left it theirs, also when they were shown
// what came meanwhile and send it anyway: the customer has it, and nobody is called to give another. It is its author's with a lease,
// or the next answer would come past them; who comes with the newest fence keeps it, for what else they have on its way carries it too.
void keepWhatWasFreed(const OpContext &op, ConversationEdit &edit, bool hasFence, std::chrono::milliseconds lease)
{
    const std::string reason = "claimed";
    const auto fence = edit.row().claim.fence + (hasFence ? 0 : 1);
    edit.row().claim = {op.actor.user, op.actor.name, fence, op.now + lease};
    const Owner owner {OwnerKind::User, op.actor.user, op.actor.name};
    if (edit.row().owner == owner)
        edit.transition(TransitionField::Claim, {}, op.actor.user.value, op.actor.name, reason);
    else
        edit.own(owner, reason);
    if (edit.row().status != ConversationStatus::Snoozed) // what was put off comes back when it was to
        edit.setStatus(ConversationStatus::Active, reason);
    takeEscalation(op, edit);
}

bool isSuppressed(ActContext &act, const Conversation &row)
{
    const auto lead = LeadRepository::byId(act.tx, act.client, row.lead);
    return lead && ConsentRepository::standing(act.tx, *lead, row).state == ConsentState::OptedOut;
}

} // namespace

Result<void> nothingNewer(ActContext &act, ConversationEdit &edit, const UserId &author, std::int64_t seen)
{
    const auto newer = newerThan(act, edit.row(), author, credibleSeen(edit.row(), seen));
    return newer.empty() ? Result<void> {} : newerConflict(edit, newer);
}

Result<Message> reply(OpContext &op, const ConversationId &id, const ReplyRequest &request, std::chrono::milliseconds lease)
{
    if (const auto fits = checkText(op.op, request.id.value, request.text); fits.hasError())
        return fits.error();
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    const auto seen = credibleSeen(e.row(), request.seenPosition);
    const auto newer = newerThan(op, e.row(), op.actor.user, seen);
    const ReplyIntent intent {op.actor.user, request.fence, seen, request.override_};
    switch (judgeReply(e.row(), e.leaseRuns(), newer.empty() ? 0 : newer.back().position, intent)) {
    case ReplyVerdict::Accept:
        break;
    case ReplyVerdict::Ended:
        return e.conflict("the conversation has ended");
    case ReplyVerdict::OlderFence:
    case ReplyVerdict::HeldByOther:
    case ReplyVerdict::NotOwner:
        return e.heldBy();
    case ReplyVerdict::Newer:
        return newerConflict(e, newer);
    }
    auto message = messageOf(op, e.row(), request, e.nextPosition());
    const bool suppressed = isSuppressed(op, e.row());
    if (suppressed)
        message.delivery = suppressedDelivery(op.now);
    MessageRepository::insert(op.tx, message, e.row().channel);
    if (!suppressed)
        JobRepository::enqueue(op.tx, sendJob(message, e.row(), op.now));
    op.tell("message.created", message);
    e.row().lastPublicPosition = message.position;
    e.row().lastMessage = {message.id, message.role, message.author.name, singleLine(message.text, previewCharacters), message.position,
        message.delivery.state, message.at};
    if (!suppressed) // else nothing reaches the person, who waits on
        e.row().waitingSince.reset();
    const bool isClaimed = e.row().claim.user == op.actor.user;
    const bool isTheirs = isClaimed && e.row().owner.user == op.actor.user; // by the clock, swept or not
    if (isClaimed && e.leaseRuns())
        takeEscalation(op, e); // what has risen under their hands is theirs
    else if (!suppressed && (request.fence != 0 || request.override_) && (isTheirs || e.row().owner.kind == OwnerKind::Nobody))
        keepWhatWasFreed(op, e, request.fence != 0, lease);
    const auto saved = e.save();
    return saved.hasError() ? Result<Message> {saved.error()} : Result<Message> {message};
}

Result<Note> addNote(OpContext &op, const ConversationId &id, const NoteRequest &request)
{
    if (const auto fits = checkText(op.op, request.id.value, request.text); fits.hasError())
        return fits.error();
    const auto mentioned = checkedMentions(op, request.text, request.mentions);
    if (mentioned.hasError())
        return mentioned.error();
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto note = putNote(op, edit.value(), request.id, request.text, mentioned.value());
    const auto saved = edit.value().save();
    return saved.hasError() ? Result<Note> {saved.error()} : Result<Note> {std::move(note)};
}

Note putNote(OpContext &op, ConversationEdit &edit, const NoteId &id, std::string text, const std::vector<Mentioned> &mentioned)
{
    Note note;
    note.id = id;
    note.client = op.client;
    note.conversation = edit.row().id;
    note.position = edit.nextPosition();
    note.author = op.actor;
    note.text = std::move(text);
    note.op = op.op;
    note.at = op.now;
    auto &people = edit.row().participants;
    takePart(people, op.actor.user, op.actor.name);
    for (const auto &[mention, name] : mentioned) {
        note.mentions.push_back(mention);
        if (mention.user != op.actor.user) // who names themselves is told nothing new
            takePart(people, mention.user, name, note.position);
    }
    for (Participant &one : people) {
        if (one.user != op.actor.user && one.mentioned != note.position)
            one.news = note.position;
    }
    NoteRepository::insert(op.tx, note);
    op.tell("note.created", note);
    return note;
}

} // namespace foredeck
