#!/usr/bin/python3
"""double_answers.py sees what cannot be: small stores, whole ones and ones with one answer too many."""

import contextlib
import io
import json
import os
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import double_answers


class Case(unittest.TestCase):
    """A customer asks, Nadia answers; asks again, the assistant answers."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.owners = []  # (from this position on, who has it)
        self.messages = [("lead", "", 0, False), ("staff", "nadia", 1, False), ("lead", "", 0, False), ("ai", "", 3, False)]

    def count(self):
        path = os.path.join(self.folder.name, "store.db")
        base = sqlite3.connect(path)
        base.execute("CREATE TABLE message (client_id, conversation_id, position, body)")
        for position, (role, user, seen, override) in enumerate(self.messages, 1):
            body = {"role": role, "author": {"user_id": user}, "seen_position": seen, "override": override}
            base.execute("INSERT INTO message VALUES ('k', 'c', ?, ?)", (position, json.dumps(body)))
        base.execute("CREATE TABLE transition (client_id, conversation_id, position, field, body)")
        for position, owner in self.owners:
            base.execute("INSERT INTO transition VALUES ('k', 'c', ?, 'owner', ?)", (position - 0.5, json.dumps({"to": owner})))
        base.commit()
        base.close()
        told = double_answers.count(path)
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(double_answers.main(path), 1 if any(told[name] for name in double_answers.WRONG) else 0)
        return tuple(told[name] for name in double_answers.WRONG if told[name])

    def test_whole(self):
        self.assertEqual(self.count(), ())

    def test_two_people_answer_the_same_words(self):
        self.messages.insert(2, ("staff", "teo", 1, False))
        self.messages[4] = ("ai", "", 4, False)
        self.assertEqual(self.count(), ([(1, [2, 3])], [(3, 2)]))

    def test_a_person_and_the_assistant_answer_the_same_words(self):
        self.messages.append(("staff", "nadia", 3, False))
        self.assertEqual(self.count(), ([(3, [4, 5])], [(5, 4)]))

    def test_the_same_person_twice_is_no_double_answer(self):
        self.messages.insert(2, ("staff", "nadia", 1, False))
        self.messages[4] = ("ai", "", 4, False)
        self.assertEqual(self.count(), ())

    def test_past_what_the_customer_wrote(self):
        self.messages[3] = ("ai", "", 2, False)
        self.assertEqual(self.count(), ([(4, 3)],))

    def test_knowingly_is_allowed(self):
        self.messages.append(("staff", "nadia", 3, True))
        self.assertEqual(self.count(), ())

    def test_who_has_it_answers(self):
        self.owners = [(2, "nadia"), (3, "assistant")]
        self.assertEqual(self.count(), ())

    def test_past_a_claim(self):
        self.owners = [(2, "teo"), (3, "nadia")]
        self.assertEqual(self.count(), ([(2, "teo"), (4, "nadia")],))


if __name__ == "__main__":
    unittest.main()
