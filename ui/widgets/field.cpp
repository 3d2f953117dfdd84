#include "ui/widgets/field.h"

#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/glyphlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace foredeck::ui {

Field::Field(const QString &label, QWidget *control, QWidget *parent) : QWidget(parent), m_control(control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_head = new QHBoxLayout;
    m_head->setSpacing(8);
    auto *name = new TextLabel(label, Step::Small, Color::Text, QFont::DemiBold);
    name->setBuddy(control);
    if (label.isEmpty())
        name->hide();
    m_head->addWidget(name);
    m_head->addStretch();
    column->addLayout(m_head);
    if (control->accessibleName().isEmpty())
        setSpokenName(control, label);
    column->addWidget(control);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(6);
    m_glyph = new Glyph(QStringLiteral("stop"), 14, Color::Danger);
    m_foot = new TextLabel({}, Step::Small, Color::Text3);
    m_foot->setWrapping(true);
    foot->addWidget(m_glyph, 0, Qt::AlignTop);
    foot->addWidget(m_foot, 1);
    column->addLayout(foot);
    m_glyph->hide();
    m_foot->hide();
}

void Field::setHelp(const QString &help)
{
    m_help = help;
    if (!hasError())
        setError({});
}

void Field::setConfirmed(const QString &words)
{
    setError({});
    m_glyph->setGlyph(QStringLiteral("check"), Color::Success);
    m_glyph->setVisible(!words.isEmpty());
    m_foot->setColor(Color::Text2);
    m_foot->setText(words);
    m_foot->setVisible(!words.isEmpty());
}

void Field::setError(const QString &sentence)
{
    const bool wrong = !sentence.isEmpty();
    m_control->setProperty("invalid", wrong);
    m_control->update();
    m_glyph->setGlyph(QStringLiteral("stop"), Color::Danger);
    m_glyph->setVisible(wrong);
    m_foot->setColor(wrong ? Color::Danger : Color::Text3);
    m_foot->setText(wrong ? sentence : m_help);
    m_foot->setVisible(!m_foot->text().isEmpty());
    m_control->setAccessibleDescription(m_foot->text());
}

bool Field::hasError() const
{
    return m_control->property("invalid").toBool();
}

void Field::addBesideLabel(QWidget *widget)
{
    m_head->insertWidget(m_head->count() - 1, widget);
}

LineEdit::LineEdit(const QString &accessibleName, const QString &example, QWidget *parent) : QLineEdit(parent)
{
    setSpokenName(this, accessibleName);
    setPlaceholderText(example);
    setTextMargins(8, 0, 8, 0);
}

void LineEdit::setGlyph(const QString &name)
{
    m_glyph = name;
    makeRoom();
}

void LineEdit::makeRoom()
{
    if (m_glyph.isEmpty())
        return;
    const int room = 8 + themeOf(this).grown(16) + 6;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? 8 : room, 0, mirrored ? room : 8, 0);
}

void LineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
}

void LineEdit::setPassword()
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QAction *show = addAction(icon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    show->setText(tr("Show the password"));
    show->setToolTip(tr("Show the password"));
    show->setCheckable(true);
    connect(show, &QAction::toggled, this, [this](bool on) { setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
}

void LineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_glyph.isEmpty())
        return;
    QPainter painter(this);
    const int size = themeOf(this).grown(16);
    const QRect at = QStyle::visualRect(layoutDirection(), rect(), QRect(10, (height() - size) / 2, size, size));
    paintIcon(painter, at, m_glyph, themeOf(this).color(Color::Text2), layoutDirection());
}

} // namespace foredeck::ui
