"""A conversation's clocks, written from the definition: time is cut at everything that happens (transitions, openings,
closings, ends of snoozes); in each piece it is said whether a clock runs, and the pieces are counted."""

from openhours import DAY, MINUTE, open_stretches, told

ENDLESS = 10**15
FURTHEST = 70 * DAY  # cases are open for six hours a week or more, and no target is above two days


class Story:
    def __init__(self, rows):
        self.snoozes, self.gone = [], []  # stretches (from, to)
        self.waits, self.people = [], []  # [from, to or None, who ended it]
        self.began = self.ended = None
        self.owned = []  # (since when, whether the assistant)
        for row in rows:
            getattr(self, row["field"])(row)
        if self.snoozes and self.snoozes[-1][1] is None:
            self.snoozes[-1] = (self.snoozes[-1][0], ENDLESS)

    @property
    def assistants(self):
        return self.owned[-1][1] if self.owned else True

    def _owned(self, row, now, before):
        self.owned = self.owned or [(-ENDLESS, before)]
        if now != self.owned[-1][1]:
            self.owned.append((row["at_ms"], now))

    def _theirs(self):
        """When people's turn began, as far as that is told."""
        return max((at for (_, before), (at, now) in zip(self.owned, self.owned[1:]) if before and not now), default=-ENDLESS)

    def assistants_time(self):
        ends = [at for at, _ in self.owned[1:]] + [ENDLESS]
        return [(at, end) for (at, assistants), end in zip(self.owned, ends) if assistants and at < end]

    def resolution(self, count_assistant):
        """Since when the resolution runs, and what does not count of it. Nobody owes it while the assistant has it."""
        still = self.snoozes + self.gone
        if count_assistant:
            return self.began, still
        if self.began is None or (self.assistants and self.ended is None):
            return None, still
        since = self.began
        for begun, until in self.assistants_time():
            if begun <= since < until:
                since = until
        return (None if since == ENDLESS else since), still + self.assistants_time()

    @staticmethod
    def _open(waits):
        return bool(waits) and waits[-1][1] is None

    def status(self, row):
        at = row["at_ms"]
        if row["from"] == "snoozed" and self.snoozes:
            begun, until = self.snoozes[-1]
            self.snoozes[-1] = (begun, at if until is None else min(at, until))
        if row["from"] == "ended":
            if row["actor"]["kind"] == "lead":
                self.snoozes, self.gone, self.waits, self.people, self.began = [], [], [], [], None
            else:
                self.gone.append((self.ended, at))
            self.ended = None
        if row["to"] == "snoozed":
            self.snoozes.append((at, row["until_ms"]))
        if row["to"] == "ended":
            self.ended = at
            for waits in (self.waits, self.people):
                if self._open(waits):
                    waits[-1] = (waits[-1][0], at, "settled")

    def owner(self, row):
        self._owned(row, row["to"] == "assistant", row["from"] == "assistant")
        if self.assistants:
            self.people = [w for w in self.people if w[1] is not None]
        elif self._open(self.waits) and not self._open(self.people):
            self.people.append((row["at_ms"], None, None))

    def response(self, row):
        self._owned(row, row["reason"] == "assistant", row["reason"] == "assistant")
        at, to = row["at_ms"], row["to"]
        if to == "waiting":
            since = row["since_ms"] if row["since_ms"] is not None else at
            self.began = since if self.began is None else self.began
            for waits, counts, start in ((self.waits, True, since), (self.people, not self.assistants, max(since, self._theirs()))):
                if self.gone and self.gone[-1][1] == at and waits and waits[-1][1:] == (self.gone[-1][0], "settled"):
                    waits[-1] = (waits[-1][0], None, None)  # the end was undone, and they wait on
                if counts and not self._open(waits):
                    waits.append((start, None, None))
            return
        for waits, counts in ((self.waits, True), (self.people, to != "assistant")):
            if counts and self._open(waits):
                waits[-1] = (waits[-1][0], at, to)


class Opening:
    """When the desk is there, as far as the clocks of a story can reach: always where no place tells its hours."""

    def __init__(self, places, story, now):
        times = [t for pair in story.snoozes + story.gone for t in pair if t < ENDLESS] + [story.began if story.began is not None else now, now]
        times += [w[0] for w in story.waits + story.people]
        self.far = max(times) + FURTHEST
        counted = [p for p in places if told(p)]
        self.stretches = open_stretches(counted, min(times), self.far) if counted else [(min(times), self.far)]


