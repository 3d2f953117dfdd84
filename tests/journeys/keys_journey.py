#!/usr/bin/python3
"""Conversations that wait, triaged in the real console with real keys and nothing else: opened, decided, answered or put
away or resolved, then the next. What the keys did is read from the server.

  keys_journey.py SOURCE BINARIES [PICTURES]

With a folder for PICTURES the screen is kept there at every stage."""

import glob
import hashlib
import hmac
import json
import os
import re
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desktop
import first_minute_console
import first_minute_tree as tree
import house
import keys_layouts as layouts

ASKED = 110
NEWCOMERS = {20: 111, 21: 112, 40: 113}  # who writes for the first time while so many have been gone through
SAYS = {
    "reply": "Is breakfast included in the price of the room? #{:03}",
    "resolve": "All settled, thank you and good bye. #{:03}",
    "snooze": "I shall write again tomorrow about the invoice. #{:03}",
    "later": "Let me fetch my booking number first. #{:03}",
    "leave": "A colleague of mine will write to you about it. #{:03}",
}
ANSWER = "Yes, breakfast is included, guest {:03}."
NOTE = "Settled with guest {:03}."


def wish(guest):
    """What a customer wants, in turns; every eleventh wants nothing done at all."""
    if guest % 11 == 5 or guest > ASKED:
        return "leave"
    return ("reply", "resolve", "snooze", "reply", "later")[guest % 5]


class Desk:
    """A business whose assistant is off, and customers who have written to it over WhatsApp."""

    def __init__(self, binaries, folder):
        self.backend = house.Backend(binaries, folder)
        spec = house.client_spec("casa-marisol", "+13055550101", "106550000000101", "AC" + "0" * 32, 0, "https://hooks.northquay.example", assistant_on=False, safe_mode=True)
        for channel in spec["channels"]:
            channel.pop("base_url", None)
        doors, = self.backend.init(house.spec_of([spec]))["clients"]
        self.client = doors["id"]
        self.door = next(door for door in doors["channels"] if door["kind"] == "whatsapp")
        self.backend.start()

    def write(self, guest, text):
        number = f"1305777{guest:04}"
        body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": self.door["account"], "changes": [{"field": "messages", "value": {
            "messaging_product": "whatsapp", "metadata": {"display_phone_number": self.door["number"], "phone_number_id": self.door["phone_number_id"]},
            "contacts": [{"profile": {"name": f"Guest {guest:03}"}, "wa_id": number}],
            "messages": [{"from": number, "id": f"wamid.{guest}.{len(text)}", "timestamp": str(int(time.time())), "type": "text", "text": {"body": text}}]}}]}]}).encode()
        signature = "sha256=" + hmac.new(self.door["secret"].encode(), body, hashlib.sha256).hexdigest()
        status, answer = self.backend.raw("POST", "/webhooks/whatsapp", body, {"Content-Type": "application/json", "X-Hub-Signature-256": signature})
        assert status == 200, (status, answer)

    def conversations(self):
        """{guest: conversation} as the server tells them."""
        talks = self.backend.pages(f"/api/v1/conversations/client/{self.client}?limit=500")  # first: whoever writes meanwhile is a lead by then
        leads = {lead["id"]: int(lead["name"].split()[-1]) for lead in self.backend.pages(f"/api/v1/leads/client/{self.client}?limit=500")}
        return {leads[each["lead_id"]]: each for each in talks}

    def notes(self, conversation):
        return [json.loads(body)["text"] for body, in house.rows(self.backend.store, f"SELECT body FROM note WHERE conversation_id = '{conversation}'")]

    def messages(self, conversation):
        return self.backend.pages(f"/api/v1/conversations/{conversation}/messages?limit=500")


def due_of(conversation):
    """What its row counts down to: the hand-over or the answer, whichever is due first."""
    marks = [conversation.get(name) or {} for name in ("escalation", "sla")]
    return min(mark["due"] for mark in marks if mark.get("due"))


