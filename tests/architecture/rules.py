"""Rules of text that no link list holds. Each takes the tree and gives sentences about what breaks it."""

import re

from tree import PRODUCT

# Written in halves: this file is read as well.
UNDONE = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
MACHINE = re.compile(r"(?<![\w.~/-])/(wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers)/")
REGISTRY = re.compile(r"\b(pypi|pythonhosted|npm" + r"js|cra" + r"tes|conan" + r"center|vcp" + r"kg)\.(org|com|io)\b|deb\.debian\.org")
FETCHED = re.compile(r"\b(Fetch" + r"Content|External" + r"Project|CPM" + r"AddPackage)")

LONGEST_CPP = 500


def product(sources):
    return [s for s in sources if s.is_cpp() and s.path.split("/")[0] in PRODUCT]


def _find(sources, pattern, why, besides=lambda path, found: False):
    return [
        f"{source.path}:{line}: {' '.join(found.split())}: {why}"
        for source in sources
        for line, found in source.find(pattern)
        if not besides(source.path, found)
    ]


def plain_text(sources):
    """What customers wrote is never read as markup."""
    ours = product(sources)
    wrong = _find(
        ours,
        r"\b(setHtml|insertHtml|appendHtml|toHtml|setMarkdown|fromHtml)\s*\(|\bQt::(Rich|Auto|Markdown)Text\b|\bQ(TextBrowser|MessageBox|ErrorMessage)\b",
        "foreign text must stay plain text",
    )
    for source in ours:
        for base, word in ((r"QLabel", "setTextFormat(Qt::PlainText)"), (r"Q(?:Plain)?TextEdit", "setAcceptRichText(false)")):
            made = source.find(r":\s*%s\s*\(|\bnew\s+%s\b|<%s>\s*\(" % (base, base, base))
            if made and word not in source.code and "QPlainTextEdit" not in made[0][1]:
                wrong.append(f"{source.path}:{made[0][0]}: {made[0][1].strip()} without {word}")
        # Tool tips guess whether a text is markup.
        for line, call in source.find(r"\b(setToolTip|QToolTip::showText)\s*\([^;]*;"):
            if "plainTip(" not in call and not re.search(r"\(\s*(QString\(\)|m_\w+ \? QString\(\) : )?(tr\([^%]*\))?\s*\);", call):
                wrong.append(f"{source.path}:{line}: a tool tip that does not go through plainTip()")
    return wrong


def nothing_is_cut_off(sources):
    """disconnect() of everything takes Qt's own, too: what reads a screen is led to a widget that has gone."""
    return _find(product(sources), r"(->|\.)disconnect\(\s*\)", "name what is disconnected")


def names_are_told_once(sources):
    """setAccessibleName() tells whoever reads the screen of a name that stays, too; setSpokenName() does not."""
    others = [source for source in product(sources) if source.path != "ui/widgets/announcing.cpp"]
    return _find(others, r"\bsetAccessibleName\s*\(", "setSpokenName() names a widget")


OPENED = re.compile(
    r"\bnamespace\b\s*(?P<space>[\w:]*)\s*\{|\b(?:struct|class)\s+(?P<type>\w+)\s*(?:final\s*)?(?::[^:;{}()][^;{}]*)?\{|(?P<open>\{)|(?P<close>\})"
)


def _types(source):
    """(line, full name) of the types that stand in named namespaces alone: what the linker takes for one."""
    inside = []  # the namespaces that are open, None for any other brace
    for found in OPENED.finditer(source.code):
        if found["close"]:
            if inside:
                inside.pop()
            continue
        if found["type"] and all(inside):
            yield source.line(found.start()), "::".join([*inside, found["type"]])
        inside.append(found["space"] or None)


def one_type_one_name(sources):
    """A program that came to hold both would run one's functions on the other, and no tool says so."""
    known, wrong = {}, []
    for source in product(sources):
        for line, name in _types(source):
            if name in known:
                wrong.append(f"{source.path}:{line}: {name} stands in {known[name]} already")
            known.setdefault(name, source.path)
    return wrong


def nothing_waits(sources):
    return _find(
        product(sources),
        r"\bwaitFor[A-Z]\w*\s*\(|\bQEventLoop\b|\bprocessEvents\s*\(|(\.|->|::)exec\s*\(|\bQ(File|Input|Color|Font)Dialog::get|\b(sleep_for|sleep_until|usleep|msleep|nanosleep)\s*\(",
        "no nested loop, no wait",
        # The one loop of the console's interface.
        lambda path, found: path == "app/main.cpp" and found.startswith("::exec"),
    )


def no_shared_state(sources):
    return _find(
        product(sources),
        r"\bstatic\s+[\w:<>]+\s*[&*]\s*\w+\s*\(\s*\)\s*[;{]|\bQ_GLOBAL_STATIC\b|\b(instance|getInstance|theInstance)\s*\(\s*\)\s*\{",
        "no singletons: who needs it is handed it",
    )


