#!/usr/bin/python3
"""What somebody hears who does not see the window: the real program, customers who write to it, and a listener on the
accessibility bus as a screen reader is one. A message in the open conversation is told, a hand-over is told, and what
stays as it is is not told again and again.

  hear_journey.py SOURCE BINARIES"""

import json
import os
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desktop
import first_minute_console
import first_minute_tree as tree
import house
import keys_journey
from first_minute_disk import squeezed

LISTENER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hear_listener.py")
SAID = ("For two people, please.", "And is there a garage?", "We come at about eleven at night.")
GUESTS = 12
SHOWN = "object:state-changed:showing"
NAMED = "object:property-change:accessible-name"


class Listener:
    def __init__(self, pid):
        self.process = subprocess.Popen([sys.executable, "-B", LISTENER, str(pid)], stdout=subprocess.PIPE, text=True, preexec_fn=desktop.end_with_parent)
        assert self.process.stdout.readline().strip() == "ready"
        self.lock = threading.Lock()
        self.lines = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            with self.lock:
                self.lines.append(json.loads(line))

    def heard(self, event, role, part=""):
        """What was told so far of this kind, in order."""
        with self.lock:
            return [line["name"] for line in self.lines if line["event"].startswith(event) and line["role"] == role and squeezed(part) in squeezed(line["name"])]

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def story(desk, business, console):
    business.write(1, "Do you have a room for Friday?")
    console.start("--server", business.backend.url)
    console.signs_in(house.OWNER["email"], house.OWNER["password"])
    window = console.window
    row = window.row("Conversations", "Guest 001")
    listener = Listener(console.process.pid)
    try:
        desk.click(tree.box_of(row))
        desk.point_away()
        window.row("Conversation", "a room for Friday")
        for words in SAID:
            business.write(1, words)
            window.row("Conversation", words)
            house.wait_for(f"“{words}” as a notification", lambda: listener.heard(SHOWN, "notification", words) or None)
        told = [len(listener.heard(SHOWN, "notification", words)) for words in SAID]
        assert told == [1] * len(SAID), told
        print("told: " + listener.heard(SHOWN, "notification", SAID[0])[0])
        business.write(2, "Help, there is a fire in the kitchen!")
        handed = house.wait_for("the hand-over as a notification", lambda: listener.heard(SHOWN, "notification", "Emergency") or None)
        print("told: " + handed[0])
        for guest in range(3, GUESTS + 1):  # the window changes, and what was said stays
            business.write(guest, f"Is breakfast included? #{guest}")
            window.row("Conversations", f"Guest {guest:03}")
        names = listener.heard(NAMED, "notification")
        assert len(names) <= 2 * (len(SAID) + GUESTS), names
        print(f"told: {len(listener.lines)} events in all, {len(names)} of them names of notifications")
    finally:
        listener.end()


def main():
    _source, binaries = sys.argv[1:3]
    desktop.need_desktop()
    with tempfile.TemporaryDirectory(prefix="fd-hear-") as folder, desktop.Desktop(folder) as desk:
        os.makedirs(os.path.join(folder, "server"))
        business = keys_journey.Desk(binaries, os.path.join(folder, "server"))
        console = first_minute_console.Console(desk, binaries, os.path.join(folder, "profile"))
        try:
            story(desk, business, console)
        finally:
            console.drop()
            business.backend.stop()
    print("it is heard")


if __name__ == "__main__":
    main()
