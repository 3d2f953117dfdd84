#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/threadwords.h"

class QAction;
class QHBoxLayout;
class QKeyEvent;

namespace foredeck::ui {

class AvatarBadge;
class Button;
class Glyph;
class TextLabel;

/// Between thread and composer: who answers, who else is here, and the way to take over. When something newer came while
/// one wrote, it says so in the same place.
class ClaimStrip final : public Pane {
    Q_OBJECT

public:
    explicit ClaimStrip(QWidget *parent = nullptr);
    /// Not owned; `takeOver` and `reopen` are shown where they make sense.
    void setActions(QAction *takeOver, QAction *reopen);
    void present(const ThreadView &view);
    /// The first minute's one hint, beside the button.
    void setHint(bool shown);
    /// The keyboard is in the text, where a letter is no command.
    void setInText(bool inText);
    /// A reply that needs a look, and why.
    struct Conflict {
        QString strong; ///< empty: there is none
        QString words;
        bool hasNewer = false; ///< something stands below that its author had not seen
        bool isHeld = false; ///< somebody else has the conversation: it has to be taken over before anything goes out
    };
    void setConflict(const Conflict &conflict);

Q_SIGNALS:
    /// A letter was typed while the keyboard was here, where something is asked: no command, and no answer.
    void letterTyped(QKeyEvent *event);
    void showNewer();
    void sendAnyway();
    void dropped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    bool isWriting(const QKeyEvent &key) const;

    const QAction *m_takeOverAct = nullptr; ///< not owned
    ThreadView m_shown;
    bool m_hintWanted = false;
    bool m_inText = false;
    Conflict m_conflict;
    Glyph *m_glyph;
    TextLabel *m_strong;
    TextLabel *m_words;
    AvatarBadge *m_avatar;
    TextLabel *m_presence;
    QWidget *m_hint;
    Button *m_takeOver;
    Button *m_reopen;
    Button *m_show;
    Button *m_anyway;
    Button *m_drop;
};

} // namespace foredeck::ui
