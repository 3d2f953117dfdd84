#include "ui/pages/rules/rulespage.h"

#include "models/core/clock.h"
#include "models/items/outboxmodel.h"
#include "models/ports/ephemera.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/ruledelegate.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulesheader.h"
#include "ui/pages/rules/ruletrial.h"
#include "ui/shell/clientmenu.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/question.h"
#include "ui/widgets/statepane.h"
#include "ui/words/problemwords.h"
#include "ui/words/rulewords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

RulesPage::RulesPage(const Desk &desk, const ClientListModel &clients, QWidget *parent)
    : Page(parent), m_desk(desk), m_clients(clients), m_rules(desk.store), m_hits(desk.store, desk.requests)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new RulesHeader(this);
    column->addWidget(m_header);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    m_side = makeList();
    body->addWidget(m_side);
    m_middle = makeEditor();
    body->addWidget(m_middle, 1);
    m_trial = new RuleTrial(this);
    body->addWidget(m_trial);
    column->addLayout(body, 1);
    bindList();
    bindActs();
    bindTrial();
    connect(m_header, &RulesHeader::backWanted, this, &RulesPage::backWanted);
    connect(m_header, &RulesHeader::clientMenuWanted, this, &RulesPage::clientMenu);
    connect(&clients, &ClientListModel::loaded, this, &RulesPage::keepClient);
    connect(&desk.ephemera, &Ephemera::syncChanged, this, &RulesPage::refresh);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &RulesPage::refresh);
    keepClient();
    refresh();
}

RulesPage::~RulesPage() = default;

