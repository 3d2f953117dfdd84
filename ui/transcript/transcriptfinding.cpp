#include "ui/transcript/transcriptview.h"

#include "ui/transcript/textblock.h"

#include <QScrollBar>

#include <algorithm>

/// What is brought on screen because somebody asked for it: what was looked for, what is new.
namespace foredeck::ui {

namespace {

constexpr int mostFound = 400; ///< entries of which the found pieces are kept
/// Room above and below what is shown, so that it is not read at an edge.
constexpr int edge = 24;

} // namespace

void TranscriptView::setSought(const Sought &sought)
{
    m_sought = sought;
    m_found.clear();
    m_foundId.clear();
    m_foundNth = -1;
    viewport()->update();
}

const std::vector<TextSpan> &TranscriptView::foundIn(const EntryLayout &entry) const
{
    if (m_found.size() > mostFound)
        m_found.clear();
    const auto known = m_found.constFind(entry.view.id);
    if (known != m_found.constEnd())
        return *known;
    return *m_found.insert(entry.view.id, m_sought.in(entry.view.text));
}

void TranscriptView::setFound(const QString &id, int nth)
{
    m_foundId = id;
    m_foundNth = nth;
    viewport()->update();
}

void TranscriptView::revealFound(int row)
{
    if (row < 0 || row >= m_heights.size() || m_item(row).id != m_foundId)
        return;
    const int nth = m_foundNth;
    if (laidOut(row).view.folded) {
        const std::vector<TextSpan> whole = m_sought.in(shownText(m_item(row).text));
        // What follows is cut off with an ellipsis in the place of its last character.
        if (nth < int(whole.size()) && whole[std::size_t(nth)].to >= laidOut(row).view.text.size())
            unfold(row);
    }
    const EntryLayout &entry = laidOut(row);
    const std::vector<TextSpan> &spans = foundIn(entry);
    QRect line = nth >= 0 && nth < int(spans.size()) ? entry.text.lineOf(spans[std::size_t(nth)].from).translated(entry.textAt.topLeft()) : entry.body;
    const int inEntry = line.top();
    line.translate(rowRect(row).topLeft());
    const int height = viewport()->height();
    if (line.top() < edge || line.bottom() > height - edge)
        anchorAt(row, height / 3 - inEntry);
}

int TranscriptView::lastRowOnScreen() const
{
    int last = -1;
    for (int row = m_anchor.row; row < m_heights.size() && rowRect(row).top() < viewport()->height(); ++row)
        last = row;
    return last;
}

void TranscriptView::showFrom(int row)
{
    if (row >= 0 && row < m_heights.size())
        anchorAt(row, 0);
}

void TranscriptView::anchorAt(int row, int offset)
{
    m_follow = false;
    m_anchor = {row, offset};
    settle();
    viewport()->update();
    if (m_follow)
        Q_EMIT bottomShown();
    if (verticalScrollBar()->value() < preload)
        Q_EMIT olderWanted();
}

} // namespace foredeck::ui
