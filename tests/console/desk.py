"""The console without its windows (foredeck-desk) as a script works it: what to do goes in, what it says comes out."""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import threading
import time


class Desk:
    """One profile folder; start() begins a life of it. What all lives said is kept in `lines`."""

    def __init__(self, program, folder, server, sign_in, *options):
        self.command = [program, "--profile", os.path.join(folder, "profile"), "--server", server, "--email", sign_in["email"], "--password", sign_in["password"], *options]
        self.folder = folder
        self.store = None  # the folder with cache.db and outbox.db, once it was told
        self.process = None
        self.lines = []
        self.told = threading.Condition()
        self.life = 0
        self.began = 0  # the first line of this life

    def start(self):
        self.life += 1
        self.began = len(self.lines)
        with open(os.path.join(self.folder, "desk.log"), "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8", bufsize=1)
        self.reader = threading.Thread(target=self.read, args=(self.process.stdout,), daemon=True)
        self.reader.start()
        self.store = self.wait("its store to open", say="open")["folder"]
        return self

    def read(self, out):
        for text in out:
            if not text.endswith("\n"):
                break  # killed in the middle of a line: it was not said
            with self.told:
                self.lines.append(json.loads(text))
                self.told.notify_all()
        with self.told:
            self.lines.append({"say": "ended"})
            self.told.notify_all()

    def tell(self, do, **more):
        self.process.stdin.write(json.dumps({"do": do, **more}, ensure_ascii=False) + "\n")
        self.process.stdin.flush()

    def mark(self):
        """Where wait() may begin to look."""
        with self.told:
            return len(self.lines)

    def wait(self, what, since=None, seconds=30, test=None, **wanted):
        """The first line of this life, or since a mark, that has these members and passes the test."""
        deadline = time.monotonic() + seconds
        at = self.began if since is None else since
        with self.told:
            while True:
                while at < len(self.lines):
                    line = self.lines[at]
                    at += 1
                    if line["say"] in ("ended", "rebuilt") and wanted.get("say") != line["say"]:
                        raise AssertionError(f"waited for {what}, and the desk said {line}\n" + self.log_tail())
                    if all(line.get(name) == value for name, value in wanted.items()) and (test is None or test(line)):
                        return line
                if not self.told.wait(deadline - time.monotonic()):
                    about = [line for line in self.lines[self.began:] if wanted.get("op") in (None, line.get("op"))]
                    raise AssertionError(f"waited in vain for {what} ({wanted}); last lines of it {about[-8:]}, of all {self.lines[-8:]}\noutbox {self.unsent()}\n" + self.log_tail())

    def said(self, say):
        """All such lines of all lives so far."""
        with self.told:
            return [line for line in self.lines if line["say"] == say]

    def states(self):
        """What the outbox holds now, as this life has told it: {op: its last line}."""
        with self.told:
            rows = {}
            for line in self.lines[self.began :]:
                if line["say"] == "op":
                    rows[line["op"]] = line
                elif line["say"] == "gone":
                    rows.pop(line["op"], None)
            return rows

    def unsent(self):
        """What stands in its outbox, for whoever wonders why nothing goes."""
        if not self.store:
            return []
        with contextlib.closing(sqlite3.connect(f"file:{os.path.join(self.store, 'outbox.db')}?mode=ro", uri=True)) as outbox:
            return outbox.execute("SELECT op_id, kind, conversation_id, state, attempts, next_try, not_before, problem FROM op WHERE state NOT IN ('confirmed', 'cancelled')").fetchall()

    def log_tail(self):
        with open(os.path.join(self.folder, "desk.log"), encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-10:])

    def end(self, how=signal.SIGKILL):
        """Its exit status, when all it said has been read."""
        if how is None:
            self.tell("quit")
        else:
            self.process.send_signal(how)
        status = self.process.wait(timeout=60)
        self.reader.join(timeout=60)
        self.process.stdin.close()
        return status
