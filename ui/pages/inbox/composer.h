#pragma once

#include "models/core/text.h"
#include "models/domain/composition.h"
#include "ui/pages/inbox/macropopup.h"
#include "ui/pages/inbox/mentionpopup.h"
#include "ui/widgets/pane.h"
#include "ui/words/macrowords.h"
#include "ui/words/mentionwords.h"

#include <QPointer>
#include <QTextEdit>
#include <QUrl>

#include <functional>
#include <utility>
#include <vector>

class QAction;

namespace foredeck::ui {

class Button;
class ComposerBox;
class Glyph;
class Segment;
class TextLabel;
struct ThreadView;

/// The box one writes in: plain text only, on the reading step's line height, two lines at least. Lets Ctrl+Z through
/// while a held reply can be taken back with it, as the toast says, and when it has nothing to undo itself.
class ComposerEdit final : public QTextEdit {
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget *parent = nullptr);
    void setUndoSend(const QAction *undoSend) { m_undoSend = undoSend; }
    /// Whether that takes a reply back which has not gone out: then the key is not for what is being written.
    void setUndoesReply(std::function<bool()> undoesReply) { m_undoesReply = std::move(undoesReply); }
    /// As much as a message holds (contract: 64 KiB of UTF-8). One line of a million characters would stop the window for minutes.
    static constexpr qsizetype mostBytes = maxMessageBytes;
    /// Replaces the text and forgets the undo steps.
    void setWords(const QString &text);
    QString words() const { return toPlainText(); }
    /// Puts a text in the place of these characters as one step that can be undone, and chooses the first variable that still
    /// stands in it, so that what is typed next fills it in. What is more than a message holds is left out.
    void replaceWords(int from, int to, QString text);
    /// Variables without a value: they are marked.
    void setMarks(const std::vector<VariableSpot> &spots);
    /// Puts a person in the place of these characters, as one step that can be undone: plain text, and who is meant beside it.
    void insertMention(int from, int to, const Mention &mention);
    /// Whom the text names, in its order. A name that is typed by hand, or that has been changed since it was chosen, is nobody.
    std::vector<Mention> mentions() const;
    std::vector<std::pair<ShownMention, Mention>> mentionsShown() const;
    /// Whom a text that was filled in anew names; forgets the undo steps.
    void setMentions(const std::vector<Mention> &mentions);
    void setMentionMarks(const std::vector<ShownMention> &spots);
    /// 58 at two lines; grows with the text up to `limit`.
    int wantedHeight(int limit) const;

Q_SIGNALS:
    void focusChanged(bool focused);
    /// Ctrl+Enter, where nothing may be sent: else the command has it.
    void sendRefused();
    /// What was put in is more than a message holds; the rest was left out.
    void cut();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void restyle();
    void showMarks();
    /// Leaves of it what there is room for in the place of these characters; false where that is not all.
    bool fit(QString &text, qsizetype from, qsizetype to) const;

    std::vector<VariableSpot> m_marks;
    std::vector<ShownMention> m_mentionMarks;
    const QAction *m_undoSend = nullptr; ///< takes the newest act back
    std::function<bool()> m_undoesReply;
};

/// Reply or private note: two texts that never meet. A note looks like a note in colour, words, border and button.
class Composer final : public Pane {
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);
    /// One act for both kinds sends what is shown; the other takes it back.
    void setActions(QAction *send, const QAction *undoSend, QAction *macro = nullptr);
    void present(const ThreadView &view, bool mayReply, bool online);
    /// Another conversation: that the one before was being written in counts no more, and nothing of it comes back by Ctrl+Z.
    void startOver();
    CompositionKind kind() const noexcept { return m_kind; }
    void setKind(CompositionKind kind);
    /// It is written in from now on, whether it may be sent yet or not: what is typed goes nowhere else.
    void begin(CompositionKind kind);
    QString text(CompositionKind kind) const;
    /// From the journal; never while that text is being typed.
    void setText(CompositionKind kind, const QString &text);
    /// What another device wrote, beside what stands here; empty: nothing.
    void setOffer(const QString &words);
    /// "Draft saved", "Saving…", "Not saved: disk full".
    void setDraftWords(const QString &words, bool bad);
    ComposerEdit *edit() const noexcept { return m_edit; }
    MacroPopup *macros() const { return m_macros; }
    MentionPopup *people() const { return m_people; }
    /// Whom the note names.
    std::vector<Mention> mentions() const;
    /// From the journal, after the text.
    void setMentions(const std::vector<Mention> &mentions);
    /// The first variable that has no value in what is shown, as it stands there; empty: nothing keeps it from being sent.
    QString unfilled() const { return m_unfilled.empty() ? QString() : m_unfilled.front().words; }
    /// What is shown is more than a message holds: by typing one may go beyond, but it is not sent.
    bool isTooLong() const { return m_isTooLong; }
    bool isFocused() const;
    /// The text box grows up to this many pixels.
    void setMaximumBox(int pixels);

Q_SIGNALS:
    void typed(foredeck::CompositionKind kind, const QString &text);
    /// By what was typed, the note names others than before.
    void mentioned(const std::vector<foredeck::Mention> &mentions);
    void kindChanged(foredeck::CompositionKind kind);
    void left();
    void offerTaken();
    /// Another way to the customer, where this channel has none: to call, to write an e-mail.
    void wayChosen(const QUrl &way);

private:
    QWidget *makeOffer();
    QWidget *makeOtherWays();
    void showOtherWays(const ThreadView &view);
    QString placeholder() const;
    QString hint() const;
    void refresh();
    void fitBox();
    void keepKeyboard();
    /// What it holds has changed; by a person, unless another text is being shown.
    void changed();
    void followMentions();

    CompositionKind m_kind = CompositionKind::Reply;
    QString m_other; ///< the text of the kind that is not shown
    std::vector<Mention> m_otherMentions; ///< of the note, while the reply is shown
    std::vector<Mention> m_toldMentions; ///< of the note, as it was shown last
    bool m_mayReply = false;
    bool m_isWrittenIn = false; ///< by somebody whose focus came into it, in this conversation
    bool m_ended = false;
    bool m_noWayBack = false; ///< nothing can be sent to the customer on this channel
    bool m_onlyReads = false; ///< whoever is here may not write
    bool m_optedOut = false;
    bool m_online = true;
    bool m_loading = false;
    int m_fullAt = 0; ///< characters when a part of what was pasted was left out; 0: nothing was
    bool m_isTooLong = false;
    QString m_firstName;
    int m_boxLimit = 240;
    Segment *m_segment;
    Glyph *m_windowGlyph;
    TextLabel *m_window;
    QWidget *m_offer;
    TextLabel *m_offerWords;
    QWidget *m_otherWays;
    TextLabel *m_noWay;
    Button *m_call;
    Button *m_mail;
    QString m_phone;
    QString m_email;
    ComposerBox *m_box;
    ComposerEdit *m_edit;
    TextLabel *m_draft;
    TextLabel *m_hint;
    Button *m_send;
    Button *m_addNote;
    Button *m_macro;
    QPointer<MacroPopup> m_macros; ///< moves to the window when it opens
    QPointer<MentionPopup> m_people; ///< so, too
    std::vector<VariableSpot> m_unfilled;
};

} // namespace foredeck::ui
