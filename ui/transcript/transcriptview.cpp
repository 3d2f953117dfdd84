#include "ui/transcript/transcriptview.h"

#include "ui/transcript/entrypainter.h"
#include "ui/transcript/transcriptaccessible.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QScrollBar>

namespace foredeck::ui {

namespace {

constexpr int cachedLayouts = 200;
constexpr int bottomPad = 20;
constexpr int mostHeard = 3; ///< entries that are read out at once

bool isBand(const TranscriptItem &item)
{
    return item.kind != TranscriptKind::Message;
}

} // namespace

TranscriptView::TranscriptView(QWidget *parent) : QAbstractScrollArea(parent), m_layouts(cachedLayouts), m_heard(new QWidget(this))
{
    installTranscriptAccessibility();
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpokenName(this, tr("Conversation"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    verticalScrollBar()->setSingleStep(40);
    m_heard->setFixedSize(0, 0);
    makeAnnouncing(m_heard);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setSource(QAbstractItemModel *model, ItemOf item, JoinsOf joins, ContextOf context, std::function<std::int64_t()> newAfter)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_item = std::move(item);
    m_joins = std::move(joins);
    m_context = std::move(context);
    m_newAfter = std::move(newAfter);
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &TranscriptView::rowsInserted);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &TranscriptView::rowsRemoved);
        connect(model, &QAbstractItemModel::rowsMoved, this, &TranscriptView::rowsMoved);
        connect(model, &QAbstractItemModel::layoutChanged, this, &TranscriptView::rowsMoved); // what a filter makes of it
        connect(model, &QAbstractItemModel::dataChanged, this, &TranscriptView::rowsChanged);
        connect(model, &QAbstractItemModel::modelReset, this, [this] {
            m_open.clear();
            m_whole.clear();
            rebuild();
        });
    }
    rebuild();
}

int TranscriptView::rowCount() const
{
    return m_heights.size();
}

int TranscriptView::estimate(int row) const
{
    const TranscriptItem &item = m_item(row);
    const bool folds = item.text.size() > unfoldedCharacters && !m_whole.contains(item.id);
    return estimatedHeight(folds ? foldedCharacters : item.text.size(), isBand(item), viewport()->width(), themeOf(this));
}

void TranscriptView::rebuild()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    std::vector<int> heights(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row)
        heights[static_cast<std::size_t>(row)] = estimate(row);
    m_heights.assign(heights);
    m_exact.assign(heights.size(), false);
    m_layouts.clear();
    m_found.clear();
    m_follow = true;
    m_current = -1;
    m_selectedId.clear();
    forgetTranscriptChildren(this);
    settle();
    viewport()->update();
}

void TranscriptView::rowsInserted(const QModelIndex &, int first, int last)
{
    std::vector<int> heights;
    std::vector<bool> exact;
    const int before = m_heights.size();
    const int count = last - first + 1;
    for (int row = 0; row < before + count; ++row) {
        const bool fresh = row >= first && row <= last;
        const int old = row < first ? row : row - count;
        heights.push_back(fresh ? estimate(row) : m_heights.height(old));
        exact.push_back(!fresh && m_exact[static_cast<std::size_t>(old)]);
    }
    m_heights.assign(heights);
    m_exact = exact;
    if (first <= m_anchor.row && before > 0)
        m_anchor.row += count;
    if (m_current >= first)
        m_current += count;
    for (int row = first; row <= last; ++row)
        forget(row); // it may have stood here before, as something else: a reply that was taken back, and had arrived
    if (last + 1 < m_heights.size())
        forget(last + 1); // its day, its run may have changed
    forgetTranscriptChildren(this);
    const bool followed = m_follow;
    settle();
    viewport()->update();
    if (before > 0 && last == m_heights.size() - 1)
        hear(first);
    if (followed)
        Q_EMIT bottomShown();
}

/// What somebody else has said is read out as it comes, the newest few where it is many.
void TranscriptView::hear(int first)
{
    QStringList words;
    for (int row = std::max(first, rowCount() - mostHeard); row < rowCount(); ++row) {
        if (!m_item(row).mine)
            words << accessibleWords(row);
    }
    announce(m_heard, words.join(QLatin1Char('\n')));
}

