#pragma once

#include "models/cache/rows.h"
#include "models/cache/sought.h"
#include "models/domain/bulk.h"
#include "models/domain/escalationstats.h"
#include "models/core/result.h"
#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/dashboard.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/settings.h"
#include "models/domain/user.h"

#include <climits>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// The cache's queries over read-only connections to both files. One thread at a time. Every error is a fault of the
/// file or the disk; what is absent is an empty answer or Error::NotFound where one thing was asked for.
class CacheReader {
public:
    ~CacheReader();
    CacheReader(const CacheReader &) = delete;
    CacheReader &operator=(const CacheReader &) = delete;

    /// Otherwise it answers errors to everything.
    bool isOpen() const;

    /// The rows after a key, newest first.
    Result<ConversationPage> conversations(const ViewKey &view, RowKey after, int limit);
    /// Those of the ids that belong to the view now, in no particular order.
    Result<std::vector<ConversationRow>> conversationsByIds(const ViewKey &view, const std::vector<ConversationId> &ids);
    Result<ConversationRow> conversation(const ConversationId &id);
    /// How many of the `limit` rows of a view after that one fit each of the filters, whatever narrows the view itself.
    Result<FittingPage> fitting(const ViewKey &view, const std::vector<RowFilter> &filters, RowKey after, int limit);
    /// How many conversations each view holds, of one client or (empty) of all.
    Result<std::map<View, ViewCount>> counters(const ClientId &client);

    /// The newest `limit` entries at or above `fromPosition` and below `beforePosition`, and the echoes.
    Result<TimelinePage> timeline(const ConversationId &id, std::int64_t fromPosition, std::int64_t beforePosition, int limit);

    /// However much of it is shown.
    Result<FreshEntries> fresh(const ConversationId &id, std::int64_t after);
    /// Those of the `limit` messages and notes of a conversation after that one that hold these words; with the last of them,
    /// also what has not come back yet. Error::Cancelled once `givenUp` says so.
    Result<FoundEntries> entriesWith(const ConversationId &id, const Sought &words, TimelineKey after, int limit, const std::function<bool()> &givenUp);

    /// For the comparison with the server: the newest conversations of a client that have not ended, by id.
    Result<std::map<std::string, LocalDigest>> digests(const ClientId &client, int limit);

    /// For the lead that is left, where this one is part of another; so leadRow(), leadHistory() and leadKin().
    Result<LeadPage> lead(const LeadId &id);
    /// At most `limit` rows of a table, and how many there are. Where nothing stands at the place any more: the rows before.
    Result<LeadWindow> leads(const LeadQuery &query, const LeadPlace &place, int limit);
    /// As it will be after the acts of this person.
    Result<std::optional<LeadRow>> leadRow(const LeadId &id);
    Result<LeadHistory> leadHistory(const LeadId &id);
    Result<LeadKin> leadKin(const LeadId &id);
    /// People whose name, e-mail or phone has words that begin so; digits find phones from their start, without country
    /// code, and by their last four. Newest first.
    Result<std::vector<PersonRow>> people(const std::string &text, const ClientId &client, int limit);

    /// What figures need of the leads that came since, as they will be after the acts of this person; the oldest first.
    Result<std::vector<LeadMark>> leadMarks(const ClientId &client, Timestamp since);
    /// Those that came last, the newest first.
    Result<std::vector<LeadRow>> newestLeads(const ClientId &client, int limit);
    /// What the server counted last, of one client or (empty) of each; see Requests::fetchDashboard().
    Result<std::vector<DashboardStats>> dashboards(const ClientId &client);

    /// Whether all of the client is here, or (empty) all of the agency and its people.
    Result<CacheState> state(const ClientId &client);
    Result<std::vector<Client>> clients();
    Result<std::vector<User>> users();
    Result<std::optional<Agency>> agency();
    Result<std::vector<Channel>> channels(const ClientId &client);
    /// The client's own rules, in the order in which they were made.
    Result<std::vector<RuleRow>> rules(const ClientId &client);
    /// The labels on the client's newest conversations, open and ended, those that stand on most first.
    Result<std::vector<std::string>> labelsInUse(const ClientId &client);
    /// The client's macros by their names.
    Result<std::vector<MacroRow>> macros(const ClientId &client);
    /// Of a conversation: open ones, that which is due first in front, then closed ones, the newest first.
    Result<std::vector<TaskRow>> tasks(const ConversationId &conversation);
    /// Open ones that are due before that moment, of one client or (empty) of all, the soonest first.
    Result<std::vector<DueTask>> openTasks(const ClientId &client, Timestamp before);
    /// As the server told it last; empty when the cache does not hold the conversation.
    Result<ConversationSummary> summary(const ConversationId &conversation);
    /// Who takes part in it, as it will be after the acts of this person, in the order in which they came in.
    Result<std::vector<Participant>> participants(const ConversationId &conversation);
    /// What this person is told of and has not looked at: the first ones of the views "mentions" and "news".
    Result<std::vector<NewsRow>> news(int limit);
    /// What is open at the client's desk now, as a hand-over of this person's shift tells it: hand-overs, what they hold, tasks,
    /// what was put away, notices in force, what has not left this computer. At most mostShiftLines.
    Result<std::vector<ShiftLine>> shiftLines(const ClientId &client, Timestamp now);
    /// The newest shownShiftNotes of the client, or (empty) of each, the newest first.
    Result<std::vector<ShiftNoteRow>> shiftNotes(const ClientId &client);
    /// What has become of each of its lines, in their order.
    Result<std::vector<ShiftStanding>> shiftStandings(const ShiftNote &note, Timestamp now);
    Result<std::vector<Location>> locations(const ClientId &client);
    Result<std::optional<ClientSettings>> settings(const ClientId &client);
    /// The client's questions with their answers, in the order in which they were made.
    Result<std::vector<FaqRow>> documents(const ClientId &client);
    /// As it will be after the acts of this person.
    Result<std::optional<EscalationRow>> escalation(const EscalationId &id);
    /// The rows after a key, by rising key: what is open by when it is due, what is closed with the newest first.
    Result<EscalationPage> escalations(EscalationStatus status, const ClientId &client, const EscalationKey &after, int limit);
    Result<std::vector<EscalationRow>> escalationsByIds(const std::vector<EscalationId> &ids);
    /// What waits and this person was called to.
    Result<std::map<EscalationId, CallRow>> calls();
    /// How many there are of each status, of one client or (empty) of all.
    Result<std::map<EscalationStatus, std::int64_t>> escalationCounts(const ClientId &client);
    /// Of what was handed over since the day began and of what is open.
    Result<EscalationStats> escalationStats(const ClientId &client, Timestamp dayStart, Timestamp now);

    /// What has not been confirmed, oldest first; cancelled rows are left out.
    /// `limit`: so many, beside those that a person has to look at or wrote.
    Result<std::vector<OutboxRow>> outbox(int limit = INT_MAX);
    /// This person's orders on many conversations that are still known, the newest first.
    Result<std::vector<BulkReport>> bulks();
    /// Of a conversation, or of what journalId() names.
    Result<DraftPage> draft(const ConversationId &id);

    struct Private;
    explicit CacheReader(std::unique_ptr<Private> priv);

private:
    std::unique_ptr<Private> d;
};

} // namespace foredeck
