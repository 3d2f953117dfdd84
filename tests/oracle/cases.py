"""Seeded cases: places in forty zones, times near their changes of the clock, and conversations as the server tells them in
transitions."""

import datetime

from openhours import DAY, MINUTE, date_text, zone

ZONES = """UTC Europe/Madrid Europe/London Europe/Dublin Europe/Lisbon Europe/Berlin Europe/Warsaw Europe/Kyiv Europe/Istanbul
Europe/Moscow Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos Atlantic/Azores Atlantic/Canary America/New_York
America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage America/St_Johns America/Havana
America/Sao_Paulo America/Santiago America/Asuncion America/Mexico_City America/Bogota Asia/Beirut Asia/Jerusalem Asia/Tehran
Asia/Dubai Asia/Kolkata Asia/Kathmandu Asia/Tokyo Australia/Sydney Australia/Lord_Howe Pacific/Auckland Pacific/Apia""".split()

FROM = int(datetime.datetime(2006, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) * 1000
TO = int(datetime.datetime(2035, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) * 1000


def text(ms):
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=ms)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (ms % 1000)


def near_a_change(rng, name):
    """A moment within two days of a change of this zone's clock, when it has any in these years."""
    changes = [t for t in zone(name).starts if FROM < t < TO]
    if not changes or rng.random() < 0.2:
        return rng.randrange(FROM, TO)
    return rng.choice(changes) + rng.randrange(-2 * DAY, 2 * DAY)


def day_windows(rng):
    kind = rng.random()
    if kind < 0.2:
        return []
    if kind < 0.3:
        return [(0, 1440)] if rng.random() < 0.5 else [(rng.choice((0, rng.randrange(1440))),) * 2]
    if kind < 0.45:  # around the hours at which clocks change
        start = rng.randrange(0, 180)
        return [(start, start + rng.randrange(1, 150))]
    if kind < 0.6:  # past midnight
        start = rng.randrange(1000, 1440)
        return [(start, rng.randrange(0, 240))]
    start = rng.randrange(300, 720)
    lunch = start + rng.randrange(60, 300)
    if rng.random() < 0.5:
        return [(start, lunch), (lunch + rng.randrange(0, 90), rng.randrange(lunch + 90, 1441))]
    return [(start, lunch)]


def place(rng, name, around):
    week = [[{"start_minute": a, "end_minute": b} for a, b in day_windows(rng)] for _ in range(7)]
    kind = rng.random()
    if kind < 0.03:
        week = [[] for _ in range(7)]
    else:
        week[rng.randrange(5)] = [{"start_minute": 9 * 60, "end_minute": 15 * 60}]
    first = zone(name).day(around)
    closed = [date_text(first + rng.randrange(-3, 12)) for _ in range(rng.choice((0, 0, 0, 1, 2, 5)))]
    return {"zone": name, "week": week, "closed_dates": closed, "always": 0.03 <= kind < 0.1}


class Talk:
    """Acts of a conversation, told as the server writes them: in each act the owner, then the status, then the response."""

    def __init__(self, rng, at):
        self.rng, self.at, self.rows = rng, at, []
        self.status, self.owner, self.waiting, self.response = "active", rng.choice(("assistant", "assistant", "nobody")), False, "settled"

    def row(self, field, before, to, reason="", actor="user", until=None, since=None):
        detail = text(until) if until is not None else text(since) if since is not None else ""
        at = self.at
        self.rows.append({"id": "t%d" % len(self.rows), "position": len(self.rows) + 1, "field": field, "from": before, "to": to,
                          "reason": reason, "detail": detail, "actor": {"kind": actor}, "at": text(at), "at_ms": at,
                          "until_ms": until, "since_ms": since})

    def set_owner(self, to, actor="user"):
        if to != self.owner:
            self.row("owner", self.owner, to, actor=actor)
            self.owner = to

    def set_status(self, to, actor="user", until=None):
        if to != self.status:
            self.row("status", self.status, to, actor=actor, until=until)
            self.status = to

    def respond(self, to, since=None):
        kind = self.owner if self.owner in ("assistant", "nobody") else "user"
        self.row("response", self.response, to, reason=kind, since=since)
        self.response = to

    def settle(self, answered=None, since=None):
        if answered and self.response == "waiting":
            self.respond(answered)
        if self.waiting and self.response != "waiting":
            self.respond("waiting", since)
        elif not self.waiting and self.response == "waiting":
            self.respond("settled")

    def customer_writes(self):
        if self.status in ("ended", "snoozed"):
            if self.status == "ended":
                self.set_status("active", "lead")
                self.set_owner("assistant", "lead")
            else:
                self.set_status("active", "lead")
        late = not self.waiting and self.rng.random() < 0.1
        self.waiting = True
        self.settle(since=self.at - self.rng.randrange(1, 60 * MINUTE) if late and self.response != "waiting" else None)

    def assistant_answers(self):
        if self.owner == "assistant" and self.status != "ended":
            self.waiting = False
            self.settle("assistant")

    def assistant_hands_over(self):
        if self.owner == "assistant" and self.status == "active":
            self.set_owner("nobody", "assistant")
            self.set_status("waiting_human", "assistant")
            self.settle("assistant")

    def person_takes(self):
        if self.status != "ended":
            self.set_owner("u%d" % self.rng.randrange(2))
            self.set_status("active")
            self.settle()

    def person_replies(self):
        if self.owner not in ("assistant", "nobody") and self.status != "ended":
            self.waiting = False
            self.settle("user")

    def person_returns(self):
        if self.status != "ended":
            self.set_owner(self.rng.choice(("assistant", "nobody")))
            self.set_status("active" if self.owner == "assistant" else "waiting_human")
            self.settle()

    def person_snoozes(self):
        if self.status in ("active", "waiting_human"):
            until = self.at + self.rng.randrange(1, 3 * DAY) if self.rng.random() < 0.85 else None
            self.set_status("snoozed", until=until)

    def person_wakes(self):
        if self.status == "snoozed":
            self.set_status("active")

    def person_ends(self):
        if self.status == "ended":
            return
        self.waited = self.waiting
        self.set_status("ended")
        self.waiting = False
        self.settle()

    def person_reopens(self):
        if self.status == "ended":
            if self.owner == "assistant":
                self.set_owner("nobody")
            self.set_status("waiting_human")
            self.waiting = self.waited
            self.settle(since=self.at - self.rng.randrange(1, DAY))

    def nobody_is_waited_for(self):
        self.waiting = False
        self.settle()

    ACTS = ("customer_writes", "customer_writes", "customer_writes", "assistant_answers", "assistant_hands_over", "assistant_hands_over",
            "person_takes", "person_takes", "person_replies", "person_replies", "person_returns", "person_snoozes", "person_snoozes",
            "person_wakes", "person_ends", "person_reopens", "nobody_is_waited_for")

    def go_on(self, step):
        for _ in range(self.rng.randrange(1, 16)):
            getattr(self, self.rng.choice(self.ACTS))()
            if self.rng.random() < 0.85:
                self.at += self.rng.randrange(1, step)
        return self.rows, self.at + self.rng.choice((0, 1, self.rng.randrange(1, 2 * DAY)))


def case(rng, number):
    name = ZONES[number % len(ZONES)]
    around = near_a_change(rng, name)
    places = [place(rng, name, around)]
    if rng.random() < 0.15:
        places.append(place(rng, rng.choice(ZONES), around))
    by_minutes = number % 100 == 0
    start = around - rng.randrange(0, 12 * 60 * MINUTE)
    end = start + rng.randrange(-MINUTE, 20 * DAY)
    if by_minutes:
        start -= start % MINUTE
        end = start + rng.randrange(1, 1440) * MINUTE
    rows, now = Talk(rng, around - rng.randrange(0, DAY)).go_on(rng.choice((20 * MINUTE, 4 * 60 * MINUTE, DAY)))
    pick = lambda *values: rng.choice(values)
    targets = {"first_response_minutes": pick(0, 5, 15, 60, 480), "next_response_minutes": pick(0, 7, 30, 120, 600),
               "resolution_minutes": pick(0, 0, 240, 2880), "count_assistant": rng.random() < 0.4}
    asked = [row["at_ms"] for row in rows if row["to"] == "waiting"]
    if asked and rng.random() < 0.4:  # where a clock is about to warn or to be late, to the millisecond
        minutes = pick(targets["first_response_minutes"], targets["next_response_minutes"])
        now = max(rows[-1]["at_ms"], asked[-1] + int(minutes * MINUTE * pick(0.8, 0.9, 1)) + pick(-1, 0, 1))
    return {"number": number, "zone": name, "places": places, "at": around, "from": start, "to": end, "by_minutes": by_minutes,
            "duration_ms": rng.choice((0, 1, rng.randrange(1, 90 * MINUTE), rng.randrange(1, 60 * 60 * MINUTE), 300 * DAY)),
            "targets": targets, "rows": rows, "now": now}


def on_the_wire(c):
    rows = [{k: v for k, v in row.items() if not k.endswith("_ms")} for row in c["rows"]]
    return {"places": c["places"], "at": text(c["at"]), "from": text(c["from"]), "to": text(c["to"]), "duration_ms": c["duration_ms"],
            "targets": c["targets"], "transitions": rows, "now": text(c["now"])}
