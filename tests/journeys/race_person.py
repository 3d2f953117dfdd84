"""Somebody at a desk who works in one conversation together with others, as a script of dice: types, sends, takes over, lets
go, is without a wire for a while, and looks at what came back. And the account of the words that were typed."""

import collections
import json
import os
import threading

import house
from kill_account import read

KINDS = ("reply", "note", "take_over", "claim", "release")
WEIGHTS = (10, 1, 2, 1, 3)
WAITS = ("needs_review", "refused")


def problem_of(outbox, op):
    """What a refused act was told, in a word: whose words were newer, or who has the conversation."""
    state, problem = read(outbox, "SELECT state, problem FROM op WHERE op_id = ?", op)[0]
    told = json.loads(problem or "{}")
    if told.get("newer_messages"):
        return "newer words of " + ", ".join(sorted({message["role"] for message in told["newer_messages"]}))
    return told.get("detail") or told.get("title") or state


class Person(threading.Thread):
    """`one_offline`: of several, one at a time may be without a wire."""

    def __init__(self, name, desk, proxy, conversation, dice, one_offline):
        super().__init__(daemon=True)
        self.name, self.desk, self.proxy, self.conversation, self.dice = name, desk, proxy, conversation, dice
        self.one_offline = one_offline
        self.enough = threading.Event()
        self.failure = None
        self.given = collections.OrderedDict()  # line: the ids of the acts that carried it, the newest last
        self.dropped = set()  # acts that were told to be dropped
        self.problems = collections.Counter()
        self.chosen = collections.Counter()
        self.offline = 0  # times without a wire
        self.standing = ""  # in the composer
        self.seen = 0  # the last public position that was looked at

    @property
    def outbox(self):
        return os.path.join(self.desk.store, "outbox.db")

    def run(self):
        try:
            while not self.enough.is_set():
                if self.dice.random() < 0.06 and self.one_offline.acquire(blocking=False):
                    self.be_offline()
                    self.one_offline.release()
                self.act()
                if len(self.desk.states()) > 3 or self.dice.random() < 0.4:
                    self.settle()
            self.settle(last=True)
        except Exception as failure:  # told by whoever waits for this thread
            self.failure = failure

    def be_offline(self):
        self.offline += 1
        since = self.desk.mark()
        self.proxy.cut()
        self.desk.wait("the loss of the wire", since, say="sync", test=lambda line: line["phase"] != "live")
        for _ in range(self.dice.randint(2, 6)):
            self.act()
        since = self.desk.mark()
        self.proxy.release()
        self.desk.wait("the live state", since, seconds=60, say="sync", phase="live")
        self.settle()

    def act(self):
        kind = self.dice.choices(KINDS, WEIGHTS)[0]
        if kind == "reply":
            return self.reply()
        since = self.desk.mark()
        if kind == "note":
            line = self.line("note")
            self.desk.tell("note", conversation=self.conversation, text=line)
            self.given[line] = [self.desk.wait("the commit of " + line, since, say="committed", text=line)["op"]]
            return None
        self.desk.tell(kind, conversation=self.conversation)
        return self.desk.wait("the commit of " + kind, since, say="committed", kind=kind)

    def line(self, kind):
        line = f"{self.name} {kind} {len(self.given) + 1}."
        self.given[line] = []
        return line

    def reply(self):
        """Typed behind what stands in the composer, and mostly sent: now and then upon what was last looked at."""
        since = self.desk.mark()
        self.standing += ("\n" if self.standing else "") + self.line("reply")
        self.desk.tell("type", conversation=self.conversation, text=self.standing)
        self.desk.wait("the draft to be saved", since, say="saved", text=self.standing)
        if self.dice.random() < 0.15:
            return
        more = {"seen": self.seen} if self.dice.random() < 0.4 else {}
        self.desk.tell("reply", conversation=self.conversation, text=self.standing, **more)
        op = self.desk.wait("the commit of a reply", since, say="committed", text=self.standing)["op"]
        for line in self.standing.split("\n"):
            self.given[line].append(op)
        self.standing = ""
        self.glance()

    def glance(self):
        since = self.desk.mark()
        self.desk.tell("list")
        rows = self.desk.wait("the list", since, say="list")["rows"]
        self.seen = next(row["last_public"] for row in rows if row["id"] == self.conversation)

    def settle(self, last=False):
        """Until the outbox is empty: what wants a look gets one."""
        def empty():
            states = self.desk.states()
            for op, line in states.items():
                if line["state"] in WAITS:
                    self.review(op, line["kind"], last)
                    return False
            return not states
        house.wait_for(f"{self.name}'s outbox to be empty", empty, 120)

    def review(self, op, kind, last):
        self.problems[problem_of(self.outbox, op)] += 1
        choices = {"reply": ["edit"] * 5 + ["anyway"] * 2 * (not last) + ["drop"], "note": ["edit", "drop"]}.get(kind, ["drop"])
        choice = self.dice.choice(choices)
        self.chosen[choice] += 1
        since = self.desk.mark()
        if choice == "drop":
            self.dropped.add(op)
        self.desk.tell(choice, op=op)
        if choice == "anyway":
            self.desk.wait("it to be sent anyway", since, say="op", op=op, test=lambda line: line["state"] not in WAITS)
            return
        self.desk.wait(f"the {choice} of {op}", since, say="gone", op=op)
        if choice == "edit" and kind == "reply":
            words = [line for line, ops in self.given.items() if ops and ops[-1] == op]
            shown = self.desk.wait("the words to be in the composer again", since, say="draft", kind="reply", test=lambda line: set(words) <= set(line["text"].split("\n")))
            self.standing = shown["text"]


def settle_words(report, people, store):
    """Each line that was typed is in one place: a message or a note once, a composer, or an act that was told to be dropped."""
    made = collections.defaultdict(list)
    for table in ("message", "note"):
        for conversation, body in read(store, f"SELECT conversation_id, body FROM {table}"):
            entry = json.loads(body)
            if table == "note" or entry["role"] == "staff":
                for line in entry["text"].split("\n"):
                    made[line].append((conversation, (entry.get("author") or {}).get("name")))
    for person in people:
        composers = collections.Counter(line for text, in read(person.outbox, "SELECT text FROM composition") for line in text.split("\n") if line)
        cancelled = {op for op, in read(person.outbox, "SELECT op_id FROM op WHERE state = 'cancelled'")}
        count = collections.Counter()
        for line, ops in person.given.items():
            dropped = bool(ops) and ops[-1] in person.dropped and ops[-1] in cancelled
            there = made.pop(line, [])
            if len(there) + composers[line] + dropped > 1:
                report.fault("in two places", line, f"{len(there)} sent, {composers[line]} in the composer", "dropped" if dropped else "")
            if not there and not composers[line] and not dropped:
                report.fault("lost", line, *ops)
            if there and there[0] != (person.conversation, person.name):
                report.fault("somebody else's", line, *there[0])
            count["sent" if there else "in the composer" if composers[line] else "dropped"] += 1
        report.figures[f"{person.name} typed"] = f"{len(person.given)}: {dict(count)}"
    for line in made:
        report.fault("words that nobody typed", line)
