#!/usr/bin/python3
"""The real window is killed in the states an act can be in, while somebody types in it with real keys: what it had called
saved stands in its composer again, and nothing is lost or sent twice.

  kill_window.py SOURCE BINARIES [EACH]

The console is worked on an X screen that nobody sees (desktop.py) and reaches its backend over a wire that can be held or cut.
Without a figure it is killed once in some states; FOREDECK_LONG=1: five times in every one that is
reached by typing."""

import collections
import glob
import json
import os
import random
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in (HERE, os.path.join(HERE, "../faults")):
    sys.path.insert(0, folder)
import assistant_journey
import compare_ledger
import desktop
import first_minute_console
import first_minute_tree as tree
import house
import same_picture
from first_minute_business import write
from hold_proxy import HoldProxy
from kill_account import check, copy_of, read
from kill_scenes import STATES

SEED = 12
SLUG, NUMBER = "casa-marisol", "13057790002"
COLLEAGUE = {"name": "Teo Lang", "email": "teo@northquay.example", "password": "lantern-on-the-pier-88"}
FEW = ("held", "sending", "needs_review", "cancelled")
# What the server would refuse the window does not send: kill_journey.py has an act refused.
REACHED = tuple(state for state in STATES if state != "refused")
FIELDS = {"reply": "Your reply", "note": "Your private note"}
KEYS = {"reply": "r", "note": "n"}


class Window:
    """One life after the other of the same console, by what it shows and what it is typed."""

    def __init__(self, desk, console, proxy):
        self.desk, self.console, self.proxy = desk, console, proxy
        self.saved = {"reply": "", "note": ""}  # what stood beside "Draft saved" last, or was sent
        self.typed = {"reply": "", "note": ""}  # and what was typed behind it
        self.words = 0
        self.kept = set()  # words that were called saved, or sent

    @property
    def window(self):
        return self.console.window

    @property
    def outbox(self):
        """Of the server's own store; beside it is one of the time before it was known who answers there."""
        found = glob.glob(os.path.join(self.console.profile, "remote", "*", "outbox.db"))
        return next((path for path in found if not path.endswith("/unknown/outbox.db")), None)

    def start(self):
        self.console.start("--server", self.proxy.url)
        house.wait_for("the server's own store", lambda: self.outbox)
        write(self, "E-mail", house.OWNER["email"])
        write(self, "Password", house.OWNER["password"], "password text")
        self.desk.key("Return")
        self.window.find("push button", "Live", seconds=40)
        self.open()

    def open(self):
        """The one conversation. The row may have moved between the look and the click."""
        for _ in range(4):
            self.desk.click(tree.box_of(self.window.row("Conversations", "Casa Marisol")))
            self.desk.point_away()
            try:
                return house.wait_for("its thread", lambda: self.window.rows("Conversation"), 5)
            except AssertionError:
                continue
        raise AssertionError("the conversation does not open")

    def kill(self):
        self.console.process.kill()
        self.console.process.wait(timeout=20)

    def field(self, kind):
        """The composer, once it has the focus. A key that came while the window was still busy with itself is pressed again."""
        def focused():
            found = self.window.focused_text()
            return found if found is not None and found.name == FIELDS[kind] else None
        for _ in range(4):
            self.desk.key("Escape")
            self.desk.key(KEYS[kind])
            try:
                return house.wait_for("the composer", focused, 5)
            except AssertionError:
                continue
        raise AssertionError(f"no way into “{FIELDS[kind]}”")

    def stands(self, kind):
        """What a new life shows is what the last one called saved, and no more than was typed."""
        def shown():
            text = tree.text_of(self.field(kind))
            return text if text.startswith(self.saved[kind]) and self.typed[kind].startswith(text) else None
        try:
            self.saved[kind] = self.typed[kind] = house.wait_for("the draft", shown, 10) or ""
        except AssertionError:
            raise AssertionError(f"saved: {self.saved[kind]!r}, typed: {self.typed[kind]!r}, shown: {tree.text_of(self.field(kind))!r}") from None

    def write(self, kind, is_awaited=True):
        """A word more behind what stands there."""
        self.words += 1
        word = f"{kind}{self.words}x"
        field = self.field(kind)
        self.desk.key("ctrl+End")
        more = (" " if self.typed[kind] and not self.typed[kind][-1].isspace() else "") + word + " "
        self.desk.type(more)
        self.typed[kind] += more
        if is_awaited:
            house.wait_for("Draft saved", lambda: self.window.look("label", "Draft saved") is not None and tree.text_of(field) == self.typed[kind])
            self.saved[kind] = self.typed[kind]
            self.kept |= set(self.typed[kind].split())

    def send(self, kind):
        """Its op, once it is in the outbox."""
        text = self.typed[kind].strip()
        self.desk.key("ctrl+Return")
        self.saved[kind] = self.typed[kind] = ""
        self.kept |= set(text.split())
        return house.wait_for("the act in the outbox", lambda: self.op_of(kind, text))

    def op_of(self, kind, text=None):
        found = [op for op, body in read(self.outbox, "SELECT op_id, body FROM op WHERE kind = ? ORDER BY seq DESC", kind) if text is None or json.loads(body)["text"] == text]
        return found[0] if found else None

    def state(self, op):
        return read(self.outbox, "SELECT state FROM op WHERE op_id = ?", op)[0][0]

    def reach(self, op, state):
        house.wait_for(f"{op} to be {state}", lambda: self.state(op) == state, 30)
        return op


