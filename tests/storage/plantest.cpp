#include "models/sqlite/database.h"
#include "storagesql.h"
#include "tests/storage/storefixture.h"

#include <set>

using namespace foredeck;

namespace {

class PlanTest : public StoreTest {
protected:
    PlanTest()
    {
        closeStore();
        auto opened = sqlite::Database::open(file("store.db"), {});
        database = std::move(opened).value();
    }
    std::vector<std::string> planOf(std::string_view text)
    {
        std::vector<std::string> lines;
        auto plan = database->statement("EXPLAIN QUERY PLAN " + std::string {text});
        EXPECT_TRUE(plan.hasValue()) << plan.error().detail;
        auto &statement = plan.value();
        for (const auto *name : names)
            statement.bind(name, "");
        // Binds that a statement does not have are an error of the step; they are no matter for a plan.
        statement.reset();
        while (statement.step().valueOr(false))
            lines.emplace_back(statement.text(3));
        EXPECT_FALSE(lines.empty());
        return lines;
    }
    std::unique_ptr<sqlite::Database> database;
    static constexpr const char *names[] = {"client_id", "user_id", "lead_id", "conversation_id", "channel_id", "key", "id",
        "channel", "status", "limit", "before", "after", "from", "to", "queue", "now", "worker", "locked_until", "not_before",
        "provider_id", "op_id", "kind", "value", "name", "phone_number_id", "account", "number", "channel_kind", "address",
        "token_hash", "base_id", "sha256", "slug", "email", "hash", "field", "temperature", "text", "contact", "agency_id",
        "dedup_key", "reason", "at", "run_at", "error", "row_id", "stream_id", "rank", "until", "since", "per_channel", "per_client", "tried_before", "least", "reference", "serial_key", "priority"};
};

} // namespace

// Every list that a person scrolls and every look-up on the way of a message is served by an index, in its order.
TEST_F(PlanTest, ListsAndLookUpsNeitherScanNorSort)
{
    const std::set<std::string_view> hot {"conversation_list_mine", "conversation_list_unassigned", "conversation_list_waiting",
        "conversation_list_escalated", "conversation_list_ended", "conversation_list_all", "conversation_of_lead",
        "conversation_by_id", "conversation_latest", "conversation_find_recent", "conversation_lapsed_leases", "conversation_leases_beyond", "timeline_before",
        "timeline_marks", "message_before", "message_after", "message_by_id", "message_by_op", "message_by_provider_id", "message_by_provider_id_and_kind",
        "transition_latest", "transition_recent", "decision_between", "decision_latest", "escalation_open_of", "escalation_list",
        "escalation_list_of_status", "escalation_list_open", "escalation_of_conversation", "rule_of_client", "rule_by_id", "macro_of_client", "macro_by_id", "owner_of_macro", "rule_shortest_wait", "rule_firing_of_conversation", "owner_of_rule", "escalation_since", "lead_since", "transition_of_clocks_since", "decision_since", "conversation_count_ended", "escalation_count_pending", "lead_by_contact", "lead_list", "lead_merged", "lead_merge_of", "event_after", "event_alerts", "stream_mark", "inbox_next", "inbox_heads", "inbox_by_row", "inbox_has_since",
        "inbox_remove_done", "job_claim", "job_press", "job_put_off", "job_bring_door_forward", "job_next_run_at", "job_next_of_priority", "job_expired", "job_remove_finished",
        "channel_by_phone_number_id", "channel_by_twilio", "channel_of_kind", "consent_current", "consent_history",
        "live_chat_find", "live_chat_by_token", "live_chat_by_conversation", "op_find", "op_remove_before", "read_cursor_of_user",
        "composition_of_user", "document_of_base", "document_of_client", "document_by_hash", "user_by_email", "client_by_slug",
        "client_of_agency", "session_of_user", "session_expired", "refresh_token_by_hash", "audit_list", "settings_versions",
        "provider_status_find", "provider_status_of_ours", "owner_of_conversation", "alert_text_by_id", "alert_text_by_provider_id", "alert_text_latest", "job_pull_back", "task_by_id", "task_list_open", "task_list_closed", "task_open_of", "task_closed_of", "owner_of_task", "shift_note_by_id", "shift_note_list", "owner_of_shift_note"};
    std::set<std::string_view> seen;
    for (const auto &[name, text] : sql::all()) {
        if (!hot.contains(name))
            continue;
        seen.insert(name);
        for (const auto &line : planOf(text)) {
            EXPECT_NE(line.substr(0, 4), "SCAN") << name << ": " << line;
            // Claimed rows are collected before they are changed: a list of at most one batch.
            EXPECT_TRUE(name == "job_claim" || line.find("TEMP B-TREE") == std::string::npos) << name << ": " << line;
        }
    }
    EXPECT_EQ(seen, hot);
}

// Looked for every second over all clients: by the index that holds the open ones alone.
TEST_F(PlanTest, ForgottenEscalationsAreLookedForAmongTheOpenOnes)
{
    for (const auto &[name, text] : sql::all()) {
        if (name != "escalation_forgotten")
            continue;
        const auto plan = planOf(text);
        ASSERT_GE(plan.size(), 2u);
        EXPECT_NE(plan[0].find("e USING INDEX escalation_open"), std::string::npos) << plan[0];
        EXPECT_EQ(plan[1].substr(0, 8), "SEARCH c") << plan[1];
        for (std::size_t i = 2; i < plan.size(); ++i)
            EXPECT_NE(plan[i].substr(0, 4), "SCAN") << plan[i];
    }
}

TEST_F(PlanTest, WhatIsTakenUpAfterAPauseIsLookedForAmongTheUntakenOnes)
{
    const auto plan = planOf(sql::escalation_untaken);
    ASSERT_EQ(plan.size(), 2u);
    EXPECT_NE(plan[0].find("SEARCH e USING INDEX escalation_untaken"), std::string::npos) << plan[0];
    EXPECT_EQ(plan[1].substr(0, 8), "SEARCH c") << plan[1];
}

TEST_F(PlanTest, EachViewHasItsOwnIndex)
{
    for (const std::string view : {"mine", "unassigned", "waiting", "escalated", "ended", "all"}) {
        for (const auto &[name, text] : sql::all()) {
            if (name != "conversation_list_" + view)
                continue;
            const auto plan = planOf(text);
            ASSERT_EQ(plan.size(), 1u) << view;
            EXPECT_NE(plan[0].find("INDEX conversation_" + view + " "), std::string::npos) << plan[0];
            EXPECT_NE(plan[0].find("last_at"), std::string::npos) << "the page begins at its key: " << plan[0];
        }
    }
}

// /metrics asks as often as anybody likes: the rows of the jobs, with their payloads, are not read for it.
TEST_F(PlanTest, JobsAreCountedByAnIndex)
{
    for (const auto &line : planOf(sql::job_states))
        EXPECT_NE(line.find("COVERING INDEX job_state"), std::string::npos) << line;
}
