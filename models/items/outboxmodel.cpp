#include "models/items/outboxmodel.h"

#include "models/cache/cachereader.h"
#include "models/cache/outboxrules.h"
#include "net/codec/jsonreader.h"

#include <utility>

namespace foredeck {

namespace {

constexpr int mostOps = 500;
constexpr int longList = 200; ///< rows from which on it is not read after every single act
constexpr int longPauseMs = 300;

} // namespace

QString opText(const Op &op) { return QString::fromStdString(textOf(op)); }

QString problemSentence(const std::string &problem)
{
    JsonDocument document;
    const auto root = document.parse(problem);
    if (root.hasError())
        return {};
    for (const char *name : {"detail", "title"}) {
        if (const auto text = root.value()[name].asString(); text && !text->empty())
            return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    }
    return {};
}

std::vector<FieldError> problemFields(const std::string &problem)
{
    JsonDocument document;
    const auto root = document.parse(problem);
    std::vector<FieldError> fields;
    if (root.hasError())
        return fields;
    root.value()["errors"].eachElement([&](JsonValue one) {
        const auto text = [&](const char *name) { return std::string {one[name].asString().value_or(std::string_view {})}; };
        fields.push_back({text("field"), text("reason")});
        return fields.size() < 20;
    });
    return fields;
}

OutboxModel::OutboxModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.outbox || changes.everything)
            wanted();
    });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            reload();
    });
    reload();
}

/// One reading at a time: what changes meanwhile is read together afterwards.
void OutboxModel::wanted()
{
    if (m_reading || m_pause.isActive())
        m_again = true;
    else
        reload();
}

void OutboxModel::reload()
{
    m_reading = true;
    m_store.read([](CacheReader &reader) { return reader.outbox(mostOps); }, m_mailbox.receive([this](Result<std::vector<OutboxRow>> rows) {
        m_reading = false;
        if (rows.hasValue()) {
            auto list = std::move(rows).value();
            std::erase_if(list, [](const OutboxRow &row) { return isQuiet(row.op.kind.value()); });
            replace(std::move(list));
            Q_EMIT loaded();
        }
        if (rowCount() >= longList)
            m_pause.start(longPauseMs);
        else if (std::exchange(m_again, false))
            reload();
    }));
}

bool OutboxModel::same(const OutboxRow &a, const OutboxRow &b) const
{
    return a.op.state == b.op.state && a.op.attempts == b.op.attempts && a.op.nextTry == b.op.nextTry && a.op.problem == b.op.problem && a.op.mayHaveArrived == b.op.mayHaveArrived
        && a.op.createdAt == b.op.createdAt && a.leadName == b.leadName && a.clientName == b.clientName && a.isLeadKnown == b.isLeadKnown;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxRow &row = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case WhomRole:
        return QString::fromStdString(!row.leadName.empty() ? row.leadName : !row.leadPhone.empty() ? row.leadPhone : row.clientName);
    case IdRole:
        return QString::fromStdString(row.op.id.value);
    case KindRole:
        return static_cast<int>(row.op.kind.value());
    case StateRole:
        return static_cast<int>(row.op.state.value());
    case ClientNameRole:
        return QString::fromStdString(row.clientName);
    case TextRole:
        return opText(row.op);
    case CreatedAtRole:
        return static_cast<qint64>(toMs(row.op.createdAt));
    case NextTryRole:
        return row.op.nextTry ? QVariant {static_cast<qint64>(toMs(*row.op.nextTry))} : QVariant {};
    case AttemptsRole:
        return row.op.attempts;
    case ProblemRole:
        return problemSentence(row.op.problem);
    case ConversationIdRole:
        return QString::fromStdString(row.op.conversation.value);
    default:
        return {};
    }
}

} // namespace foredeck
