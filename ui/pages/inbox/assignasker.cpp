#include "ui/pages/inbox/assignasker.h"

#include "models/ports/ephemera.h"
#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <algorithm>

namespace foredeck::ui {

namespace {

bool answersFor(const User &user, const ClientId &client)
{
    const bool works = client.empty() || user.clients.empty() || std::find(user.clients.begin(), user.clients.end(), client) != user.clients.end();
    return works && user.status == UserStatus::Active && mayDo(user.role.value(), Right::Work);
}

} // namespace

AssignAsker::AssignAsker(const Desk &desk, QWidget *page) : QObject(page), m_desk(desk), m_page(page), m_users(desk.store)
{
    m_users.setClient({});
}

void AssignAsker::ask(const ClientId &client, const Owner &has, const QPoint &globalPos, Then then)
{
    delete m_menu;
    m_menu = new PersonMenu(m_page);
    setSpokenName(m_menu, tr("Give to"));
    const UserId me = m_desk.ephemera.me().id;
    std::vector<const User *> people;
    for (const User &user : m_users.items()) {
        if (answersFor(user, client) && !(has.kind == OwnerKind::User && has.user == user.id))
            people.push_back(&user);
    }
    // Oneself first: that is asked for most.
    std::stable_partition(people.begin(), people.end(), [&](const User *user) { return user->id == me; });
    for (const User *user : people) {
        QString words = user->id == me ? tr("You") : harmless(fromUtf8(user->name));
        if (user->id != me && (!user->available || user->doNotDisturb))
            words = tr("%1, away").arg(words);
        m_menu->addPerson(words, [then, to = Owner {OwnerKind::User, user->id, user->name}, clients = user->clients] { then(to, clients); });
    }
    if (!(has.kind == OwnerKind::Nobody)) {
        auto *nobody = new QAction(icon(QStringLiteral("people")), tr("Nobody, for whoever comes"), m_menu);
        connect(nobody, &QAction::triggered, this, [then] { then({OwnerKind::Nobody, {}, {}}, {}); });
        m_menu->addBelow(nobody);
    }
    m_menu->popup(globalPos);
}

} // namespace foredeck::ui
