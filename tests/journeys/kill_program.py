"""The real console, offscreen, with its embedded backend and the sample's customers, killed in the midst of it: no process
stays behind, it starts again, and its files are whole."""

import json
import os
import random
import signal
import sqlite3
import subprocess

import compare_ledger
import house
import same_picture
from kill_account import read

SEED = 5


def processes():
    """{pid: (parent, name)} of all that run."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
                text = stat.read()
        except OSError:
            continue
        name, rest = text[text.index("(") + 1 : text.rindex(")")], text[text.rindex(")") + 2 :].split()
        if rest[0] != "Z":
            found[int(pid)] = (int(rest[1]), name)
    return found


def of_folder(folder):
    """The processes that were started for this folder, by their command lines: whoever their parent is now."""
    found = {}
    for pid in processes():
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as line:
                words = line.read().split(b"\0")
        except OSError:
            continue
        if any(folder.encode() in word for word in words):
            found[pid] = os.path.basename(words[0].decode(errors="replace"))
    return found


class Program:
    def __init__(self, binaries, folder):
        self.binaries = binaries
        self.folder = os.path.join(folder, "profile")
        self.log = os.path.join(folder, "foredeck.log")
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": folder, "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        self.process = None

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([os.path.join(self.binaries, "foredeck"), "--profile", self.folder], env=self.environment, stdout=log, stderr=log)

    @property
    def store(self):
        return os.path.join(self.folder, "sample/server/foredeckd.db")

    @property
    def ledger(self):
        return os.path.join(self.folder, "sample/traffic.jsonl")

    def files(self):
        """All SQLite files of the profile."""
        found = []
        for root, _, names in os.walk(self.folder):
            found += [os.path.join(root, name) for name in names if name.endswith(".db")]
        return found

    def cached(self):
        """Messages in the console's cache. Beside the server's there may be one of the time before any server was known."""
        counts = [0]
        for path in self.files():
            if path.endswith("cache.db"):
                try:
                    counts.append(read(path, "SELECT count(*) FROM timeline WHERE kind = 'message'")[0][0])
                except sqlite3.OperationalError:
                    pass  # it is being made
        return max(counts)

    def child(self, name):
        return next((pid for pid, (parent, called) in processes().items() if parent == self.process.pid and called == name[:15]), None)


def accepted(path):
    """Provider ids that the server said it had taken in."""
    ids = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.endswith("\n"):
                continue  # its writer was killed there
            entry = json.loads(line)
            if entry["kind"] == "sent" and entry["order"] is not None and entry["door"] != "missed_call":
                ids.append(entry["provider_id"])
    return ids


def grow(program, more):
    """So many messages more in the console's cache: backend, customers and console work together."""
    before = program.cached()
    house.wait_for("messages in the console", lambda: program.cached() >= before + more, 90)


def round_(program, victim, dice):
    if victim == "backend":  # the console notices, and starts another
        grow(program, dice.randint(1, 2))
        old = program.child("foredeckd")
        os.kill(old, signal.SIGKILL)
        house.wait_for("another backend", lambda: program.child("foredeckd") not in (None, old), 30)
        grow(program, 1)
        return
    if victim == "early":  # while it makes its store, or opens it
        house.wait_for("a child", lambda: program.child("foredeckd"), 30)
    else:
        grow(program, dice.randint(1, 3))
    program.process.kill()
    program.process.wait(timeout=20)
    house.wait_for("its children to end", lambda: not of_folder(program.folder), 30)


def kills(binaries, folder, count):
    """The exit status."""
    if not os.path.exists(os.path.join(binaries, "foredeck")):
        house.skip("foredeck is not built")
    program = Program(binaries, folder)
    try:
        return killed(program, count)
    finally:
        if program.process and program.process.poll() is None:
            program.process.kill()
            program.process.wait(timeout=20)


def killed(program, count):
    dice = random.Random(SEED)
    report = compare_ledger.Report()
    victims = ["early"] + [("console", "backend", "console", "early")[i % 4] for i in range(count - 1)]
    for victim in victims:
        if program.process is None or program.process.poll() is not None:
            program.start()
        round_(program, victim, dice)
        if victim != "backend":
            same_picture.whole(report, *program.files())
    if program.process.poll() is not None:
        program.start()
    grow(program, 2)
    program.process.kill()
    program.process.wait(timeout=20)
    house.wait_for("its children to end", lambda: not of_folder(program.folder), 30)
    same_picture.whole(report, *program.files())
    stored = [compare_ledger.given(row[0]) for row in read(program.store, "SELECT provider_id FROM message WHERE provider_id <> '' AND json_extract(body, '$.role') = 'lead'")]
    taken = accepted(program.ledger)
    for identity in taken:
        if stored.count(identity) != 1:
            report.fault(f"accepted and stored {stored.count(identity)} times", identity)
    report.figures["kills of foredeck"] = sum(victim != "backend" for victim in victims) + 1
    report.figures["kills of its foredeckd"] = victims.count("backend")
    report.figures["customers' messages accepted"] = len(taken)
    report.figures["processes left behind"] = len(of_folder(program.folder))
    print("the real console:")
    return report.finish()
