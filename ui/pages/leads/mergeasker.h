#pragma once

#include "models/items/details.h"
#include "models/items/peoplesearch.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"

#include <QObject>

#include <map>
#include <optional>

namespace foredeck::ui {

class MergeDialog;

/// Merges the open lead with another one, and takes it back: for the leads and for the inbox, each with its own toast.
class MergeAsker final : public QObject {
    Q_OBJECT

public:
    MergeAsker(const Desk &desk, QWidget *page);
    /// `other`: who is chosen already, for whoever only looks at what becomes of the two.
    void ask(const Lead &left, const LeadId &other = {});
    void part(const Lead &left, const Lead &other);
    /// Of the merge that was asked for here last: why it cannot be taken back; empty: it can.
    QString blockedUndo() const;
    void undo();
    /// Another person has come.
    void forget();
    /// An act of it is not in the outbox yet.
    bool awaits() const { return !m_sent.empty(); }
    MergeDialog *dialog() const noexcept { return m_dialog; }

Q_SIGNALS:
    /// It is being done; what is said of it, and whether undo() takes it back.
    void acted(const QString &sentence, bool canUndo);
    void trouble(const QString &sentence);

private:
    MergeDialog *made();
    void search(const QString &text);
    void showChoices();
    void showPreview();
    void merge();

    Desk m_desk;
    QWidget *m_page;
    PeopleSearch m_people;
    LeadDetails m_left;
    LeadDetails m_other;
    MergeDialog *m_dialog = nullptr;
    struct Pair {
        Lead left;
        Lead other;
        OpId op;
    };
    std::optional<Pair> m_last;
    std::map<OpId, QString> m_sent; ///< acts that are not committed yet, and who they are about
};

} // namespace foredeck::ui
