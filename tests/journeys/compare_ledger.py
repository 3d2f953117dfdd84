#!/usr/bin/python3
"""Compares the sender's account of a run with what the server, and when named the console, hold on disk. It shares no code
with either program: the ledger is JSON lines, the stores are read with sqlite3, and what it looks for is said here.

  compare_ledger.py LEDGER foredeckd.db [CACHE]

Every accepted provider id exactly once; in each conversation the customer's messages in the order of the 2xx; each text by
its SHA-256; nothing of a customer that was never sent; positions of a conversation without holes and doubles. Answers that a
vendor received must be messages of the server with that provider id and text. Exit status 1 when something differs."""

import collections
import hashlib
import json
import sqlite3
import sys


class Report:
    def __init__(self):
        self.figures = collections.OrderedDict()
        self.faults = []

    def fault(self, what, *details):
        self.faults.append(what + ": " + " ".join(str(detail) for detail in details))

    def finish(self):
        for name, value in self.figures.items():
            print(f"  {name}: {value}")
        for fault in self.faults[:40]:
            print("DIFFERS", fault)
        if len(self.faults) > 40:
            print(f"… and {len(self.faults) - 40} more")
        print("same" if not self.faults else f"{len(self.faults)} differences")
        return 1 if self.faults else 0


def read_ledger(path):
    sent, received = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if entry["kind"] == "sent":
                sent.append(entry)
            elif entry["kind"] == "received":
                received.append(entry)
    return sent, received


def given(provider_id):
    """The id that the sender gave: a live chat's is kept with its window, "chat:<length of session>:<session>:<id>"."""
    if not provider_id.startswith("chat:"):
        return provider_id
    length, rest = provider_id.removeprefix("chat:").split(":", 1)
    return rest[int(length) + 1 :]


def read_store(path):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    messages = []
    query = "SELECT client_id, conversation_id, position, id, provider_id, body FROM message ORDER BY client_id, conversation_id, position"
    for client, conversation, position, identity, provider_id, body in base.execute(query):
        body = json.loads(body)
        messages.append(
            {
                "client_id": client,
                "conversation": conversation,
                "position": position,
                "id": identity,
                "provider_id": given(provider_id),
                "role": body["role"],
                "text": body["text"],
                "version": body["version"],
            }
        )
    taken = collections.Counter(given(identity) for identity, in base.execute("SELECT provider_id FROM inbox"))
    places = collections.defaultdict(list)
    for table in ("message", "note", "transition"):
        for conversation, position in base.execute(f"SELECT conversation_id, position FROM {table}"):
            places[conversation].append(position)
    return messages, taken, places


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def accepted_once(report, sent, messages, taken):
    """Every accepted id once; what nobody knows the fate of, at most once; what was refused, never."""
    stored = collections.defaultdict(list)
    for message in messages:
        if message["role"] == "lead" and message["provider_id"]:
            stored[message["provider_id"]].append(message)
    for entry in sent:
        identity = entry["provider_id"]
        rows = stored.pop(identity, [])
        if taken.get(identity, 0) > 1:
            report.fault("inbox holds it twice", identity)
        if entry["order"] is None:
            if len(rows) > (0 if entry["status"] >= 300 else 1):
                report.fault("refused or unknown, yet stored", identity, entry["status"])
            continue
        if entry["door"] == "missed_call":
            if taken.get(identity, 0) != 1:
                report.fault("an accepted call is not in the inbox", identity)
            continue
        if len(rows) != 1:
            report.fault(f"accepted and stored {len(rows)} times", identity, entry["key"])
            continue
        if digest(rows[0]["text"]) != entry["sha256"]:
            report.fault("another text", identity)
        entry["row"] = rows[0]
    for identity in stored:
        report.fault("a customer's message that nobody sent", identity)


def in_order(report, sent):
    """In one conversation, what was accepted first stands first."""
    last = {}
    for entry in sorted((e for e in sent if "row" in e), key=lambda e: e["order"]):
        row = entry["row"]
        before = last.get(row["conversation"])
        if before is not None and row["position"] <= before["position"]:
            report.fault("out of order", entry["provider_id"], row["position"], "after", before["position"])
        last[row["conversation"]] = row
    homes = collections.defaultdict(set)
    for entry in sent:
        if "row" in entry:
            homes[entry["key"]].add(entry["row"]["conversation"])
    split = [key for key, conversations in homes.items() if len(conversations) > 1]
    shared = collections.Counter(conversation for conversations in homes.values() for conversation in conversations)
    report.figures["conversations"] = len(shared)
    report.figures["keys over several conversations"] = len(split)
    for conversation, count in shared.items():
        if count > 1:
            report.fault("two customers in one conversation", conversation)


def whole(report, places):
    for conversation, positions in places.items():
        positions.sort()
        if positions != list(range(positions[0], positions[0] + len(positions))):
            report.fault("positions with holes or doubles", conversation, positions[:20])


def answers_kept(report, received, messages):
    """What a vendor or a visitor received is a message of ours, once, with that text."""
    by_id = collections.Counter()
    known = {}
    for message in messages:
        if message["role"] != "lead":
            for identity in {message["provider_id"], message["id"]} - {""}:
                known[identity] = message
    unlinked = 0
    for entry in received:
        by_id[entry["provider_id"]] += 1
        message = known.get(entry["provider_id"])
        if message is None:
            unlinked += 1
        elif digest(message["text"]) != entry["sha256"]:
            report.fault("an answer with another text", entry["provider_id"])
    for identity, count in by_id.items():
        if count > 1:
            report.fault(f"an answer received {count} times", identity)
    report.figures["answers received"] = len(received)
    report.figures["answers whose provider id the server does not know"] = unlinked


def cache_same(report, path, messages):
    """The console's file holds the same public messages at the same places."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    cached = {}
    for identity, body in base.execute("SELECT id, body FROM timeline WHERE kind = 'message'"):
        body = json.loads(body)
        if identity in cached:
            report.fault("twice in the cache", identity)
        cached[identity] = (body["conversation_id"], body["position"], body["text"], body["version"])
    report.figures["messages in the cache"] = len(cached)
    for message in messages:
        mine = (message["conversation"], message["position"], message["text"], message["version"])
        theirs = cached.pop(message["id"], None)
        if theirs is None:
            report.fault("not in the cache", message["id"])
        elif theirs != mine:
            report.fault("another in the cache", message["id"], theirs[:2], mine[:2], theirs[3], mine[3])
    for identity in cached:
        report.fault("only in the cache", identity)


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    report = Report()
    sent, received = read_ledger(arguments[0])
    messages, taken, places = read_store(arguments[1])
    accepted = [entry for entry in sent if entry["order"] is not None]
    report.figures["sent"] = len(sent)
    report.figures["accepted"] = len(accepted)
    report.figures["attempts"] = sum(entry["attempts"] for entry in sent)
    report.figures["messages in the store"] = len(messages)
    accepted_once(report, sent, messages, taken)
    in_order(report, sent)
    whole(report, places)
    answers_kept(report, received, messages)
    if len(arguments) == 3:
        cache_same(report, arguments[2], messages)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
