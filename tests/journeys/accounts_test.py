#!/usr/bin/python3
"""The accounts of the long journeys see each kind of wrong: small files and logs, whole ones and ones with one thing wrong."""

import json
import os
import sqlite3
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in (HERE, os.path.join(HERE, "../console"), os.path.join(HERE, "../faults")):
    sys.path.insert(0, folder)
import compare_ledger
import kill_window
import resume_journey
import same_picture
from kill_account import Account
from race_person import settle_words


def faults_of(report):
    return [fault.split(":")[0] for fault in report.faults]


class Races(unittest.TestCase):
    """Of three lines one was sent, one stands in the composer, one was dropped."""

    class Person:
        name, conversation = "Nadia", "c"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.person = self.Person()
        self.person.outbox = os.path.join(self.folder.name, "outbox.db")
        self.person.given = {"one": ["o1"], "two": ["o2", "o3"], "three": ["o4"]}
        self.person.dropped = {"o4"}
        self.messages, self.composer, self.cancelled = [("Nadia", "one")], "two", ["o4"]

    def faults(self):
        store = os.path.join(self.folder.name, "store.db")
        with sqlite3.connect(store) as base:
            base.executescript("CREATE TABLE message (conversation_id, body); CREATE TABLE note (conversation_id, body);")
            for name, text in self.messages:
                base.execute("INSERT INTO message VALUES ('c', ?)", (json.dumps({"role": "staff", "author": {"name": name}, "text": text}),))
        with sqlite3.connect(self.person.outbox) as base:
            base.executescript("CREATE TABLE op (op_id, state); CREATE TABLE composition (text);")
            base.execute("INSERT INTO composition VALUES (?)", (self.composer,))
            base.executemany("INSERT INTO op VALUES (?, 'cancelled')", [(op,) for op in self.cancelled])
        report = compare_ledger.Report()
        settle_words(report, [self.person], store)
        return faults_of(report)

    def test_whole(self):
        self.assertEqual(self.faults(), [])

    def test_lost_from_the_composer(self):
        self.composer = ""
        self.assertEqual(self.faults(), ["lost"])

    def test_lost_on_the_way(self):
        self.messages = []
        self.assertEqual(self.faults(), ["lost"])

    def test_dropped_and_not_cancelled(self):
        self.cancelled = []
        self.assertEqual(self.faults(), ["lost"])

    def test_sent_twice(self):
        self.messages.append(("Nadia", "one"))
        self.assertEqual(self.faults(), ["in two places"])

    def test_sent_and_in_the_composer(self):
        self.composer = "one\ntwo"
        self.assertEqual(self.faults(), ["in two places"])

    def test_under_another_name(self):
        self.messages = [("Teo", "one")]
        self.assertEqual(self.faults(), ["somebody else's"])

    def test_words_of_nobody(self):
        self.messages.append(("Nadia", "four"))
        self.assertEqual(self.faults(), ["words that nobody typed"])


class Windows(unittest.TestCase):
    """Of five words one was sent, one stands in the composer, one in an act that was refused, one was taken back, and one was
    never called saved."""

    class Window:
        words, kept = 5, {"reply1x", "note2x", "note3x", "reply4x"}

    def faults(self, message="reply1x", composer="note2x reply4x", state="refused"):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        window, store = self.Window(), os.path.join(folder.name, "store.db")
        window.outbox = os.path.join(folder.name, "outbox.db")
        with sqlite3.connect(store) as base:
            base.executescript("CREATE TABLE message (body); CREATE TABLE note (body);")
            base.execute("INSERT INTO message VALUES (?)", (json.dumps({"text": message}),))
        with sqlite3.connect(window.outbox) as base:
            base.executescript("CREATE TABLE op (kind, state, body); CREATE TABLE composition (text);")
            base.execute("INSERT INTO composition VALUES (?)", (composer,))
            base.executemany("INSERT INTO op VALUES (?, ?, ?)", [("note", state, json.dumps({"text": "note3x"})), ("reply", "cancelled", json.dumps({"text": "reply4x"}))])
        report = compare_ledger.Report()
        kill_window.settle(report, window, store)
        return report.faults

    def test_whole(self):
        self.assertEqual(self.faults(), [])

    def test_lost(self):
        self.assertEqual(len(self.faults(message="")), 1)
        self.assertEqual(len(self.faults(composer="note2x")), 1)
        self.assertEqual(len(self.faults(state="cancelled")), 1)

    def test_sent_and_still_there(self):
        self.assertEqual(len(self.faults(composer="note2x reply4x reply1x")), 1)
        self.assertEqual(len(self.faults(message="reply1x note3x")), 1)


