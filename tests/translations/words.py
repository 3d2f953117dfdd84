"""Rules about the words of the interface: the .ts files against the sources and against themselves."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "architecture"))
from tree import Source, read_tree  # noqa: F401  (Source is for the tests)

# Rooms whose words people see; as in app/CMakeLists.txt.
ROOMS = ("app/", "models/cache/", "models/items/", "models/ports/", "net/", "ui/")
PLURALS = {"en": 2, "es": 2}


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        self.plural = element.get("numerus") == "yes"
        translation = element.find("translation")
        self.state = translation.get("type", "") if translation is not None else "unfinished"
        self.texts = []
        if translation is not None:
            forms = translation.findall("numerusform")
            self.texts = [form.text or "" for form in forms] if forms else [translation.text or ""]

    def key(self):
        return (self.context, self.source, self.comment, self.plural)

    def where(self):
        return f"{self.context}: “{self.source}”"


def read_ts(text):
    return [Message(context.findtext("name"), message) for context in ElementTree.fromstring(text).findall("context") for message in context.findall("message")]


def freshened(lupdate, root, ts):
    """The file as lupdate would leave it today."""
    sources = sorted(
        os.path.join(folder, name)
        for room in ROOMS
        for folder, _, names in os.walk(os.path.join(root, room))
        for name in names
        if name.endswith((".cpp", ".h"))
    )
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, os.path.basename(ts))
        with open(ts, encoding="utf-8") as file, open(copy, "w", encoding="utf-8") as out:
            out.write(file.read())
        listing = os.path.join(scratch, "sources")
        with open(listing, "w", encoding="utf-8") as file:
            file.write("\n".join(sources))
        done = subprocess.run(
            [lupdate, "-no-obsolete", "-locations", "none", "-I", root, "@" + listing, "-ts", copy], capture_output=True, text=True, timeout=120, check=False
        )
        if done.returncode != 0 or "Qualifying with unknown" in done.stderr:
            raise RuntimeError(done.stderr)
        with open(copy, encoding="utf-8") as file:
            return file.read()


def stale(now, fresh):
    """What the sources say and the file does not, and the other way round."""
    have = {m.key() for m in read_ts(now)}
    want = {m.key() for m in read_ts(fresh)}
    return [f"not in the file yet: {k[0]}: “{k[1]}”" for k in sorted(want - have)] + [f"in no source any more: {k[0]}: “{k[1]}”" for k in sorted(have - want)]


def unfinished(messages, language):
    """English needs its plural forms only: everything else reads as it stands in the sources."""
    wrong = []
    for message in messages:
        if message.state in ("vanished", "obsolete"):
            wrong.append(f"{message.where()}: {message.state}")
        elif language == "en" and not message.plural:
            continue
        elif message.state or not all(text.strip() for text in message.texts) or not message.texts:
            wrong.append(f"{message.where()}: unfinished")
        elif message.plural and len(message.texts) != PLURALS[language]:
            wrong.append(f"{message.where()}: {len(message.texts)} plural forms")
    return wrong


PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift(?! note)|Enter|Esc|Tab|F\d{1,2})(?:\+\w)?\b|\b[A-Z]\b(?= (?:to|and) )|--[a-z-]+|\b\d+ KB\b")


def parts_of(text):
    """What a translation must keep: placeholders, a mnemonic, the space at its ends, a last mark."""
    stripped = text.strip()
    return (
        sorted(PLACEHOLDER.findall(text)),
        len(re.findall(r"&(?!&)", text)),
        (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]),
        stripped[-1:] if stripped[-1:] in ":…?." else "",
        text.count("\n"),
    )


def mismatched(messages):
    wrong = []
    for message in messages:
        for text in message.texts:
            if not text:
                continue
            if parts_of(text) != parts_of(message.source):
                wrong.append(f"{message.where()}: “{text}” does not keep its placeholders, spaces or last mark")
            for key in KEYS.findall(message.source):
                if key not in text:
                    wrong.append(f"{message.where()}: “{text}” lost {key}")
    return wrong


# Literals that are names, keys or forms and the same in every language, or that nobody sees.
SAME_EVERYWHERE = {
    "Foredeck", "WhatsApp", "English", "Español", "Fusion", "Return", "Enter", "Esc", "Ctrl", "Ctrl +", "Ctrl −", "AC…",
    "Tomás Ibarra", "Harbour Lights Hotel", "d MMM yyyy",
    # What SQLite and the C library say: looked for, and never shown.
    "database or disk is full", "No space left on device", "disk I/O error", "attempt to write a readonly database",
}
# What is said to logs, to the terminal and to D-Bus, not in the window.
ELSEWHERE = re.compile(
    r"(\bqC(Info|Warning|Debug|Critical)\s*\([^;]*|\bq(Warning|Fatal|Info|Debug)\s*\([^;]*|\bf?printf\s*\([^;]*|\bfputs\s*\([^;]*|\bError::of\s*\([^;]*"
    r"|\bcreateMethodCall\s*\([^;]*|\bcreateSignal\s*\([^;]*|\b(bus\.|m_bus->)connect\s*\([^;]*|\bcall\s*\(\s*QStringLiteral\s*\(\s*"
    r"|\bQ_LOGGING_CATEGORY\s*\([^;]*)$"
)
TRANSLATED = re.compile(r"(\btr\s*\(\s*|\b(translate|QT_TRANSLATE_NOOP)\s*\(\s*|\bQT_TR_NOOP\s*\(\s*)(\"\s*\"\s*,?\s*)*$")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,:;.]? [\w%]|^\W*[A-ZÁÉÍÓÚ][a-zà-ÿ]+|…")
# Help on the command line is English, like its options.
COMMAND_LINE = {"app/options.cpp"}


def past_tr(sources):
    """Words in ui and app that no translation can reach."""
    wrong = []
    for source in sources:
        if not source.is_cpp() or not source.path.startswith(("ui/", "app/")) or source.path in COMMAND_LINE:
            continue
        for offset, text in source.strings:
            if text in SAME_EVERYWHERE or not SENTENCE.search(text) or not re.search(r"[^\W\d_]{2,}", text):
                continue
            before = source.code[max(0, offset - 600) : offset]
            if not TRANSLATED.search(before) and not ELSEWHERE.search(before):
                wrong.append(f"{source.path}:{source.line(offset)}: “{text}” goes past tr()")
    return wrong


# Keys and sentences of the server that the console shows: each must stand in its table, or people read English.
RULE_SECTION = re.compile(r"((?:emergency|handover|high|identity)\.[a-z_]+)")
HEALTH_SENTENCE = re.compile(r'ChannelHealth::\w+, *"([^"]+)"|healthDetail = (?:\w+ \? )?"([^"]+)"(?: : "([^"]+)")?')
DELIVERY_SENTENCE = re.compile(
    r'DeliveryState::(?:Failed|Suppressed), *"([^"]+)"|SendResult::\w+\("([^"]+)"\s*[,)]|\bfailed\("([^"]+)", *"|Known \{"\d+", *"([^"]+)"\}|HttpProblem::Kind::\w+, *"([^"]+)"'
    r'|delivery\.reason = "([^"]+)"|sentBefore = "([^"]+)"|ChannelKind::WebForm \? "([^"]+)" : "([^"]+)"'
)
TABLE = "ui/words/decisionwords.cpp"


def firing_rules(text):
    """The rules that a decision can name: a section of guards alone ("!") never fires."""
    sections = re.split(r"^\[", text, flags=re.MULTILINE)[1:]
    for section in sections:
        name = RULE_SECTION.match(section)
        if name and any(line.strip() and line[0] not in "!#" for line in section.splitlines()[1:]):
            yield name[1]


def unknown_to_the_console(sources):
    table = {text for source in sources if source.path == TABLE for _, text in source.strings}
    said = set()
    for source in sources:
        if source.path.startswith("server/services/language/rules/"):
            said |= {(source.path, name) for name in firing_rules(source.text)}
        elif source.path.startswith(("server/", "models/domain/")) and source.is_cpp():
            for sentences in (HEALTH_SENTENCE, DELIVERY_SENTENCE):
                said |= {(source.path, text) for m in sentences.finditer(source.text) for text in m.groups() if text}
    return [f"{path}: “{text}” is not in {TABLE}" for path, text in sorted(said) if text not in table]
