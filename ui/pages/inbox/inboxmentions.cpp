#include "ui/pages/inbox/inboxmentions.h"

#include "models/ports/ephemera.h"
#include "ui/pages/inbox/composer.h"

#include <utility>

namespace foredeck::ui {

namespace {

QString mentionJournalText(const std::vector<Mention> &mentions) { return QString::fromStdString(mentionLines(mentions)); }

ConversationRef mentionJournal(const ConversationRef &conversation)
{
    return conversation.id.empty() ? ConversationRef {} : ConversationRef {conversation.client, mentionsJournalId(conversation.id), 0};
}

} // namespace

InboxMentions::InboxMentions(const Desk &desk, Composer *composer, QObject *parent)
    : QObject(parent), m_desk(desk), m_composer(composer), m_users(desk.store), m_names(desk.store, desk.acts, {CompositionKind::Mentions})
{
    connect(&m_users, &UserListModel::loaded, this, &InboxMentions::tellPeople);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_names.saveAll();
        tellPeople();
    });
    connect(&m_names, &Drafts::loaded, this, &InboxMentions::show);
    connect(&m_names, &Drafts::textChanged, this, &InboxMentions::show);
    connect(&m_names, &Drafts::letGo, this, [this](const ConversationId &journal) {
        const std::size_t suffix = mentionsJournalId({}).value.size();
        Q_EMIT letGo(ConversationId {journal.value.substr(0, journal.value.size() - suffix)});
    }, Qt::QueuedConnection);
    connect(composer, &Composer::mentioned, this, [this](const std::vector<Mention> &mentions) {
        // What was not read yet is not overwritten; it is laid beside what is typed when it is.
        if (m_names.isLoaded())
            m_names.typed(CompositionKind::Mentions, mentionJournalText(mentions));
    });
    connect(composer, &Composer::left, &m_names, &Drafts::flush);
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &) {
        const auto sent = m_sent.extract(op);
        if (sent && !sent.mapped().mentions.empty())
            m_names.giveBack(mentionJournal(sent.mapped().conversation), CompositionKind::Mentions, mentionJournalText(sent.mapped().mentions));
    });
}

InboxMentions::~InboxMentions()
{
    m_names.disconnect(this); // they save what is unsaved when they go
}

void InboxMentions::open(const ConversationRef &conversation)
{
    m_names.open(mentionJournal(conversation));
    if (conversation.client != m_client) {
        m_client = conversation.client;
        tellPeople();
    }
}

void InboxMentions::show()
{
    m_composer->setMentions(mentionsOfLines(m_names.text(CompositionKind::Mentions).toStdString()));
}

std::vector<Mention> InboxMentions::of(const QString &text) const
{
    std::vector<Mention> mentions = mentionsIn(text.toStdString(), m_composer->mentions());
    if (mentions.size() > mostMentions)
        mentions.resize(mostMentions);
    return mentions;
}

void InboxMentions::sent(const OpId &act, const ConversationRef &conversation, std::vector<Mention> mentions)
{
    m_sent[act] = {conversation, std::move(mentions)};
    if (!m_names.isLoaded())
        return;
    m_names.typed(CompositionKind::Mentions, {});
    m_names.flush();
}

void InboxMentions::forget()
{
    m_names.forget();
    m_sent.clear();
    m_client = {};
    tellPeople();
}

void InboxMentions::tellPeople()
{
    std::vector<User> people;
    for (const User &user : m_users.items()) {
        if (!m_client.empty() && maySee(user, m_client) && user.id != m_desk.ephemera.me().id)
            people.push_back(user);
    }
    if (m_composer->people())
        m_composer->people()->setPeople(std::move(people));
    Q_EMIT changed();
}

} // namespace foredeck::ui
