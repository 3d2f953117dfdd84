#include "ui/pages/day/daypaper.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <array>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr double sheetMargin = 40;
constexpr double sheetFoot = 24;
constexpr double sheetColumnGap = 10;
constexpr double sheetRowGap = 5;
constexpr double tickSize = 10;
constexpr double keptBelow = 60; ///< no heading stands alone at a sheet's foot
/// Of the width beside the boxes: time, customer, what for, who.
constexpr std::array columnShares {0.13, 0.27, 0.42, 0.18};

/// Its size is that of the sheet, not of a screen, and nothing is fitted to one.
QFont paperFont(int points, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setPixelSize(points);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

DayPaper::DayPaper(const DayText &text, QSizeF paper, bool mirrored) : m_paper(paper), m_mirrored(mirrored), m_asOf(text.asOf)
{
    beginPage();
    addLine(text.title, paperFont(16, QFont::DemiBold), 0, keptBelow);
    for (const DaySection &section : text.sections) {
        addLine(section.business, paperFont(12, QFont::DemiBold), 14, keptBelow);
        addLine(section.day, paperFont(9), 2, keptBelow);
        if (!section.tasks.empty())
            addColumns();
        addLines(section.tasks);
        if (!section.booked.empty())
            addLine(bookedTitle(), paperFont(10, QFont::DemiBold), 10, keptBelow);
        addLines(section.booked);
        if (!section.more.isEmpty())
            addLine(section.more, paperFont(9), 4, 0);
    }
}

double DayPaper::bottom() const { return m_paper.height() - sheetMargin - sheetFoot; }

bool DayPaper::fits(double height) const { return m_y + height <= bottom(); }

void DayPaper::beginPage()
{
    m_pages.emplace_back();
    m_y = sheetMargin;
}

double DayPaper::startOf(double left, double width) const { return m_mirrored ? m_paper.width() - left - width : left; }

std::shared_ptr<QTextLayout> DayPaper::laid(const QString &text, const QFont &font, double width) const
{
    auto layout = std::make_shared<QTextLayout>(text, font);
    QTextOption option(m_mirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
    }
    layout->endLayout();
    return layout;
}

void DayPaper::addLine(const QString &text, const QFont &font, double above, double next)
{
    const double width = m_paper.width() - 2 * sheetMargin;
    const auto layout = laid(text, font, width);
    double height = above;
    for (int i = 0; i < layout->lineCount(); ++i)
        height += layout->lineAt(i).height();
    if (!fits(height + next) && m_y > sheetMargin)
        beginPage();
    else
        m_y += m_y > sheetMargin ? above : 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        if (!fits(layout->lineAt(i).height()))
            beginPage();
        page().texts.push_back({layout, i, {startOf(sheetMargin, width), m_y}});
        m_y += layout->lineAt(i).height();
    }
}

/// Cell by cell, line by line; what does not fit goes on at the top of the next sheet.
void DayPaper::addRow(const std::vector<QStringList> &texts, const QFont &font, bool ticks)
{
    struct Line {
        std::shared_ptr<QTextLayout> layout;
        int line = 0;
    };
    const double first = sheetMargin + tickSize + sheetColumnGap;
    const double room = m_paper.width() - sheetMargin - first;
    std::vector<std::vector<Line>> cells(texts.size());
    std::vector<double> lefts(texts.size());
    std::vector<double> widths(texts.size());
    double left = first;
    double height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        lefts[i] = left;
        widths[i] = room * columnShares[i] - sheetColumnGap;
        left += room * columnShares[i];
        double high = 0;
        for (const QString &paragraph : texts[i]) {
            const auto layout = laid(paragraph, font, widths[i]);
            for (int line = 0; line < layout->lineCount(); ++line) {
                cells[i].push_back({layout, line});
                high += layout->lineAt(line).height();
            }
        }
        height = std::max(height, high);
    }
    if (!fits(height + sheetRowGap) && m_y > sheetMargin)
        beginPage();
    if (ticks)
        page().boxes.push_back({startOf(sheetMargin, tickSize), m_y + 1, tickSize, tickSize});
    std::vector<std::size_t> next(cells.size(), 0);
    const auto isLeft = [&] {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (next[i] < cells[i].size())
                return true;
        }
        return false;
    };
    double end = m_y;
    while (isLeft()) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            double y = m_y;
            for (; next[i] < cells[i].size(); ++next[i]) {
                const Line &line = cells[i][next[i]];
                const double high = line.layout->lineAt(line.line).height();
                if (y + high > bottom() && y > sheetMargin)
                    break;
                page().texts.push_back({line.layout, line.line, {startOf(lefts[i], widths[i]), y}});
                y += high;
            }
            end = std::max(end, y);
        }
        if (!isLeft())
            break;
        beginPage();
        end = m_y;
    }
    m_y = end + sheetRowGap;
    page().rules.push_back(m_y - sheetRowGap / 2);
}

void DayPaper::addColumns()
{
    m_y += 6;
    std::vector<QStringList> heads;
    for (const QString &head : dayColumns())
        heads.push_back({head});
    addRow(heads, paperFont(8, QFont::DemiBold), false);
}

void DayPaper::addLines(const std::vector<DayLine> &lines)
{
    const QFont font = paperFont(10);
    for (const DayLine &line : lines) {
        QStringList who {line.name};
        if (!line.phone.isEmpty())
            who << line.phone;
        addRow({{line.when}, who, line.what, {line.owner}}, font, true);
    }
}

void DayPaper::paint(QPainter &painter, int number) const
{
    if (number < 0 || number >= pageCount())
        return;
    const Page &page = m_pages[static_cast<std::size_t>(number)];
    painter.save();
    painter.setPen(QPen(Qt::black, 0.8));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &box : page.boxes)
        painter.drawRect(box);
    painter.setPen(QPen(QColor(0xb0, 0xb0, 0xb0), 0.5));
    for (const double y : page.rules)
        painter.drawLine(QPointF(sheetMargin, y), QPointF(m_paper.width() - sheetMargin, y));
    painter.setPen(Qt::black);
    for (const Drawn &text : page.texts)
        text.layout->lineAt(text.line).draw(&painter, text.at);
    painter.setFont(paperFont(8));
    const QRectF foot(sheetMargin, m_paper.height() - sheetMargin - sheetFoot / 2, m_paper.width() - 2 * sheetMargin, sheetFoot);
    const Qt::Alignment start = (m_mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop;
    const Qt::Alignment end = (m_mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignTop;
    painter.drawText(foot, int(start), m_asOf);
    painter.drawText(foot, int(end), pageWord(number + 1, pageCount()));
    painter.restore();
}

std::vector<QRectF> DayPaper::textRects(int number) const
{
    std::vector<QRectF> rects;
    for (const Drawn &text : m_pages.at(static_cast<std::size_t>(number)).texts) {
        const QTextLine line = text.layout->lineAt(text.line);
        rects.push_back(line.naturalTextRect().translated(text.at));
    }
    return rects;
}

} // namespace foredeck::ui