void TranscriptView::rowsRemoved(const QModelIndex &, int first, int last)
{
    std::vector<int> heights;
    std::vector<bool> exact;
    for (int row = 0; row < m_heights.size(); ++row) {
        if (row >= first && row <= last)
            continue;
        heights.push_back(m_heights.height(row));
        exact.push_back(m_exact[static_cast<std::size_t>(row)]);
    }
    m_heights.assign(heights);
    m_exact = exact;
    if (m_anchor.row > last)
        m_anchor.row -= last - first + 1;
    else
        m_anchor.row = qMin(m_anchor.row, qMax(0, m_heights.size() - 1));
    m_current = -1;
    if (first < m_heights.size())
        forget(first);
    forgetTranscriptChildren(this);
    settle();
    viewport()->update();
}

/// An entry that is confirmed may change places with one that is not. Who reads further up is not taken away from there.
void TranscriptView::rowsMoved()
{
    const bool followed = m_follow;
    const Anchor anchor = m_anchor;
    const int current = m_current;
    const QString selected = m_selectedId;
    rebuild();
    m_current = current;
    m_selectedId = selected;
    if (followed)
        return;
    m_follow = false;
    m_anchor = anchor;
    settle();
}

void TranscriptView::rowsChanged(const QModelIndex &from, const QModelIndex &to)
{
    for (int row = from.row(); row <= to.row() && row < m_heights.size(); ++row)
        forget(row);
    settle();
    viewport()->update();
    for (int row = from.row(); row <= to.row() && row < m_heights.size(); ++row)
        tellTranscriptRow(this, QAccessible::NameChanged, row);
}

void TranscriptView::forget(int row)
{
    m_layouts.remove(m_item(row).id);
    m_found.remove(m_item(row).id);
    m_exact[static_cast<std::size_t>(row)] = false;
}

EntryView TranscriptView::viewOf(int row) const
{
    const TranscriptItem &item = m_item(row);
    EntryContext context = m_context ? m_context() : EntryContext {};
    context.previous = row > 0 ? &m_item(row - 1) : nullptr;
    context.continuesRun = m_joins && m_joins(row);
    context.open = m_open.contains(item.id);
    context.whole = m_whole.contains(item.id);
    const std::int64_t cursor = m_newAfter ? m_newAfter() : 0;
    const auto isNew = [&](const TranscriptItem &one) { return one.position > cursor && one.kind == TranscriptKind::Message && one.role == MessageRole::Lead; };
    if (cursor > 0 && isNew(item)) {
        bool firstNew = true;
        for (int above = row - 1; above >= 0 && m_item(above).position > cursor && firstNew; --above)
            firstNew = !isNew(m_item(above));
        for (int below = row; firstNew && below < m_heights.size(); ++below)
            context.fresh += isNew(m_item(below)) ? 1 : 0;
    }
    EntryView view = entryView(item, context);
    if (m_readOnly)
        view.acts.clear();
    return view;
}

const EntryLayout &TranscriptView::laidOut(int row) const
{
    const QString &id = m_item(row).id;
    if (EntryLayout *known = m_layouts.object(id))
        return *known;
    const bool afterBand = row > 0 && isBand(m_item(row - 1));
    auto *entry = new EntryLayout(layOutEntry(viewOf(row), viewport()->width(), themeOf(this), afterBand, row == 0));
    m_layouts.insert(id, entry);
    return *entry;
}

int TranscriptView::contentTop() const
{
    // A short conversation stands at the bottom, beside the composer.
    return qMax(0, viewport()->height() - bottomPad - m_heights.total());
}

void TranscriptView::settle()
{
    const int rows = m_heights.size();
    if (rows == 0) {
        syncBar();
        return;
    }
    const int height = viewport()->height();
    const auto measure = [&](int row) {
        if (m_exact[static_cast<std::size_t>(row)])
            return m_heights.height(row);
        m_heights.setHeight(row, laidOut(row).height);
        m_exact[static_cast<std::size_t>(row)] = true;
        return m_heights.height(row);
    };
    const auto fromBottom = [&] {
        int y = height - bottomPad;
        int row = rows - 1;
        for (; row >= 0 && y > 0; --row)
            y -= measure(row);
        m_anchor = {row + 1, y};
    };
    if (m_follow) {
        fromBottom();
    } else {
        m_anchor.row = qBound(0, m_anchor.row, rows - 1);
        while (m_anchor.offset > 0 && m_anchor.row > 0) {
            --m_anchor.row;
            m_anchor.offset -= measure(m_anchor.row);
        }
        int y = m_anchor.offset;
        int row = m_anchor.row;
        for (; row < rows && y < height; ++row)
            y += measure(row);
        if (row == rows && y <= height - bottomPad) {
            m_follow = true;
            fromBottom();
        }
    }
    if (m_anchor.row == 0 && m_anchor.offset > 0 && m_heights.total() > height - bottomPad) {
        m_anchor.offset = 0;
        m_follow = false;
    }
    syncBar();
}

