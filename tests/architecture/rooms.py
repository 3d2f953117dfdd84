"""The rooms of docs/ARCHITECTURE.md against the link lists and the includes."""

import os
import re

from tree import PRODUCT

# How the page calls what CMake links.
WORDS = {
    "fmt::fmt": "fmt",
    "SQLite::SQLite3": "sqlite3",
    "simdjson::simdjson": "simdjson",
    "${RapidJSON_INCLUDE_DIRS}": "RapidJSON",
    "Qt6::Charts": "Qt Charts",
    "Qt6::Core": "Qt Core",
    "Qt6::DBus": "Qt DBus",
    "Qt6::Network": "Qt Network",
    "Qt6::PrintSupport": "Qt PrintSupport",
    "Qt6::Svg": "Qt Svg",
    "Qt6::WebSockets": "Qt WebSockets",
    "Qt6::Widgets": "Qt Widgets",
    "${QTKEYCHAIN_LIBRARIES}": "QtKeychain",
    "Boost::headers": "Boost",
    "OpenSSL::Crypto": "OpenSSL",
    "Threads::Threads": "threads",
    "CURL::libcurl": "libcurl",
    "PkgConfig::SODIUM": "libsodium",
    "PkgConfig::JWT": "libjwt",
    "${FOREDECK_PHONENUMBER}": "libphonenumber",
    "${FOREDECK_STEMMER}": "libstemmer",
    "${FOREDECK_CLD2}": "CLD2",
    "date::date-tz": "date",
    "ICU::uc": "ICU",
    "CLI11::CLI11": "CLI11",
}

# Which headers belong to which of them.
HEADERS = [
    (r"fmt/", "fmt"),
    (r"sqlite3\.h$", "sqlite3"),
    (r"simdjson\.h$", "simdjson"),
    (r"rapidjson/", "RapidJSON"),
    (r"qt6keychain/", "QtKeychain"),
    (r"QDBus", "Qt DBus"),
    (r"Q(Network|Local(Server|Socket)|Tcp|Udp|Ssl|Host|AbstractSocket|Http)", "Qt Network"),
    (r"QWebSocket", "Qt WebSockets"),
    (r"Q(Print|AbstractPrint|PageSetup)", "Qt PrintSupport"),
    (r"QSvg", "Qt Svg"),
    (r"QSql", "Qt Sql"),
    (r"Q(Chart|ValueAxis|LineSeries|Bar(Set|CategoryAxis)|AbstractBarSeries|HorizontalBarSeries|StackedBarSeries)", "Qt Charts"),
    (r"boost/", "Boost"),
    (r"openssl/", "OpenSSL"),
    (r"curl/", "libcurl"),
    (r"sodium\.h$", "libsodium"),
    (r"jwt\.h$", "libjwt"),
    (r"phonenumbers/", "libphonenumber"),
    (r"libstemmer\.h$", "libstemmer"),
    (r"cld2/", "CLD2"),
    (r"date/", "date"),
    (r"unicode/", "ICU"),
    (r"CLI/", "CLI11"),
]
# What of Qt the rooms below the interface use; everything else of Qt counts as Widgets.
QT_CORE = set(
    """QAbstractItemModel QAbstractListModel QByteArray QCache QCommandLineParser QCoreApplication QCryptographicHash QDateTime
    QDir QElapsedTimer QEvent QFile QFileInfo QFuture QHash QIdentityProxyModel QIODevice QJsonArray QJsonDocument QJsonObject
    QJsonValue QLibraryInfo QList QLocale QLockFile QLoggingCategory QMetaObject QMimeData QMutex QObject QPointer QPromise
    QProcess QRandomGenerator QRect QRectF QRegularExpression QSaveFile QSet QSettings QSize QSortFilterProxyModel
    QStandardPaths QString QStringList QStringView QTemporaryDir QTextBoundaryFinder QThread QThreadPool QTime QTimer
    QTimeZone QTranslator QUrl QUrlQuery QUuid QVariant QVector QtGlobal""".split()
)
STANDARD = re.compile(r"^([a-z_]+|(sys|netinet|arpa|net)/\w+\.h|(unistd|fcntl|poll|pthread|signal|stdlib|string|errno)\.h)$")

ROW = re.compile(r"^\|(?P<folders>[^|]*`[^|]*)\|\s*`(?P<name>foredeck[\w-]*)`\s*\|(?P<holds>[^|]*)\|(?P<links>[^|]*)\|\s*$", re.MULTILINE)


def word_of(link):
    if link in WORDS:
        return WORDS[link]
    return link[len("foredeck_"):] if link.startswith("foredeck_") else link


def read_table(page):
    """library → (folders, words), from the rows of the table."""
    rows = {}
    for row in ROW.finditer(page):
        links = {word.strip() for word in row["links"].split(",")} - {"", "–"}
        rows[row["name"]] = (re.findall(r"`([^`]+)`", row["folders"]), links)
    return rows


