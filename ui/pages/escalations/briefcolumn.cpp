#include "ui/pages/escalations/briefcolumn.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/escalationwords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace foredeck::ui {

namespace {

/// Four bars and the per cent.
class ConfidenceMark final : public QWidget {
public:
    explicit ConfidenceMark(double share) : m_share(share), m_words(percentWord(share))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setSpokenName(this, BriefColumn::tr("%1 sure").arg(m_words));
    }
    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return {theme.grown(16) + 4 + int(std::ceil(digitsWidth(theme.font(Step::Caption), m_words))), theme.line(Step::Body)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const int bars = theme.grown(16);
        const int high = theme.grown(10);
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
        drawConfidenceBars(painter, place(QRect(0, (height() - high) / 2, bars, high)), theme.confidenceBars(m_share), theme.color(Color::Text2));
        drawDigits(painter, place(QRect(bars + 4, 0, width() - bars - 4, height())), m_words, {theme.font(Step::Caption), theme.color(Color::Text2), layoutDirection()}, Side::Start);
    }

private:
    double m_share;
    QString m_words;
};

/// A circle, filled the more the worse the mood is; of an unknown word it is dashed.
class MoodDot final : public QWidget {
public:
    explicit MoodDot(int degree) : m_degree(degree) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    QSize sizeHint() const override
    {
        const int size = themeOf(this).grown(10);
        return {size, size};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF disc = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(QPen(theme.color(Color::Text2), 1.2, m_degree < 0 ? Qt::DotLine : Qt::SolidLine));
        painter.drawEllipse(disc);
        if (m_degree < 2)
            return;
        painter.setBrush(theme.color(Color::Text2));
        m_degree == 2 ? painter.drawChord(disc, 180 * 16, 180 * 16) : painter.drawEllipse(disc);
    }

private:
    int m_degree;
};

/// All that is said, in one text.
QString everything(const EscalationRow &row, const QString &firstName, const QString &phone, const TimeContext &time)
{
    const Escalation &e = row.escalation;
    QStringList all {fromUtf8(e.id.value), firstName, phone, fromUtf8(e.brief.why), fromUtf8(e.brief.wants), fromUtf8(std::string {e.status.text()}), fromUtf8(e.note)};
    for (const TriedLine &line : triedLines(e, time))
        all << line.time << line.glyph << line.text << (line.confidence ? percentWord(*line.confidence) : QString());
    const MoodWords mood = moodWords(e.brief, time);
    all << mood.word << mood.glyph;
    for (const MoodPoint &point : mood.points)
        all << point.words;
    for (const NextAction &action : e.brief.actions)
        all << (isLeft(action, row) ? fromUtf8(action.kind) : QString()) << fromUtf8(action.text) << fromUtf8(action.basis);
    return all.join(QChar(0x1F));
}

} // namespace

BriefColumn::BriefColumn(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(24, 8, 24, 24);
    m_column->setSpacing(0);
}

void BriefColumn::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_first = true;
}

void BriefColumn::section(const QString &label)
{
    if (!m_first) {
        m_column->addSpacing(11);
        m_column->addWidget(new Rule(this));
    }
    m_first = false;
    m_column->addSpacing(11);
    auto *name = new TextLabel(label, Step::Caption, Color::Text2, QFont::DemiBold, this);
    name->setElides(40);
    m_column->addWidget(name);
    m_column->addSpacing(4);
}

void BriefColumn::words(const QString &text)
{
    const QString shown = harmless(text).trimmed();
    auto *label = new TextLabel(shown.isEmpty() ? QStringLiteral("–") : shown, Step::Reading, Color::Text, QFont::Normal, this);
    label->setWrapping(true);
    m_column->addWidget(label);
}

void BriefColumn::addTried(const Escalation &escalation, const TimeContext &time)
{
    const std::vector<TriedLine> lines = triedLines(escalation, time);
    if (lines.empty())
        return words({});
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const TriedLine &line : lines) {
        auto *at = new TextLabel(line.time.isEmpty() ? QStringLiteral("–") : line.time, Step::Body, Color::Text2);
        at->setDigitCells(true);
        auto *glyph = new Glyph(line.glyph, 16, Color::Text2);
        auto *text = new TextLabel(line.text, Step::Body);
        text->setWrapping(true);
        setSpokenName(text, line.by.isEmpty() ? line.text : line.by + QStringLiteral(": ") + line.text);
        grid->addWidget(at, row, 0, Qt::AlignTop);
        grid->addWidget(glyph, row, 1, Qt::AlignTop);
        grid->addWidget(text, row, 2, Qt::AlignTop);
        if (line.confidence)
            grid->addWidget(new ConfidenceMark(*line.confidence), row, 3, Qt::AlignTop);
        ++row;
    }
    m_column->addWidget(table);
}

