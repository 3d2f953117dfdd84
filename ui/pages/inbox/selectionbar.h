#pragma once

#include "ui/widgets/pane.h"

#include <QList>

class QAction;

namespace foredeck::ui {

class Button;
class TextLabel;

/// Below a list: how many of its rows are selected and what can be done with them, how far an order on many has come, and
/// which of it could not be done. Each stands there only while there is something to say; all of it is announced.
class SelectionBar final : public Pane {
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);
    /// `verbs`: with the short words on their buttons.
    struct Verb {
        QAction *action = nullptr;
        QString words;
    };
    void setActions(const QList<Verb> &verbs, QAction *end, QAction *callOff, QAction *undo);
    /// Both empty: nothing is selected. `note`: beside it, such as that some have left the list.
    void setSelection(const QString &count, const QString &note);
    /// Empty: nothing is under way. `cancels`: it can be called off.
    void setProgress(const QString &words, bool cancels);
    /// Empty: all went well, or it has been read. `undoes`: the rest can be taken back.
    void setResult(const QString &words, bool undoes);

Q_SIGNALS:
    void resultWanted();
    void resultRead();

private:
    QWidget *makeSelection();
    QWidget *makeProgress();
    QWidget *makeResult();
    void showParts();

    QWidget *m_verbs = nullptr; // what the parts hold stands before them: making them fills it in
    TextLabel *m_count = nullptr;
    TextLabel *m_note = nullptr;
    TextLabel *m_progressWords = nullptr;
    TextLabel *m_resultWords = nullptr;
    Button *m_end = nullptr;
    Button *m_callOff = nullptr;
    Button *m_undo = nullptr;
    QWidget *m_selection;
    QWidget *m_progress;
    QWidget *m_result;
};

} // namespace foredeck::ui
