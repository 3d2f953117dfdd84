#include "ui/pages/rules/rulesheader.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>

namespace foredeck::ui {

RulesHeader::RulesHeader(QWidget *parent) : Pane(Color::Surface, Bottom, parent)
{
    setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(this);
    setSideMargins(this, row, 12, 0, 16, 0);
    row->setSpacing(8);
    m_back = new Button(tr("Back to the escalations"), Button::Look::Bare, this);
    m_back->setSmall(true);
    m_back->setGlyph(QStringLiteral("chevron-left"));
    m_back->setIconOnly(true);
    row->addWidget(m_back);
    auto *title = new TextLabel(tr("Escalation rules"), Step::Title, Color::Text, QFont::DemiBold);
    title->setElides(80);
    row->addWidget(title);
    m_client = new Button(tr("Client"), Button::Look::Quiet, this);
    m_client->setSmall(true);
    m_client->setChevron(true);
    m_client->setElides(true);
    row->addWidget(m_client);
    m_said = new TextLabel({}, Step::Small, Color::Text2);
    m_said->setElides();
    makeAnnouncing(m_said);
    row->addStretch(1);
    row->addWidget(m_said);
    m_new = new Button(tr("New rule"), Button::Look::Quiet, this);
    m_new->setSmall(true);
    m_new->setGlyph(QStringLiteral("plus"));
    row->addWidget(m_new);
    connect(m_back, &QPushButton::clicked, this, &RulesHeader::backWanted);
    connect(m_client, &QPushButton::clicked, this, &RulesHeader::clientMenuWanted);
}

void RulesHeader::setActions(QAction *make)
{
    m_new->setAction(make, tr("New rule"));
}

void RulesHeader::setClient(const QString &name)
{
    m_client->setShortText(name);
    setSpokenName(m_new, tr("New rule for %1", "a client").arg(name)); // where none is there yet, the page offers one, too
}

void RulesHeader::say(const QString &words, bool bad)
{
    const bool isNew = words != m_said->text();
    m_said->setColor(bad ? Color::Danger : Color::Text2);
    m_said->setText(words);
    if (isNew)
        announce(m_said, words);
}

QString RulesHeader::said() const
{
    return m_said->text();
}

} // namespace foredeck::ui
