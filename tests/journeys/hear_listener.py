#!/usr/bin/python3
"""A listener on the accessibility bus, as a screen reader is one: tells on its output, one JSON line each, what a program says
by itself.

  hear_listener.py PID

"ready" is the first line. Each of the others: the event, the role and the name of whom it is about, and `path`, the names above it."""

import json
import sys

import pyatspi
from gi.repository import GLib

HEARD = ("object:state-changed:showing", "object:children-changed:add", "object:property-change:accessible-name")
DEEP = 12


def told(event, pid):
    try:
        source = event.source
        if source is None or source.get_process_id() != pid or (event.type.startswith("object:state-changed") and not event.detail1):
            return
        about = event.any_data if event.type.startswith("object:children-changed") and event.any_data is not None else source
        line = {"event": str(event.type), "role": about.getRoleName(), "name": about.name or "", "path": []}
        above = about.parent
        while above is not None and len(line["path"]) < DEEP:
            line["path"].append(above.name or "")
            above = above.parent
    except (GLib.Error, RuntimeError, NotImplementedError):
        return
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main():
    pid = int(sys.argv[1])
    pyatspi.Registry.registerEventListener(lambda event: told(event, pid), *HEARD)
    print("ready", flush=True)
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
