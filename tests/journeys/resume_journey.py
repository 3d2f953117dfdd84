#!/usr/bin/python3
"""Events that are dropped, doubled, swapped and lost before a silence, between a real backend and the console's middle.

  resume_journey.py SOURCE BINARIES TESTS [EVENTS FAULTS]

Customers and a colleague make events; a proxy harms them by a seeded list and says what it did (tests/faults/fault_proxy.py);
the console says what it mended. Both accounts are matched one by one: each loss and each swap lies in one repaired hole, by a
resume, before the second heartbeat after it; nothing is mended that was not harmed. At the end the console's file holds what
the server's holds. Without figures 3,000 events and 40 faults; FOREDECK_LONG=1: 30,000 and 300."""

import collections
import datetime
import http.client
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "../console"))
import compare_ledger
import house
import same_picture
import traffic_journey
from desk import Desk

SEED = 20240611
HEARTBEAT_MS = 2000
BURST = 100  # events between two silences
REPAIR = re.compile(r"(\S+) (\S+) (\S+) from=(\d+) to=(\d+) tries=(\d+) ms=(\d+)")
HEALED = ("gap", "tail")
SNAPSHOTS = ("initial", "epoch", "retention", "snapshot")


class Colleague:
    """Somebody at another desk, over REST: notes, replies, claims, read marks. Keeps one connection."""

    def __init__(self, backend):
        self.backend = backend
        self.dice = random.Random(SEED)
        self.wire = http.client.HTTPConnection("127.0.0.1", backend.port, timeout=30)
        self.conversations = self.ids()
        self.chats = self.ids("AND channel_kind = 'live_chat'")  # the vendors of other channels have gone home
        self.number = 0

    def ids(self, more=""):
        base = sqlite3.connect(f"file:{self.backend.store}?mode=ro", uri=True)
        return [row[0] for row in base.execute(f"SELECT id FROM conversation WHERE ended = 0 {more} ORDER BY id")]

    def work(self):
        self.number += 1
        identity = str(uuid.uuid4())
        act, body = self.dice.choice((
            ("notes", {"id": identity, "text": f"note {self.number}"}),
            ("messages", {"id": identity, "text": f"reply {self.number}", "seen_position": 0, "fence": 0, "override": True}),
            ("takeover", {}),
            ("release", {"to": "nobody"}),
            ("read", {"position": self.number}),
        ))
        path = f"/api/v1/conversations/{self.dice.choice(self.chats if act == 'messages' else self.conversations)}/{act}"
        self.wire.request("POST", path, json.dumps(body), self.backend.headers("POST", True, {"Idempotency-Key": identity}))
        answer = self.wire.getresponse()
        text = answer.read()
        if answer.status == 401:
            self.backend.login()
        elif answer.status not in (200, 201, 409):
            raise AssertionError(f"{path}: {answer.status} {text[:200]}")


class Proxy:
    def __init__(self, source, folder, server, faults, events):
        self.port = house.free_port()
        self.log = os.path.join(folder, "faults.jsonl")
        command = ["/usr/bin/python3", "-B", os.path.join(source, "tests/faults/fault_proxy.py"), "--listen", str(self.port), "--server", str(server),
                   "--seed", str(SEED), "--faults", str(faults), "--events", str(events), "--log", self.log]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def lines(self):
        with open(self.log, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.endswith("\n")]

    def faults(self):
        return [line for line in self.lines() if "fault" in line]

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()


def heads(backend):
    base = sqlite3.connect(f"file:{backend.store}?mode=ro", uri=True)
    return dict(base.execute("SELECT name, head FROM stream WHERE head > 0"))


def caught_up(backend, desk):
    """The console's cursors stand at the server's heads, in every stream that it follows."""
    base = sqlite3.connect(f"file:{os.path.join(desk.store, 'cache.db')}?mode=ro", uri=True)
    cursors = dict(base.execute("SELECT stream, seq FROM cursor"))
    return all(cursors.get(name) == head for name, head in heads(backend).items())


def repairs_of(path):
    repairs = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            at, kind, stream, start, end, tries, ms = REPAIR.fullmatch(line.strip()).groups()
            moment = datetime.datetime.fromisoformat(at.replace("Z", "+00:00"))
            repairs.append({"at_ms": round(moment.timestamp() * 1000), "kind": kind, "stream": stream, "from": int(start), "to": int(end), "tries": int(tries), "ms": int(ms), "faults": []})
    return repairs


