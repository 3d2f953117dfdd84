#pragma once

#include "models/domain/op.h"
#include "ui/widgets/overlay.h"

#include <QTimer>

#include <set>
#include <vector>

namespace foredeck {
class Acts;
class Ephemera;
class OutboxModel;
}

namespace foredeck::ui {

class Button;
class QuestionPane;

/// Asked when the window closes, or somebody signs out, while something has not reached the server: nobody would send it any more.
/// A reply that can still be taken back goes out first, or stays as a draft; of all else it is only said, until there is none.
/// Esc and a press beside it leave everything as it is. The question about replies never answers itself: while it stands they
/// are held, and it is over when the server has them or they are drafts, never before.
class UnsentReplies final : public Overlay {
    Q_OBJECT

public:
    /// `acts` and `ephemera` outlive it.
    UnsentReplies(const OutboxModel &outbox, Acts &acts, const Ephemera &ephemera, QWidget *window);
    ~UnsentReplies() override;
    /// What is left once it is answered. After either one nobody sends the replies: they would wait for this person.
    enum class Leaving { Program, Session };
    /// `newest`: those that may not be in the outbox yet. False when everything has gone out: there is nothing to ask.
    bool ask(const std::vector<OpId> &newest, Leaving leaving = Leaving::Program);
    Leaving leaving() const noexcept { return m_leaving; }

Q_SIGNALS:
    /// They have gone, or are drafts: nothing keeps the window any more.
    void settled();
    /// The server wants one of them to be looked at.
    void needLook();

protected:
    QWidget *firstFocus() const override;

private:
    void hold(bool held);
    bool tellUnsent();
    void sayUnsent();
    void followUnsent();
    QString keptWords() const;
    void say(const QString &title, const QString &words);
    void sendNow();
    void keepAsDrafts();
    void wait();
    void watch();
    bool hasGone(const OpId &reply) const;
    /// The server wants it to be looked at, or, while it is to go out, one that goes out before it.
    bool wantsLook(int row) const;
    void afterUndo(const OpId &reply, bool takenBack);
    void afterFailure(const OpId &reply);
    void tellLate();

    const OutboxModel &m_outbox;
    Acts &m_acts;
    const Ephemera &m_ephemera;
    std::vector<OpId> m_replies; ///< those that were asked about and are neither sent nor drafts
    std::set<OpId> m_seen; ///< those that have been in the outbox: absent now, they have gone
    Leaving m_leaving = Leaving::Program;
    bool m_isTelling = false; ///< no reply can be taken back
    bool m_answered = false; ///< it closes by itself
    bool m_isSending = false; ///< what is left of them goes out
    bool m_isHolding = false; ///< the replies' time stands still
    QTimer m_patience {this};
    QuestionPane *m_pane;
    Button *m_keepOpen;
    Button *m_draft;
    Button *m_send;
    Button *m_quit; ///< when it takes long
};

} // namespace foredeck::ui
