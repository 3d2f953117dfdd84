#!/usr/bin/python3
"""Console and server are killed in every state an act can be in, while customers write; nothing may be lost, doubled or
overtaken.

  kill_journey.py SOURCE BINARIES TESTS [CONSOLE SERVER]

Customers' dialogues run against the server all the while. A desk (tests/console) works in their conversations; it is brought
into a state (kill_scenes.py), then it or the server gets SIGKILL and starts again. At the end the desk's account
(kill_account.py), the customers' ledger and both programs' files are compared. Then the real console with its embedded backend
is killed (kill_program.py). Without figures 16 kills of each; FOREDECK_LONG=1: 304 of the console, 38 in every state, 104 of the
server, and 300 dialogues."""

import collections
import os
import random
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in (HERE, os.path.join(HERE, "../console"), os.path.join(HERE, "../faults")):
    sys.path.insert(0, folder)
import compare_ledger
import house
import kill_program
import same_picture
import traffic_journey
from desk import Desk
from hold_proxy import HoldProxy
from kill_account import Account, check, read, vendor_doubles
from kill_scenes import STATES, Scenes

SEED = 77
UNDO_MS = 3000
LINGER_MS = 25_000  # the vendors see what is sent once it has been looked for in vain, too
CONVERSATIONS = 15  # before the desk begins to work
VICTIMS = ("console", "server")


class Customers:
    """foredeck-traffic beside everything else."""

    def __init__(self, binaries, backend, folder, rows, provider, concurrency):
        path = os.path.join(folder, "dialogues.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(traffic_journey.json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        self.ledger = os.path.join(folder, "ledger.jsonl")
        self.log = os.path.join(folder, "traffic.log")
        command = [os.path.join(binaries, "foredeck-traffic"), "--dialogues", path, "--doors", backend.doors_file, "--server", backend.url, "--ledger", self.ledger,
                   "--speed", "0", "--concurrency", str(concurrency), "--provider-port", str(provider), "--channels", "whatsapp,sms,live_chat", "--answer-timeout", "3000", "--linger", str(LINGER_MS)]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)

    def writing(self):
        return self.process.poll() is None

    def end(self, seconds):
        status = self.process.wait(timeout=seconds)
        if status != 0:
            with open(self.log, encoding="utf-8") as log:
                raise AssertionError(f"foredeck-traffic ended with {status}:\n" + log.read()[-2000:])


def is_done(backend):
    """Nothing is left to do, but for sending: the vendors have gone home with the customers, while the desk wrote on. Who is
    told next of a hand-over is told at its time."""
    waits = read(backend.store, "SELECT 1 FROM job WHERE state IN ('queued', 'running') AND run_at <= ? AND kind NOT IN ('channel.send', 'escalation.ladder')", int(time.time() * 1000))
    return not waits and not read(backend.store, "SELECT 1 FROM inbox WHERE state = 'new'")


class Run:
    def __init__(self, backend, desk, proxy, customers):
        self.backend, self.desk, self.proxy, self.customers = backend, desk, proxy, customers
        self.account = Account()
        self.dice = random.Random(SEED)
        self.scenes = Scenes(desk, proxy, backend.store, self.account, self.dice)
        self.kills = collections.Counter()
        self.in_state = collections.Counter()
        self.beside = collections.Counter()
        self.during = 0
        self.faults = []

    @property
    def outbox(self):
        return os.path.join(self.desk.store, "outbox.db")

    def go(self, each):
        """`each`: how often a victim is killed in a state."""
        rounds = [(victim, state) for victim in VICTIMS for state in STATES for _ in range(each[victim])]
        self.dice.shuffle(rounds)
        self.enter()
        for victim, state in rounds:
            self.round(victim, state)
        # What had moved on before it was killed: once more, but not for ever.
        for victim, state in sorted(set(rounds)) * (3 * max(each.values())):
            if self.in_state[victim, state] < each[victim]:
                self.round(victim, state)

    def round(self, victim, state):
        self.scenes.bustle()
        op = getattr(self.scenes, state)()
        self.scenes.type()
        self.during += self.customers.writing()
        self.kill(victim, state, op)
        if victim == "server" and self.kills[victim] % 8 == 1:
            self.faults += check(self.backend.store)
        self.restart(victim)
        self.enter()

    def enter(self):
        """The desk is live (again) and everything it needs to know of its last life is known."""
        self.scenes.enter()
        self.account.look(self.outbox)

    def kill(self, victim, state, op):
        self.kills[victim] += 1
        if victim == "server":
            stood = dict(read(self.outbox, "SELECT op_id, state FROM op"))
            self.proxy.cut()
            self.backend.kill()
        else:
            self.desk.end()
            self.account.listen(self.desk.lines[self.desk.began :])
            stood = dict(read(self.outbox, "SELECT op_id, state FROM op"))
            self.faults += check(self.outbox)
            self.account.look(self.outbox)
        self.in_state[victim, state] += stood.get(op) == state
        self.beside.update({other for other in stood.values() if other not in ("confirmed", "cancelled")})

    def restart(self, victim):
        since = self.desk.mark()
        if victim == "server":
            self.backend.start()
            self.proxy.release()
        else:
            self.proxy.release()
            self.desk.start()
            self.account.look(self.outbox)
        self.desk.wait("the live state", since, say="sync", phase="live")

    def drain(self):
        """Nothing is killed any more: everything goes its way, what needs a look gets one."""
        def empty():
            self.scenes.look_at_reviews(last=True)
            return not self.desk.states()
        house.wait_for("the outbox to be empty", empty, 120)
        cache = os.path.join(self.desk.store, "cache.db")
        def level():
            cursors = dict(read(cache, "SELECT stream, seq FROM cursor"))
            return is_done(self.backend) and all(cursors.get(name) == head for name, head in read(self.backend.store, "SELECT name, head FROM stream WHERE head > 0"))
        house.wait_for("the console to have everything", level, 120)
        self.desk.end(None)
        self.account.listen(self.desk.lines[self.desk.began :])
        self.account.look(self.outbox)