class Kills(unittest.TestCase):
    """Two replies and a note in one conversation."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.account = Account()
        self.first = self.account.words("reply", "c")
        self.second = self.account.words("reply", "c")
        self.note = self.account.words("note", "c")
        self.say("o1", self.first)
        self.say("o2", self.second)
        self.say("o3", self.note)
        self.messages = [("o1", "c", 2, self.first), ("o2", "c", 3, self.second)]
        self.notes = [("o3", "c", 4, self.note)]
        self.events = [("o1", "message.created"), ("o2", "message.created"), ("o3", "note.created")]
        self.served = ["o1", "o2", "o3"]
        self.cancelled = []
        self.drafts = []

    def say(self, op, words):
        self.account.listen([{"say": "committed", "op": op, "kind": words.split()[0], "text": words}])

    def base(self, name, script):
        path = os.path.join(self.folder.name, name)
        base = sqlite3.connect(path)
        base.executescript(script)
        return path, base

    def settle(self):
        store, base = self.base("store.db", "CREATE TABLE message (id, conversation_id, position, body); CREATE TABLE note (id, conversation_id, position, body);"
            "CREATE TABLE event (op_id, kind); CREATE TABLE op_record (op_id);")
        for table, rows in (("message", self.messages), ("note", self.notes)):
            for identity, conversation, position, words in rows:
                base.execute(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", (identity, conversation, position, json.dumps({"role": "staff", "text": words})))
        base.executemany("INSERT INTO event VALUES (?, ?)", self.events)
        base.executemany("INSERT INTO op_record VALUES (?)", [(op,) for op in self.served])
        base.commit()
        base.close()
        outbox, base = self.base("outbox.db", "CREATE TABLE op (op_id, state); CREATE TABLE composition (conversation_id, kind, text);")
        base.executemany("INSERT INTO op VALUES (?, 'cancelled')", [(op,) for op in self.cancelled])
        base.executemany("INSERT INTO composition VALUES (?, 'reply', ?)", self.drafts)
        base.commit()
        base.close()
        self.account.look(outbox)
        report = compare_ledger.Report()
        self.account.settle(report, store, outbox)
        return faults_of(report)

    def test_whole(self):
        self.assertEqual(self.settle(), [])

    def test_lost(self):
        self.messages.pop()
        self.assertEqual(self.settle(), ["lost"])

    def test_what_was_not_said_to_be_committed_may_be_missing(self):
        self.account.given[self.second]["op"] = None
        self.messages.pop()
        self.assertEqual(self.settle(), [])

    def test_returned(self):
        self.messages.pop()
        self.drafts = [("c", "typed\n" + self.second)]
        self.assertEqual(self.settle(), [])

    def test_returned_and_arrived(self):
        self.drafts = [("c", self.second)]
        self.assertEqual(self.settle(), ["in two places"])

    def test_dropped(self):
        self.messages.pop()
        self.account.dropped.add("o2")
        self.assertEqual(self.settle(), ["lost"])
        self.cancelled = ["o2"]
        os.remove(os.path.join(self.folder.name, "store.db"))
        os.remove(os.path.join(self.folder.name, "outbox.db"))
        self.assertEqual(self.settle(), [])

    def test_doubled(self):
        self.messages.append(("o9", "c", 9, self.first))
        self.assertIn("doubled", self.settle())

    def test_two_effects(self):
        self.events.append(("o1", "message.created"))
        self.assertEqual(self.settle(), ["an act with two effects"])

    def test_overtaken(self):
        self.messages = [("o1", "c", 3, self.first), ("o2", "c", 2, self.second)]
        self.assertEqual(self.settle(), ["overtaken"])

    def test_a_note_overtakes_a_reply(self):
        self.notes = [("o3", "c", 1, self.note)]
        self.assertEqual(self.settle(), ["overtaken"])

    def test_a_note_may_pass_a_reply_that_needed_a_look(self):
        self.notes = [("o3", "c", 1, self.note)]
        for op in ("o1", "o2"):
            self.account.listen([{"say": "op", "op": op, "state": "needs_review"}])
        self.assertEqual(self.settle(), [])

    def test_other_words(self):
        self.messages.append(("o9", "c", 9, "whose?"))
        self.assertEqual(self.settle(), ["words that nobody gave"])

    def test_an_act_without_words_is_lost(self):
        self.account.listen([{"say": "committed", "op": "o4", "kind": "escalate"}])
        self.assertEqual(self.settle(), ["lost"])

    def test_a_saved_draft_is_lost(self):
        self.account.listen([{"say": "saved", "conversation": "typing", "kind": "reply", "text": "7"}])
        self.drafts = [("typing", "6")]
        self.assertEqual(self.settle(), ["said to be saved"])

    def test_a_saved_draft_is_gone(self):
        self.account.listen([{"say": "saved", "conversation": "typing", "kind": "reply", "text": "7"}])
        self.assertEqual(self.settle(), ["said to be saved"])

    def test_a_saved_draft_is_not_shown(self):
        self.drafts = [("typing", "7")]
        self.account.listen([{"say": "saved", "conversation": "typing", "kind": "reply", "text": "7"}, {"say": "draft", "conversation": "typing", "kind": "reply", "text": ""}])
        self.assertEqual(self.settle(), ["said to be saved"])


class Repairs(unittest.TestCase):
    def match(self, lines, repairs):
        report = compare_ledger.Report()
        resume_journey.match(report, lines, [dict(repair, stream="s", tries=1, ms=1, faults=[]) for repair in repairs])
        return faults_of(report)

    def fault(self, kind, seq, at=100):
        return {"fault": 1, "kind": kind, "stream": "s", "seq": seq, "at_ms": at}

    def hole(self, start, end, kind="gap", at=101):
        return {"kind": kind, "from": start, "to": end, "at_ms": at}

    def test_whole(self):
        lines = [self.fault("drop", 5), self.fault("double", 7), self.fault("last", 9)]
        self.assertEqual(self.match(lines, [self.hole(4, 6), self.hole(8, 9, "tail")]), [])

    def test_not_repaired(self):
        self.assertEqual(self.match([self.fault("swap", 5)], []), ["a swap lies in 0 repaired holes"])

    def test_beside_the_hole(self):
        self.assertEqual(self.match([self.fault("drop", 5)], [self.hole(5, 6)]), ["a drop lies in 0 repaired holes", "mended what was not harmed"])

    def test_mended_without_a_fault(self):
        self.assertEqual(self.match([], [self.hole(4, 6)]), ["mended what was not harmed"])

    def test_by_another_way(self):
        self.assertEqual(self.match([], [self.hole(4, 6, "digest")]), ["mended by another way than resume"])

    def test_too_late(self):
        beats = [{"heartbeat": 1, "at_ms": 110}, {"heartbeat": 2, "at_ms": 120}]
        self.assertEqual(self.match([self.fault("drop", 5)] + beats, [self.hole(4, 6, at=119)]), [])
        self.assertEqual(self.match([self.fault("drop", 5)] + beats, [self.hole(4, 6, at=121)]), ["repaired only after 2 heartbeats"])

    def test_brought_by_an_earlier_resume(self):
        again = {"again": True, "stream": "s", "seq": 5, "at_ms": 101}
        lines = [self.fault("swap", 2), self.fault("drop", 5)]
        self.assertEqual(self.match(lines + [again], [self.hole(1, 3)]), [])
        self.assertEqual(self.match(lines, [self.hole(1, 3)]), ["a drop lies in 0 repaired holes"])


class Pictures(unittest.TestCase):
    def test_differences(self):
        report = compare_ledger.Report()
        same_picture.differ(report, "notes", {"a": 1, "b": 1}, {"a": 1, "b": 1})
        self.assertEqual(report.faults, [])
        same_picture.differ(report, "notes", {"a": 1, "b": 1}, {"a": 2, "c": 1})
        self.assertEqual(faults_of(report), ["notes differ", "notes differ", "notes only in the cache"])


if __name__ == "__main__":
    unittest.main()
