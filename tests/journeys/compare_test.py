#!/usr/bin/python3
"""compare_ledger.py sees each kind of difference: small stores and ledgers, whole ones and ones with one thing wrong."""

import contextlib
import hashlib
import io
import json
import os
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import compare_ledger


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.ledger = []
        self.messages = []
        for turn in range(1, 4):
            self.send(f"SM{turn}", f"text {turn}", turn)
            self.store(f"SM{turn}", f"text {turn}", 2 * turn - 1, "lead")
            self.store(f"out{turn}", f"answer {turn}", 2 * turn, "ai")
            self.ledger.append({"kind": "received", "provider_id": f"out{turn}", "sha256": digest(f"answer {turn}"), "key": "k"})

    def tearDown(self):
        self.folder.cleanup()

    def send(self, identity, text, order, status=200, door="sms"):
        self.ledger.append(
            {"kind": "sent", "door": door, "provider_id": identity, "sha256": digest(text), "order": order, "status": status, "attempts": 1, "key": "k"}
        )

    def store(self, identity, text, position, role, conversation="c"):
        self.messages.append([identity, text, position, role, conversation])

    def compare(self, cache=None):
        ledger, store = (os.path.join(self.folder.name, name) for name in ("ledger", "store.db"))
        with open(ledger, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(entry) + "\n" for entry in self.ledger)
        base = sqlite3.connect(store)
        base.executescript(
            "CREATE TABLE message (client_id, conversation_id, position, id, provider_id, body);"
            "CREATE TABLE note (conversation_id, position); CREATE TABLE transition (conversation_id, position); CREATE TABLE inbox (provider_id);"
        )
        for identity, text, position, role, conversation in self.messages:
            body = self.body(identity, text, position, role, conversation)
            base.execute("INSERT INTO message VALUES ('t', ?, ?, ?, ?, ?)", (conversation, position, "m" + identity, identity, body))
            base.execute("INSERT INTO inbox VALUES (?)", (identity,))
        base.commit()
        base.close()
        arguments = [ledger, store]
        if cache is not None:
            arguments.append(os.path.join(self.folder.name, "cache.db"))
            base = sqlite3.connect(arguments[2])
            base.execute("CREATE TABLE timeline (id, kind, body)")
            for row in cache:
                base.execute("INSERT INTO timeline VALUES (?, 'message', ?)", ("m" + row[0], self.body(*row)))
            base.commit()
            base.close()
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            status = compare_ledger.main(arguments)
        return status, out.getvalue()

    @staticmethod
    def body(identity, text, position, role, conversation):
        return json.dumps({"role": role, "text": text, "version": 1, "position": position, "conversation_id": conversation})

    def expect(self, word, cache=None):
        status, text = self.compare(cache)
        self.assertEqual(status, 1, text)
        self.assertIn(word, text)

    def test_same(self):
        status, text = self.compare(cache=self.messages)
        self.assertEqual(status, 0, text)

    def test_lost(self):
        self.send("SM9", "lost", 4)
        self.expect("stored 0 times")

    def test_doubled(self):
        self.store("SM1", "text 1", 7, "lead")
        self.expect("stored 2 times")

    def test_reordered(self):
        self.messages[0][2], self.messages[2][2] = self.messages[2][2], self.messages[0][2]
        self.expect("out of order")

    def test_changed(self):
        self.messages[0][1] = "another"
        self.expect("another text")

    def test_never_sent(self):
        self.store("SM8", "who?", 7, "lead")
        self.expect("nobody sent")

    def test_refused_yet_stored(self):
        self.send("SM7", "no", None, 403)
        self.store("SM7", "no", 7, "lead")
        self.expect("refused")

    def test_unknown_fate_may_be_stored_once(self):
        self.send("SM7", "maybe", None, 0)
        self.assertEqual(self.compare()[0], 0)
        os.unlink(os.path.join(self.folder.name, "store.db"))
        self.store("SM7", "maybe", 7, "lead")
        self.assertEqual(self.compare()[0], 0)

    def test_hole(self):
        self.messages[-1][2] = 9
        self.expect("holes")

    def test_answer_changed(self):
        self.ledger[-1]["sha256"] = digest("not that")
        self.expect("answer with another text")

    def test_answer_twice(self):
        self.ledger.append(self.ledger[-1])
        self.expect("received 2 times")

    def test_missed_call_in_the_inbox(self):
        self.send("CA1", "", 4, door="missed_call")
        self.expect("not in the inbox")

    def test_cache_lacks(self):
        self.expect("not in the cache", self.messages[:-1])

    def test_cache_differs(self):
        self.expect("another in the cache", self.messages[:-1] + [self.messages[-1][:1] + ["x"] + self.messages[-1][2:]])

    def test_cache_has_more(self):
        self.expect("only in the cache", self.messages + [["x", "y", 9, "ai", "c"]])


if __name__ == "__main__":
    unittest.main()
