#!/usr/bin/python3
"""Two people at their desks and the assistant answer one customer in one conversation, online and with one of them offline,
until the server has refused often enough: no customer gets two answers to the same words, and nobody's words are lost.

  races_journey.py SOURCE BINARIES TESTS [CONFLICTS]

Both desks are the console without its windows (tests/console), each behind a wire of its own that can be cut. Refusals are
counted in the server's own log of requests; double answers by double_answers.py in its store. Without a figure 120 conflicts;
FOREDECK_LONG=1: 600. What the real window does with a refusal is seen in kill_window.py."""

import collections
import json
import os
import random
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in (HERE, os.path.join(HERE, "../console"), os.path.join(HERE, "../faults")):
    sys.path.insert(0, folder)
import assistant_journey
import compare_ledger
import double_answers
import house
import same_picture
import traffic_journey
from desk import Desk
from hold_proxy import HoldProxy
from race_person import Person, settle_words

SEED = 31
SLUG, NUMBER = "casa-marisol", "13057790001"
COLLEAGUE = {"name": "Teo Lang", "email": "teo@northquay.example", "password": "lantern-on-the-pier-88"}
LEASE_MS = 3_600_000  # none lapses by itself, however slow this machine is: who had the conversation is known by the records
LONGEST = 1500  # seconds; what is waited for are the conflicts


class Customer(threading.Thread):
    """Asks something new once the last words in the conversation are not theirs."""

    def __init__(self, place, questions, dice):
        super().__init__(daemon=True)
        self.place, self.questions, self.dice = place, questions, dice
        self.enough = threading.Event()
        self.asked = 0
        self.failure = None

    def ask(self):
        self.asked += 1
        self.place.write(SLUG, NUMBER, [(f"wamid.race.{self.asked}", self.dice.choice(self.questions))])

    def run(self):
        try:
            while not self.enough.is_set():
                more = self.dice.randint(1, 5)
                last = self.place.rows("SELECT max(position) FROM message")[0][0]
                while not self.enough.wait(0.01):  # between two looks
                    newer = self.place.rows("SELECT count(*), coalesce(sum(json_extract(body, '$.role') = 'lead'), 0) FROM message WHERE position > ?", last)[0]
                    if newer[0] >= more or newer[1]:
                        break
                    if self.place.rows("SELECT 1 FROM conversation WHERE owner_kind = 'assistant'") and newer[0]:
                        break
                self.ask()
        except Exception as failure:  # told by whoever waits for this thread
            self.failure = failure


def refusals(backend):
    """By the server's own log of requests: {route: how many 409}."""
    found = collections.Counter()
    with open(backend.log, encoding="utf-8") as lines:
        for text in lines:
            if '"status":409' in text and text.endswith("\n"):
                found[json.loads(text)["route"].rsplit("/", 1)[-1]] += 1
    return found


def sides(store):
    """What the assistant did in the race: answers, and turns that it dropped because the conversation had gone on."""
    answers = house.rows(store, "SELECT count(*) FROM message WHERE json_extract(body, '$.role') = 'ai'")[0][0]
    return answers, house.rows(store, "SELECT count(*) FROM decision WHERE json_extract(body, '$.action') = 'superseded'")[0][0]


