"""What a screen reader is told of the console: its accessible tree over AT-SPI, found by role and name, and the rules that
every page keeps."""

import collections

import house
from first_minute_disk import squeezed

try:
    import pyatspi
    from gi.repository import GLib
    GONE = (GLib.Error, RuntimeError, NotImplementedError)
except ImportError:
    pyatspi = None
    GONE = (RuntimeError,)

LISTS = ("list", "table")
DEEP = 60

Seen = collections.namedtuple("Seen", "node role name focusable path")


def states(node):
    return node.getState()


def is_showing(node):
    held = states(node)
    return held.contains(pyatspi.STATE_SHOWING) and held.contains(pyatspi.STATE_VISIBLE)


def walk(node, path=()):
    """Everything on screen below `node`, itself included."""
    if node is None:
        return
    try:
        held = states(node)
        if not held.contains(pyatspi.STATE_SHOWING):
            return
        role, name = node.getRoleName(), node.name or ""
        here = path + (f"{role} “{name}”",)
        yield Seen(node, role, name, held.contains(pyatspi.STATE_FOCUSABLE), here)
        if len(path) > DEEP:
            return
        for i in range(node.childCount):
            child = node.getChildAtIndex(i)
            if child is not None:
                yield from walk(child, here)
    except GONE:
        return


def names_of(holder):
    """The names of all children of a list, those out of sight included."""
    return [child.name or "" for child in (holder.getChildAtIndex(i) for i in range(holder.childCount)) if child is not None]


def box_of(node):
    at = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return at.x, at.y, at.width, at.height


def text_of(node):
    return node.queryText().getText(0, -1)


class Window:
    """The window of one running console."""

    def __init__(self, pid):
        self.pid = pid

    @property
    def frame(self):
        """The one on screen now: another business or language has another one."""
        try:
            desk = pyatspi.Registry.getDesktop(0)
            for app in (desk.getChildAtIndex(i) for i in range(desk.childCount)):
                if app is None or app.get_process_id() != self.pid:
                    continue
                for frame in (app.getChildAtIndex(i) for i in range(app.childCount)):
                    if frame is not None and is_showing(frame):
                        return frame
        except GONE:
            pass
        return None

    def look(self, role, name=None, part=None, within=None):
        for seen in walk(within or self.frame):
            if seen.role == role and (name is None or seen.name == name) and (part is None or part in seen.name):
                return seen.node
        return None

    def find(self, role, name=None, part=None, within=None, seconds=20):
        return house.wait_for(f"{role} “{name or part or ''}”", lambda: self.look(role, name, part, within), seconds)

    def says(self, words, within=None):
        """Whether these words stand in a text or name on screen."""
        return any(words in seen.name for seen in walk(within or self.frame))

    def rows(self, name):
        holder = self.look("list", name)
        if holder is None:
            return []
        try:
            return names_of(holder)
        except GONE:
            return []

    def row(self, name, *parts, seconds=20):
        """The child of a list whose name holds all these parts."""
        def look():
            holder = self.look("list", name)
            if holder is None:
                return None
            try:
                for i in range(holder.childCount):
                    child = holder.getChildAtIndex(i)
                    if child is not None and all(squeezed(part) in squeezed(child.name) for part in parts):
                        return child
            except GONE:
                return None
            return None
        try:
            return house.wait_for("a row", look, seconds)
        except AssertionError:
            raise AssertionError(f"no row of “{name}” with {parts}; there: {self.rows(name)}") from None

    def press(self, name, part=None, within=None):
        self.find("push button", name, part, within).queryAction().doAction(0)

    def focused_text(self):
        """The text field that has the focus."""
        for seen in walk(self.frame):
            if seen.role == "text" and states(seen.node).contains(pyatspi.STATE_FOCUSED):
                return seen.node
        return None


def faults_of(root):
    """What breaks the rules on the page on screen: sentences, none when all is well."""
    faults, called = [], collections.defaultdict(list)
    for seen in walk(root):
        if seen.focusable and not seen.name.strip():
            faults.append("focusable without a name: " + " › ".join(seen.path))
        # Rows are compared within their list; Qt calls a tab bar by its current tab.
        if seen.name and seen.role not in ("list item", "page tab list") and (seen.focusable or seen.role in LISTS):
            called[seen.name].append(seen.path)
        if seen.role in LISTS:
            if not seen.name:
                faults.append("a list without a name: " + " › ".join(seen.path))
            rows = names_of(seen.node)
            faults += [f"row {i} of “{seen.name}” has no speaking name: “{row}”" for i, row in enumerate(rows) if len(row.strip()) < 3]
            faults += [f"{count} rows of “{seen.name}” are called “{row}”" for row, count in collections.Counter(rows).items() if count > 1]
    for name, paths in called.items():
        if len(paths) > 1:
            faults.append(f"{len(paths)} controls are called “{name}”: " + " | ".join(" › ".join(path[-3:]) for path in paths))
    return faults