def toolchain(sources):
    """g++ 12 destroys temporaries of co_await twice; clang 14 cannot read libstdc++'s views."""
    return _find(product(sources), r"\bco_(await|yield|return)\b|\bstd::(ranges|views)::|\bstd::(expected|format)\b", "not on this toolchain")


def clocks(sources):
    return _find(
        product(sources),
        r"\b(system_clock::now|currentDateTime(Utc)?|currentMSecsSinceEpoch|currentDate|currentTime|gettimeofday)\s*\(",
        "the time comes from a Clock that is handed in",
        lambda path, found: path == "models/core/clock.h",
    )


def conversations_are_written_once(sources):
    """saveConversation keeps the clocks in step; how far a message got changes none."""
    writers = ("server/services/conversation/conversationwriter.cpp", "server/services/ingest/delivery.cpp")
    return _find(
        product(sources),
        r"\bConversationRepository::update\s*\(",
        "a changed conversation is written by saveConversation",
        lambda path, found: path in writers or path.startswith("server/storage/"),
    )


def escalations_are_written_once(sources):
    """saveEscalation keeps the job that tells people."""
    writer = "server/services/escalation/escalationwriter.cpp"
    return _find(
        product(sources),
        r"\bEscalationRepository::(insert|update)\s*\(",
        "an escalation is written by saveEscalation",
        lambda path, found: path == writer or path.startswith("server/storage/"),
    )


def tasks_are_written_once(sources):
    """saveTask keeps the job of its moment and the mark on its conversation."""
    writer = "server/services/task/taskwriter.cpp"
    return _find(
        product(sources),
        r"\bTaskRepository::(insert|update)\s*\(",
        "a task is written by saveTask",
        lambda path, found: path == writer or path.startswith("server/storage/"),
    )


SQL_WORDS = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)|PRAGMA\s|BEGIN\s+IMMEDIATE)", re.DOTALL)
SQL_HOMES = ("models/sqlite/", "models/cache/", "server/storage/")


def sql_at_home(sources):
    return [
        f"{source.path}:{source.line(offset)}: SQL outside {', '.join(SQL_HOMES)}"
        for source in product(sources)
        if not source.path.startswith(SQL_HOMES)
        for offset, text in source.strings
        if SQL_WORDS.search(text)
    ]


def bare_sql(text):
    text = re.sub(r"--[^\n]*", "", text)
    return re.sub(r"'(?:[^']|'')*'", "''", text)


SQL_CLOCK = re.compile(r"\b(now|julianday|strftime|unixepoch|datetime|date|time)\s*\(|\bcurrent_(timestamp|date|time)\b", re.IGNORECASE)


def statements(sources):
    """No clock in any SQL; one statement per file, its values by name."""
    wrong = []
    for source in sources:
        if not source.path.endswith(".sql") or source.path.startswith("tests/"):
            continue
        sql = bare_sql(source.text)
        for found in SQL_CLOCK.finditer(sql):
            wrong.append(f"{source.path}: {found[0]}: the time is bound, never asked")
        if "/migrations/" in source.path:
            continue
        if ";" in sql.rstrip().rstrip(";"):
            wrong.append(f"{source.path}: more than one statement")
        if not sql.strip():
            wrong.append(f"{source.path}: no statement")
        for found in re.finditer(r"\?\d*|[$@]\w+", sql):
            wrong.append(f"{source.path}: {found[0]}: binds have names, :like_this")
    return wrong


def undone(sources):
    return [f"{s.path}:{s.line(m.start())}: {m[0]}" for s in sources for m in UNDONE.finditer(s.text)]


def nothing_of_this_machine(sources):
    wrong = []
    for source in sources:
        for pattern, why in ((MACHINE, "a path of somebody's machine"), (REGISTRY, "a registry's host"), (FETCHED, "nothing is fetched while building")):
            for found in pattern.finditer(source.text):
                wrong.append(f"{source.path}:{source.line(found.start())}: {found[0]}: {why}")
    return wrong


def sizes(sources):
    """Above 500 lines a file has two subjects. Of tests, long_files() only tells."""
    wrong = []
    for source in product(sources):
        lines = source.text.count("\n")
        if lines > LONGEST_CPP:
            wrong.append(f"{source.path}: {lines} lines")
    return wrong


def long_files(sources):
    """What to look at again; not an error."""
    found = [(s.text.count("\n"), s.path) for s in sources if s.is_cpp()]
    return sorted([f for f in found if f[0] > 300], reverse=True)


RULES = {rule.__name__: rule for rule in (plain_text, nothing_is_cut_off, names_are_told_once, one_type_one_name, nothing_waits, no_shared_state, toolchain, clocks, conversations_are_written_once, escalations_are_written_once, tasks_are_written_once, sql_at_home, statements, undone, nothing_of_this_machine, sizes)}