void BriefColumn::addMood(const EscalationBrief &brief, const TimeContext &time)
{
    const MoodWords mood = moodWords(brief, time);
    if (mood.word.isEmpty())
        return words({});
    auto *row = new FlowRow(8, this);
    if (!mood.glyph.isEmpty())
        row->add(new Glyph(mood.glyph, 16, Color::Text));
    row->add(new TextLabel(mood.word, Step::Reading));
    auto *apart = new QWidget;
    apart->setFixedSize(24, 1);
    row->add(apart);
    for (std::size_t i = 0; i < mood.points.size(); ++i) {
        if (i > 0) {
            auto *line = new Rule;
            line->setFixedWidth(24);
            row->add(line);
        }
        row->add(new MoodDot(mood.points[i].degree));
        auto *words = new TextLabel(mood.points[i].words, Step::Small, Color::Text2);
        words->setDigitCells(true);
        row->add(words);
    }
    m_column->addWidget(row);
}

void BriefColumn::addActions(const EscalationRow &row, const QString &firstName, const QString &phone)
{
    const std::vector<NextAction> &next = row.escalation.brief.actions;
    bool isFirst = true;
    for (const StepKeys::Step &step : m_keys.steps(next)) {
        const NextAction &one = next[step.place];
        if (!isLeft(one, row))
            continue;
        if (!isFirst)
            m_column->addSpacing(8);
        const ActionWords action = actionWords(one, firstName, phone);
        auto *card = new Card(this);
        card->setLine(isFirst ? Color::Accent : Color::Line);
        auto *line = new QHBoxLayout(card);
        line->setContentsMargins(12, 10, 12, 10);
        line->setSpacing(12);
        if (step.key)
            line->addWidget(new KeyCap(QString::number(*step.key + 1)));
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto *title = new TextLabel(action.title, Step::Body, Color::Text, QFont::DemiBold);
        title->setWrapping(true);
        texts->addWidget(title);
        if (!action.basis.isEmpty()) {
            auto *basis = new TextLabel(action.basis, Step::Small, Color::Text2);
            basis->setWrapping(true);
            texts->addWidget(basis);
        }
        line->addLayout(texts, 1);
        if (!action.verb.isEmpty()) {
            auto *button = new Button(action.verb, Button::Look::Quiet, card);
            button->setSmall(true);
            button->setGlyph(action.glyph);
            button->setElides(true);
            connect(button, &QPushButton::clicked, this, [this, i = int(step.place)] { Q_EMIT actionChosen(i); });
            line->addWidget(button);
        }
        m_column->addWidget(card);
        isFirst = false;
    }
    if (isFirst)
        words({});
}

void BriefColumn::show(const EscalationRow &row, const QString &firstName, const QString &phone, const TimeContext &time)
{
    const Escalation &escalation = row.escalation;
    m_keys.show(escalation.id, escalation.brief.actions);
    const QString all = everything(row, firstName, phone, time);
    if (all == m_shown)
        return;
    m_shown = all;
    clear();
    section(tr("Why it came to you"));
    words(wishWords(fromUtf8(escalation.brief.why)));
    section(tr("What %1 wants").arg(isolated(firstName)));
    words(wishWords(fromUtf8(escalation.brief.wants)));
    section(tr("What was tried"));
    addTried(escalation, time);
    section(tr("Mood"));
    addMood(escalation.brief, time);
    if (isOpen(escalation)) { // nothing is left to do for one that is settled
        section(tr("Next best actions"));
        addActions(row, firstName, phone);
    }
    if (escalation.status == EscalationStatus::Resolved) {
        section(tr("How it was resolved"));
        words(fromUtf8(escalation.note));
    }
    m_column->addStretch(1);
}

} // namespace foredeck::ui
