#pragma once

#include "models/domain/rule.h"
#include "models/items/rulehitsmodel.h"
#include "ui/widgets/pane.h"
#include "ui/words/timewords.h"

#include <functional>
#include <optional>

class QAction;

namespace foredeck::ui {

class Button;
class ConversationListView;
class Glyph;
class TextLabel;

/// The dry run of what stands in the form: asked for, on its way, what it found and in which conversations, or why not.
class RuleTrial final : public Pane {
    Q_OBJECT

public:
    explicit RuleTrial(QWidget *parent = nullptr);
    /// The model outlives the pane.
    void setSource(RuleHitsModel &model, std::function<TimeContext()> time);
    void setActions(QAction *run, QAction *open);
    /// Nothing has been tried yet; `offline`: nor can it be now.
    void showIdle(bool offline);
    void showRunning();
    void showRun(const RuleDryRun &run);
    void showFailure(const QString &sentence);
    /// What it found is not about what stands in the form any more.
    void setOutdated(bool outdated);
    ConversationListView *view() const noexcept { return m_view; }
    TextLabel *title() const noexcept { return m_title; }

Q_SIGNALS:
    void openWanted(const foredeck::ConversationId &conversation);

private:
    void say(const QString &title, const QString &words, const char *glyph = nullptr);

    RuleHitsModel *m_model = nullptr;
    std::function<TimeContext()> m_time;
    Glyph *m_glyph;
    TextLabel *m_title;
    TextLabel *m_words;
    QWidget *m_warning;
    TextLabel *m_warningWords;
    QString m_incomplete; ///< of the run that is shown
    Button *m_run;
    Button *m_open;
    TextLabel *m_listName;
    ConversationListView *m_view;
};

} // namespace foredeck::ui
