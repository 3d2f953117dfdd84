#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/threadwords.h"

class QAction;
class QMenu;
class QStackedLayout;

namespace foredeck::ui {

class Button;
class ClaimStrip;
class Composer;
class FindBar;
class Glyph;
class StatePane;
class TextLabel;
class Toast;
class TranscriptView;
struct StateWords;

/// The middle of the inbox: head, transcript, claim strip, composer, and the toast above it. Holds no data.
class ThreadPane final : public Pane {
    Q_OBJECT

public:
    explicit ThreadPane(QWidget *parent = nullptr);

    struct Actions {
        QAction *handBack = nullptr;
        QAction *resolve = nullptr;
        QAction *panel = nullptr; ///< shows or hides the side panel
        QAction *back = nullptr; ///< to the list, when both are one stack; null: there is none
    };
    void setActions(const Actions &actions);
    QMenu *moreMenu() const noexcept { return m_menu; }
    void present(const ThreadView &view);
    /// Nothing is open: why, and what to do.
    void showState(const StateWords &words, QAction *primary = nullptr, QAction *second = nullptr);
    void setBackShown(bool shown);
    void setPanelButtonShown(bool shown);
    /// Narrow: the head's buttons lose their key caps.
    TranscriptView *transcript() const noexcept { return m_transcript; }
    FindBar *find() const noexcept { return m_find; }
    ClaimStrip *strip() const noexcept { return m_strip; }
    Composer *composer() const noexcept { return m_composer; }
    Toast *toast() const noexcept { return m_toast; }
    /// What it says is said over another pane, which stands in its place; null: here.
    void lendToast(QWidget *over);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void fitHead();
    void fillMenu();
    void placeToast();

    QWidget *m_head = nullptr;
    Button *m_back = nullptr;
    TextLabel *m_name = nullptr;
    Glyph *m_temperatureGlyph = nullptr;
    TextLabel *m_temperature = nullptr;
    TextLabel *m_subline = nullptr;
    Button *m_handBack = nullptr;
    Button *m_resolve = nullptr;
    Button *m_panel = nullptr;
    Button *m_more = nullptr;
    QMenu *m_menu = nullptr;
    Actions m_acts;
    bool m_handsBack = false; ///< it can be done of what is shown
    bool m_resolves = false; ///< so, too
    bool m_isFolded = false; ///< both stand in the menu
    FindBar *m_find;
    TranscriptView *m_transcript;
    ClaimStrip *m_strip;
    Composer *m_composer;
    Toast *m_toast;
    QWidget *m_lent = nullptr; ///< over which the toast stands, when not here
    StatePane *m_state;
    QWidget *m_conversation;
    QStackedLayout *m_stack;
};

} // namespace foredeck::ui
