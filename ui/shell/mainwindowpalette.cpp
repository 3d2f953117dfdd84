#include "models/core/clock.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"

/// Whom the palette finds.
namespace foredeck::ui {

void MainWindow::bindPalette()
{
    connect(m_palette, &CommandPalette::peopleWanted, this, [this](const QString &query) {
        if (!standsShut())
            m_people.search(query, m_client);
        else
            m_palette->model()->setPeople({});
    });
    connect(&m_people, &PeopleSearch::found, this, &MainWindow::offerPeople);
}

void MainWindow::offerPeople()
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    std::vector<PaletteFind> found;
    for (const PersonRow &person : m_people.items()) {
        if (person.conversation.empty())
            continue;
        const std::string &known = !person.lead.name.empty() ? person.lead.name : (person.lead.phones.empty() ? std::string() : shown(person.lead.phones.front()));
        QStringList place {harmless(fromUtf8(person.clientName)), channelSign(person.channel).word};
        if (person.lastAt)
            place << momentWord(*person.lastAt, time);
        found.push_back({fromUtf8(person.conversation.value), personWord(fromUtf8(known), person.lead.id), place.join(QStringLiteral(" · ")), [this, id = person.conversation] { openConversation(id); }});
    }
    m_palette->model()->setPeople(std::move(found));
}

} // namespace foredeck::ui