def order_of(profile):
    """The guests who wait, from the top of the list: of what is due at the same moment either may come first."""
    waiting = 3  # models/cache/view.h
    query = ("SELECT l.effective_name FROM view_entry e JOIN conversation c ON c.row = e.conversation JOIN lead l ON l.id = c.lead_id "
             f"WHERE e.view = {waiting} AND e.scope = 0 ORDER BY e.rank DESC, e.conversation DESC")
    guests = []

    def all_stand():
        for cache in glob.glob(os.path.join(profile, "**", "cache.db"), recursive=True):
            guests[:] = [int(name.split()[-1]) for name, in house.rows(cache, query) if name.startswith("Guest ")]
            if len(guests) == ASKED:
                return True
        return False

    house.wait_for("all of them in the cache", all_stand)
    return guests


class Triage:
    """Somebody at the keyboard, who looks at the window as a screen reader does."""

    def __init__(self, desk, console, pictures):
        self.desk, self.console, self.pictures = desk, console, pictures
        self.holders = {}
        self.seen = []

    @property
    def window(self):
        return self.console.window

    def picture(self, name):
        if self.pictures:
            self.desk.screen.save(os.path.join(self.pictures, name + ".png"))

    def entries(self, name):
        """The rows of a list that stays; the list itself is looked for once."""
        for _ in range(2):
            holder = self.holders.get(name)
            try:
                if holder is not None and tree.is_showing(holder):
                    return tree.names_of(holder)
            except tree.GONE:
                pass
            self.holders[name] = self.window.look("list", name)
        return []

    def opened(self):
        """The guest whose thread stands in the middle; nothing while it is being read."""
        found = {int(number) for entry in self.entries("Conversation") for number in re.findall(r"#(\d{3})", entry)}
        return found.pop() if len(found) == 1 else None

    def is_marked(self, guest):
        """Whether the list marks this guest's row."""
        holder = self.holders.get("Conversations") or self.window.look("list", "Conversations")
        self.holders["Conversations"] = holder
        try:
            for child in (holder.getChildAtIndex(i) for i in range(holder.childCount)):
                if child is not None and child.name.startswith(f"Guest {guest:03},"):
                    return tree.states(child).contains(tree.pyatspi.STATE_SELECTED)
        except tree.GONE + (AttributeError,):
            self.holders["Conversations"] = None
        return False

    def next_one(self, wanted):
        """Waits for this guest's thread, which the list marks too."""
        try:
            house.wait_for("the thread", lambda: self.opened() == wanted and self.is_marked(wanted))
        except AssertionError:
            self.picture("failed")
            raise AssertionError(f"guest {wanted:03} was to come next; open is {self.opened()}, marked: {self.is_marked(wanted)}; before it {self.seen[-5:]}") from None
        self.seen.append(wanted)

    def composer(self):
        field = self.window.focused_text()
        return (field.name, tree.text_of(field)) if field is not None else None

    def reply(self, guest):
        words = ANSWER.format(guest)
        self.desk.key("t")
        self.desk.type(words)
        house.wait_for("the words in the composer", lambda: self.composer() == ("Your reply", words))
        if guest % 2:
            return self.desk.key("ctrl+Return", "Escape", "j")  # who types fast does not look
        self.desk.key("ctrl+Return")
        house.wait_for("the reply in the thread", lambda: any(words in entry and entry.startswith("You, ") for entry in self.entries("Conversation")))
        self.desk.key("Escape")
        self.desk.key("j")

    def resolve(self, guest):
        """With a note for the team before it, every other time."""
        if guest % 2:
            words = NOTE.format(guest)
            self.desk.key("n")
            self.desk.type(words)
            house.wait_for("the note in the composer", lambda: self.composer() == ("Your private note", words))
            self.desk.key("ctrl+Return")
            house.wait_for("the note in the thread", lambda: any(words in entry and entry.startswith("Private note by you") for entry in self.entries("Conversation")))
            self.desk.key("Escape")
        self.desk.key("e")

    def snooze(self, _guest):
        """The first of the times: one is offered on whatever day, a second not on a Sunday, when tomorrow is next week. Nobody
        waits for a menu that they know."""
        self.desk.key("s", "Down", "Up", "Return")

    def later(self, _guest):
        """A day and time of one's own, as it is proposed."""
        self.desk.key("s", "Up", "Return")
        self.window.find("dialog", "Snooze until")
        self.desk.key("Return")

    def leave(self, _guest):
        self.desk.key("j")

    def work(self, guests, write):
        """One after the other, as the list had them in the beginning."""
        for at, guest in enumerate(guests):
            self.next_one(guest)
            if at in NEWCOMERS:
                write(NEWCOMERS[at], SAYS["leave"].format(NEWCOMERS[at]))
            said = next(entry for entry in self.entries("Conversation") if "#" in entry)
            kind = next(kind for kind, words in SAYS.items() if words[:20] in said)
            if at in (0, 1, 2, 50):
                self.picture(f"at {at:03} {kind}")
            getattr(self, kind)(guest)


