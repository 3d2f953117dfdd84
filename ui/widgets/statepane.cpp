#include "ui/widgets/statepane.h"

#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

StatePane::StatePane(QWidget *parent) : QWidget(parent)
{
    growMostWidth(this, 360);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(4);
}

StatePane *StatePane::inStack(QStackedLayout *stack, QWidget *pane)
{
    auto *empty = new QWidget(pane);
    auto *around = new QVBoxLayout(empty);
    around->setContentsMargins(24, 80, 24, 24);
    auto *state = new StatePane(empty);
    // Between springs, not aligned: the height of an aligned one is asked for at the whole width, where its words need fewer lines.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(state, 1000);
    middle->addStretch(1);
    around->addLayout(middle);
    around->addStretch();
    stack->addWidget(empty);
    return state;
}

void StatePane::set(const StateWords &words, QAction *primary, QAction *second)
{
    if (words == m_words && primary == m_primary && second == m_second && layout()->count() > 0)
        return;
    m_words = words;
    m_primary = primary;
    m_second = second;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *column = static_cast<QVBoxLayout *>(layout());
    while (QLayoutItem *item = column->takeAt(0))
        delete item;
    column->addWidget(new Glyph(words.glyph, 24, words.error ? Color::Danger : Color::Text2));
    column->addSpacing(8);
    auto *title = new TextLabel(words.title, Step::Reading, Color::Text, QFont::DemiBold);
    title->setWrapping(true);
    column->addWidget(title);
    auto *sentence = new TextLabel(words.words, Step::Small, Color::Text2);
    sentence->setWrapping(true);
    column->addWidget(sentence);
    column->addSpacing(8);
    auto *row = new FlowRow(8, this);
    const auto add = [&](QAction *action, Button::Look look) {
        auto *button = new Button(action->text(), look, this);
        button->setSmall(true);
        button->setAction(action);
        row->add(button);
    };
    if (primary)
        add(primary, words.error ? Button::Look::Quiet : Button::Look::Primary);
    if (second)
        add(second, Button::Look::Quiet);
    if (!words.code.isEmpty()) {
        auto *copy = new Button(tr("Copy code %1").arg(words.code), Button::Look::Bare, this);
        copy->setSmall(true);
        copy->setGlyph(QStringLiteral("copy"));
        connect(copy, &QPushButton::clicked, this, [code = words.code] { QGuiApplication::clipboard()->setText(code); });
        row->add(copy);
    }
    column->addWidget(row);
    column->addStretch();
}

Skeleton::Skeleton(QWidget *parent) : QWidget(parent)
{
    setSpokenName(this, tr("Loading"));
}

void Skeleton::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_late = false;
    QTimer::singleShot(themeOf(this).motion().skeletonAfterMs, this, [this] {
        m_late = true;
        update();
    });
}

void Skeleton::paintEvent(QPaintEvent *)
{
    if (!m_late)
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const int row = theme.rowHeight(theme.space().conversationRow, 50);
    const int disc = theme.grown(36);
    const QColor bar = theme.color(Color::Hover);
    constexpr double lengths[] {0.45, 0.8, 0.35};
    for (int y = 0; y + row <= height(); y += row) {
        const auto place = [&](int x, int top, int w, int h) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, top, w, h)); };
        strokeRounded(painter, place(14, y + 14, disc, disc), disc / 2.0, Qt::transparent, 0, bar);
        const int start = 14 + disc + 12;
        for (int i = 0; i < 3; ++i)
            strokeRounded(painter, place(start, y + 12 + i * theme.grown(18), qRound((width() - start - 28) * lengths[i]), theme.grown(8)), 4, Qt::transparent, 0, bar);
        painter.fillRect(QRect(0, y + row - 1, width(), 1), theme.color(Color::Line));
    }
}

} // namespace foredeck::ui
