#pragma once

#include "models/cache/sought.h"
#include "ui/transcript/entrylayout.h"
#include "ui/transcript/heighttree.h"

#include <QAbstractItemModel>
#include <QAbstractScrollArea>
#include <QCache>
#include <QHash>
#include <QPointer>
#include <QSet>

#include <functional>

namespace foredeck::ui {

/// A conversation as it was spoken. Paints only what is on screen: heights are estimated until an entry is seen, exact
/// heights live in a tree, laid-out texts in a small cache. The first entry on screen is the anchor: when an estimate
/// becomes exact, or older entries come, it stays where the eye has it. At the bottom new entries are followed, elsewhere
/// nothing moves. Text can be selected within an entry and copied; nothing in it can be clicked. Each entry is a child of
/// its own to assistive technology, with a speaking name.
class TranscriptView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    using ItemOf = std::function<const TranscriptItem &(int row)>;
    using JoinsOf = std::function<bool(int row)>;
    using ContextOf = std::function<EntryContext()>; ///< time, names; the rest is filled in here

    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;
    /// The model tells rows coming, going and changing; `item` reads them; `joins`: same speaker as the row above.
    /// `newAfter`: position of the reader's cursor when the conversation was opened. All outlive the view or are unset.
    void setSource(QAbstractItemModel *model, ItemOf item, JoinsOf joins, ContextOf context, std::function<std::int64_t()> newAfter);

    /// To be read beside something else: nothing is done with an entry here.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    int rowCount() const;
    /// The words of an entry for assistive technology.
    QString accessibleWords(int row) const;
    /// In viewport coordinates; exact for entries on screen.
    QRect rowRect(int row) const;
    /// What lies over the foot of the view for a while covers no entry.
    void setFootRoom(int pixels) { setViewportMargins(0, 0, 0, pixels); }
    bool atBottom() const;
    void scrollToBottom();
    /// Scrolls so that the entry is wholly on screen, where possible.
    void reveal(int row);
    /// Marks what is looked for wherever it stands, until it is empty.
    void setSought(const Sought &sought);
    /// Of what is looked for, the nth in that entry is looked at and marked as such; empty: none is.
    void setFound(const QString &id, int nth);
    /// Its line is brought on screen, unfolded where need be. Nothing where it stands in another entry.
    void revealFound(int row);
    /// −1: nothing is on screen.
    int lastRowOnScreen() const;
    /// The entry stands at the top, where there is enough below it.
    void showFrom(int row);
    int currentRow() const noexcept { return m_current; }
    void setCurrentRow(int row);
    /// What can be done with an entry, besides reading it: what is painted beside its foot, and opening its decision.
    std::vector<std::pair<EntryAct, QString>> actsOf(int row) const;
    void act(int row, EntryAct act);
    QString selectedText() const;
    void copy() const;
    /// Clocks, countdowns, and what can be done about an answer that waits for a look: such entries are laid out anew.
    void refreshTimes();

Q_SIGNALS:
    /// The top is near and older entries are wanted.
    void olderWanted();
    /// The newest entry is on screen.
    void bottomShown();
    void actRequested(const QString &id, foredeck::ui::EntryAct act);
    void contextRequested(int row, const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// Older entries are asked for when fewer than this many pixels remain above.
    static constexpr int preload = 800;
    struct Anchor {
        int row = 0;
        int offset = 0; ///< of the row's top from the viewport's top
    };
    const EntryLayout &laidOut(int row) const;
    EntryView viewOf(int row) const;
    void rebuild();
    void rowsInserted(const QModelIndex &parent, int first, int last);
    void rowsRemoved(const QModelIndex &parent, int first, int last);
    void rowsMoved();
    void rowsChanged(const QModelIndex &from, const QModelIndex &to);
    void forget(int row);
    void hear(int first);
    int estimate(int row) const;
    void settle();
    void syncBar();
    int contentTop() const;
    int rowAtPoint(const QPoint &point) const;
    QPoint logical(int row, const QPoint &point) const;
    void moveCurrent(int by);
    /// From its top, in the viewport; something else is no more followed.
    void anchorAt(int row, int offset);
    const std::vector<TextSpan> &foundIn(const EntryLayout &entry) const;
    void unfold(int row);

    QPointer<QAbstractItemModel> m_model;
    ItemOf m_item;
    JoinsOf m_joins;
    ContextOf m_context;
    std::function<std::int64_t()> m_newAfter;
    HeightTree m_heights;
    std::vector<bool> m_exact;
    mutable QCache<QString, EntryLayout> m_layouts;
    QWidget *m_heard; ///< says to assistive technology what has come
    Anchor m_anchor;
    bool m_follow = true; ///< stay at the bottom
    bool m_syncing = false;
    bool m_readOnly = false;
    QSet<QString> m_open; ///< whose decision is opened
    QSet<QString> m_whole; ///< shown whole, however long
    int m_current = -1;
    bool m_currentShown = false;
    Sought m_sought;
    QString m_foundId; ///< the one that is looked at stands in it
    int m_foundNth = -1;
    mutable QHash<QString, std::vector<TextSpan>> m_found; ///< of entries that were on screen
    QString m_selectedId;
    int m_selectionFrom = -1;
    int m_selectionTo = -1;
    bool m_selecting = false;
    bool m_doubled = false; ///< the press of a double click: its release does nothing a second time
    QPoint m_pressed;
    QString m_pressedId; ///< the entry that was pressed, and the act on it
    EntryAct m_pressedAct = EntryAct::None;
};

} // namespace foredeck::ui