def faults_of(house_, now):
    """What on the server is not as the keys were pressed; none when all is well."""
    found, faults = house_.conversations(), []
    for guest in [*range(1, ASKED + 1), *NEWCOMERS.values()]:
        one = found.get(guest)
        if one is None:
            faults.append(f"{guest:03} is not there")
            continue
        kind, state = wish(guest), (one["status"], one["owner"]["kind"])
        said = [m["text"] for m in house_.messages(one["id"]) if m["role"] == "staff"]
        right = {
            "reply": state == ("active", "user") and not one.get("waiting_since"),
            "resolve": state[0] == "ended",
            "snooze": state[0] == "snoozed" and one["snoozed_until"] > now,
            "later": state[0] == "snoozed" and one["snoozed_until"] > now,
            "leave": state[1] == "nobody" and one.get("waiting_since"),
        }[kind]
        noted = [NOTE.format(guest)] if kind == "resolve" and guest % 2 else []
        if not right or said != ([ANSWER.format(guest)] if kind == "reply" else []) or house_.notes(one["id"]) != noted:
            faults.append(f"{guest:03} {kind}: {state}, said {said}, notes {house_.notes(one['id'])}")
    return faults


def check(house_, now):
    """The last replies can still be taken back for a moment before they go."""
    try:
        house.wait_for("the server", lambda: not faults_of(house_, now), 60)
    except AssertionError:
        raise AssertionError("\n".join(faults_of(house_, now))) from None


def main():
    _source, binaries = sys.argv[1:3]
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    desktop.need_desktop()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fd-keys-") as folder, desktop.Desktop(folder) as desk:
        os.makedirs(os.path.join(folder, "server"))
        house_ = Desk(binaries, os.path.join(folder, "server"))
        console = first_minute_console.Console(desk, binaries, os.path.join(folder, "profile"))
        triage = Triage(desk, console, pictures)
        try:
            for guest in range(1, ASKED + 1):
                house_.write(guest, SAYS[wish(guest)].format(guest))
            house.wait_for("all conversations", lambda: len(house_.conversations()) == ASKED)
            print(f"asked: {time.monotonic() - began:.1f} s", flush=True)
            console.start("--server", house_.backend.url)
            console.signs_in(house.OWNER["email"], house.OWNER["password"])
            print(f"signed in: {time.monotonic() - began:.1f} s", flush=True)
            desk.key("g", "w")
            house.wait_for("the view", lambda: triage.window.look("label", "Waiting") is not None)
            desk.key("Escape", "Home")
            order = order_of(os.path.join(folder, "profile"))
            dues = {guest: due_of(one) for guest, one in house_.conversations().items()}
            assert [dues[guest] for guest in order] == sorted(dues.values()), "what is due first does not stand first"
            start = time.monotonic()
            triage.work(order, house_.write)
            took = time.monotonic() - start
            print(f"told: {ASKED} conversations gone through in {took:.1f} s, {1000 * took / ASKED:.0f} ms each", flush=True)
            check(house_, time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime()))
            layouts.holds(triage, house_)
            print(f"checked: {time.monotonic() - began:.1f} s", flush=True)
        except BaseException:
            if pictures:
                desk.screen.save(os.path.join(pictures, "at the failure.png"))
            raise
        finally:
            console.drop()
            house_.backend.stop()
    print("keys alone do it")


if __name__ == "__main__":
    main()