def desks(source, binaries, tests, folder, each, dialogues, concurrency):
    """The exit status of the part with the desk."""
    rows, _, from_corpus = traffic_journey.corpus(source, dialogues)
    provider = house.free_port()
    backend = house.Backend(binaries, folder, {"heartbeat_ms": 500})
    backend.init(traffic_journey.spec(source, provider))
    backend.start()
    proxy = HoldProxy(backend.port)
    customers = Customers(binaries, backend, folder, rows, provider, concurrency)
    desk = Desk(os.path.join(tests, "console/foredeck-desk"), folder, proxy.url, house.OWNER, "--undo-ms", str(UNDO_MS))
    run = Run(backend, desk, proxy, customers)
    began = time.monotonic()
    try:
        desk.start().wait("the live state", say="sync", phase="live")
        house.wait_for("some conversations", lambda: read(backend.store, "SELECT count(*) FROM conversation")[0][0] >= CONVERSATIONS, 60)
        house.wait_for("the desk to see them", lambda: read(os.path.join(desk.store, "cache.db"), "SELECT count(*) FROM conversation WHERE body IS NOT NULL")[0][0] >= CONVERSATIONS, 60)
        run.go(each)
        killing = time.monotonic() - began
        customers.end(1500)
        run.drain()
    finally:
        if customers.writing():
            customers.process.terminate()
            customers.process.wait(timeout=20)
        if desk.process.poll() is None:
            desk.end()
        status = backend.stop()
        proxy.end()
    return report(run, each, killing, from_corpus) or status


def report(run, each, killing, from_corpus):
    cache, store, outbox = os.path.join(run.desk.store, "cache.db"), run.backend.store, run.outbox
    told = compare_ledger.Report()
    told.figures["seed"] = SEED
    told.figures["kills"] = f"{dict(run.kills)} in {killing:.0f} s, {run.during} of them while customers wrote"
    for victim in VICTIMS:
        told.figures[f"{victim} killed in"] = {state: run.in_state[victim, state] for state in STATES}
        for state in STATES:
            if run.in_state[victim, state] < each[victim]:
                told.fault("not killed often enough", victim, "in", state, run.in_state[victim, state])
    told.figures["acts of other states stood beside, in so many kills"] = dict(run.beside)
    for fault in run.faults:
        told.fault("a damaged file after a kill", fault)
    run.account.settle(told, store, outbox)
    doubles, received = vendor_doubles(run.customers.ledger, store)
    told.figures["answers that reached a customer twice"] = f"{doubles} of {received}"
    if doubles:
        told.fault("a customer has the same answer twice", doubles)
    same_picture.compare(told, store, cache)
    same_picture.whole(told, store, cache, outbox)
    print("kills:" if from_corpus else "kills (without the shared corpus: the sample's dialogues stood in):")
    differs = told.finish()
    print("the ledger, the server's store and the console's cache:")
    return compare_ledger.main([run.customers.ledger, store, cache]) or differs


def main(source, binaries, tests, *kills):
    long = os.environ.get("FOREDECK_LONG") == "1"
    kills = [int(count) for count in kills] or ([304, 104] if long else [16, 16])
    each = {victim: -(-count // len(STATES)) for victim, count in zip(VICTIMS, kills)}
    with tempfile.TemporaryDirectory() as folder:
        desk_status = desks(source, binaries, tests, folder, each, 300 if long else 20, 8 if long else 4)
    with tempfile.TemporaryDirectory() as folder:
        return kill_program.kills(binaries, folder, 16 if long else 3) or desk_status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
