#pragma once

#include "ui/words/daywords.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace foredeck::ui {

/// The list of a day laid out on sheets of paper: the same for the preview, the printer and the file. Lengths are points
/// (1/72 inch) from the paper's corner. All texts are plain and wrapped, within words where it must be, and a line that is
/// higher than a sheet goes on on the next one: nothing is cut. Black on white, whatever the window's theme.
class DayPaper {
public:
    /// `paper`: the whole sheet. `mirrored`: for languages that are written from right to left.
    DayPaper(const DayText &text, QSizeF paper, bool mirrored);
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    const QSizeF &paper() const noexcept { return m_paper; }
    /// One unit of the painter is one point.
    void paint(QPainter &painter, int page) const;
    /// Where texts stand on a page, for tests: none is outside of the margins or over another.
    std::vector<QRectF> textRects(int page) const;

private:
    struct Drawn {
        std::shared_ptr<QTextLayout> layout;
        int line = 0;
        QPointF at;
    };
    struct Page {
        std::vector<Drawn> texts;
        std::vector<QRectF> boxes;
        std::vector<double> rules; ///< their heights
    };
    std::shared_ptr<QTextLayout> laid(const QString &text, const QFont &font, double width) const;
    /// A text over the whole width; it stays with `next` points of what comes below it.
    void addLine(const QString &text, const QFont &font, double above, double next);
    void addRow(const std::vector<QStringList> &texts, const QFont &font, bool ticks);
    void addColumns();
    void addLines(const std::vector<DayLine> &lines);
    void beginPage();
    bool fits(double height) const;
    double bottom() const;
    Page &page() { return m_pages.back(); }
    /// From where a text of that width begins when it begins at `left` of a page that is read from the left.
    double startOf(double left, double width) const;

    QSizeF m_paper;
    bool m_mirrored;
    QString m_asOf;
    double m_y = 0;
    std::vector<Page> m_pages;
};

} // namespace foredeck::ui
