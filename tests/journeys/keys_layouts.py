"""Letters that other keyboards type with AltGr: they are written where something is written, and nowhere are they a command."""

import subprocess

import first_minute_tree as tree
import house

# By layout: what is pressed, and what it writes. AltGr stands for ISO_Level3_Shift, the right Alt key of both.
LAYOUTS = {
    "pl": (("AltGr+l", "ł"), ("AltGr+shift+l", "Ł"), ("shift+2", "@"), ("AltGr+5", "€"), ("AltGr+e", "ę"), ("AltGr+s", "ś"), ("AltGr+n", "ń"), ("AltGr+z", "ż"), ("AltGr+a", "ą")),
    "de": (("AltGr+l", "ł"), ("AltGr+q", "@"), ("AltGr+e", "€"), ("AltGr+7", "{"), ("AltGr+s", "ſ"), ("z", "z"), ("y", "y"), ("udiaeresis", "ü"), ("ssharp", "ß")),
}
# AltGr with the letters that are commands alone.
COMMANDS = "aejkhnrstwx"


def press(desk, *keys):
    desk.key(*(key.replace("AltGr", "ISO_Level3_Shift") for key in keys))


def use(layout):
    subprocess.run(["setxkbmap", layout], check=True)


def written(triage, layout, guest):
    """In the composer of a conversation that is one's own: each press is its letter, no more and no less."""
    pressed, letters = zip(*LAYOUTS[layout])
    triage.desk.key("r")
    house.wait_for("the composer", lambda: triage.composer() == ("Your reply", ""))
    press(triage.desk, *pressed)
    wanted = "Your reply", "".join(letters)
    try:
        house.wait_for("the letters", lambda: triage.composer() == wanted)
    except AssertionError:
        raise AssertionError(f"the {layout} keyboard was to write {wanted}; there is {triage.composer()}") from None
    assert triage.opened() == guest, triage.opened()
    triage.desk.key("ctrl+a")
    triage.desk.key("BackSpace")
    triage.desk.key("Escape")


def no_command(triage, layout, guest):
    """In the list: a letter with AltGr does nothing at all. The note that is begun after them would not be reached else."""
    press(triage.desk, *(f"AltGr+{letter}" for letter in COMMANDS))
    triage.desk.key("n")
    house.wait_for(f"the note, on the {layout} keyboard", lambda: triage.composer() == ("Your private note", ""), 10)
    assert triage.opened() == guest, triage.opened()
    triage.desk.key("Escape")


def sheet(triage, layout):
    """The question mark stands elsewhere on each keyboard and opens the sheet on all."""
    triage.desk.key("question")
    triage.window.find("dialog", "Shortcuts")
    triage.desk.key("Escape")
    house.wait_for(f"no sheet, on the {layout} keyboard", lambda: triage.window.look("dialog", "Shortcuts") is None)


def waiting(triage, server):
    """The opened one, once it is one that waits on the server too: what was answered a moment ago is still being left."""
    guest = triage.opened()
    return guest if guest and server.conversations()[guest].get("waiting_since") else None


def holds(triage, server):
    """On the first that still waits, taken over."""
    triage.desk.key("g", "w")
    guest = house.wait_for("one that waits", lambda: waiting(triage, server))
    triage.desk.key("t")
    house.wait_for("the composer", lambda: triage.composer() == ("Your reply", ""))
    triage.desk.key("Escape")
    before = house.wait_for("the take-over on the server", lambda: (lambda c: c if c["owner"]["kind"] == "user" else None)(server.conversations()[guest]))
    for layout in LAYOUTS:
        use(layout)
        written(triage, layout, guest)
        no_command(triage, layout, guest)
        sheet(triage, layout)
    use("us")
    after = server.conversations()[guest]
    for what in ("status", "owner", "last_position", "snoozed_until"):
        assert after.get(what) == before.get(what), (what, before, after)
    print(f"told: {', '.join(''.join(letter for _, letter in keys) for keys in LAYOUTS.values())} written, no command fired")