def match(report, lines, repairs):
    """Each harmful fault in one repaired hole, and each hole with a fault in it. What a resume brought before the console could
    miss it, because an earlier hole was being mended just then, has no hole of its own: the proxy saw it pass."""
    faults = [line for line in lines if "fault" in line]
    beats = [line["at_ms"] for line in lines if "heartbeat" in line]
    again = {(line["stream"], line["seq"]): line["at_ms"] for line in lines if "again" in line}
    longest, unmissed = 0, 0
    for fault in faults:
        if fault["kind"] == "double":
            continue
        at = again.get((fault["stream"], fault["seq"]))
        holes = [r for r in repairs if r["kind"] in HEALED and r["stream"] == fault["stream"] and r["from"] < fault["seq"] <= r["to"]]
        earlier = [r for r in repairs if at and r["kind"] in HEALED and r["stream"] == fault["stream"] and r["to"] < fault["seq"] and fault["at_ms"] - HEARTBEAT_MS <= r["at_ms"] <= at + HEARTBEAT_MS]
        if len(holes) == 1:
            holes[0]["faults"].append(fault)
            at = holes[0]["at_ms"]
        elif not holes and earlier:
            unmissed += 1
        else:
            near = [r for r in repairs if r["stream"] == fault["stream"] and r["from"] - 3 < fault["seq"] <= r["to"] + 3]
            report.fault(f"a {fault['kind']} lies in {len(holes)} repaired holes", fault, *near)
            continue
        passed = sum(fault["at_ms"] <= beat < at for beat in beats)
        longest = max(longest, at - fault["at_ms"])
        if passed > 1:
            report.fault(f"repaired only after {passed} heartbeats", fault, *holes)
    report.figures["brought by the resume of an earlier hole, before it was missed"] = unmissed
    for repair in repairs:
        if repair["kind"] in HEALED and not repair["faults"]:
            report.fault("mended what was not harmed", repair)
        if repair["kind"] not in HEALED + SNAPSHOTS:
            report.fault("mended by another way than resume", repair)
    healed = [r for r in repairs if r["kind"] in HEALED]
    report.figures["faults"] = dict(collections.Counter(fault["kind"] for fault in faults))
    report.figures["repairs by resume"] = dict(collections.Counter(r["kind"] for r in healed))
    report.figures["faults in one hole: how many holes"] = dict(collections.Counter(len(r["faults"]) for r in healed))
    report.figures["resumes sent for one hole: how many holes"] = dict(collections.Counter(r["tries"] for r in healed))
    times = sorted(r["ms"] for r in healed) or [0]
    report.figures["from noticing to healed, ms"] = f"median {times[len(times) // 2]}, most {times[-1]}"
    report.figures["from the fault to its repair, ms"] = f"most {longest}, a heartbeat is {HEARTBEAT_MS}"
    report.figures["heartbeats"] = len(beats)


def snapshots(backend):
    """By the server's own log of requests: how many pages of snapshots were asked for."""
    with open(backend.log, encoding="utf-8") as lines:
        return sum('"request"' in line and "/snapshot" in line for line in lines)


def produce(backend, desk, proxy, events, faults):
    """Bursts of work with silences between them, until all events and faults have been."""
    colleague = Colleague(backend)
    while sum(heads(backend).values()) < events or len(proxy.faults()) < faults:
        before = sum(heads(backend).values())
        while sum(heads(backend).values()) < before + BURST:
            for _ in range(10):
                colleague.work()
        house.wait_for("the console to have everything", lambda: caught_up(backend, desk), 60)
        if proxy.process.poll() is not None:
            raise AssertionError("the proxy has ended")
    return colleague.number


def main(source, binaries, tests, events=0, faults=0):
    long = os.environ.get("FOREDECK_LONG") == "1"
    events, faults = int(events) or (30_000 if long else 3_000), int(faults) or (300 if long else 40)
    dialogues, _, _ = traffic_journey.corpus(source, 20)
    vendor = house.free_port()
    with tempfile.TemporaryDirectory() as folder:
        backend = house.Backend(binaries, folder, {"heartbeat_ms": HEARTBEAT_MS})
        backend.init(traffic_journey.spec(source, vendor))
        backend.start()
        proxy = Proxy(source, folder, backend.port, faults, events)
        log = os.path.join(folder, "repairs.log")
        desk = Desk(os.path.join(tests, "console/foredeck-desk"), folder, f"http://127.0.0.1:{proxy.port}", house.OWNER, "--repair-log", log)
        began = time.monotonic()
        try:
            desk.start().wait("the live state", say="sync", phase="live")
            ledger = traffic_journey.traffic(binaries, backend, folder, "customers", dialogues[:20], vendor, "whatsapp,sms,live_chat")
            acts = produce(backend, desk, proxy, events, faults)
            house.wait_for("the backend to be done", lambda: traffic_journey.drained(backend), 60)
            house.wait_for("the console to have everything", lambda: caught_up(backend, desk), 60)
            # A whole silence, so that a hole nobody has noticed would be.
            beats = sum("heartbeat" in line for line in proxy.lines())
            house.wait_for("two heartbeats", lambda: sum("heartbeat" in line for line in proxy.lines()) >= beats + 2, 60)
        finally:
            if desk.process:
                status = desk.end(None)
            proxy.end()
            status = backend.stop() or status
        report = compare_ledger.Report()
        report.figures["seed"] = SEED
        report.figures["events"] = sum(heads(backend).values())
        report.figures["acts of the colleague"] = acts
        report.figures["seconds"] = round(time.monotonic() - began, 1)
        repairs = repairs_of(log)
        match(report, proxy.lines(), repairs)
        taken = sum(r["kind"] in SNAPSHOTS for r in repairs)
        report.figures["snapshots"] = f"{taken} by the console's log, {snapshots(backend)} pages by the server's"
        if taken > 3:
            report.fault("more than three snapshots")
        same_picture.compare(report, backend.store, os.path.join(desk.store, "cache.db"))
        print("resume:")
        differs = report.finish()
        print("the ledger, the server's store and the console's cache:")
        return compare_ledger.main([ledger, backend.store, os.path.join(desk.store, "cache.db")]) or differs or status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
