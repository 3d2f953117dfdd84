#include "ui/pages/leads/leadfacts.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr int factsPad = 16;

/// How much a factor moved the score, beside the number that says it.
class FactorBar final : public QWidget {
public:
    explicit FactorBar(double share) : m_share(share) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {themeOf(this).grown(72), themeOf(this).grown(6)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        strokeRounded(painter, rect(), 3, Qt::transparent, 0, theme.color(Color::Hover));
        const QRect filled = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, qMax(3, int(width() * m_share)), height()));
        strokeRounded(painter, filled, 3, Qt::transparent, 0, theme.color(Color::Text3));
    }

private:
    double m_share;
};

TextLabel *wrapped(const QString &text, Color color)
{
    auto *label = new TextLabel(text, Step::Small, color);
    label->setWrapping(true);
    return label;
}

TextLabel *moment(const QString &text)
{
    auto *label = new TextLabel(text, Step::Caption, Color::Text3);
    label->setDigitCells(true);
    return label;
}

template <class Lines, class Words>
QString joined(const Lines &lines, Words words)
{
    QStringList all;
    for (const auto &line : lines)
        all << words(line);
    return all.join(QChar(0x1E));
}

} // namespace

LeadFacts::LeadFacts(QWidget *parent) : QWidget(parent)
{
    setSpokenName(this, tr("What is known"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 16);
    m_column->setSpacing(0);
}

void LeadFacts::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void LeadFacts::section(const QString &label, const QString &aside)
{
    m_column->addWidget(new Rule(this));
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(factsPad, 12, factsPad, 6);
    row->addWidget(new TextLabel(label, Step::Caption, Color::Text2, QFont::DemiBold, line));
    row->addStretch();
    if (!aside.isEmpty())
        row->addWidget(new TextLabel(aside, Step::Caption, Color::Text3, QFont::Normal, line));
    m_column->addWidget(line);
}

QGridLayout *LeadFacts::grid()
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(factsPad, 0, factsPad, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    m_column->addWidget(table);
    return grid;
}

void LeadFacts::none()
{
    grid()->addWidget(new TextLabel(QStringLiteral("–"), Step::Small, Color::Text3), 0, 0);
}

void LeadFacts::addThreads(const LeadHistory &history, const TimeContext &time)
{
    QGridLayout *table = grid();
    table->setColumnStretch(1, 1);
    int row = 0;
    for (const LeadHistory::Start &start : history.starts) {
        const Sign channel = channelSign(start.channel);
        const QString words = tr("%1, since %2").arg(channel.word, momentWord(start.at, time));
        table->addWidget(new Glyph(channel.glyph, 14, Color::Text2), row, 0, Qt::AlignVCenter);
        table->addWidget(wrapped(words, Color::Text), row, 1, Qt::AlignVCenter);
        auto *open = new Button(tr("Open", "a conversation"), Button::Look::Quiet);
        open->setSmall(true);
        setSpokenName(open, tr("Open the conversation: %1").arg(words));
        connect(open, &QAbstractButton::clicked, this, [this, id = start.conversation] { Q_EMIT conversationWanted(id); });
        table->addWidget(open, row, 2);
        ++row;
    }
}

/// Two beside each other; larger text has room for one.
void LeadFacts::addQualification(const std::vector<LeadFact> &facts)
{
    QGridLayout *table = grid();
    const int pairs = themeOf(this).textScale() < 1.5 ? 2 : 1;
    for (int i = 0; i < int(facts.size()); ++i) {
        const LeadFact &fact = facts[std::size_t(i)];
        const int column = i % pairs * 2;
        table->addWidget(new TextLabel(fact.label, Step::Small, Color::Text3), i / pairs, column, Qt::AlignTop);
        auto *words = wrapped(fact.words, fact.known ? Color::Text : Color::Text3);
        setSpokenName(words, fact.label + QStringLiteral(": ") + fact.words);
        table->addWidget(words, i / pairs, column + 1, Qt::AlignTop);
        table->setColumnStretch(column + 1, 1);
    }
}

void LeadFacts::addFactors(const std::vector<FactorLine> &factors)
{
    if (factors.empty())
        return none();
    QGridLayout *table = grid();
    table->setColumnStretch(0, 1);
    int row = 0;
    for (const FactorLine &factor : factors) {
        auto *words = wrapped(factor.words, Color::Text);
        setSpokenName(words, factor.time.isEmpty() ? factor.words + QLatin1Char(' ') + factor.points : factor.words + QLatin1Char(' ') + factor.points + QStringLiteral(", ") + factor.time);
        table->addWidget(words, row, 0);
        table->addWidget(moment(factor.time), row, 1);
        table->addWidget(new FactorBar(factor.share), row, 2);
        auto *points = new TextLabel(factor.points, Step::Small, Color::Text2);
        points->setDigitCells(true);
        table->addWidget(points, row, 3, Qt::AlignTrailing | Qt::AlignVCenter);
        ++row;
    }
}

void LeadFacts::addHistory(const std::vector<HistoryLine> &lines)
{
    if (lines.empty())
        return none();
    QGridLayout *table = grid();
    table->setColumnStretch(2, 1);
    int row = 0;
    for (const HistoryLine &line : lines) {
        table->addWidget(moment(line.time), row, 0, Qt::AlignTop);
        table->addWidget(new Glyph(line.glyph, 14, Color::Text2), row, 1, Qt::AlignTop);
        auto *words = wrapped(line.words, Color::Text);
        setSpokenName(words, line.who.isEmpty() ? line.words : line.who + QStringLiteral(": ") + line.words);
        table->addWidget(words, row, 2, Qt::AlignTop);
        auto *who = new TextLabel(line.who, Step::Caption, Color::Text3);
        who->setElides(20);
        table->addWidget(who, row, 3, Qt::AlignTop | Qt::AlignTrailing);
        ++row;
    }
}

void LeadFacts::show(const LeadRow &row, const LeadHistory &history, const User &me, const TimeContext &time)
{
    const auto facts = qualificationFacts(row.lead.qualification);
    const auto factors = factorLines(row.lead, history, time);
    const auto lines = historyLines(row, history, me, time);
    const QString score = row.lead.score ? QString::number(*row.lead.score) : QString();
    const QStringList all {fromUtf8(row.lead.id.value), score, QString::number(themeOf(this).textScale()), joined(facts, [](const LeadFact &f) { return f.words; }),
        joined(factors, [](const FactorLine &f) { return f.words + f.time + f.points; }), joined(lines, [](const HistoryLine &l) { return l.time + l.words + l.who; })};
    QStringList threads;
    for (const LeadHistory::Start &start : history.starts)
        threads << fromUtf8(start.conversation.value) << momentWord(start.at, time);
    const QString shown = (all + threads).join(QChar(0x1F));
    if (shown == m_shown)
        return;
    m_shown = shown;
    clear();
    if (history.starts.size() > 1) {
        section(tr("Conversations"));
        addThreads(history, time);
    }
    section(tr("Appointment"));
    none();
    const auto known = std::count_if(facts.begin(), facts.end(), [](const LeadFact &fact) { return fact.known; });
    section(tr("Qualification"), tr("%1 of %2 known").arg(known).arg(facts.size()));
    addQualification(facts);
    section(score.isEmpty() ? tr("Why this score") : tr("Why %1").arg(score));
    addFactors(factors);
    section(tr("History"));
    addHistory(lines);
    m_column->addStretch(1);
}

} // namespace foredeck::ui
