#include "desk.h"

#include "models/cache/outboxrules.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace foredeck::test {

namespace {

constexpr int mostRows = 1000;

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

} // namespace

void Desk::obey(const QJsonObject &command)
{
    const QString what = command.value(u"do").toString();
    if (what == QLatin1String {"quit"})
        return QCoreApplication::quit();
    if (what == QLatin1String {"list"})
        return list();
    if (command.contains(u"op"))
        return onOp(what, OpId {command.value(u"op").toString().toStdString()});
    const ConversationId id {command.value(u"conversation").toString().toStdString()};
    m_store->read([id](CacheReader &reader) { return reader.conversation(id); }, m_mailbox.receive([this, what, command](const Result<ConversationRow> &row) {
        if (row.hasError())
            return say("unknown", {{QStringLiteral("conversation"), command.value(u"conversation")}, {QStringLiteral("why"), QString::fromStdString(row.error().detail)}});
        const std::int64_t seen = command.contains(u"seen") ? command.value(u"seen").toInteger() : row.value().lastPublicPosition;
        act(what, command, {row.value().client, row.value().id, seen});
    }));
}

/// The whole text of the composer: whoever writes it has seen what stood there.
void Desk::type(CompositionKind kind, const QString &words)
{
    if (m_drafts->isLoaded())
        m_drafts->typed(kind, words);
    else
        m_typed[kind] = words;
}

void Desk::act(const QString &what, const QJsonObject &command, const ConversationRef &ref)
{
    const QString words = command.value(u"text").toString();
    if (what == QLatin1String {"type"}) {
        if (m_drafts->conversation().id != ref.id)
            m_typed.clear();
        m_drafts->open(ref);
        return type(command.value(u"note").toBool() ? CompositionKind::Note : CompositionKind::Reply, words);
    }
    if (what == QLatin1String {"draft"})
        return m_drafts->open(ref);
    OpId op;
    switch (valueOf<OpKind>(what.toStdString())) {
    case OpKind::Reply:
        op = (command.value(u"hold").toBool() ? m_holding : m_acts)->reply(ref, words);
        if (m_drafts->conversation().id == ref.id && m_drafts->text(CompositionKind::Reply) == words)
            m_drafts->sent(CompositionKind::Reply, op);
        break;
    case OpKind::Note:
        op = m_acts->note(ref, words);
        break;
    case OpKind::Claim:
        op = m_acts->claim(ref);
        break;
    case OpKind::TakeOver:
        op = m_acts->takeOver(ref);
        break;
    case OpKind::Release:
        op = m_acts->release(ref, true);
        break;
    case OpKind::End:
        op = m_acts->end(ref);
        break;
    case OpKind::Reopen:
        op = m_acts->reopen(ref);
        break;
    case OpKind::Escalate:
        op = m_acts->escalate(ref, EscalationReason::HumanRequested, words, 2);
        break;
    case OpKind::Read:
        op = m_acts->read(ref, ref.lastPublicPosition);
        break;
    default:
        return say("failed", {{QStringLiteral("why"), QStringLiteral("no such command: ") + what}});
    }
    QJsonObject line {{QStringLiteral("op"), text(op.value)}, {QStringLiteral("kind"), what}, {QStringLiteral("conversation"), text(ref.id.value)}};
    if (!words.isEmpty())
        line.insert(QStringLiteral("text"), words);
    m_given[op] = line;
}

void Desk::onOp(const QString &what, const OpId &op)
{
    if (what == QLatin1String {"undo"})
        m_acts->undoSend(op);
    else if (what == QLatin1String {"anyway"})
        m_acts->sendAnyway(op);
    else if (what == QLatin1String {"edit"})
        m_acts->edit(op);
    else if (what == QLatin1String {"drop"})
        m_acts->drop(op);
    else
        m_acts->retry(op);
}

void Desk::list()
{
    m_store->read([](CacheReader &reader) { return reader.conversations({View::All, {}}, topKey, mostRows).valueOr({}).rows; },
        m_mailbox.receive([](const std::vector<ConversationRow> &rows) {
            QJsonArray told;
            for (const ConversationRow &row : rows) {
                told.append(QJsonObject {{QStringLiteral("id"), text(row.id.value)}, {QStringLiteral("status"), text(row.status.text())},
                    {QStringLiteral("owner"), text(row.owner.kind.text())}, {QStringLiteral("claimed_by"), text(row.claim.user.value)},
                    {QStringLiteral("channel"), text(row.channel.text())}, {QStringLiteral("last_public"), static_cast<qint64>(row.lastPublicPosition)}});
            }
            say("list", {{QStringLiteral("rows"), told}});
        }));
}

/// Each state that is seen is told once; what has left the list is confirmed or cancelled.
void Desk::tellOutbox()
{
    if (m_askingOutbox) {
        m_askAgain = true;
        return;
    }
    m_askingOutbox = true;
    m_store->read([](CacheReader &reader) { return reader.outbox().valueOr({}); }, m_mailbox.receive([this, fresh = std::exchange(m_fresh, {})](const std::vector<OutboxRow> &rows) {
        std::map<OpId, QString> states;
        for (const OutboxRow &row : rows) {
            const Op &op = row.op;
            if (isQuiet(op.kind.value()))
                continue;
            const QString state = text(op.state.text());
            states[op.id] = state;
            const auto known = m_states.find(op.id);
            if (known == m_states.end() || known->second != state) {
                say("op", {{QStringLiteral("op"), text(op.id.value)}, {QStringLiteral("kind"), text(op.kind.text())},
                              {QStringLiteral("conversation"), text(op.conversation.value)}, {QStringLiteral("state"), state}});
            }
        }
        for (const auto &[id, state] : m_states) {
            if (!states.contains(id))
                say("gone", {{QStringLiteral("op"), text(id.value)}, {QStringLiteral("was"), state}});
        }
        for (const OpId &id : fresh) {
            if (!states.contains(id) && !m_states.contains(id))
                say("gone", {{QStringLiteral("op"), text(id.value)}, {QStringLiteral("was"), QStringLiteral("committed")}});
        }
        m_states = std::move(states);
        m_askingOutbox = false;
        if (std::exchange(m_askAgain, false))
            tellOutbox();
    }));
}

} // namespace foredeck::test
