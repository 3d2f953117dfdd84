#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxfile.h"
#include "outboxsql.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int mostRefusals = 20;

void count(BulkReport &report, std::string_view row, std::string_view act, int times)
{
    report.total += times;
    const auto state = valueOf<OpState>(act);
    if (row == "waiting")
        report.waiting += times;
    else if (row == "called_off" || (row == "placed" && state == OpState::Cancelled))
        report.calledOff += times;
    else if (row == "placed" && (state == OpState::Held || state == OpState::Queued || state == OpState::Sending))
        report.underWay += times;
    else if (row == "placed" && (state == OpState::NeedsReview || state == OpState::Refused))
        report.refused += times;
    else // the server has it; a confirmed act leaves the outbox in the end
        report.done += times;
}

} // namespace

Result<std::vector<BulkReport>> CacheReader::bulks()
{
    return d->run([&] {
        const std::string me = d->me().id.value;
        std::vector<BulkReport> reports = d->ofOutbox([&] {
            std::vector<BulkReport> read;
            Query heads {d->box(), outboxsql::bulk_of_user};
            heads.bindText("user", me);
            while (heads.next())
                read.emplace_back().head = OutboxFile::readBulk(heads);
            for (BulkReport &report : read) {
                Query counts {d->box(), outboxsql::bulk_row_counts};
                counts.bindText("bulk", report.head.id.value);
                while (counts.next()) {
                    const std::string row = counts.text();
                    const std::string act = counts.text();
                    count(report, row, act, static_cast<int>(counts.integer()));
                }
                Query refused {d->box(), outboxsql::bulk_row_refused};
                refused.bindText("bulk", report.head.id.value).bind("limit", mostRefusals);
                while (refused.next()) {
                    BulkRefusal one;
                    one.conversation = ConversationId {refused.text()};
                    one.problem = refused.text();
                    report.refusals.push_back(std::move(one));
                }
            }
            return read;
        });
        for (BulkReport &report : reports) {
            report.isUndone = std::any_of(reports.begin(), reports.end(), [&](const BulkReport &one) { return one.head.undoes == report.head.id; });
            for (BulkRefusal &one : report.refusals) {
                if (const auto row = d->row(one.conversation)) {
                    one.lead = row->lead;
                    one.name = !row->leadName.empty() ? row->leadName : row->leadPhone;
                }
            }
        }
        return reports;
    });
}

} // namespace foredeck
