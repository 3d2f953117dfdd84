// Answers cases about business hours and clocks, one JSON object a line on stdin, one a line on stdout: what
// clock_oracle.py holds against its own.

#include "models/domain/sla.h"
#include "net/codec/domaincodec.h"
#include "server/services/zones/serverzones.h"

#include <iostream>

namespace foredeck {

namespace {

struct Case {
    std::vector<OpeningHours> places; ///< the questions about hours are asked about the first
    Timestamp at;
    Timestamp from;
    Timestamp to;
    std::int64_t durationMs = 0;
    SlaTargets targets;
    std::vector<Transition> transitions;
    Timestamp now;
};

std::string_view word(SlaState state)
{
    switch (state) {
    case SlaState::None:
        return "none";
    case SlaState::Running:
        return "running";
    case SlaState::Warning:
        return "warning";
    case SlaState::Late:
        return "late";
    case SlaState::Paused:
        return "paused";
    case SlaState::Met:
        return "met";
    case SlaState::Missed:
        return "missed";
    }
    return {};
}

void write(FieldWriter &out, std::string_view name, const SlaClock &clock, JsonWriter &json)
{
    json.key(name);
    json.beginObject();
    out("state", std::string {word(clock.state)});
    out("started", clock.startedAt);
    out("stopped", clock.stoppedAt);
    out("elapsed_ms", clock.elapsed.count());
    out("used", clock.used);
    out("due", clock.due);
    out("warn", clock.warnAt);
    out("paused_from", clock.pausedFrom);
    out("paused_until", clock.pausedUntil);
    out("reason", clock.reason);
    json.endObject();
}

void writeClocks(FieldWriter &out, const Case &c, JsonWriter &json)
{
    const auto clocks = slaClocks(c.transitions, {c.targets, c.places}, c.now, ServerZones {});
    if (clocks.hasError())
        return out("clocks_error", clocks.error().detail);
    const auto &k = clocks.value();
    write(out, "first", k.first, json);
    write(out, "next", k.next, json);
    write(out, "resolution", k.resolution, json);
    write(out, "assistant_first", k.assistantFirst, json);
    write(out, "human_first", k.humanFirst, json);
    const auto mark = slaMarkAt(c.transitions, {c.targets, c.places}, c.now, ServerZones {}).valueOr({});
    out("mark", mark);
    out("mark_state", std::string {mark ? word(slaStateAt(*mark, c.now)) : word(SlaState::None)});
}

std::string answer(const Case &c)
{
    const ServerZones zones;
    JsonWriter json;
    FieldWriter out {json};
    json.beginObject();
    const auto state = openStateAt(c.places[0], c.at, zones);
    const auto passed = openMillisBetween(c.places[0], c.from, c.to, zones);
    const auto added = addOpenTime(c.places[0], c.from, std::chrono::milliseconds {c.durationMs}, zones);
    out("told", !(state.hasError() && state.error().kind == Error::Kind::NotConfigured));
    if (state.hasValue()) {
        out("open", state.value().open);
        out("next_opening", state.value().nextOpening);
        out("closes_at", state.value().closesAt);
    }
    if (passed.hasValue())
        out("open_ms", passed.value().count());
    if (added.hasValue())
        out("added", added.value());
    writeClocks(out, c, json);
    json.endObject();
    return json.take();
}

} // namespace

template <>
struct Fields<Case> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("places", x.places);
        v.required("at", x.at);
        v.required("from", x.from);
        v.required("to", x.to);
        v.required("duration_ms", x.durationMs);
        v.required("targets", x.targets);
        v.required("transitions", x.transitions);
        v.required("now", x.now);
    }
};

} // namespace foredeck

int main()
{
    using namespace foredeck;
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        const auto read = decode<Case>(line);
        if (read.hasError() || read.value().places.empty()) {
            std::cerr << "a case cannot be read: " << (read.hasError() ? read.error().detail : "no places") << '\n';
            return 2;
        }
        std::cout << answer(read.value()) << '\n';
    }
    return 0;
}
