#pragma once

#include "ui/widgets/overlay.h"
#include "ui/widgets/placed.h"

#include <QList>

#include <functional>

class QScrollArea;

namespace foredeck::ui {

class Button;
class ButtonRow;
class TextLabel;

/// What a question shows in its box: the title asks, the words say what changes, the verbs stand at the end. Where there is
/// no room for all of it, the words scroll (also with Page Up and Page Down) and the verbs stay whole.
class QuestionPane final : public Placed {
    Q_OBJECT

public:
    /// Fills `box`, which has no layout yet and owns the pane; the pane owns the verbs.
    QuestionPane(const QList<Button *> &verbs, QWidget *box);
    void setTexts(const QString &title, const QString &words);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void place() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QScrollArea *m_area;
    TextLabel *m_title;
    TextLabel *m_words;
    ButtonRow *m_verbs;
};

/// A question before an act that cannot be undone: Esc and the default do nothing.
class Question final : public Overlay {
    Q_OBJECT

public:
    explicit Question(QWidget *window);
    /// `keep`: what the verb that keeps leads to; Esc leads nowhere.
    void ask(const QString &title, const QString &words, const QString &keepVerb, const QString &doVerb, std::function<void()> act, std::function<void()> keep = [] { });

protected:
    QWidget *firstFocus() const override;

private:
    Button *m_keep;
    Button *m_do;
    QuestionPane *m_pane;
    std::function<void()> m_act;
    std::function<void()> m_kept;
};

} // namespace foredeck::ui
