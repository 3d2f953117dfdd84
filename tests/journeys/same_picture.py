"""What the console's cache holds of the shared entities, beside the server's rows: the same ids in the same versions. Read
with sqlite3; shares no code with either program."""

import json
import os
import sqlite3


def rows(path, query):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return dict(base.execute(query))


def compare(report, store, cache):
    pairs = (
        ("notes", "SELECT id, conversation_id || ' ' || position || ' ' || version FROM note", "note"),
        ("transitions", "SELECT id, conversation_id || ' ' || position || ' ' || version FROM transition", "transition"),
    )
    for name, query, kind in pairs:
        theirs = rows(cache, f"SELECT t.id, c.id || ' ' || t.position || ' ' || t.version FROM timeline t JOIN conversation c ON c.row = t.conversation WHERE t.kind = '{kind}'")
        differ(report, name, rows(store, query), theirs)
    differ(report, "conversations", rows(store, "SELECT id, version FROM conversation"), rows(cache, "SELECT id, version FROM conversation"))
    differ(report, "leads", rows(store, "SELECT id, version FROM lead"), rows(cache, "SELECT id, version FROM lead"))
    bodies = rows(store, "SELECT id, body FROM conversation")
    for identity, body in rows(cache, "SELECT id, body FROM conversation").items():
        mine, theirs = json.loads(bodies.get(identity, "null")), json.loads(body or "null")
        for field in ("status", "owner", "last_position", "last_public_position"):
            if mine and theirs and mine.get(field) != theirs.get(field):
                report.fault("a conversation differs", identity, field, mine.get(field), theirs.get(field))


def differ(report, name, mine, theirs):
    report.figures[name] = len(mine)
    for identity, value in mine.items():
        if theirs.get(identity) != value:
            report.fault(f"{name} differ", identity, value, theirs.get(identity))
    for identity in theirs.keys() - mine.keys():
        report.fault(f"{name} only in the cache", identity)


def whole(report, *files):
    """Every file of SQLite's passes its own check."""
    for path in files:
        base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        found = [row[0] for row in base.execute("PRAGMA integrity_check")]
        if found != ["ok"]:
            report.fault("a damaged file", os.path.basename(path), *found[:3])
