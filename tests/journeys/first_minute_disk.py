"""What the first minute left on disk, read with sqlite3 and nothing of ours: the backend's store and the console's cache."""

import glob
import json
import os
import sqlite3
from contextlib import closing


def squeezed(words):
    """How a phone number is grouped is no difference."""
    return words.replace(" ", "").replace("-", "")


def called(lead):
    """As a list names a person: by name, phone or e-mail, whatever is known first; else by a number made of the id."""
    known = [lead.get("name", "")] + [phone["raw"] or phone["e164"] for phone in lead.get("phones", [])] + lead.get("emails", [])
    return next((word for word in known if word), f"Visitor {visitor_number(lead['id'])}")


def visitor_number(lead_id):
    """FNV-1a, its last five digits."""
    number = 2166136261
    for byte in lead_id.encode():
        number = (number ^ byte) * 16777619 % 2**32
    return f"{number % 100000:05}"


class Store:
    """foredeckd.db of one business, while its backend runs."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "foredeckd.db")

    def exists(self):
        return os.path.exists(self.path)

    def rows(self, sql, *values):
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as store:
            store.row_factory = sqlite3.Row
            return store.execute(sql, values).fetchall()

    def bodies(self, table):
        return [json.loads(row["body"]) for row in self.rows(f"SELECT body FROM {table}")]

    def conversation_of(self, known):
        """The newest conversation of the lead that is called so or has this number."""
        for row in self.rows("SELECT c.*, l.body AS lead FROM conversation c JOIN lead l ON l.client_id = c.client_id AND l.id = c.lead_id ORDER BY c.last_at DESC"):
            lead = json.loads(row["lead"])
            if called(lead) == known or known in [phone["e164"] for phone in lead.get("phones", [])]:
                return row
        return None

    def messages(self, conversation):
        return [json.loads(row["body"]) for row in self.rows("SELECT body FROM message WHERE conversation_id = ? ORDER BY position", conversation)]

    def decisions(self, conversation):
        return [json.loads(row["body"]) for row in self.rows("SELECT body FROM decision WHERE conversation_id = ? ORDER BY seen_position", conversation)]

    def inbox(self):
        """[(what the lead is called, client's name, channel's kind)] of every conversation."""
        found = self.rows("SELECT l.body AS lead, k.name AS client, c.channel_kind AS channel FROM conversation c"
                          " JOIN lead l ON l.client_id = c.client_id AND l.id = c.lead_id JOIN client k ON k.id = c.client_id")
        return [(called(json.loads(row["lead"])), row["client"], row["channel"]) for row in found]

    def open_work(self):
        """What is taken in and not yet dealt with; not what waits for its time, such as who is told next of a hand-over."""
        jobs = self.rows("SELECT count(*) AS n FROM job WHERE state IN ('queued', 'running') AND kind IN ('assistant.turn', 'channel.send')")
        return jobs[0]["n"] + self.rows("SELECT count(*) AS n FROM inbox WHERE done_at IS NULL")[0]["n"]

    def counts(self):
        return tuple(self.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in ("conversation", "message", "note", "decision"))


def everything(folder):
    return [path for path in glob.glob(os.path.join(folder, "**"), recursive=True) if os.path.isfile(path)]


def stores(folder):
    """The SQLite files below a folder, write-ahead logs included."""
    return [path for path in everything(folder) if path.endswith((".db", ".db-wal"))]


def words_in(paths, words):
    """Which of the words stand anywhere in these files, as bytes."""
    found = set()
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        found |= {word for word in words if word.encode() in data}
    return found
