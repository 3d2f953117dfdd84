#!/usr/bin/python3
"""A newcomer's first minute with the real program: seen through the accessible tree, done with real keys, checked in the
stores on disk.

  first_minute.py SOURCE BINARIES [PICTURES]

With a folder for PICTURES the screen is kept there at every stage."""

import json
import os
import re
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desktop
import first_minute_business as business
import first_minute_console
import first_minute_disk as disk
import first_minute_tree as tree
import house
from first_minute_disk import squeezed

MARCUS = "+13055550123"  # a text message brings a number; he may say his name
LINE = r"^.+, \d\d:\d\d(, [^:]+)?: "
REPLY = "Hello Marcus, the dock crew comes to C14 with a pump at once."
SECOND = "They carry a yellow pump cart."
HALF = "Please switch the shore power off until"
NOTE = "Called the dock office."
DANGER = (0xB3, 0x26, 0x1E)  # "danger" of resources/theme/tokens.json, light


class Story:
    def __init__(self, desk, console, pictures):
        self.desk, self.console, self.pictures = desk, console, pictures
        self.faults = []
        self.stage = 0

    @property
    def window(self):
        return self.console.window

    @property
    def marcus(self):
        """What the man with the bilge pump is called by now."""
        return disk.called(json.loads(self.console.server().conversation_of(MARCUS)["lead"]))

    def page(self, name, root=None):
        """The rules every page keeps; a picture of it."""
        self.stage += 1
        if self.pictures:
            self.desk.screen.save(os.path.join(self.pictures, f"{self.stage:02} {name}.png"))
        # Customers go on writing while the tree is read node by node: a row that leaves meanwhile has no name any more. What
        # is wrong with the page is still there at the next look.
        for _ in range(3):
            found = tree.faults_of(root or self.window.frame)
            if not found:
                break
        self.faults += [f"{name}: {fault}" for fault in found]
        print(f"page {name}: {len(found)} faults", *found, sep="\n  ", flush=True)

    def open(self, *parts):
        self.desk.click(tree.box_of(self.window.row("Conversations", *parts)))
        self.desk.point_away()

    def entries(self):
        return self.window.rows("Conversation")

    def arrives(self):
        """1 to 3: the window, its banner and status; a WhatsApp row; the assistant's answer with its source."""
        print(f"told: first start to a painted window {self.console.start():.0f} ms")
        window = self.window
        assert window.frame.name == "Foredeck", window.frame.name
        window.find("label", "Sample business.")
        window.find("label", "Nothing leaves this computer.")
        assert not window.look("password text"), "it asks for a sign-in"
        window.find("push button", "Live")
        window.find("push button", "Signed in for this session only")
        window.row("Conversations", "Paul Nwosu", "Saltgrass Marina", "WhatsApp")
        self.page("first rows")
        store = self.console.server()

        def answered():
            row = store.conversation_of("Paul Nwosu")
            made = [one for one in store.decisions(row["id"]) if one["action"] == "answered"] if row else []
            return made[0] if made else None
        decision = house.wait_for("an answer on the server", answered)
        sources = [passage["title"] for passage in decision["passages"] if passage["used"]]
        assert sources, decision
        self.open("Paul Nwosu")
        entry = window.row("Conversation", "Assistant, ", "kept here", "Answered · 1 source", "%")
        answer = next(one for one in store.messages(decision["conversation_id"]) if one["role"] == "ai")
        assert answer["text"] in entry.name and answer["delivery"]["state"] == "held", (entry.name, answer)
        self.desk.key("Return")  # from the list into the thread
        self.desk.key("End", "Up", "Return")
        opened = self.opened(sources[0])
        print("told: " + opened.name)
        self.page("a decision opened")

    def opened(self, source):
        """The entry whose decision stands open; the arrow goes up until it is the assistant's."""
        for _ in range(6):
            try:
                return self.window.row("Conversation", "Assistant, ", f"Source: “{source}”", seconds=5)
            except AssertionError:
                self.desk.key("Up", "Return")
        raise AssertionError(f"no entry shows its source “{source}”: {self.entries()}")

    def taken_over(self):
        """3 and 4: the emergency, its hint, T, type, Ctrl+Enter."""
        window, store = self.window, self.console.server()
        self.desk.key("Escape")
        window.row("Conversations", "Saltgrass Marina", "SMS", "Emergency", "nobody is answering", seconds=60)
        self.open(self.marcus + ",")
        house.wait_for("the hint", lambda: window.says("Press T to take over"))
        window.row("Conversation", "Handed to a person", "emergency")
        self.page("an emergency")
        # What is answered before he has said it all would rightly be held back as answering older words.
        window.row("Conversation", "taking on water", seconds=60)
        row = store.conversation_of(MARCUS)
        assert (row["owner_kind"], row["escalated"]) == ("nobody", 1), tuple(row)
        self.desk.key("t")
        self.desk.type(REPLY)
        house.wait_for("the typed reply in the composer", lambda: (lambda field: field is not None and tree.text_of(field) == REPLY)(window.look("text", "Your reply")))
        row = house.wait_for("the take-over on the server", lambda: (lambda c: c if c["owner_kind"] == "user" else None)(store.conversation_of(MARCUS)))
        assert row["fence"] > 0 and row["lease_until"] and row["owner_user"] == store.bodies("app_user")[0]["id"], tuple(row)
        assert not window.says("Press T to take over"), "the hint comes once"
        self.page("taken over")
        # While nobody takes it, it stays to be seen, however slow this machine is.
        with self.console.deaf_backend():
            self.desk.key("ctrl+Return")
            print("told: " + window.row("Conversation", "You, ", REPLY).name)
            assert REPLY not in [one["text"] for one in store.messages(row["id"])]
            self.page("a reply on its way")
        sent = house.wait_for("the reply on the server", lambda: next((one for one in store.messages(row["id"]) if one["text"] == REPLY and one["delivery"]["state"] != "queued"), None))
        assert sent["role"] == "staff" and sent["delivery"]["state"] == "held" and sent["author"]["user_id"] == row["owner_user"], sent
        entry = window.row("Conversation", "You, ", "Kept here: safe mode", REPLY)
        assert "Not sent" not in entry.name and "Retry" not in entry.name, entry.name
        assert not self.desk.screen.has_near(tree.box_of(entry), DANGER), "a kept reply looks like a failure"
        assert [one["text"] for one in store.messages(row["id"])].count(REPLY) == 1
        escalations = [one for one in store.bodies("escalation") if one["conversation_id"] == row["id"]]
        assert [one["status"] for one in escalations] == ["claimed"], escalations
        self.page("kept here")

    def outbox(self):
        """A reply that the server does not have yet is a row of the outbox, too."""
        self.desk.click(tree.box_of(self.window.look("text", "Your reply")))
        self.desk.type(SECOND)
        marcus = self.marcus
        with self.console.deaf_backend():
            self.desk.key("ctrl+Return")
            self.desk.key("alt+2")
            row = self.window.row("Outbox", "Reply", marcus, SECOND)
            print("told: " + row.name)
            self.page("outbox")
        house.wait_for("an empty outbox", lambda: self.window.says("Nothing waits"), 20)
        self.page("outbox, empty")
        self.desk.key("alt+1")

    def still(self):
        """Customers paused; every row and every message on disk is an accessible child, in order."""
        window, store = self.window, self.console.server()
        self.run_command("Pause them")  # by its name: a hand-over that calls stands where the sample's banner is
        house.wait_for("the last answers", lambda: store.open_work() == 0, 40)
        kinds = {"whatsapp": "WhatsApp", "sms": "SMS", "web_form": "Web form", "live_chat": "Live chat", "missed_call": "Missed call"}
        rows = house.wait_for("all rows", lambda: (lambda names: names if len(names) == len(store.inbox()) else None)(window.rows("Conversations")))
        for name, client, channel in store.inbox():
            of = [row for row in rows if squeezed(row).startswith(squeezed(f"{name}, {client}, {kinds[channel]}, "))]
            assert len(of) == 1, (name, client, channel, rows)
        print("told: " + rows[0])
        for name in sorted({name for name, _, _ in store.inbox()})[:4]:
            self.open(name + ",")
            self.desk.key("Return")
            self.every_message(name)
        self.page("inbox")

    def every_message(self, name):
        store = self.console.server()
        messages = store.messages(store.conversation_of(name)["id"])

        def told():
            entries = self.entries()
            at = [next((i for i, entry in enumerate(entries) if message["text"] in entry), -1) for message in messages]
            return at if -1 not in at and at == sorted(at) else None
        at = house.wait_for(f"every message of {name} as a child, in order: {self.entries()}", told)
        speakers = {"lead": (squeezed(name),), "ai": ("Assistant",), "staff": ("You",), "system": ("Automatic",)}
        for index, message in zip(at, messages):
            entry = self.entries()[index]
            assert squeezed(entry).startswith(speakers[message["role"]]), (entry, message)
            assert re.match(LINE, entry), entry

    def notes_and_views(self):
        window = self.window
        self.open(self.marcus + ",")
        self.desk.key("n")
        self.desk.type(NOTE)
        house.wait_for("the note in the composer", lambda: window.look("text", "Your private note") is not None)
        self.page("private note")
        self.desk.key("ctrl+Return")
        window.row("Conversation", "Private note by you", NOTE)
        self.desk.key("Escape")
        for keys, title in (("m", "Mine"), ("u", "Unassigned"), ("w", "Waiting"), ("h", "Escalated"), ("d", "Ended"), ("a", "All")):
            self.desk.key("g", keys)
            house.wait_for("the view " + title, lambda: window.look("label", title) is not None)
            self.page("view " + title)
        for tab in ("Lead", "Decisions", "Start"):
            self.desk.click(tree.box_of(window.find("page tab", tab)))
            self.page("panel " + tab)

    def run_command(self, name):
        window = self.window
        self.desk.key("ctrl+k")
        window.find("dialog", "Search or run")
        self.desk.type(name)
        window.row("Found", name)
        self.desk.key("Return")
        house.wait_for("no palette", lambda: window.look("dialog", "Search or run") is None)

    def other_pages(self):
        window = self.window
        for keys, name in (("ctrl+k", "Search or run"), ("question", "Shortcuts")):
            self.desk.key(keys)
            box = window.find("dialog", name)
            self.page(name, box)
            if keys == "ctrl+k":
                self.desk.type("nwo")
                window.row("Found", "Paul Nwosu, Saltgrass Marina")
                self.page("palette, people", box)
            self.desk.key("Escape")
            house.wait_for("no " + name, lambda: window.look("dialog", name) is None)
        for keys, name, there in (("b", "dashboard", "Leads by day"), ("l", "leads", "Leads that fit")):
            self.desk.key("g", keys)
            house.wait_for("the " + name, lambda: any(seen.name == there for seen in tree.walk(window.frame)))
            self.page(name)
        self.desk.key("alt+3")
        window.find("list", "Settings sections")
        for section in window.rows("Settings sections"):
            self.desk.click(tree.box_of(window.row("Settings sections", section)))
            self.desk.point_away()
            house.wait_for("the section " + section, lambda: window.look("label", section) is not None)
            self.page("settings, " + section)
        self.desk.key("alt+1")

    def killed(self):
        """SIGKILL while something is being written: it is there again, and nobody is left behind."""
        window = self.window
        self.open(self.marcus + ",")
        self.desk.key("r")
        self.desk.type(HALF)
        window.find("label", "Draft saved")
        self.console.kill()
        print(f"told: next start to a painted window {self.console.start('--paused'):.0f} ms")
        window = self.window
        self.open(self.marcus + ",")
        house.wait_for("the half sentence", lambda: (lambda field: field is not None and tree.text_of(field) == HALF)(window.look("text", "Your reply")))
        window.find("push button", "Live")
        assert not any(one["text"] == HALF for one in self.console.server().bodies("message"))
        self.page("after a kill")


def main():
    source, binaries = sys.argv[1:3]
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    desktop.need_desktop()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fd-minute-") as folder, desktop.Desktop(folder) as desk:
        console = first_minute_console.Console(desk, binaries, os.path.join(folder, "profile"))
        story = Story(desk, console, pictures)
        try:
            for step in (Story.arrives, Story.taken_over, Story.outbox, Story.still, Story.notes_and_views, Story.other_pages, Story.killed,
                         business.begins, business.clears_the_sample, business.signs_in):
                step(story)
                print(f"{step.__name__}: {time.monotonic() - began:.0f} s", flush=True)
        except BaseException:
            if pictures:
                desk.screen.save(os.path.join(pictures, "at the failure.png"))
                with open(os.path.join(pictures, "at the failure.txt"), "w", encoding="utf-8") as out:
                    out.writelines(f"{'  ' * (len(seen.path) - 1)}{seen.path[-1]}\n" for seen in tree.walk(story.window.frame))
            raise
        finally:
            console.drop()
        if story.faults:
            print("\n".join(story.faults))
            raise SystemExit(f"{len(story.faults)} faults in the accessible tree")
    print("the first minute holds")


if __name__ == "__main__":
    main()
