#include "ui/pages/dashboard/answerspane.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace foredeck::ui {

AnswersPane::AnswersPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("First answers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    const auto heading = [&](const QString &words) {
        auto *title = new TextLabel(words, Step::Reading, Color::Text, QFont::DemiBold, this);
        title->setWrapping(true);
        column->addWidget(title);
    };
    heading(tr("First answers"));
    auto *subtitle = new TextLabel(tr("How long customers waited by the clock, nights and weekends too"), Step::Small, Color::Text3, QFont::Normal, this);
    subtitle->setWrapping(true);
    column->addWidget(subtitle);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(8);
    column->addLayout(m_lines);
    column->addSpacing(8);
    heading(tr("What the assistant used"));
    m_engines = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, this);
    m_engines->setWrapping(true);
    column->addWidget(m_engines);
    column->addSpacing(4);
    m_age = new TextLabel({}, Step::Caption, Color::Text3, QFont::Normal, this);
    m_age->setWrapping(true);
    column->addWidget(m_age);
    column->addStretch(1);
}

void AnswersPane::show(const std::vector<AnswerLine> &lines, const QStringList &engines, const QString &age)
{
    while (m_shown.size() < lines.size()) {
        const std::size_t at = m_shown.size();
        Line line;
        line.box = new QWidget(this);
        auto *row = new QHBoxLayout(line.box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        line.who = new TextLabel({}, Step::Small, Color::Text, QFont::Medium, line.box);
        line.words = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, line.box);
        for (TextLabel *label : {line.who, line.words}) {
            label->setWrapping(true);
            words->addWidget(label);
        }
        row->addLayout(words, 1);
        line.slowest = new Button(tr("Slowest"), Button::Look::Quiet, line.box);
        line.slowest->setSmall(true);
        line.slowest->setChevron(true);
        row->addWidget(line.slowest, 0, Qt::AlignTop);
        connect(line.slowest, &QPushButton::clicked, this, [this, at] { offer(at); });
        m_lines->addWidget(line.box);
        m_shown.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        Line &line = m_shown[i];
        line.box->setVisible(i < lines.size());
        if (i >= lines.size())
            continue;
        line.who->setText(lines[i].who);
        line.words->setText(lines[i].words);
        line.conversations = lines[i].conversations;
        setSpokenName(line.slowest, lines[i].slowest);
        line.slowest->setVisible(!lines[i].conversations.empty());
    }
    m_engines->setText(engines.isEmpty() ? QStringLiteral("–") : engines.join(QLatin1Char(' ')));
    m_age->setText(age);
    m_age->setVisible(!age.isEmpty());
}

Button *AnswersPane::slowest(std::size_t line) const
{
    return line < m_shown.size() && !m_shown[line].slowest->isHidden() ? m_shown[line].slowest : nullptr;
}

void AnswersPane::offer(std::size_t at)
{
    const Line &line = m_shown[at];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[conversation, words] : line.conversations) {
        QString text = words;
        QAction *one = menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(one, &QAction::triggered, this, [this, id = conversation] { Q_EMIT conversationWanted(id); });
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    menu->popup(line.slowest->mapToGlobal(QPoint(mirrored ? line.slowest->width() - menu->sizeHint().width() : 0, line.slowest->height() + 2)));
}

} // namespace foredeck::ui
