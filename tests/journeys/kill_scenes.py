"""How a desk is brought into each state of an act, so that it, or its server, can be killed there."""

import os

import house
from kill_account import read

STATES = ("held", "queued", "sending", "acked", "confirmed", "needs_review", "refused", "cancelled")
TOO_LONG = "x" * 70_000  # beyond the 64 KiB of a text
TYPING = 2  # conversations in which something is being written all the while


class Scenes:
    """Each scene answers the id of an act that stands in that state now, by the desk's own word."""

    def __init__(self, desk, proxy, store, account, dice):
        self.desk = desk
        self.proxy = proxy
        self.store = store
        self.account = account
        self.dice = dice
        self.typing = []
        self.life = 0
        self.looked_at = set()  # lines of the desk that told of an act in want of a look
        self.pool = []
        self.spoiled = set()  # conversations whose composer holds returned words in this life
        self.taken = set()  # conversations of which the desk was told something in this round, committed or not yet

    def enter(self):
        """A new life, live: what can be worked in, and what the last one left to look at."""
        since = self.desk.mark()
        self.desk.tell("list")
        rows = self.desk.wait("the list", since, say="list")["rows"]
        open_rows = [row["id"] for row in rows if row["status"] != "ended"]
        self.typing = self.typing or open_rows[-TYPING:]
        self.pool = [identity for identity in open_rows if identity not in self.typing]
        self.spoiled = set()
        self.taken = set()
        if self.desk.life != self.life:
            self.life = self.desk.life
            self.open_composers()
        self.look_at_reviews()

    def open_composers(self):
        """What a new life shows in them is told, and set against what the last one said to be saved."""
        for conversation in self.typing:
            since = self.desk.mark()
            self.desk.tell("draft", conversation=conversation)
            self.desk.wait("its composer", since, say="draft", conversation=conversation, kind="note")

    def look_at_reviews(self, last=False):
        for op, line in self.desk.states().items():
            if line["state"] not in ("needs_review", "refused") or id(line) in self.looked_at:
                continue
            self.looked_at.add(id(line))
            words = line["kind"] in ("reply", "note")
            choices = ["drop"] + (["edit"] if words else []) + (["anyway"] * 2 if line["kind"] == "reply" and line["state"] == "needs_review" and not last else [])
            choice = self.dice.choice(choices)
            if choice == "drop":
                self.account.dropped.add(op)
            elif choice == "edit":
                self.spoiled.add(line["conversation"])
            self.desk.tell(choice, op=op)

    def free(self):
        conversation = self.dice.choice(house.wait_for("a conversation to work in", self.quiet, 30))
        self.taken.add(conversation)
        return conversation

    def quiet(self):
        """Conversations in which nothing is under way or waits for a look; what does gets one when there is none. What was told
        a moment ago may not be committed yet, and may come to wait for a look: a reply behind it would stand there for good."""
        states = self.desk.states()
        busy = {line["conversation"] for line in states.values()} | self.spoiled
        if busy >= set(self.pool):
            self.look_at_reviews()
        idle = [identity for identity in self.pool if identity not in busy]
        untold = [identity for identity in idle if identity not in self.taken]
        if idle and not untold:
            self.taken.clear()
        return untold or None

    def give(self, kind, conversation=None, more="", **options):
        conversation = conversation or self.free()
        words = self.account.words(kind, conversation, more)
        self.desk.tell(kind, conversation=conversation, text=words, **options)
        return words

    def committed(self, words, since):
        return self.desk.wait("the commit of " + words[:30], since, say="committed", text=words)["op"]

    def reach(self, state, since, op):
        self.desk.wait(f"{op} to be {state}", since, say="op", op=op, state=state)
        return op

    def type(self):
        """A few words more in one of the composers, and it is not waited for what becomes of them."""
        place = (self.dice.choice(self.typing), self.dice.choice(["reply", "note"]))
        for _ in range(self.dice.randint(1, 4)):
            self.account.typed[place] += 1
            self.desk.tell("type", conversation=place[0], text=str(self.account.typed[place]), note=place[1] == "note")

    def bustle(self):
        """What goes on beside the act that is looked at."""
        self.type()
        for kind in self.dice.sample(["reply", "note", "reply", "note", "read", "claim", "take_over"], 3):
            if kind in ("read", "claim", "take_over"):
                self.desk.tell(kind, conversation=self.free())
            else:
                conversation = self.free()
                for _ in range(self.dice.randint(1, 3)):
                    self.give(kind, conversation)

    def held(self):
        since = self.desk.mark()
        return self.reach("held", since, self.committed(self.give("reply", hold=True), since))

    def queued(self):
        """Without a wire, or behind another act of its conversation that is on its way."""
        since = self.desk.mark()
        if self.dice.random() < 0.3:
            self.proxy.cut()
            return self.reach("queued", since, self.committed(self.give(self.dice.choice(["reply", "note"])), since))
        self.proxy.hold("requests")
        conversation = self.free()
        self.give("note", conversation)
        return self.reach("queued", since, self.committed(self.give("note", conversation), since))

    def sending(self):
        """Of those that are on their way, as many as the sender sends at once, the first."""
        lane = self.dice.choice(["requests", "answers"])
        # The conversation's own event confirms an act too: with the answer alone held back it may be over before it is seen.
        house.wait_for("drafts and read marks to have gone", self.only_acts, 30)
        self.proxy.hold(lane, "events")
        since = self.desk.mark()
        if self.dice.random() < 0.5:
            self.give("note")
        else:
            self.desk.tell("take_over", conversation=self.free())
        op = self.desk.wait("an act to be sent", since, say="op", state="sending")["op"]
        if lane == "answers":  # the server has done it, and the desk does not know
            house.wait_for("the server to have it", lambda: read(self.store, "SELECT 1 FROM op_record WHERE op_id = ?", op), 30)
        return op

    def only_acts(self):
        """Nothing that is not told of could take the places of what is sent at once."""
        outbox = os.path.join(self.desk.store, "outbox.db")
        return not read(outbox, "SELECT 1 FROM op WHERE kind IN ('read', 'composition') AND state IN ('queued', 'sending')")

    def acked(self):
        self.proxy.hold("events")
        since = self.desk.mark()
        conversation = self.free()
        act = self.dice.choice(["escalate", "take_over"])
        self.desk.tell(act, conversation=conversation)
        op = self.desk.wait("the commit of " + act, since, say="committed", conversation=conversation, kind=act)["op"]
        return self.reach("acked", since, op)

    def confirmed(self):
        since = self.desk.mark()
        op = self.committed(self.give("note"), since)
        self.desk.wait("the note to be confirmed", since, say="gone", op=op)
        return op

    def needs_review(self):
        since = self.desk.mark()
        return self.reach("needs_review", since, self.committed(self.give("reply", seen=0), since))

    def refused(self):
        since = self.desk.mark()
        return self.reach("refused", since, self.committed(self.give("note", more=TOO_LONG), since))

    def cancelled(self):
        since = self.desk.mark()
        words = self.give("reply", hold=True)
        op = self.reach("held", since, self.committed(words, since))
        self.desk.tell("undo", op=op)
        self.desk.wait("the reply to be taken back", since, say="undone", op=op, back=True)
        self.spoiled.add(self.account.given[words]["conversation"])
        return op
