#include "ui/pages/inbox/claimstrip.h"

#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace foredeck::ui {

namespace {

/// "Press [T] to take over" in the tooltip's colours, pointing at the button.
class HintBubble final : public QWidget {
public:
    explicit HintBubble(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    void set(const QString &before, const QString &key, const QString &after)
    {
        m_before = before;
        m_key = key;
        m_after = after;
        setSpokenName(this, QStringLiteral("%1 %2 %3").arg(before, key, after));
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const QFont font = theme.font(Step::Body, QFont::Medium);
        return {int(std::ceil(textWidth(font, m_before) + textWidth(font, m_after))) + keyCapWidth(theme, m_key) + 12 + 20 + 6, theme.rowHeight(28, 18)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool rtl = layoutDirection() == Qt::RightToLeft;
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
        strokeRounded(painter, place(QRect(0, 0, width() - 6, height())), radiusControl, Qt::transparent, 0, theme.color(Color::Tooltip));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Color::Tooltip));
        const qreal tip = rtl ? 0 : width();
        const qreal base = rtl ? 6 : width() - 6;
        painter.drawPolygon(QPolygonF {QPointF(base, height() / 2.0 - 5), QPointF(tip, height() / 2.0), QPointF(base, height() / 2.0 + 5)});
        const Ink ink {theme.font(Step::Body, QFont::Medium), theme.color(Color::OnTooltip), layoutDirection()};
        int x = 10;
        const int before = int(std::ceil(textWidth(ink.font, m_before)));
        drawLine(painter, place(QRect(x, 0, before + 1, height())), m_before, ink);
        x += before + 6;
        const int cap = keyCapWidth(theme, m_key);
        drawKeyCap(painter, place(QRect(x, (height() - theme.grown(18)) / 2, cap, theme.grown(18))), m_key, theme, ink.color, ink.color, Qt::transparent);
        x += cap + 6;
        drawLine(painter, place(QRect(x, 0, width() - 6 - x, height())), m_after, ink);
    }

private:
    QString m_before;
    QString m_key;
    QString m_after;
};

} // namespace

