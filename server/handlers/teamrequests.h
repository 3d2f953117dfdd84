#pragma once

/// The bodies of requests about what a team keeps for itself: macros, tasks, notes from one shift to the next, rules. The
/// others: requests.h.

#include "net/codec/domaincodec.h"
#include "server/services/shift/shiftacts.h"
#include "server/services/task/taskacts.h"

namespace foredeck {

struct MacroBody {
    MacroId id;
    std::string name;
    std::string text;
};
template <>
struct Fields<MacroBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("name", x.name);
        v("text", x.text);
    }
};

template <>
struct Fields<NewTask> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v.required("kind", x.kind);
        v("text", x.text);
        v("owner_id", x.owner);
        v.required("due", x.due);
    }
};

template <>
struct Fields<TaskPatch> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("text", x.text);
        v("owner_id", x.owner);
        v("due", x.due);
        v("expect", x.expect);
    }
};

template <>
struct Fields<TaskClosing> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("outcome", x.outcome);
        v("expect", x.expect);
    }
};

template <>
struct Fields<NewShiftNote> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("text", x.text);
        v("written_at", x.writtenAt);
        v("lines", x.lines);
    }
};

struct RuleBody {
    RuleId id;
    std::string name;
    bool enabled = true;
    RuleConditions when;
    RuleHandOver handOver;
};
template <>
struct Fields<RuleBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("name", x.name);
        v("enabled", x.enabled);
        v("when", x.when);
        v("hand_over", x.handOver);
    }
};

} // namespace foredeck
