#pragma once

#include "models/cache/mailbox.h"
#include "models/core/id.h"
#include "ui/shell/desk.h"
#include "ui/widgets/overlay.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <functional>

class QLineEdit;
class QListView;

namespace foredeck::ui {

class LabelChoices;
class TextLabel;

/// Which labels a conversation has: those in use at its client, found by a few letters, and what is typed as a new one.
/// Enter or a click puts one on or takes it off at once; it stays open for the next. Rows keep the order in which it opened.
class LabelPicker final : public Overlay {
    Q_OBJECT

public:
    LabelPicker(const Desk &desk, QWidget *window);
    using Change = std::function<void(const QString &label, bool on)>;
    /// `labels`: that it has.
    void ask(const ClientId &client, const QStringList &labels, Change change);
    /// What it has now, while it is open.
    void setLabels(const QStringList &labels);
    QLineEdit *field() const noexcept { return m_field; }
    QListView *list() const noexcept { return m_list; }

protected:
    QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void offer(const QString &label);
    void step(int by);
    /// To whoever does not see it.
    void tell();
    void take(bool byPointer);
    void fillAnew(const QString &typed);
    bool isFull() const;

    Desk m_desk;
    QStringList m_labels; ///< of the conversation
    QStringList m_order; ///< of all that were offered since it opened: no row moves under the pointer
    QSet<QByteArray> m_offered; ///< the same, by what labels are the same by
    bool m_isChosen = false; ///< the current one was, by the arrows or the pointer
    Change m_change;
    LabelChoices *m_choices;
    QLineEdit *m_field;
    QListView *m_list;
    TextLabel *m_foot;
    quint64 m_asked = 0; ///< an answer to an older question says nothing
    Mailbox m_mailbox;
};

} // namespace foredeck::ui
