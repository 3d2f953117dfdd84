"""Migrations, version constants and statements of each store agree."""

import re
import sqlite3

from rules import bare_sql

# store → (migrations, folders of its statements, where its version constant stands). The console's two files take their
# version from the migrations themselves.
STORES = {
    "foredeckd.db": ("server/storage/migrations/", ("server/storage/sql/",), ("server/storage/sqlite/sqlitestore.h", r"schemaVersion = (\d+)")),
    "cache.db": ("models/cache/migrations/cache/", ("models/cache/sql/",), None),
    "outbox.db": ("models/cache/migrations/outbox/", ("models/cache/outboxsql/",), None),
}
NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql$")


def steps_of(sources, folder):
    return sorted((s for s in sources if s.path.startswith(folder) and s.path.endswith(".sql")), key=lambda s: s.path)


def numbering(sources):
    wrong = []
    for store, (folder, _, constant) in STORES.items():
        steps = steps_of(sources, folder)
        numbers = [int(m[1]) for m in (NAME.search(s.path) for s in steps) if m]
        if len(numbers) != len(steps) or numbers != list(range(1, len(steps) + 1)):
            wrong.append(f"{store}: the steps in {folder} are not numbered 0001, 0002, …")
        if constant:
            text = next((s.text for s in sources if s.path == constant[0]), "")
            found = re.search(constant[1], text)
            if not found or not numbers or int(found[1]) != numbers[-1]:
                wrong.append(f"{store}: {constant[0]} says {found[1] if found else 'nothing'}, the last step is {numbers[-1] if numbers else 'none'}")
        built = [s for s in sources if s.path.endswith("CMakeLists.txt")]
        for step in steps:
            name = step.path.rsplit("/", 1)[1]
            if not any(re.search(r"migrations/[\w/]*(\*\.sql|%s)" % re.escape(name), s.text) for s in built if step.path.startswith(s.path.rsplit("/", 1)[0])):
                wrong.append(f"{store}: {step.path} is not built in")
    return wrong


def every_statement_fits(sources):
    """Each statement is prepared on the schema that the migrations make."""
    wrong = []
    for store, (folder, homes, _) in STORES.items():
        database = sqlite3.connect(":memory:")
        try:
            for step in steps_of(sources, folder):
                database.executescript(step.text)
        except sqlite3.Error as error:
            wrong.append(f"{store}: {folder}: {error}")
            continue
        for source in sources:
            if not source.path.startswith(homes) or not source.path.endswith(".sql") or "{" in source.text:
                continue
            names = {m[1]: None for m in re.finditer(r":([a-z_]\w*)", bare_sql(source.text))}
            try:
                database.execute("EXPLAIN " + source.text, names)
            except sqlite3.Error as error:
                # A full-text statement whose table is made per client has its own test.
                if "no such table: {" not in str(error):
                    wrong.append(f"{store}: {source.path}: {error}")
    return wrong
