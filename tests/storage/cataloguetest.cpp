#include "models/core/text.h"
#include "models/sqlite/database.h"
#include "storagesql.h"
#include "tests/storage/storefixture.h"

#include <regex>
#include <set>

using namespace foredeck;

namespace {

class CatalogueTest : public StoreTest {
protected:
    // Without comments and the texts in quotes, in lower case.
    static std::string bare(std::string_view text)
    {
        std::string sql = asciiLower(text);
        sql = std::regex_replace(sql, std::regex {"--[^\n]*"}, "");
        return std::regex_replace(sql, std::regex {"'[^']*'"}, "''");
    }
    static bool isFullText(std::string_view name) { return name.substr(0, 8) == "fulltext"; }
};

} // namespace

TEST_F(CatalogueTest, HoldsNothingThatTheTwoStoresDoNotShare)
{
    const std::string counting = R"(\bcount\s*\()"; // a list keeps counters instead
    const std::vector<std::string> words {R"(\bnow\s*\()", R"(\b(date|time|datetime|julianday|strftime|unixepoch)\s*\()",
        R"(\bcurrent_(timestamp|date|time)\b)", R"(insert\s+or\b)", R"(\breplace\s+into\b)", R"(\boffset\b)", counting,
        R"(\browid\b)", R"(\bifnull\s*\()", R"(\biif\s*\()", R"(\bjson)", R"(\brandom)", R"(\blast_insert_rowid\b)",
        R"(\bpragma\b)", R"(\bglob\b)", R"(\bmatch\b)", R"(\bcollate\b)", R"(\bindexed by\b)", R"(\?)", R"([`\[])", R"(")",
        R"(\blimit\s+:?\w+\s*,)", R"(\bselect\s+\*)"};
    std::vector<std::regex> forbidden;
    for (const auto &word : words)
        forbidden.emplace_back(word);
    for (const auto &[name, text] : sql::all()) {
        const auto sql = bare(text);
        for (std::size_t i = 0; i < forbidden.size() && !isFullText(name); ++i) {
            const bool isSeldomAsked = name == "job_states" || name == "conversation_count_ended" || name == "escalation_count_pending";
            const bool isOfFew = name == "job_claim";
            if ((isSeldomAsked || isOfFew) && words[i] == counting)
                continue; // by /metrics and the dashboard alone, or of what runs, both over an index (plantest)
            EXPECT_FALSE(std::regex_search(sql, forbidden[i])) << name << " holds " << words[i];
        }
    }
}

TEST_F(CatalogueTest, EveryStatementIsPreparedOnTheSchema)
{
    closeStore();
    auto database = sqlite::Database::open(file("store.db"), {});
    ASSERT_TRUE(database.hasValue());
    for (const auto &[name, text] : sql::all()) {
        if (isFullText(name))
            continue;
        const auto statement = database.value()->statement(text);
        EXPECT_TRUE(statement.hasValue()) << name << ": " << (statement.hasError() ? statement.error().detail : "");
    }
}

// "Every query is bound to client_id in one place": whatever touches a tenant's table names the tenant, but for those that
// find the tenant in the first place, and those of the jobs that serve all tenants.
TEST_F(CatalogueTest, WhatTouchesATenantsTableIsBoundToTheTenant)
{
    const std::set<std::string_view> tables {"location", "channel", "settings", "settings_version", "knowledge_base", "document",
        "lead", "lead_contact", "lead_merge", "conversation", "message", "note", "transition", "decision", "escalation", "consent",
        "consent_history", "live_chat_session", "op_record", "provider_status", "audit", "counter", "alert_text", "rule",
        "rule_version", "rule_firing", "macro", "task", "shift_note"};
    const std::set<std::string_view> findTheTenant {"owner_of_location", "owner_of_channel", "owner_of_lead",
        "owner_of_conversation", "owner_of_escalation", "owner_of_base", "owner_of_document", "channel_by_phone_number_id",
        "channel_by_twilio", "channel_of_kind", "live_chat_by_token", "conversation_lapsed_leases", "conversation_leases_beyond", "escalation_forgotten", "escalation_pending", "op_remove_before", "op_of_user", "alert_text_remove_before", "owner_of_rule", "owner_of_macro", "owner_of_task", "owner_of_shift_note",
        "rule_firing_count"};
    const std::regex table {R"(\b(from|into|update|join)\s+([a-z_]+))"};
    for (const auto &[name, text] : sql::all()) {
        if (isFullText(name) || findTheTenant.contains(name))
            continue;
        const auto sql = bare(text);
        for (std::sregex_iterator it {sql.begin(), sql.end(), table}, end; it != end; ++it) {
            const auto touched = (*it)[2].str();
            EXPECT_TRUE(!tables.contains(touched) || sql.find(":client_id") != std::string::npos) << name << " touches " << touched;
        }
    }
}
