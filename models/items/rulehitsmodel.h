#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/smalllistmodel.h"
#include "models/ports/requests.h"

#include <functional>
#include <set>

namespace foredeck {

/// A conversation in which a rule would have fired, with its row where the cache holds it.
struct RuleHitRow {
    RuleDryRunHit hit;
    std::optional<ConversationRow> row;
};

/// The conversations that a dry run names, the newest first. Of those that the cache does not hold the first are asked for.
class RuleHitsModel final : public SmallListModel<RuleHitRow> {
    Q_OBJECT
public:
    static constexpr std::size_t mostAsked = 20;
    enum Role { IdRole = Qt::UserRole + 1, TimesRole };
    /// What a row says to whoever does not see it.
    using Words = std::function<QString(const RuleHitRow &)>;

    RuleHitsModel(const LocalStore &store, Requests &requests, QObject *parent = nullptr);
    void show(const std::vector<RuleDryRunHit> &hits);
    void setWords(Words words) { m_words = std::move(words); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const RuleHitRow &hit) const override { return hit.hit.conversation.value; }
    bool same(const RuleHitRow &a, const RuleHitRow &b) const override;

private:
    void refresh();
    void ask();
    const LocalStore &m_store;
    Requests &m_requests;
    std::vector<RuleDryRunHit> m_hits;
    std::set<ConversationId> m_asked;
    std::set<ConversationId> m_dirty; ///< to be read
    bool m_isReading = false;
    quint64 m_run = 0; ///< what was read for a run before is dropped
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