class Scenes:
    """Each leaves an act in that state and answers its id."""

    def __init__(self, window, proxy, place):
        self.window, self.proxy, self.place = window, proxy, place
        self.asked = 1
        self.reviews = 0

    def take_over(self):
        backend, client = self.place.backend, self.place.rows("SELECT id FROM client WHERE slug = ?", SLUG)[0][0]
        if self.reviews == 1:
            backend.call("POST", f"/api/v1/clients/{client}/users", {**COLLEAGUE, "role": "agent"})
        signed_in = backend.call("POST", "/api/v1/auth/login", {**COLLEAGUE, "device": "another"}, signed_in=False)
        conversation, _ = self.place.conversation("wamid.window.2")
        backend.call("POST", f"/api/v1/conversations/{conversation}/takeover", {}, headers={"Authorization": "Bearer " + signed_in["access_token"]})

    def ask(self):
        self.asked += 1
        self.place.write(SLUG, NUMBER, [(f"wamid.window.{self.asked}", f"And one more thing, number {self.asked}")])

    def held(self):
        self.window.write("reply")
        return self.window.reach(self.window.send("reply"), "held")

    def queued(self):
        self.proxy.cut()
        self.window.write("note")
        return self.window.reach(self.window.send("note"), "queued")

    def sending(self):
        self.proxy.hold("requests")
        self.window.write("note")
        return self.window.reach(self.window.send("note"), "sending")

    def acked(self):
        """Handed back: the server has done it, and the desk has not heard of it."""
        self.proxy.hold("events")
        self.window.desk.key("Escape")
        self.window.desk.key("h")
        return self.window.reach(house.wait_for("the act in the outbox", self.handed_back), "acked")

    def handed_back(self):
        found = read(self.window.outbox, "SELECT op_id FROM op WHERE kind = 'release' AND state <> 'confirmed' ORDER BY seq DESC LIMIT 1")
        return found[0][0] if found else None

    def confirmed(self):
        self.window.write("note")
        return self.window.reach(self.window.send("note"), "confirmed")

    def needs_review(self):
        """While the reply can still be taken back something newer comes, or a colleague takes over."""
        self.window.write("reply")
        op = self.window.reach(self.window.send("reply"), "held")
        self.reviews += 1
        if self.reviews % 2:
            self.take_over()
        else:
            self.ask()
        return self.window.reach(op, "needs_review")

    def cancelled(self):
        self.window.write("reply")
        text = self.window.typed["reply"].strip()
        op = self.window.reach(self.window.send("reply"), "held")
        self.window.desk.key("ctrl+z")
        self.window.reach(op, "cancelled")
        self.window.saved["reply"] = self.window.typed["reply"] = text
        return op