def directions(libraries, rows):
    """Each library is a row and links what the row says, no more and no less."""
    wrong = []
    for name in sorted(set(libraries) | set(rows)):
        if name not in rows:
            wrong.append(f"{name}: has no row in docs/ARCHITECTURE.md")
        elif name not in libraries:
            wrong.append(f"{name}: stands in docs/ARCHITECTURE.md, but no CMake file makes it")
        else:
            links = {word_of(link) for link in libraries[name].links + libraries[name].private}
            for word in sorted(links - rows[name][1]):
                wrong.append(f"{name}: links {word}, its row does not say so")
            for word in sorted(rows[name][1] - links):
                wrong.append(f"{name}: its row says {word}, it does not link it")
    return wrong


def homes(sources, libraries, rows):
    """Each product file belongs to one library, and lies in a folder of that library's row."""
    wrong = []
    owner = owners(libraries)
    for source in sources:
        if not source.is_cpp() or source.path.split("/")[0] not in PRODUCT:
            continue
        name = owner.get(source.path)
        if not name:
            wrong.append(f"{source.path}: no library names it")
        elif name in rows and not any(source.path.startswith(folder + "/") for folder in rows[name][0]):
            wrong.append(f"{source.path}: belongs to {name}, whose row names other folders")
    return wrong


def owners(libraries):
    return {file: library.name for library in libraries.values() for file in library.sources}


def _public(name, libraries, seen=None):
    """Everything a library hands on, through all that it links in public."""
    seen = set() if seen is None else seen
    for link in libraries[name].links:
        if link not in seen:
            seen.add(link)
            if link in libraries:
                _public(link, libraries, seen)
    return seen


def header_word(header):
    """The word of the library a header in angle brackets belongs to; None for the standard library and the system."""
    for pattern, word in HEADERS:
        if re.match(pattern, header):
            return word
    if header in QT_CORE:
        return "Qt Core"
    if re.match(r"Q[A-Za-z]", header):
        return "Qt Widgets"
    return None if STANDARD.match(header) else header


def includes(sources, libraries):
    """A file includes what its own library links: one of ours by its own list, others also by what those hand on."""
    wrong = []
    owner = owners(libraries)
    for source in sources:
        name = owner.get(source.path)
        if not name:
            continue
        own = set(libraries[name].links + libraries[name].private)
        words = {word_of(link) for link in own}
        for link in own & set(libraries):
            words |= {word_of(further) for further in _public(link, libraries)}
        if "Qt Widgets" in words:
            words.add("Qt Core")
        for line, header, ours in source.includes():
            if ours:
                other = owner.get(header)
                if other and other != name and other not in own:
                    wrong.append(f"{source.path}:{line}: {name} includes {header} and does not link {other}")
            else:
                word = header_word(header)
                if word and word not in words:
                    wrong.append(f"{source.path}:{line}: {name} includes <{header}> and does not link {word}")
    return wrong


# What no change of a list or of the page may let in.
BANNED = [
    (r"(models/core|models/domain|models/sqlite|net/codec|server|tools)/", r"<(Q[A-Z]\w*|Qt\w+/.*|qt6keychain/.*)>", "no Qt here"),
    (r"(models|net)/", r"<Qt?(Widgets|Gui)/|<Q(Widget|Application|GuiApplication|Label|Painter|Color|Icon|Font|Pixmap|Image|Action|Palette)>",
     "no Widgets below ui"),
    (r"ui/", r"<Q(Network|Local(Server|Socket)|Tcp|Udp|Ssl|Host|WebSocket|Sql)\w*>|\"net/", "the interface knows neither network nor database"),
    (r"ui/", r"<sqlite3\.h>|\"models/sqlite/", "no SQL in the interface"),
    (r"(models|net|server|tools)/", r"\"ui/", "nothing below ui knows it"),
    (r"(models|net|app|ui|tools|server/(?!http/))", r"<boost/", "Boost only in server/http"),
    (r"server/http/.*\.h$", r"<boost/asio\.hpp>|<boost/beast\.hpp>", "whole Boost in a header costs seconds in every file that sees it"),
    (r"(models/(?!sqlite/)|net|app|ui|tools|server)", r"<sqlite3\.h>", "sqlite3.h only in models/sqlite"),
    (r"server/handlers/", r"<sqlite3\.h>|\"models/sqlite/|\"storagesql\.h\"", "a handler knows no SQL"),
    (r"server/services/", r"\"server/http/|\"models/sqlite/|\"storagesql\.h\"", "a service knows neither HTTP nor SQL"),
    (r"(models|net|app|ui|server|tools)/", r"<(ranges|coroutine)>", "no ranges, no coroutines"),
]


def banned(sources):
    wrong = []
    for source in sources:
        if not source.is_cpp():
            continue
        for line, header, ours in source.includes():
            written = f'"{header}"' if ours else f"<{header}>"
            for folder, pattern, why in BANNED:
                if re.match(folder, source.path) and re.match(pattern, written):
                    wrong.append(f"{source.path}:{line}: {written}: {why}")
    return wrong


def read_page(root):
    with open(os.path.join(root, "docs", "ARCHITECTURE.md"), encoding="utf-8") as file:
        return file.read()