class Running:
    """Pieces of time in which a clock that began at `start` runs, as it looks at `now`."""

    def __init__(self, opening, start, stop, still, now):
        seen = stop if stop is not None else now
        gaps = [g for g in still if g[0] < seen or (stop is None and g[0] == now)]
        cuts = {start, now, opening.far}
        for a, b in opening.stretches + gaps:
            cuts.update(t for t in (a, b) if start <= t <= opening.far)
        self.pieces = []
        inside = iter(opening.stretches + [(ENDLESS, ENDLESS)])
        a_open, b_open = next(inside)
        ordered = sorted(cuts)
        for a, b in zip(ordered, ordered[1:]):
            while a >= b_open:
                a_open, b_open = next(inside)
            if a_open <= a and not any(x <= a < y for x, y in gaps):
                self.pieces.append((a, b))

    def until(self, t):
        return sum(min(b, t) - a for a, b in self.pieces if a < t)

    def reach(self, amount):
        for a, b in self.pieces:
            if b - a >= amount:
                return a + amount
            amount -= b - a
        return None

    def at(self, t):
        return any(a <= t < b for a, b in self.pieces)

    def ran_before(self, t):
        return max((min(b, t) for a, b in self.pieces if a < t), default=None)

    def runs_after(self, t):
        return min((max(a, t) for a, b in self.pieces if b > t), default=None)

    def stops_after(self, t):
        for a, b in self.pieces:
            if a <= t < b:
                t = b
        return t


def clock(opening, story, start, stop, target_minutes, still, now):
    out = {"state": "none", "started": start, "stopped": None if start is None else stop, "elapsed_ms": 0, "used": 0.0, "due": None, "warn": None,
           "paused_from": None, "paused_until": None, "reason": ""}
    if start is None:
        return out
    target = target_minutes * MINUTE
    running = Running(opening, start, stop, still, now)
    elapsed = out["elapsed_ms"] = running.until(stop if stop is not None else now)
    if target:
        out.update(used=elapsed / target, due=running.reach(target), warn=running.reach(target * 4 // 5))
    late = bool(target) and elapsed > target
    if stop is not None:
        out["state"] = "missed" if late else "met"
        return out
    paused = not running.at(now)
    if paused:
        ran = running.ran_before(now)
        snoozed = any(a <= now < b for a, b in story.snoozes)
        out.update(paused_from=start if ran is None else ran, paused_until=running.runs_after(now), reason="snoozed" if snoozed else "closed")
    elif out["due"] is not None and out["due"] > now:
        closes = running.stops_after(now)
        if closes < out["due"]:
            out.update(paused_from=closes, paused_until=running.runs_after(closes), reason="closed")
    out["state"] = "late" if late else "paused" if paused else "warning" if target and elapsed * 5 >= target * 4 else "running"
    return out


def clocks(case, rows, now):
    story, targets = Story(rows), case["targets"]
    opening = Opening(case["places"], story, now)

    def made(wait, minutes):
        wait = wait or (None, None, None)
        return clock(opening, story, wait[0], wait[1], minutes, story.snoozes + story.gone, now)

    counted = story.waits if targets["count_assistant"] else story.people
    first_wait = story.waits[0] if story.waits else None
    by_assistant = first_wait and (first_wait[2] == "assistant" or (first_wait[1] is None and story.assistants))
    since, still = story.resolution(targets["count_assistant"])
    out = {
        "first": made(counted[0] if counted else None, targets["first_response_minutes"]),
        "next": made(counted[-1] if len(counted) > 1 else None, targets["next_response_minutes"]),
        "assistant_first": made(first_wait if by_assistant else None, 0),
        "human_first": made(story.people[0] if story.people else None, 0),
        "resolution": clock(opening, story, since, story.ended, targets["resolution_minutes"], still, now),
    }
    out["mark"] = mark(out, targets)
    return out


def mark(figures, targets):
    kinds = (("first", "first_response"), ("next", "next_response"), ("resolution", "resolution"))
    live = [(figures[k], kind) for k, kind in kinds
            if targets[kind + "_minutes"] and figures[k]["state"] in ("running", "warning", "late", "paused")]
    if not live:
        return None
    c, kind = min(live, key=lambda pair: pair[0]["due"] if pair[0]["due"] is not None else ENDLESS)
    return {"kind": kind, "due": c["due"], "warn_at": c["warn"], "paused_from": c["paused_from"], "paused_until": c["paused_until"], "reason": c["reason"]}