def race(place, people, customer, conflicts):
    for one in people + [customer]:
        one.start()
    try:
        def over():
            fallen = [one for one in people + [customer] if not one.is_alive()]
            often = sum(refusals(place.backend).values()) >= conflicts and min(sides(place.backend.store)) >= max(1, conflicts // 50)
            return fallen or (often and all(person.offline for person in people))
        house.wait_for(f"{conflicts} conflicts", over, LONGEST)
    finally:
        for one in people + [customer]:
            one.enough.set()
    for one in people + [customer]:
        one.join(timeout=180)
        if one.failure:
            raise one.failure
        if one.is_alive():
            raise AssertionError(f"{one.name} does not end")


def desks(place, tests, folder):
    """[(name, desk, proxy)] of Nadia and a colleague, live."""
    client, = (row[0] for row in place.rows("SELECT id FROM client WHERE slug = ?", SLUG))
    place.backend.call("POST", f"/api/v1/clients/{client}/users", {**COLLEAGUE, "role": "agent"})
    made = []
    for person in (house.OWNER, COLLEAGUE):
        mine = os.path.join(folder, person["name"].split()[0])
        os.makedirs(mine)
        proxy = HoldProxy(place.backend.port)
        made.append((person["name"], Desk(os.path.join(tests, "console/foredeck-desk"), mine, proxy.url, person), proxy))
        made[-1][1].start().wait("the live state", say="sync", phase="live")
    return made


def tells(desk):
    """The rows of its list."""
    since = desk.mark()
    desk.tell("list")
    return desk.wait("its list", since, say="list")["rows"]


def said(desk):
    """True when nothing of the console's is on its way to the server."""
    box = os.path.join(desk.store, "outbox.db")
    return not house.rows(box, "SELECT 1 FROM op WHERE state IN ('held', 'queued', 'sending', 'acked')")


def main(source, binaries, tests, conflicts=0):
    conflicts = int(conflicts) or (600 if os.environ.get("FOREDECK_LONG") == "1" else 120)
    with tempfile.TemporaryDirectory() as folder:
        place = assistant_journey.House(source, binaries, folder, {"heartbeat_ms": 300, "lease_ms": LEASE_MS}, turn_delay_ms=0, long_conversation=0)
        questions = [faq["question"] for faq in place.records[SLUG]["faqs"]]
        dice = random.Random(SEED)
        began = time.monotonic()
        made = []
        try:
            customer = Customer(place, questions, random.Random(dice.random()))
            customer.ask()
            place.settle()
            conversation, _ = place.conversation("wamid.race.1")
            made = desks(place, tests, folder)
            for _, desk, _ in made:
                seen = os.path.join(desk.store, "cache.db")
                house.wait_for("the desk to see it", lambda: house.rows(seen, "SELECT 1 FROM conversation WHERE body IS NOT NULL") or None)
                house.wait_for("the desk to tell of it", lambda: tells(desk) or None)
            alone = threading.Semaphore()
            people = [Person(name, desk, proxy, conversation, random.Random(dice.random()), alone) for name, desk, proxy in made]
            race(place, people, customer, conflicts)
            place.settle()
            # What one of them still has to say changes what the other is to know.
            house.wait_for("the consoles to have said everything", lambda: all(said(person.desk) for person in people), 60)
            place.settle()
            house.wait_for("the consoles to have everything", lambda: all(traffic_journey.followed(place.backend, person.desk) for person in people), 60)
            for person in people:
                person.desk.end(None)
        finally:
            for _, desk, proxy in made:
                if desk.process.poll() is None:
                    desk.end()
                proxy.end()
            status = place.backend.stop()
        return report(place, people, customer, conflicts, time.monotonic() - began) or status


def report(place, people, customer, conflicts, seconds):
    store = place.backend.store
    told = compare_ledger.Report()
    told.figures["seed"] = SEED
    refused = refusals(place.backend)
    told.figures["409 by the server's log"] = f"{sum(refused.values())} in {seconds:.0f} s: {dict(refused)}"
    told.figures["what the desks were told"] = dict(sum((person.problems for person in people), collections.Counter()))
    told.figures["what they did about it"] = dict(sum((person.chosen for person in people), collections.Counter()))
    told.figures["times offline"] = {person.name: person.offline for person in people}
    answers, superseded = sides(store)
    told.figures["the customer asked"] = customer.asked
    told.figures["the assistant"] = f"{answers} answers, {superseded} dropped because the conversation had gone on"
    if sum(refused.values()) < conflicts:
        told.fault("not enough conflicts", sum(refused.values()))
    if len({conversation for conversation, in house.rows(store, "SELECT conversation_id FROM message")}) != 1:
        told.fault("more than one conversation")
    counted = double_answers.count(store)
    told.figures["answers"] = f"{counted['answers']}: " + ", ".join(f"{len(counted[name])} {name}" for name in double_answers.WRONG)
    for name in double_answers.WRONG:
        for found in counted[name]:
            told.fault(name, *found)
    settle_words(told, people, store)
    for person in people:
        cache = os.path.join(person.desk.store, "cache.db")
        same_picture.compare(told, store, cache)
        same_picture.whole(told, store, cache, person.outbox)
    print("races:")
    return told.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