void TranscriptView::syncBar()
{
    m_syncing = true;
    QScrollBar *bar = verticalScrollBar();
    const int height = viewport()->height();
    const int total = m_heights.total() + bottomPad;
    bar->setPageStep(height);
    bar->setRange(0, qMax(0, total - height));
    bar->setValue(m_follow ? bar->maximum() : (m_heights.size() ? m_heights.top(m_anchor.row) - m_anchor.offset : 0));
    m_syncing = false;
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_syncing || m_heights.size() == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const int value = bar->value();
    m_follow = value >= bar->maximum();
    m_anchor.row = m_heights.rowAt(value);
    m_anchor.offset = m_heights.top(m_anchor.row) - value;
    settle();
    viewport()->update();
    if (m_follow)
        Q_EMIT bottomShown();
    if (value < preload)
        Q_EMIT olderWanted();
}

bool TranscriptView::atBottom() const
{
    return m_follow;
}

void TranscriptView::scrollToBottom()
{
    m_follow = true;
    settle();
    viewport()->update();
    Q_EMIT bottomShown();
}

QRect TranscriptView::rowRect(int row) const
{
    if (row < 0 || row >= m_heights.size())
        return {};
    const int y = m_anchor.offset + m_heights.top(row) - m_heights.top(m_anchor.row);
    return {0, y, viewport()->width(), m_heights.height(row)};
}

void TranscriptView::reveal(int row)
{
    const QRect rect = rowRect(row);
    if (rect.isNull() || (rect.top() >= 0 && rect.bottom() < viewport()->height()))
        return;
    m_follow = false;
    m_anchor = {row, rect.top() < 0 ? 0 : qMax(0, viewport()->height() - bottomPad - rect.height())};
    settle();
    viewport()->update();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    const Theme &theme = themeOf(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(Color::Surface));
    if (m_heights.size() == 0)
        return;
    for (int row = m_anchor.row; row < m_heights.size(); ++row) {
        const QRect rect = rowRect(row);
        if (rect.top() > event->rect().bottom())
            break;
        if (rect.bottom() < event->rect().top())
            continue;
        EntryState state;
        state.current = row == m_current && m_currentShown && hasFocus();
        const EntryLayout &entry = laidOut(row);
        if (entry.view.id == m_selectedId && m_selectionFrom != m_selectionTo) {
            state.selectionStart = qMin(m_selectionFrom, m_selectionTo);
            state.selectionEnd = qMax(m_selectionFrom, m_selectionTo);
        }
        if (!m_sought.isEmpty()) {
            state.found = &foundIn(entry);
            state.shown = entry.view.id == m_foundId ? m_foundNth : -1;
        }
        paintEntry(painter, rect.topLeft(), entry, state, theme, layoutDirection());
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        m_layouts.clear();
        m_exact.assign(m_exact.size(), false);
        std::vector<int> heights;
        for (int row = 0; row < m_heights.size(); ++row)
            heights.push_back(estimate(row));
        m_heights.assign(heights);
    }
    settle();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LanguageChange) {
        m_layouts.clear();
        m_exact.assign(m_exact.size(), false);
        settle();
        viewport()->update();
    }
}

void TranscriptView::refreshTimes()
{
    bool any = false;
    for (int row = m_heights.size() - 1; row >= 0 && row >= m_heights.size() - 50; --row) {
        const std::optional<OpState> state = m_item(row).opState;
        if (state == OpState::Held || state == OpState::Queued || state == OpState::Sending || state == OpState::NeedsReview) {
            forget(row);
            any = true;
        }
    }
    if (!any)
        return;
    settle();
    viewport()->update();
}

std::vector<std::pair<EntryAct, QString>> TranscriptView::actsOf(int row) const
{
    const EntryView view = viewOf(row);
    std::vector<std::pair<EntryAct, QString>> acts = view.acts;
    if (view.folded)
        acts.emplace_back(EntryAct::ShowAll, view.cut);
    if (!view.decision.empty())
        acts.emplace_back(EntryAct::ToggleDecision, view.open ? tr("Close the decision") : tr("Open the decision"));
    return acts;
}

QString TranscriptView::accessibleWords(int row) const
{
    return viewOf(row).accessible;
}

} // namespace foredeck::ui
