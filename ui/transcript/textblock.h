#pragma once

#include <QFont>
#include <QPainter>
#include <QRect>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace foredeck::ui {

/// What is laid out of one message; the rest stays in the store.
inline constexpr qsizetype maxShownCharacters = 64 * 1024;
/// A longer message, or one of more lines, would push the rest of the conversation off the screen: it is folded to less
/// until somebody wants all of it.
inline constexpr qsizetype unfoldedCharacters = 4000;
inline constexpr int unfoldedLines = 60;
inline constexpr qsizetype foldedCharacters = 1500;
inline constexpr int foldedLines = 24;
/// A paragraph without a break is laid out in pieces of this many characters, so that the cost stays linear.
inline constexpr qsizetype pieceCharacters = 2000;

/// A piece of a text that is shown on a ground of its own.
struct TextMark {
    int from = 0;
    int to = 0; ///< behind its last character
    QColor fill;
    QColor ink;
    QColor line {}; ///< under it; invalid: none
};

/// A message's plain text, wrapped on a fixed line height, in its own direction. Controls that would turn the text around
/// are not there any more (see shownText). Holds its layouts; cheap to paint again.
class TextBlock {
public:
    TextBlock() = default;
    TextBlock(TextBlock &&) = default;
    TextBlock &operator=(TextBlock &&) = default;
    TextBlock(const QString &text, const QFont &font, int width, int lineHeight);

    int height() const noexcept { return m_height; }
    /// Of the longest line.
    int naturalWidth() const noexcept { return m_naturalWidth; }
    bool isRightToLeft() const noexcept { return m_rightToLeft; }
    const QString &text() const noexcept { return m_text; }
    /// `marks` are of text(), in the order in which they are painted over each other; `at` the block's top left.
    void paint(QPainter &painter, const QPointF &at, int width, const QColor &ink, const std::vector<TextMark> &marks = {}) const;
    /// The line in which a character stands, within the block.
    QRect lineOf(int index) const;
    /// The index in text() nearest to a point inside the block of that width.
    int indexAt(const QPointF &point, int width) const;

private:
    struct Piece {
        std::unique_ptr<QTextLayout> layout;
        int start = 0; ///< in text()
        int top = 0;
    };
    QPointF lineOrigin(const QTextLine &line, int width, int top, int index) const;

    QString m_text;
    QFont m_font;
    int m_lineHeight = 20;
    int m_height = 0;
    int m_naturalWidth = 0;
    bool m_rightToLeft = false;
    std::vector<Piece> m_pieces;
};

/// The message as it is shown: without NUL, overrides, embeddings and isolates; line ends kept, other controls as blanks;
/// cut at maxShownCharacters without splitting a surrogate pair.
QString shownText(const QString &text);

} // namespace foredeck::ui
