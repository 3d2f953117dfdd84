#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/sqlite/transaction.h"
#include "net/codec/domaincodec.h"

/// What somebody looks for in a conversation. Its texts stand within the bodies, so all of them are read, some at a time. An
/// index would have to be kept for every conversation, for what is asked of one.
namespace foredeck {

namespace {

template <class T>
std::string textIn(std::string_view body)
{
    auto entry = decode<T>(body);
    return entry.hasValue() ? std::move(std::move(entry).value().text) : std::string();
}

int timesIn(const std::string &text, const Sought &words)
{
    return static_cast<int>(words.in(QString::fromStdString(text)).size());
}

} // namespace

Result<FoundEntries> CacheReader::entriesWith(const ConversationId &id, const Sought &words, TimelineKey after, int limit, const std::function<bool()> &givenUp)
{
    const Error cancelled = Error::of(Error::Kind::Cancelled, "it is not looked for any more");
    if (givenUp())
        return cancelled;
    auto result = d->run([&] {
        FoundEntries found;
        found.end = after;
        const std::vector<Op> open = d->acts();
        const auto state = orThrow(sqlite::Transaction::begin(d->db(), sqlite::Transaction::Kind::Read));
        if (const auto row = d->rowOf(id)) {
            Query query {d->db(), cachesql::timeline_texts};
            query.bind("conversation", *row).bind("position", after.position).bind("row", after.row).bind("limit", limit);
            int looked = 0;
            for (; !givenUp() && query.next(); ++looked) {
                FoundEntry entry;
                entry.id = query.text();
                entry.position = query.integer();
                found.end = {entry.position, query.integer()};
                const bool isNote = query.view() == "note";
                entry.times = timesIn(isNote ? textIn<Note>(query.view()) : textIn<Message>(query.view()), words);
                if (entry.times > 0)
                    found.entries.push_back(std::move(entry));
            }
            found.isLast = looked < limit;
            Query bounds {d->db(), cachesql::timeline_bounds};
            bounds.bind("conversation", *row).next();
            found.firstPosition = bounds.integer();
            Query known {d->db(), cachesql::conversation_scope};
            known.bind("row", *row).next();
            known.integer();
            found.isWhole = known.flag() || found.firstPosition == 1;
        }
        if (!found.isLast)
            return found;
        for (const TimelineItem &echo : d->echoes(id, open)) {
            const std::string &text = std::holds_alternative<Note>(echo.entry) ? std::get<Note>(echo.entry).text : std::get<Message>(echo.entry).text;
            if (const int times = timesIn(text, words); times > 0)
                found.entries.push_back({echo.id, 0, times});
        }
        return found;
    });
    if (givenUp())
        return cancelled;
    return result;
}

} // namespace foredeck
