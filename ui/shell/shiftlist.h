#pragma once

#include "models/cache/rows.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Glyph;
class TextLabel;

/// What was open at the hand-over of a shift, under a heading for each kind. As a note is read, each line that stands in a
/// conversation opens it and says what has become of it since.
class ShiftList final : public QWidget {
    Q_OBJECT

public:
    explicit ShiftList(QWidget *parent = nullptr);
    void clear();
    /// `of`: the client's name, where there are several; empty: none is shown. Behind what is there.
    void add(const QString &of, const std::vector<ShiftLine> &lines, const TimeContext &time);
    /// Lines that open their conversation, in place of what is there.
    void present(const std::vector<ShiftLine> &lines, const TimeContext &time);
    /// In the order of the lines of present(); fewer: nothing is known yet of the others.
    void setStandings(const std::vector<ShiftStanding> &standings, const TimeContext &time);

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    struct Row {
        ShiftLine line;
        Button *open = nullptr; ///< of one that stands in a conversation
        QString said; ///< the line for whoever does not see it
        Glyph *glyph = nullptr;
        TextLabel *standing = nullptr;
    };
    void addLines(const std::vector<ShiftLine> &lines, const TimeContext &time, bool opens);
    void addLine(const ShiftLine &line, const TimeContext &time, bool opens);
    void addHeading(const QString &words);

    QVBoxLayout *m_column;
    std::vector<QWidget *> m_parts;
    std::vector<Row> m_rows;
};

} // namespace foredeck::ui
