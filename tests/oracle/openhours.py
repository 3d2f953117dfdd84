"""When a place is open, written from the definition: a window is open from the first moment at which its zone's clock has
reached the minute it opens to the first moment at which it has reached the minute it closes. Zones by zoneinfo; times in
UTC milliseconds."""

import datetime
import functools
import zoneinfo
from bisect import bisect_right

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
FIRST = int(datetime.datetime(2003, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) * 1000
LAST = int(datetime.datetime(2037, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) * 1000


class Zone:
    """The stretches of time in which a zone's clock has one offset."""

    def __init__(self, name):
        self.name = name
        self._zone = zoneinfo.ZoneInfo(name)
        self.starts, self.offsets = [-(10**18)], [self._offset(FIRST)]
        for t in range(FIRST, LAST, DAY // 4):
            if self._offset(t + DAY // 4) != self.offsets[-1]:
                change = self._change(t, t + DAY // 4)
                self.starts.append(change)
                self.offsets.append(self._offset(change))
        self.first_moment = functools.lru_cache(maxsize=None)(self._first_moment)

    def _offset(self, t):
        moment = EPOCH + datetime.timedelta(milliseconds=t)
        return int(moment.astimezone(self._zone).utcoffset().total_seconds()) * 1000

    def _change(self, before, after):
        first = self._offset(before)
        while after - before > 1000:
            middle = (before + after) // 2000 * 1000
            if self._offset(middle) == first:
                before = middle
            else:
                after = middle
        return after

    def local(self, t):
        """What the clock shows, as milliseconds since a local 1970."""
        return t + self.offsets[bisect_right(self.starts, t) - 1]

    def day(self, t):
        return self.local(t) // DAY

    def _first_moment(self, local):
        i = max(0, bisect_right(self.starts, local - 2 * DAY) - 1)
        while True:
            start, offset = self.starts[i], self.offsets[i]
            end = self.starts[i + 1] if i + 1 < len(self.starts) else 10**18
            if local < start + offset:
                return start  # the clock jumped over it
            if local < end + offset:
                return local - offset
            i += 1


@functools.lru_cache(maxsize=None)
def zone(name):
    return Zone(name)


def told(place):
    return place["always"] or any(place["week"])


def date_text(day):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()


def windows(place, day):
    """(from, to) of the windows that start on this local day."""
    if date_text(day) in place["closed_dates"]:
        return []
    z = zone(place["zone"])
    week_day = (day + 3) % 7  # 1970 began on a Thursday
    plan = [(0, 0)] if place["always"] else [(w["start_minute"], w["end_minute"]) for w in place["week"][week_day]]
    out = []
    for start, end in plan:
        ends_on = day if end > start else day + 1
        out.append((z.first_moment(day * DAY + start * MINUTE), z.first_moment(ends_on * DAY + end * MINUTE)))
    return out


def is_open(place, t):
    today = zone(place["zone"]).day(t)
    return any(a <= t < b for day in range(today - 3, today + 3) for a, b in windows(place, day))


def open_stretches(places, lo, hi):
    """Where the count of open windows of all places is not nought, from lo to hi."""
    steps = {}
    for place in places:
        if not told(place):
            continue
        z = zone(place["zone"])
        for day in range(z.day(lo) - 3, z.day(hi) + 3):
            for a, b in windows(place, day):
                if a < b:
                    steps[a] = steps.get(a, 0) + 1
                    steps[b] = steps.get(b, 0) - 1
    out, count, since = [], 0, None
    for t in sorted(steps):
        before, count = count, count + steps[t]
        if before == 0 and count > 0:
            since = t
        elif before > 0 and count == 0:
            a, b = max(since, lo), min(t, hi)
            if a < b:
                out.append((a, b))
    return out


def state_at(place, t):
    z = zone(place["zone"])
    horizon = z.first_moment((z.day(t) + 15) * DAY)
    for a, b in open_stretches([place], t - 2 * DAY, horizon + 3 * DAY):
        if a <= t < b:
            return {"open": True, "next_opening": None, "closes_at": b if b <= horizon else None}
        if a > t:
            return {"open": False, "next_opening": a if a < horizon else None, "closes_at": None}
    return {"open": False, "next_opening": None, "closes_at": None}


def open_ms(places, a, b):
    return sum(y - x for x, y in open_stretches(places, a, b)) if a < b else 0


def open_ms_by_minutes(place, a, b):
    return sum(MINUTE for t in range(a, b, MINUTE) if is_open(place, t))


def add_open(places, start, duration, horizon=731 * DAY):
    if duration <= 0:
        return start
    for a in range(start, start + horizon, 60 * DAY):
        for x, y in open_stretches(places, a, min(a + 60 * DAY, start + horizon)):
            if y - x >= duration:
                return x + duration
            duration -= y - x
    return None