class Run:
    def __init__(self, window, scenes, place):
        self.window, self.scenes, self.place = window, scenes, place
        self.dice = random.Random(SEED)
        self.in_state = collections.Counter()
        self.kills = 0
        self.refusals = collections.Counter()  # what the window was told, and sent all the same
        self.faults = []

    def go(self, states, each):
        rounds = [state for state in states for _ in range(each)]
        self.dice.shuffle(rounds)
        for state in rounds:
            self.round(state)
        for state in sorted(set(rounds)) * 2:  # what had moved on before it was killed
            if self.in_state[state] < each:
                self.round(state)
        self.enter()

    def enter(self):
        """A new life: it is live, the conversation is mine, and what was written stands there."""
        window = self.window
        window.start()
        if not self.is_mine():
            window.desk.key("Escape")
            window.desk.key("t")
            house.wait_for("the take-over", self.is_mine)
        for op, in read(window.outbox, "SELECT op_id FROM op WHERE state = 'needs_review'"):
            self.refusals[json.loads(read(window.outbox, "SELECT problem FROM op WHERE op_id = ?", op)[0][0])["detail"]] += 1
            window.window.press("Send anyway")
            house.wait_for("it to be sent anyway", lambda: window.state(op) == "confirmed", 30)
        for kind in FIELDS:
            window.stands(kind)

    def is_mine(self):
        return self.place.rows("SELECT 1 FROM conversation WHERE json_extract(body, '$.owner.name') = ?", house.OWNER["name"]) and self.window.window.look("push button", "Hand back") is not None

    def round(self, state):
        self.enter()
        window = self.window
        window.write(self.dice.choice(list(FIELDS)))
        op = getattr(self.scenes, state)()
        kinds = list(FIELDS) if self.is_mine() else ["note"]
        window.write(self.dice.choice(kinds), self.dice.random() < 0.5)
        window.kill()
        self.kills += 1
        with tempfile.TemporaryDirectory() as folder:
            stood = dict(read(copy_of(window.outbox, folder), "SELECT op_id, state FROM op"))
        self.in_state[state] += stood.get(op) == state
        self.faults += check(window.outbox)
        # A reply that could still be taken back comes back in front of what is written.
        for back in [one for one, was in stood.items() if was == "held"]:
            text = json.loads(read(window.outbox, "SELECT body FROM op WHERE op_id = ?", back)[0][0])["text"]
            for texts in (window.saved, window.typed):
                texts["reply"] = text + ("\n" + texts["reply"] if texts["reply"] else "")
        window.proxy.release()


def settle(report, window, store):
    """Each word that was kept is once in a message, a note, a composer or an act that waits for its author."""
    places = [json.loads(body)["text"] for table in ("message", "note") for body, in read(store, f"SELECT body FROM {table}")]
    places += [text for text, in read(window.outbox, "SELECT text FROM composition")]
    places += [json.loads(body)["text"] for body, in read(window.outbox, "SELECT body FROM op WHERE kind IN ('reply', 'note') AND state NOT IN ('confirmed', 'cancelled')")]
    found = collections.Counter(word for text in places for word in set(text.split()) if word.endswith("x"))
    for word in [f"{kind}{number}x" for kind in FIELDS for number in range(1, window.words + 1)]:
        if found[word] > 1 or (word in window.kept and not found[word]):
            report.fault("a word is there so many times", word, found[word])
    report.figures["words typed"] = f"{window.words}, {len(window.kept)} of them called saved, or sent"


def main(source, binaries, each=0):
    desktop.need_desktop()
    long = os.environ.get("FOREDECK_LONG") == "1"
    states, each = (REACHED, int(each) or 5) if each or long else (FEW, 1)
    told = compare_ledger.Report()
    with tempfile.TemporaryDirectory(prefix="fd-kill-") as folder, desktop.Desktop(folder) as desk:
        place = assistant_journey.House(source, binaries, folder, {"heartbeat_ms": 300})
        proxy = HoldProxy(place.backend.port)
        window = Window(desk, first_minute_console.Console(desk, binaries, os.path.join(folder, "profile")), proxy)
        scenes = Scenes(window, proxy, place)
        run = Run(window, scenes, place)
        try:
            scenes.ask()
            place.settle()
            run.go(states, each)
            house.wait_for("the outbox to be done", lambda: not read(window.outbox, "SELECT 1 FROM op WHERE state IN ('held', 'queued', 'sending', 'acked')"), 60)
            window.kill()
        finally:
            window.console.drop()
            status = place.backend.stop()
            proxy.end()
        told.figures["seed"] = SEED
        told.figures["kills of the window"] = f"{run.kills}: {dict(run.in_state)}"
        told.figures["sent all the same, after"] = dict(run.refusals)
        for state in states:
            if run.in_state[state] < each:
                told.fault("not killed often enough in", state, run.in_state[state])
        for fault in run.faults:
            told.fault("a damaged file after a kill", fault)
        settle(told, window, place.backend.store)
        same_picture.compare(told, place.backend.store, os.path.join(os.path.dirname(window.outbox), "cache.db"))
        same_picture.whole(told, place.backend.store, window.outbox)
        print("the real window:")
        return told.finish() or status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