ClaimStrip::ClaimStrip(QWidget *parent) : Pane(Color::Sunken, Edges(Top | Bottom), parent)
{
    setSpokenName(this, tr("Who is answering"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_glyph = new Glyph(QStringLiteral("person"), 16, Color::Text2);
    m_strong = new TextLabel({}, Step::Small, Color::Text, QFont::DemiBold);
    m_words = new TextLabel({}, Step::Small, Color::Text2);
    m_words->setElides();
    m_avatar = new AvatarBadge({}, false, 20);
    m_presence = new TextLabel({}, Step::Caption, Color::Text3);
    m_presence->setElides();
    auto *hint = new HintBubble(this);
    hint->set(tr("Press"), QStringLiteral("T"), tr("to take over"));
    m_hint = hint;
    m_takeOver = new Button(tr("Take over"), Button::Look::Primary, this);
    m_takeOver->setGlyph(QStringLiteral("take-over"));
    m_reopen = new Button(tr("Reopen"), Button::Look::Quiet, this);
    m_show = new Button(tr("Show them"), Button::Look::Primary, this);
    m_anyway = new Button(tr("Send anyway"), Button::Look::Quiet, this);
    m_drop = new Button(tr("Drop"), Button::Look::Bare, this);
    row->addWidget(m_glyph);
    row->addWidget(m_strong);
    row->addSpacing(-4);
    row->addWidget(m_words, 1);
    row->addStretch();
    row->addWidget(m_avatar);
    row->addSpacing(-4);
    row->addWidget(m_presence);
    row->addWidget(m_hint);
    for (Button *button : {m_takeOver, m_reopen, m_show, m_anyway, m_drop}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    connect(m_show, &QPushButton::clicked, this, &ClaimStrip::showNewer);
    connect(m_anyway, &QPushButton::clicked, this, &ClaimStrip::sendAnyway);
    connect(m_drop, &QPushButton::clicked, this, &ClaimStrip::dropped);
    refresh();
}

void ClaimStrip::setActions(QAction *takeOver, QAction *reopen)
{
    m_takeOverAct = takeOver;
    m_takeOver->setAction(takeOver);
    m_reopen->setAction(reopen);
    m_reopen->setKeyWords({});
}

void ClaimStrip::present(const ThreadView &view)
{
    m_shown = view;
    refresh();
}

void ClaimStrip::setInText(bool inText)
{
    m_inText = inText;
    m_takeOver->setKeyShown(!inText);
    refresh();
}

void ClaimStrip::setHint(bool shown)
{
    m_hintWanted = shown;
    refresh();
}

void ClaimStrip::setConflict(const Conflict &conflict)
{
    m_conflict = conflict;
    refresh();
}

/// Whoever pressed the key that takes over means to write, and may not have seen that something is asked. On a button of it
/// the keys are what they are everywhere.
bool ClaimStrip::isWriting(const QKeyEvent &key) const
{
    const bool plain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool capital = key.modifiers().testFlag(Qt::ShiftModifier) && !key.text().isEmpty() && key.text().front().isLetter();
    const bool answers = !capital && m_takeOverAct && m_takeOverAct->isEnabled() && m_takeOverAct->shortcuts().contains(QKeySequence(key.key()));
    return hasFocus() && plain && !answers && !key.text().isEmpty() && key.text().front().isPrint();
}

bool ClaimStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !isWriting(*static_cast<QKeyEvent *>(event)))
        return Pane::event(event);
    event->accept();
    return true;
}

void ClaimStrip::keyPressEvent(QKeyEvent *event)
{
    if (isWriting(*event))
        Q_EMIT letterTyped(event);
    else
        Pane::keyPressEvent(event);
}

void ClaimStrip::refresh()
{
    const AnswerState answer = m_shown.answer;
    const bool takeable = answer != AnswerState::Mine && answer != AnswerState::Ended;
    // What taking over asks is answered first.
    const bool conflict = !m_conflict.strong.isEmpty() && !m_shown.asks;
    const bool buttons = conflict || takeable || answer == AnswerState::Ended;
    setGrowingHeight(buttons ? 38 : 32, 16);
    const bool warns = conflict || m_shown.asks;
    setBackground(warns ? Color::WarningTint : Color::Sunken);
    m_takeOver->setVisible(takeable && (!conflict || m_conflict.isHeld));
    m_takeOver->setLook(answer == AnswerState::Other || answer == AnswerState::MineLapsed ? Button::Look::Quiet : Button::Look::Primary);
    m_reopen->setVisible(!conflict && answer == AnswerState::Ended);
    m_hint->setVisible(!conflict && takeable && m_shown.mayWork && m_hintWanted && !m_inText);
    m_show->setVisible(conflict && m_conflict.hasNewer);
    m_anyway->setVisible(conflict && !m_conflict.isHeld);
    m_drop->setVisible(conflict);
    const bool presence = !warns && !m_shown.presence.isEmpty() && !m_hint->isVisibleTo(this);
    m_presence->setText(m_shown.presence);
    m_presence->setVisible(presence);
    m_avatar->setName(m_shown.presenceName);
    m_avatar->setVisible(presence && !m_shown.presenceName.isEmpty());
    if (conflict) {
        m_strong->setText(m_conflict.strong);
        m_words->setText(m_conflict.words);
        m_glyph->setGlyph(QStringLiteral("alert"), Color::Warning);
        return;
    }
    m_strong->setText(m_shown.strong);
    m_words->setText(m_shown.asks && m_inText ? m_shown.wordsInText : m_shown.words);
    if (m_shown.asks) {
        m_glyph->setGlyph(QStringLiteral("alert"), Color::Warning);
        return;
    }
    const bool assistant = answer == AnswerState::Assistant;
    m_glyph->setGlyph(assistant ? QStringLiteral("assistant") : (answer == AnswerState::Ended ? QStringLiteral("resolve") : QStringLiteral("person")),
        answer == AnswerState::Mine ? Color::Accent : Color::Text2);
}

} // namespace foredeck::ui