void RulesPage::bindList()
{
    m_rules.setWords(ruleAccessible);
    m_list->setItemDelegate(new RuleDelegate(m_rules, m_list));
    m_list->setModel(&m_rules);
    connect(&m_rules, &RuleListModel::loaded, this, &RulesPage::takeRules);
    connect(&m_rules, &RuleListModel::readFailed, this, [this](const QString &why) {
        m_listState->set({QStringLiteral("stop"), tr("The rules could not be read"), tr("%1 What is on the server is safe; start the program again.").arg(problemWords(why)), QStringLiteral("CACHE-4"), true});
        m_listStack->setCurrentWidget(m_listState);
    });
    // Rows are as high as their sentences are long.
    connect(&m_rules, &QAbstractItemModel::dataChanged, m_list, [this] { m_list->doItemsLayout(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // Once the list has done with the key or press: it may be told to stay where it was.
        if (index.isValid() && m_list->isChoosing())
            QMetaObject::invokeMethod(this, [this, id = m_rules.itemAt(index.row()).value.id] { open(id); }, Qt::QueuedConnection);
    });
    connect(m_list, &ConversationListView::openRequested, this, [this](const QModelIndex &index) {
        open(m_rules.itemAt(index.row()).value.id);
        m_detailShown = true;
        apply();
        m_form->name()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_list, &ConversationListView::clicked, this, [this](const QModelIndex &index) {
        open(m_rules.itemAt(index.row()).value.id);
        m_detailShown = true;
        apply();
    });
}

TimeContext RulesPage::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

bool RulesPage::mayManage() const { return mayDo(m_desk.ephemera.me().role.value(), Right::Manage); }

bool RulesPage::isOnline() const
{
    const SyncPhase phase = m_desk.ephemera.sync().phase;
    return phase == SyncPhase::Live || phase == SyncPhase::CatchingUp || phase == SyncPhase::Gap;
}

const RuleRow *RulesPage::row() const
{
    const int at = m_shown.empty() ? -1 : m_rules.rowOf(m_shown.value);
    return at < 0 ? nullptr : &m_rules.itemAt(at);
}

void RulesPage::showClient(const ClientId &client)
{
    m_shown = {};
    m_isDraft = false;
    m_saving = m_waitsFor = m_told = {};
    m_failed.clear();
    m_saved = false;
    fill({});
    endTrial();
    m_rules.setClient(client);
    const int at = m_clients.rowOf(client.value);
    m_header->setClient(at >= 0 ? harmless(fromUtf8(m_clients.itemAt(at).name)) : tr("Client"));
    refresh();
}

void RulesPage::keepClient()
{
    if (const auto instead = clientInstead(m_clients, m_rules.client(), m_desk.ephemera.sync().phase))
        showClient(*instead);
}

void RulesPage::clientMenu()
{
    offerClients(m_clients, m_rules.client(), m_header->client(), [this](const ClientId &client) { leaveForm([this, client] { showClient(client); }); });
}

void RulesPage::fill(const ClientRule &rule)
{
    m_base = rule;
    m_base.client = m_rules.client();
    m_version = rule.version;
    m_form->setRule(m_base);
    m_trial->setOutdated(m_tried && m_form->differsFrom(*m_tried));
}

void RulesPage::startDraft()
{
    m_shown = {};
    m_isDraft = true;
    m_waitsFor = m_told = m_saving = {};
    m_failed.clear();
    m_saved = false;
    endTrial();
    fill({});
    m_list->setCurrentIndex({});
    m_detailShown = true;
    apply();
    refresh();
    m_area->ensureVisible(0, 0);
    m_form->name()->setFocus(Qt::ShortcutFocusReason);
}

void RulesPage::beginNew()
{
    if (!m_isDraft)
        return leaveForm([this] { startDraft(); });
    m_detailShown = true;
    apply();
    m_form->name()->setFocus(Qt::ShortcutFocusReason);
}

void RulesPage::open(const RuleId &rule)
{
    if (rule == m_shown && !m_isDraft)
        return;
    const bool asks = isDirty();
    leaveForm([this, rule] { choose(rule); });
    // Until it is answered, what is edited stays what the list points at.
    if (asks) {
        const int at = m_shown.empty() ? -1 : m_rules.rowOf(m_shown.value);
        m_list->setCurrentIndex(at < 0 ? QModelIndex() : m_rules.index(at));
    }
}

void RulesPage::choose(const RuleId &rule)
{
    const int at = m_rules.rowOf(rule.value);
    m_isDraft = false;
    m_shown = at < 0 ? RuleId() : rule;
    m_waitsFor = m_told = m_saving = {};
    m_failed.clear();
    m_saved = false;
    endTrial();
    if (at >= 0) {
        const RuleRow &row = m_rules.itemAt(at);
        fill(row.typed.value_or(row.value));
        m_version = row.value.version;
    } else {
        fill({});
    }
    m_list->setCurrentIndex(at < 0 ? QModelIndex() : m_rules.index(at));
    if (at >= 0)
        m_list->scrollTo(m_rules.index(at));
    if (at >= 0)
        showErrors(m_rules.itemAt(at));
    refresh();
}

/// A new one stands in the list once it is stored.
void RulesPage::adoptDraft()
{
    const int at = m_isDraft && !m_waitsFor.empty() ? m_rules.rowOf(m_waitsFor.value) : -1;
    if (at < 0)
        return;
    m_isDraft = false;
    m_shown = RuleId {m_waitsFor.value};
    m_list->setCurrentIndex(m_rules.index(at));
}

/// The cache has told the rules anew: what is shown follows, and what is typed stays.
void RulesPage::takeRules()
{
    adoptDraft();
    const RuleRow *now = row();
    if (!now && !m_shown.empty()) {
        const bool dirty = m_form->differsFrom(m_base);
        m_shown = {};
        // What is typed of a rule that is gone can be made anew.
        m_isDraft = dirty && mayManage();
        m_waitsFor = {};
        if (m_isDraft)
            m_failed = tr("The rule has been deleted. Saving makes it anew.");
    }
    if (!now && !m_isDraft && m_rules.rowCount() > 0)
        return choose(m_rules.itemAt(0).value.id);
    if (now) {
        const ClientRule stored = now->typed.value_or(now->value);
        const bool dirty = m_form->differsFrom(m_base);
        const bool isTyped = !m_form->differsFrom(stored);
        if ((!dirty || isTyped) && (!sameWish(m_base, stored) || m_base.version != stored.version)) {
            if (isTyped) {
                m_base = stored; // not filled anew: the cursor stays where it is
                m_base.client = m_rules.client();
            } else {
                fill(stored);
            }
        }
        // A newer version is gone on from once it is told in the notice, or says nothing new.
        m_version = now->value.version;
        if (!m_waitsFor.empty() && now->pending == PendingKind::None) {
            m_saved = true;
            m_waitsFor = {};
        } else if (now->act == m_waitsFor && now->pending != PendingKind::Unsent) {
            m_waitsFor = {}; // not taken
        }
        showErrors(*now);
    }
    refresh();
}

/// Once for each act that was refused: what is typed afterwards answers them.
void RulesPage::showErrors(const RuleRow &row)
{
    if (!row.typed || row.act == m_told)
        return;
    m_told = row.act;
    m_form->showErrors(problemFields(row.problem));
}

bool RulesPage::isDirty() const
{
    if (!m_isDraft && m_shown.empty())
        return false;
    const bool isOnItsWay = !m_saving.empty() || (m_isDraft && !m_waitsFor.empty());
    return m_form->differsFrom(isOnItsWay ? m_sent : m_base);
}

void RulesPage::forget()
{
    showClient({});
    keepClient();
}

void RulesPage::refreshList()
{
    const int all = m_rules.rowCount();
    const auto on = std::count_if(m_rules.items().begin(), m_rules.items().end(), [](const RuleRow &row) { return row.value.enabled; });
    m_count->setText(all > 0 ? tr("%1 of %2 in force").arg(on).arg(all) : QString());
    m_listHead->setVisible(all > 0); // where there is no rule none is in order
    if (all > 0)
        return m_listStack->setCurrentWidget(m_list);
    if (!m_rules.isLoaded() && !m_rules.client().empty() && mayManage())
        return m_listStack->setCurrentWidget(m_skeleton);
    if (m_listStack->currentWidget() == m_listState && !m_rules.isLoaded())
        return;
    if (mayManage())
        m_listState->set({QStringLiteral("routing"), tr("No rules yet"), tr("The assistant hands over by what it knows. A rule adds what matters to this business alone."), {}, false});
    else
        m_listState->set({QStringLiteral("lock"), tr("No rules are shown"), tr("They are the managers' business."), {}, false});
    m_listStack->setCurrentWidget(m_listState);
}

void RulesPage::refreshNotice(const RuleRow *now)
{
    const bool dirty = m_form->differsFrom(m_base);
    QString title;
    QString words;
    QString verb = tr("Take theirs");
    if (now && now->isDeleting) {
        title = tr("It was not deleted: somebody has changed it meanwhile.");
        words = tr("It stands here as it is now. Delete it again, or keep it.");
        verb = tr("Keep it");
    } else if (now && now->typed && now->pending == PendingKind::NeedsReview && !now->isNew) {
        title = tr("Not saved: somebody else has changed it meanwhile. Save again to replace theirs.");
        words = ruleDifferences(*now->typed, now->value).join(QLatin1Char('\n'));
    } else if (now && dirty && !now->typed && now->pending == PendingKind::None && !sameWish(now->value, m_base)) {
        title = tr("Somebody else has changed it while you edit. Saving replaces theirs.");
        words = ruleDifferences(m_base, now->value).join(QLatin1Char('\n'));
    }
    m_noticeTitle->setText(title);
    m_noticeWords->setText(words);
    m_noticeWords->setVisible(!words.isEmpty());
    m_theirs->setShortText(verb);
    m_notice->setVisible(!title.isEmpty());
}

void RulesPage::refreshSaid(const RuleRow *now)
{
    if (!m_failed.isEmpty())
        return m_header->say(m_failed, true);
    if (now && now->pending == PendingKind::Unsent)
        return m_header->say(isOnline() ? tr("Saved here; it goes to the server at once") : tr("Saved here; it goes to the server when it answers again"));
    if (now && !now->problem.empty()) {
        const QString why = problemWords(problemSentence(now->problem));
        return m_header->say(now->isDeleting ? tr("Not deleted: %1").arg(harmless(why)) : tr("Not saved: %1").arg(harmless(why)), true);
    }
    m_header->say(m_saved && !isDirty() ? tr("Saved") : QString());
}

/// Made anew only where it says something else: whoever is on its button stays there.
void RulesPage::showState(bool mayMake, const StateWords &words)
{
    QAction *make = mayMake && m_commands ? m_commands->action(QStringLiteral("rules.new")) : nullptr;
    const QString key = words.title + (make ? QStringLiteral("+") : QString());
    if (std::exchange(m_stateKey, key) != key)
        m_state->set(words, make);
}

void RulesPage::refresh()
{
    refreshList();
    const RuleRow *now = row();
    const bool edits = mayManage() && (now || m_isDraft);
    m_trialShown = edits;
    m_trial->setVisible(edits);
    if (edits) {
        m_title->setText(m_isDraft ? tr("New rule") : ruleName(now->typed.value_or(now->value)));
        const bool changed = m_form->differsFrom(m_base) || (now && now->typed);
        m_chip->setVisible(changed && !(m_isDraft && !m_form->differsFrom(ClientRule {})));
        m_delete->setVisible(!m_isDraft);
        m_drop->setVisible(changed || m_isDraft);
        m_drop->setShortText(m_isDraft || (now && now->isNew) ? tr("Drop this rule") : tr("Drop changes"));
        m_form->setReadOnly(false);
        refreshNotice(now);
        m_trial->setOutdated(m_tried && m_form->differsFrom(*m_tried));
        if (!m_isTrying && !m_tried && !m_trialFailed)
            m_trial->showIdle(!isOnline());
    } else if (mayManage()) {
        showState(true, {QStringLiteral("routing"), tr("A rule hands a conversation to a person"),
                         tr("It says what must hold and why a person is called; it can be tried before it is saved."), {}, false});
    } else {
        showState(false, {QStringLiteral("lock"), tr("Only managers see rules"), tr("Ask a manager or an administrator when one should change."), {}, false});
    }
    m_stack->setCurrentIndex(edits ? 0 : 1);
    refreshSaid(now);
    if (m_commands)
        m_commands->refresh();
}

} // namespace foredeck::ui
