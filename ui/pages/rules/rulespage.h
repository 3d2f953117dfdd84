#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/rulehitsmodel.h"
#include "models/items/rulelistmodel.h"
#include "models/ports/acts.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/words/timewords.h"

#include <QPointer>

#include <functional>
#include <map>
#include <optional>

class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Card;
class Chip;
class ConversationListView;
class Pane;
class Question;
class RuleForm;
class RulesHeader;
class RuleTrial;
class Skeleton;
class StatePane;
struct StateWords;
class TextLabel;

/// A client's own rules: the list, the one that is edited, and a dry run of what stands in its form. For those who manage;
/// nobody else's console has any. What was typed stays until it is saved or a person lets go of it.
class RulesPage final : public Page {
    Q_OBJECT

public:
    RulesPage(const Desk &desk, const ClientListModel &clients, QWidget *parent = nullptr);
    ~RulesPage() override;

    /// After the inbox has added its own.
    void addCommands(CommandRegistry &commands);
    /// Whose rules are shown; what is typed of another's has been let go of before.
    void showClient(const ClientId &client);
    const ClientId &client() const { return m_rules.client(); }
    /// Opens that one, or (empty) lets a new one begin; asks before something that is not saved goes.
    void open(const RuleId &rule);
    void beginNew();
    const RuleId &rule() const { return m_shown; }
    bool isDirty() const;
    /// Does what takes the form away; asks before where something is typed that is not saved, and lets go of that.
    void leaveForm(std::function<void()> act);
    /// Another person has come: nothing of what the one before chose or typed is shown.
    void forget();
    bool mayManage() const;
    /// A dry run has found what it found.
    bool isTried() const { return m_tried && !m_isTrying; }

    const RuleListModel &rules() const { return m_rules; }
    const RuleHitsModel &hits() const { return m_hits; }
    ConversationListView *list() const noexcept { return m_list; }
    RuleForm *form() const noexcept { return m_form; }
    RuleTrial *trial() const noexcept { return m_trial; }
    RulesHeader *header() const noexcept { return m_header; }
    void arrange(const Arrangement &arrangement) override;
    QList<QWidget *> panes() const override;
    bool goBack() override;

protected:
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    /// The page is to come to the front: a question is about it.
    void wanted();
    void backWanted();
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    Pane *makeList();
    QWidget *makeEditor();
    void bindList();
    void bindActs();
    void bindTrial();
    void keepClient();
    void clientMenu();
    void apply();
    void takeRules();
    void adoptDraft();
    void choose(const RuleId &rule);
    void fill(const ClientRule &rule);
    void startDraft();
    void refresh();
    void showState(bool mayMake, const StateWords &words);
    void refreshList();
    void refreshNotice(const RuleRow *row);
    void refreshSaid(const RuleRow *row);
    void showErrors(const RuleRow &row);
    void step(int by);
    void save();
    void dropChanges();
    void remove();
    void askToDelete(const RuleRow &row);
    void tryIt();
    void endTrial();
    const RuleRow *row() const;
    bool isOnline() const;
    TimeContext time() const;
    QString blockedSave() const;
    QString blockedDelete() const;
    QString blockedTrial() const;

    Desk m_desk;
    const ClientListModel &m_clients;
    CommandRegistry *m_commands = nullptr;
    RuleListModel m_rules;
    RuleHitsModel m_hits;
    RulesHeader *m_header;
    Pane *m_side;
    QStackedLayout *m_listStack;
    ConversationListView *m_list;
    Skeleton *m_skeleton;
    StatePane *m_listState;
    Pane *m_listHead;
    TextLabel *m_count;
    QWidget *m_middle;
    QStackedLayout *m_stack;
    QScrollArea *m_area;
    QVBoxLayout *m_column = nullptr; ///< of the editor; the dry run stands at its end where there is no room beside it
    StatePane *m_state;
    TextLabel *m_title;
    Chip *m_chip;
    Button *m_back;
    Button *m_delete;
    Card *m_notice;
    TextLabel *m_noticeTitle;
    TextLabel *m_noticeWords;
    Button *m_theirs;
    RuleForm *m_form;
    Button *m_save;
    Button *m_drop;
    RuleTrial *m_trial;
    QPointer<Question> m_question;
    Arrangement m_arrangement;
    bool m_detailShown = false; ///< in one stack: the editor stands in the list's place
    RuleId m_shown; ///< empty: a new one, or none
    bool m_isDraft = false; ///< a new one that has not been saved yet
    ClientRule m_base; ///< what the form was filled with
    std::int64_t m_version = 0; ///< that a save goes on from: what the person has seen, or was told of
    OpId m_saving; ///< placed and not stored yet
    ClientRule m_sent; ///< what the form held then
    std::map<OpId, OpId> m_replacing; ///< by an act that is not stored yet: one that was not taken, in whose place it comes
    OpId m_waitsFor; ///< stored; until the server has it
    QString m_failed; ///< why it could not even be stored
    bool m_saved = false; ///< the last act on what is shown was taken
    OpId m_told; ///< the act whose errors are shown
    quint64 m_trialNumber = 0;
    bool m_isTrying = false;
    bool m_trialFailed = false;
    QString m_stateKey; ///< what stands in the form's place
    std::optional<ClientRule> m_tried; ///< what the dry run that is shown was about
    bool m_trialShown = false;
};

} // namespace foredeck::ui
