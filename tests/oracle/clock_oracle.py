#!/usr/bin/env python3
"""Holds business hours and SLA clocks (models/domain/hours.h, sla.h) against an implementation of their definitions in
Python, with zoneinfo for the zones: clock_oracle.py <clock-answers> [cases] [seed]. 0: no difference."""

import json
import random
import subprocess
import sys
import zoneinfo

import cases
import openhours
import slastory


def ours(c):
    """What the definitions say, in the words of clock-answers."""
    place, t = c["places"][0], cases.text
    out = {"told": openhours.told(place)}
    if out["told"]:
        out.update(openhours.state_at(place, c["at"]))
        out["open_ms"] = openhours.open_ms([place], c["from"], c["to"])
        if c["by_minutes"]:
            by_minutes = openhours.open_ms_by_minutes(place, c["from"], c["to"])
            if by_minutes != out["open_ms"]:
                raise AssertionError("the oracle contradicts itself in case %d" % c["number"])
        added = openhours.add_open([place], c["from"], c["duration_ms"])
        if added is not None:
            out["added"] = added
    elif c["duration_ms"] == 0:
        out["added"] = c["from"]
    out.update(slastory.clocks(c, c["rows"], c["now"]))
    out["mark_state"] = state_of(out["mark"], c["now"])
    return timed(out, t)


def state_of(mark, now):
    if mark is None:
        return "none"
    begun, until, due = mark["paused_from"], mark["paused_until"], mark["due"]
    paused = begun is not None and begun <= now and (until is None or now < until)
    if due is not None and due < (begun if paused else now):
        return "late"
    return "paused" if paused else "warning" if mark["warn_at"] is not None and mark["warn_at"] <= now else "running"


TIMES = ("next_opening", "closes_at", "added", "started", "stopped", "due", "warn", "warn_at", "paused_from", "paused_until")


def timed(value, text):
    if not isinstance(value, dict):
        return value
    return {k: text(v) if k in TIMES and v is not None else timed(v, text) for k, v in value.items()}


def differences(c, mine, theirs, path=""):
    for key in sorted(set(mine) | set(theirs)):
        a, b = mine.get(key), theirs.get(key)
        if isinstance(a, dict) and isinstance(b, dict):
            yield from differences(c, a, b, path + key + ".")
        elif key == "used" and a is not None and b is not None and abs(a - b) < 1e-9:
            continue
        elif a != b:
            yield "case %d, %s: %s%s is %r here and %r there" % (c["number"], c["zone"], path, key, a, b)


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261129
    missing = [z for z in cases.ZONES if z not in zoneinfo.available_timezones()]
    if missing:
        print("skipped: no time zones here: " + " ".join(missing))
        return 77
    rng = random.Random(seed)
    asked = [cases.case(rng, number) for number in range(count)]
    lines = "".join(json.dumps(cases.on_the_wire(c)) + "\n" for c in asked)
    run = subprocess.run([program], input=lines, capture_output=True, text=True, check=False)
    answers = run.stdout.splitlines()
    if run.returncode != 0 or len(answers) != count:
        print("%s ended with %d after %d answers: %s" % (program, run.returncode, len(answers), run.stderr.strip()))
        return 1
    found, states = [], {}
    for c, line in zip(asked, answers):
        mine = ours(c)
        states[mine["mark_state"]] = states.get(mine["mark_state"], 0) + 1
        for kind in ("first", "next", "resolution"):
            states[mine[kind]["state"]] = states.get(mine[kind]["state"], 0) + 1
        found.extend(differences(c, mine, json.loads(line)))
    for line in found[:20]:
        print(line)
    print("%d cases in %d zones (seed %d), clocks seen %s: %d differences"
          % (count, len(cases.ZONES), seed, json.dumps(dict(sorted(states.items()))), len(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
