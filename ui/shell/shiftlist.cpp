#include "ui/shell/shiftlist.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/shiftwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace foredeck::ui {

ShiftList::ShiftList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void ShiftList::clear()
{
    m_rows.clear();
    for (QWidget *part : std::exchange(m_parts, {})) {
        m_column->removeWidget(part);
        part->hide();
        part->deleteLater();
    }
}

void ShiftList::add(const QString &of, const std::vector<ShiftLine> &lines, const TimeContext &time)
{
    if (!of.isEmpty()) {
        auto *name = new TextLabel(of, Step::Body, Color::Text, QFont::DemiBold, this);
        m_column->addWidget(name);
        m_parts.push_back(name);
    }
    addLines(lines, time, false);
}

void ShiftList::present(const std::vector<ShiftLine> &lines, const TimeContext &time)
{
    clear();
    addLines(lines, time, true);
}

void ShiftList::addHeading(const QString &words)
{
    auto *heading = new TextLabel(words, Step::Caption, Color::Text2, QFont::DemiBold, this);
    m_column->addWidget(heading);
    m_parts.push_back(heading);
}

void ShiftList::addLines(const std::vector<ShiftLine> &lines, const TimeContext &time, bool opens)
{
    std::optional<ShiftLineKind> kind;
    for (const ShiftLine &line : lines) {
        if (kind != line.kind.value())
            addHeading(shiftHeading(line.kind.value()));
        kind = line.kind.value();
        addLine(line, time, opens);
    }
}

void ShiftList::addLine(const ShiftLine &line, const TimeContext &time, bool opens)
{
    Row row;
    row.line = line;
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    setSideMargins(part, column, 8, 0, 0, 0);
    column->setSpacing(2);
    const QString title = shiftTitle(line);
    const QString when = shiftWhen(line, time);
    row.said = when.isEmpty() ? title : tr("%1, %2", "what is open, when it is due").arg(title, when);
    if (opens && !line.conversation.empty()) {
        row.open = new Button(title, Button::Look::Link, part);
        row.open->setElides(true);
        setSpokenName(row.open, row.said);
        column->addWidget(row.open, 0, Qt::AlignLeading);
        connect(row.open, &QPushButton::clicked, this, [this, conversation = line.conversation] { Q_EMIT conversationWanted(conversation); });
    } else {
        auto *words = new TextLabel(title, Step::Body, Color::Text, QFont::Normal, part);
        words->setWrapping(true);
        column->addWidget(words);
    }
    auto *below = new QHBoxLayout;
    below->setSpacing(4);
    auto *then = new TextLabel(when, Step::Small, Color::Text3, QFont::Normal, part);
    then->setElides();
    then->setVisible(!when.isEmpty());
    below->addWidget(then);
    if (opens) {
        row.glyph = new Glyph(QStringLiteral("help"), 12, Color::Text3, part);
        row.standing = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, part);
        row.standing->setElides();
        row.glyph->hide();
        below->addSpacing(4);
        below->addWidget(row.glyph);
        below->addWidget(row.standing);
    }
    below->addStretch();
    column->addLayout(below);
    m_column->addWidget(part);
    part->show(); // at once: it may be given the keyboard
    m_parts.push_back(part);
    m_rows.push_back(std::move(row));
}

void ShiftList::setStandings(const std::vector<ShiftStanding> &standings, const TimeContext &time)
{
    for (std::size_t i = 0; i < std::min(standings.size(), m_rows.size()); ++i) {
        const Row &row = m_rows[i];
        if (!row.standing)
            continue;
        const Sign sign = shiftStandingSign(row.line, standings[i], time);
        row.glyph->setGlyph(sign.glyph, sign.color);
        row.glyph->setVisible(standings[i].now != ShiftNow::Unknown);
        row.standing->setText(sign.word);
        row.standing->setColor(sign.color);
        if (row.open)
            setSpokenName(row.open, tr("%1, %2", "what was open, what has become of it").arg(row.said, sign.word));
    }
}

} // namespace foredeck::ui
