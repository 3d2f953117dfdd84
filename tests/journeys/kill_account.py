"""What the desk said was kept, and what became of it: the harness's own account, set against both programs' files by sqlite3.
A reply or a note is known by its words, which are given once."""

import collections
import os
import shutil
import sqlite3
import tempfile

import compare_ledger


def read(path, query, *values):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)
    try:
        return list(base.execute(query, values))
    finally:
        base.close()


def copy_of(path, folder):
    """The file of a program that was killed, with its log: what is looked at is not touched."""
    for suffix in ("", "-wal"):
        if os.path.exists(path + suffix):
            shutil.copy(path + suffix, folder)
    return os.path.join(folder, os.path.basename(path))


def check(path):
    """What integrity_check of the dead file says when it is not "ok"."""
    with tempfile.TemporaryDirectory() as folder:
        found = read(copy_of(path, folder), "PRAGMA integrity_check")
        return [] if found == [("ok",)] else found[:3]


class Account:
    def __init__(self):
        self.given = collections.OrderedDict()  # words: {kind, conversation, op}
        self.acts = {}  # op: kind, of acts without words that were committed
        self.marks = {}  # op: conversation, of read marks: the outbox joins those of one conversation that have not left yet
        self.returned = set()  # words that stood in a composer again
        self.dropped = set()  # acts that were told to be dropped
        self.reviewed = set()  # acts that needed a look
        self.drafts = 0  # times that a draft was said to be saved
        self.typed = collections.Counter()  # (conversation, kind): the last number that was typed there
        self.saved = collections.Counter()  # and the last that was said to be saved
        self.faults = []

    def words(self, kind, conversation, more=""):
        words = f"{kind} {len(self.given) + 1}#{more}"
        self.given[words] = {"kind": kind, "conversation": conversation, "op": None}
        return words

    def listen(self, lines):
        """The lines of a life, when it is over or looked at."""
        for line in lines:
            if line["say"] == "committed":
                if line.get("text") in self.given:
                    self.given[line["text"]]["op"] = line["op"]
                elif "text" not in line:
                    self.acts[line["op"]] = line["kind"]
                    if line["kind"] == "read":
                        self.marks[line["op"]] = line["conversation"]
            elif line["say"] == "saved":
                self.is_saved(line)
            elif line["say"] == "draft":
                self.is_shown(line)
            elif line["say"] == "op" and line["state"] in ("needs_review", "refused"):
                self.reviewed.add(line["op"])

    def is_saved(self, line):
        place = (line["conversation"], line["kind"])
        self.saved[place] = max(self.saved[place], int(line["text"]))
        self.drafts += 1

    def is_shown(self, line):
        """A life begins with what the last one said it had."""
        place = (line["conversation"], line["kind"])
        if int(line["text"] or 0) < self.saved[place]:
            self.faults.append(f"said to be saved: {self.saved[place]}, shown: {line['text']!r}")

    def look(self, outbox):
        """The composers, as the file has them: returned words, and what is being typed."""
        journal = {(conversation, kind): text for conversation, kind, text in read(outbox, "SELECT conversation_id, kind, text FROM composition")}
        for place, saved in self.saved.items():
            if int(journal.get(place) or 0) < saved:
                self.faults.append(f"said to be saved: {saved}, in the file: {journal.get(place)!r}")
        for place, text in journal.items():
            if place not in self.typed:
                self.returned |= {line for line in text.split("\n") if line in self.given}

    def settle(self, report, store, outbox):
        """Nothing that was said to be kept is lost, nothing is there twice, nothing has overtaken."""
        made = self.made(report, store)
        cancelled = {row[0] for row in read(outbox, "SELECT op_id FROM op WHERE state = 'cancelled'")}
        served = {row[0] for row in read(store, "SELECT op_id FROM op_record")}
        count = collections.Counter()
        for words, act in self.given.items():
            there, back = words in made, words in self.returned
            gone = act["op"] in self.dropped and act["op"] in cancelled
            if there + back + gone > 1:
                report.fault("in two places", words[:40], "arrived" if there else "", "returned" if back else "", "dropped" if gone else "")
            if act["op"] and not (there or back or gone):
                report.fault("lost", words[:40], act["op"])
            if act["op"] and there and made[words]["id"] != act["op"]:
                report.fault("under another id", words[:40], act["op"], made[words]["id"])
            count["arrived" if there else "returned" if back else "dropped" if gone else "never committed"] += 1
        read_there = {self.marks[op] for op in self.marks if op in served}
        lost = [op for op in self.acts if op not in served and op not in cancelled and self.marks.get(op) not in read_there]
        for op in lost:
            report.fault("lost", self.acts[op], op)
        for op, kind, times in read(store, "SELECT op_id, kind, count(*) FROM event WHERE op_id <> '' AND kind IN ('message.created', 'note.created', 'conversation.updated') GROUP BY op_id, kind HAVING count(*) > 1"):
            report.fault("an act with two effects", op, kind, times)
        self.ordered(report, made)
        report.figures["replies and notes given"] = len(self.given)
        report.figures["said to be committed"] = sum(act["op"] is not None for act in self.given.values())
        report.figures["what became of them"] = dict(count)
        report.figures["other acts committed"] = len(self.acts)
        report.figures["acts that needed a look"] = len(self.reviewed)
        report.figures["drafts said to be saved"] = f"{self.drafts} in {len(self.saved)} composers"
        for fault in self.faults:
            report.fault(fault)

    def made(self, report, store):
        made = {}
        rows = read(store, "SELECT id, conversation_id, position, json_extract(body, '$.text') FROM message WHERE json_extract(body, '$.role') = 'staff'")
        rows += read(store, "SELECT id, conversation_id, position, json_extract(body, '$.text') FROM note")
        for identity, conversation, position, words in rows:
            if words not in self.given:
                report.fault("words that nobody gave", identity, words[:40])
            elif words in made:
                report.fault("doubled", words[:40])
            elif self.given[words]["conversation"] != conversation:
                report.fault("in another conversation", words[:40])
            made[words] = {"id": identity, "position": position}
        return made

    def ordered(self, report, made):
        """In a conversation: replies as they were given, notes as they were given, and a note never before a reply that went its
        way without a look."""
        last = collections.defaultdict(int)
        for words, act in self.given.items():
            if words not in made:
                continue
            position = made[words]["position"]
            plain = act["op"] not in self.reviewed
            before = [(act["conversation"], act["kind"])] + ([(act["conversation"], "any")] if plain else [])
            if any(position <= last[key] for key in before):
                report.fault("overtaken", words[:40], position)
            for key in before:
                last[key] = max(last[key], position)


def vendor_doubles(ledger, store):
    """(messages that a customer received more often than they were written to them, all that were received)"""
    sent, heard = compare_ledger.read_ledger(ledger)
    keys = {entry["provider_id"]: entry["key"] for entry in sent}
    homes, written = collections.defaultdict(set), collections.Counter()
    for provider_id, conversation, role, text in read(store, "SELECT provider_id, conversation_id, json_extract(body, '$.role'), json_extract(body, '$.text') FROM message"):
        if role == "lead":
            homes[keys.get(compare_ledger.given(provider_id))].add(conversation)
        else:
            written[conversation, compare_ledger.digest(text)] += 1
    received = collections.Counter((entry["key"], entry["sha256"]) for entry in heard)
    doubles = sum(max(0, count - sum(written[conversation, digest] for conversation in homes[key])) for (key, digest), count in received.items())
    return doubles, len(heard)
