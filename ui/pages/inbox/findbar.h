#pragma once

#include "ui/widgets/pane.h"

class QAction;

namespace foredeck::ui {

class Button;
class LineEdit;
class TextLabel;

/// Where one types what to look for in the conversation below it, with how often it is there. Holds no data.
class FindBar final : public Pane {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);
    void setActions(QAction *older, QAction *newer);
    QString words() const;
    void clear();
    /// The keyboard goes to what is typed, all of it selected.
    void begin();
    /// "2 of 12"; `spoken`: more of it, for who does not see the conversation.
    void say(const QString &count, const QString &spoken);
    /// Below: what of the conversation is left out, and what can be done about it; empty: nothing.
    void sayRest(const QString &sentence, const QString &act);

Q_SIGNALS:
    void typed(const QString &words);
    void olderWanted();
    void newerWanted();
    void closeWanted();
    void restWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    LineEdit *m_field;
    TextLabel *m_count;
    Button *m_older;
    Button *m_newer;
    QWidget *m_foot;
    TextLabel *m_rest;
    Button *m_act;
};

} // namespace foredeck::ui
