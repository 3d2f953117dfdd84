#include "ui/pages/settings/settingssection.h"

#include "ui/widgets/growing.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

SettingsSection::SettingsSection(const QString &title, const QString &words, const QString &glyph, const QString &searchWords, QWidget *parent)
    : QWidget(parent), m_title(title), m_glyph(glyph), m_searchWords(searchWords)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 24);
    auto *inside = new QWidget(this);
    growMostWidth(inside, 640);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(new TextLabel(title, Step::Title, Color::Text, QFont::DemiBold), 0, Qt::AlignTop);
    m_said = new TextLabel({}, Step::Small, Color::Text2);
    m_said->setWrapping(true); // what went wrong is read to its end
    m_said->setSide(Qt::AlignTrailing);
    top->addWidget(m_said, 1);
    head->addLayout(top);
    auto *what = new TextLabel(words, Step::Small, Color::Text2);
    what->setWrapping(true);
    head->addWidget(what);
    m_column->addLayout(head);
    m_column->addSpacing(4);
    row->addWidget(inside, 100);
    row->addStretch(1);
}

QString SettingsSection::newerWords()
{
    return tr("Somebody else has changed it meanwhile. Save again to replace theirs.");
}

QString SettingsSection::storedWords(const SyncStatus &sync)
{
    return isReached(sync.phase) ? tr("Saved here; it goes to the server at once") : tr("Saved here; it goes to the server when it answers again");
}

void SettingsSection::say(const QString &words, bool bad)
{
    m_said->setColor(bad ? Color::Danger : Color::Text2);
    m_said->setText(words);
}

TextLabel *SettingsSection::addHeading(const QString &text)
{
    auto *heading = new TextLabel(text, Step::Small, Color::Text, QFont::DemiBold);
    m_column->addSpacing(8);
    m_column->addWidget(heading);
    return heading;
}

TextLabel *SettingsSection::addClash()
{
    auto *label = new TextLabel({}, Step::Small, Color::Danger);
    label->setWrapping(true);
    label->hide();
    m_column->addWidget(label);
    return label;
}

void SettingsSection::tellClash(TextLabel *label, const QStringList &lines)
{
    label->setText(lines.isEmpty() ? QString() : tr("Save again to replace these with yours; what else was changed stays:\n%1").arg(lines.join(QLatin1Char('\n'))));
    label->setVisible(!lines.isEmpty());
}

void SettingsSection::finish()
{
    m_column->addStretch(1);
}

void enableButton(QWidget *button, bool on, QWidget *next)
{
    const bool hadFocus = button->hasFocus();
    button->setEnabled(on);
    if (hadFocus && !on)
        next->setFocus(Qt::OtherFocusReason);
}

} // namespace foredeck::ui
