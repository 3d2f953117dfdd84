#include "ui/widgets/banner.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int bannerBetween = 4; ///< the two texts of one line
constexpr int mostLines = 4;
constexpr int firstAct = 3; ///< behind glyph, texts and aside

} // namespace

Banner::Banner(QWidget *parent) : QWidget(parent)
{
    makeAnnouncing(this);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(18, 0, 16, 0);
    m_row->setSpacing(10);
    m_glyph = new Glyph(QStringLiteral("info"), 16, Color::Accent);
    m_strong = new TextLabel({}, Step::Body, Color::Text, QFont::DemiBold);
    m_words = new TextLabel({}, Step::Body);
    m_words->setElides();
    m_aside = new TextLabel({}, Step::Small, Color::Text2);
    m_aside->setElides();
    m_texts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_texts->setSpacing(bannerBetween);
    m_texts->addWidget(m_strong);
    m_texts->addWidget(m_words);
    m_texts->addStretch();
    m_row->addWidget(m_glyph);
    m_next = new TextLabel({}, Step::Small, Color::Text2);
    m_next->setWrapping(true);
    m_next->hide();
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(0);
    m_lines->addLayout(m_texts);
    m_lines->addWidget(m_next);
    m_row->addLayout(m_lines, 1);
    m_row->addWidget(m_aside);
    setSpokenName(this, tr("State"));
    refresh();
}

void Banner::set(const BannerState &state)
{
    const auto same = std::find_if(m_states.begin(), m_states.end(), [&](const BannerState &s) { return s.key == state.key; });
    if (same == m_states.end())
        m_states.push_back(state);
    else
        *same = state;
    refresh();
}

void Banner::clear(const QString &key)
{
    std::erase_if(m_states, [&](const BannerState &s) { return s.key == key; });
    refresh();
}

bool Banner::shows(const QString &key) const
{
    return std::any_of(m_states.begin(), m_states.end(), [&](const BannerState &s) { return s.key == key; });
}

void Banner::refresh()
{
    const auto worst = std::max_element(m_states.begin(), m_states.end(), [](const BannerState &a, const BannerState &b) { return a.rank < b.rank; });
    if (worst == m_states.end()) {
        offer(m_act, nullptr, 0);
        offer(m_nextAct, nullptr, 0);
        m_said.clear();
        hide();
        return;
    }
    m_kind = worst->kind;
    const bool danger = m_kind == BannerState::Kind::Danger;
    const bool warning = m_kind == BannerState::Kind::Warning;
    m_glyph->setGlyph(danger ? QStringLiteral("stop") : (warning ? QStringLiteral("alert") : QStringLiteral("info")),
        danger ? Color::Danger : (warning ? Color::Warning : Color::Accent));
    m_strong->setText(worst->strong);
    m_words->setText(worst->words);
    const BannerState *next = nullptr;
    for (const BannerState &one : m_states) {
        if (one.key != worst->key && (!next || one.rank > next->rank))
            next = &one;
    }
    m_next->setText(next ? next->strong + QLatin1Char(' ') + next->words : QString());
    m_next->setVisible(next != nullptr);
    const int others = int(m_states.size()) - 2;
    if (others > 0 && worst->aside.isEmpty())
        m_aside->setText(QStringLiteral("+%1").arg(others));
    else
        m_aside->setText(others > 0 ? tr("%1 · +%2", "a banner's age and how many other banners wait").arg(worst->aside).arg(others) : worst->aside);
    offer(m_act, worst->action, firstAct);
    offer(m_nextAct, next && next->action != worst->action ? next->action : nullptr, -1);
    sayOnce(*worst);
    show();
    fit();
    update();
}

void Banner::offer(Act &act, QAction *action, int place)
{
    if (act.action != action) {
        delete act.button;
        act.button = nullptr;
    }
    act.action = action;
    if (!action)
        return;
    if (!act.button) {
        act.button = new Button(action->text(), Button::Look::Quiet, this);
        act.button->setSmall(true);
        act.button->setAction(action);
        m_row->insertWidget(place, act.button);
    }
    act.button->setGlyph(action->data().toString());
}

/// Its seconds and percentages are no news.
void Banner::sayOnce(const BannerState &state)
{
    const QString said = QStringList {state.key, state.subject, QString::number(int(state.kind))}.join(QLatin1Char(' '));
    const QString words = state.words.isEmpty() ? state.strong : state.strong + QLatin1Char(' ') + state.words;
    if (std::exchange(m_said, said) != said)
        announce(this, words);
    else
        setSpokenName(this, words); // whoever asks hears what it shows
}

/// What it says stays whole: the aside gives way first, then the sentence takes lines of its own.
void Banner::fit()
{
    const QMargins margins = m_row->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_glyph->sizeHint().width() - m_row->spacing();
    if (m_act.button)
        room -= m_act.button->sizeHint().width() + m_row->spacing();
    m_strong->setWrapping(false);
    m_words->setWrapping(false);
    if (m_nextAct.button) { // the worst sentence comes before what can be done about the next
        const int needs = m_nextAct.button->sizeHint().width() + m_row->spacing();
        const bool fits = room - needs >= m_strong->sizeHint().width();
        m_nextAct.button->setVisible(fits);
        room -= fits ? needs : 0;
    }
    const bool hasWords = !m_words->text().isEmpty();
    m_words->setVisible(hasWords);
    const int words = m_words->sizeHint().width();
    const int strong = m_strong->sizeHint().width();
    const int said = strong + (hasWords ? bannerBetween + words : 0);
    const bool one = said <= room;
    m_texts->setDirection(one ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_texts->setSpacing(one ? bannerBetween : 0);
    const Theme &theme = themeOf(this);
    const int row = theme.rowHeight(36, 18);
    const bool next = !m_next->text().isEmpty();
    const int edge = (row - theme.line(Step::Body)) / 2;
    m_texts->setContentsMargins(0, one && !next ? 0 : edge, 0, 0);
    m_lines->setContentsMargins(0, 0, 0, next ? edge : 0);
    m_aside->setVisible(one && said + m_row->spacing() + m_aside->sizeHint().width() <= room); // half an age says nothing
    if (one)
        m_words->setElides(words);
    else
        m_words->setWrapping(true);
    m_strong->setWrapping(strong > room); // what somebody wrote may be longer than a line
    const auto lines = [&](const TextLabel *label, Step step) { return qMin(label->heightForWidth(qMax(1, room)), mostLines * theme.line(step)); };
    const int below = next ? lines(m_next, Step::Small) : 0;
    const int more = strong > room ? lines(m_strong, Step::Body) - theme.line(Step::Body) : 0;
    setFixedHeight(row + more + (one || !hasWords ? 0 : lines(m_words, Step::Body)) + below);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &Banner::fit, Qt::QueuedConnection); // after its labels have taken their new sizes
    QWidget::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    Color fill = Color::Selection;
    if (m_kind == BannerState::Kind::Warning)
        fill = Color::WarningTint;
    else if (m_kind == BannerState::Kind::Danger)
        fill = Color::DangerTint;
    painter.fillRect(rect(), theme.color(fill));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Color::Line));
}

} // namespace foredeck::ui
