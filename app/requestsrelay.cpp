#include "app/requestsrelay.h"

namespace foredeck {

void RequestsRelay::setTarget(Requests *target)
{
    m_target = target;
    connect(target, &Requests::signInFailed, this, &Requests::signInFailed);
    connect(target, &Requests::passwordRight, this, &Requests::passwordRight);
    connect(target, &Requests::passwordNotTaken, this, &Requests::passwordNotTaken);
    connect(target, &Requests::olderFetched, this, &Requests::olderFetched);
    connect(target, &Requests::olderFailed, this, &Requests::olderFailed);
    connect(target, &Requests::escalationsFetched, this, &Requests::escalationsFetched);
    connect(target, &Requests::ruleTried, this, &Requests::ruleTried);
    connect(target, &Requests::ruleTryFailed, this, &Requests::ruleTryFailed);
    connect(target, &Requests::serverReplaced, this, &Requests::serverReplaced);
}

void RequestsRelay::signIn(const QString &email, const QString &password, bool remember)
{
    if (m_target)
        m_target->signIn(email, password, remember);
    else
        Q_EMIT signInFailed(tr("This server has not answered yet."), 0);
}

void RequestsRelay::signOut()
{
    if (m_target)
        m_target->signOut();
}

void RequestsRelay::checkPassword(const User &person, const QString &password)
{
    if (m_target)
        m_target->checkPassword(person, password);
    else
        Q_EMIT passwordNotTaken(tr("This server has not answered yet."), false, 0, -1);
}

void RequestsRelay::signInForThisSessionOnly()
{
    if (m_target)
        m_target->signInForThisSessionOnly();
}

void RequestsRelay::fetchOlder(const ConversationId &conversation, std::int64_t beforePosition)
{
    if (m_target)
        m_target->fetchOlder(conversation, beforePosition);
    else
        Q_EMIT olderFailed(conversation, tr("There is no connection yet."));
}

void RequestsRelay::fetchConversation(const ConversationId &conversation)
{
    if (m_target)
        m_target->fetchConversation(conversation);
}

void RequestsRelay::fetchEscalations(const ClientId &client, EscalationStatus status, bool further)
{
    if (m_target)
        m_target->fetchEscalations(client, status, further);
}

void RequestsRelay::tryRule(quint64 number, const ClientRule &rule)
{
    if (m_target)
        m_target->tryRule(number, rule);
    else
        Q_EMIT ruleTryFailed(number, Error::of(Error::Kind::Unavailable, "the server did not answer"));
}

void RequestsRelay::fetchDashboard(const ClientId &client)
{
    if (m_target)
        m_target->fetchDashboard(client);
}

void RequestsRelay::retryNow()
{
    if (m_target)
        m_target->retryNow();
}

void RequestsRelay::showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind)
{
    if (m_target)
        m_target->showPresence(client, conversation, kind);
}

} // namespace foredeck
