#!/usr/bin/python3
"""The tree keeps to docs/ARCHITECTURE.md. The first class holds the tree against the rules; the second shows that each
rule sees what it is for, by a sample that breaks it."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rooms
import rules
import schemas
from tree import Source, read_libraries, read_tree

ROOT = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


class Tree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sources = read_tree(ROOT)
        cls.libraries = read_libraries(cls.sources)
        cls.rows = rooms.read_table(rooms.read_page(ROOT))

    def holds(self, wrong):
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_is_read_whole(self):
        self.assertGreater(len(rules.product(self.sources)), 300)
        self.assertGreater(len(self.libraries), 15)
        self.assertEqual(len(rooms.owners(self.libraries)), sum(len(l.sources) for l in self.libraries.values()), "a file in two libraries")

    def test_links_are_the_table(self):
        self.holds(rooms.directions(self.libraries, self.rows))

    def test_every_file_is_at_home(self):
        self.holds(rooms.homes(self.sources, self.libraries, self.rows))

    def test_includes_follow_the_links(self):
        self.holds(rooms.includes(self.sources, self.libraries))

    def test_nothing_banned_is_included(self):
        self.holds(rooms.banned(self.sources))

    def test_schema_numbers(self):
        self.holds(schemas.numbering(self.sources))

    def test_statements_fit_the_schema(self):
        self.holds(schemas.every_statement_fits(self.sources))


def _rule_test(rule):
    return lambda self: self.holds(rule(self.sources))


for _name, _rule in rules.RULES.items():
    setattr(Tree, "test_rule_" + _name, _rule_test(_rule))


def lone(path, text):
    return [Source(path, text)]


class RulesSee(unittest.TestCase):
    """rule → texts it must report, texts it must let pass; each as (path, text)."""

    SAMPLES = {
        "plain_text": (
            [
                ("ui/a.cpp", "view->setHtml(text);"),
                ("ui/a.cpp", "label->setTextFormat(Qt::RichText);"),
                ("ui/a.cpp", "auto *l = new QLabel(name, this);"),
                ("ui/a.cpp", "Edit::Edit(QWidget *p) : QTextEdit(p) { }"),
                ("ui/a.cpp", "row->setToolTip(lead.name);"),
                ("ui/a.cpp", "QMessageBox::warning(this, a, b);"),
            ],
            [
                ("ui/a.cpp", "// never setHtml(\nCap::Cap(QWidget *p) : QLabel(p)\n{ setTextFormat(Qt::PlainText); }"),
                ("ui/a.cpp", 'row->setToolTip(plainTip(lead.name)); b->setToolTip(tr("Only administrators may."));'),
            ],
        ),
        "nothing_is_cut_off": (
            [("ui/a.cpp", "m_button->disconnect();"), ("net/a.cpp", "socket.disconnect( );")],
            [("ui/a.cpp", "m_button->disconnect(this);"), ("ui/a.cpp", "disconnect(this, nullptr, m_action, nullptr);")],
        ),
        "names_are_told_once": (
            [("ui/a.cpp", 'm_list->setAccessibleName(tr("Rules"));'), ("app/a.cpp", 'setAccessibleName (words);')],
            [("ui/a.cpp", 'setSpokenName(m_list, tr("Rules"));'), ("ui/widgets/announcing.cpp", "widget->setAccessibleName(words);")],
        ),
        "one_type_one_name": (
            [
                ("net/a.h", "namespace foredeck {\nstruct A { int a; };\nclass A final : public B {\n};\n}"),
                ("net/a.h", "namespace foredeck::ui {\nstruct A { };\n}\nnamespace foredeck::ui {\nstruct A { };\n}"),
            ],
            [
                ("net/a.h", "namespace foredeck {\nstruct A;\nstruct A { };\nstruct B { struct A { }; };\n}\nnamespace foredeck::ui {\nstruct A { };\n}"),
                ("net/a.cpp", "namespace foredeck {\nnamespace {\nstruct A { };\n}\nvoid f()\n{\n    struct A { };\n}\nstruct A { };\n}"),
            ],
        ),
        "nothing_waits": (
            [
                ("net/a.cpp", "process.waitForFinished();"),
                ("ui/a.cpp", "QEventLoop loop;"),
                ("ui/a.cpp", "dialog.exec();"),
                ("server/a.cpp", "std::this_thread::sleep_for(1s);"),
                ("app/console.cpp", "QApplication::exec();"),
            ],
            [("app/main.cpp", "return QApplication::exec();"), ("models/a.cpp", "database.execute(text); // not waitForever()")],
        ),
        "no_shared_state": (
            [("net/a.h", "static Hub &instance();"), ("ui/a.h", "static Theme *current() { return s_theme; }"), ("ui/a.cpp", "Q_GLOBAL_STATIC(Theme, theme)")],
            [("ui/a.cpp", "static const QString &wordOf(Kind kind);")],
        ),
        "toolchain": ([("server/a.cpp", "co_await next();"), ("net/a.cpp", "for (int i : std::views::iota(0, 3))")], [("net/a.cpp", "// std::format is not there")]),
        "clocks": ([("net/a.cpp", "auto now = QDateTime::currentDateTimeUtc();")], [("models/core/clock.h", "std::chrono::system_clock::now();")]),
        "conversations_are_written_once": (
            [("server/jobs/a.cpp", "ConversationRepository::update(tx, row);")],
            [("server/jobs/a.cpp", "ConversationRepository::insert(tx, row);"), ("server/services/conversation/conversationwriter.cpp", "ConversationRepository::update(tx, row);")],
        ),
        "escalations_are_written_once": (
            [("server/jobs/a.cpp", "EscalationRepository::update(tx, row);"), ("server/services/conversation/a.cpp", "EscalationRepository::insert(tx, row);")],
            [("server/jobs/a.cpp", "EscalationRepository::openOf(tx, client, id);"), ("server/services/escalation/escalationwriter.cpp", "EscalationRepository::insert(tx, row);")],
        ),
        "tasks_are_written_once": (
            [("server/jobs/a.cpp", "TaskRepository::update(tx, row);"), ("server/services/conversation/a.cpp", "TaskRepository::insert(tx, row);")],
            [("server/jobs/a.cpp", "TaskRepository::openOf(tx, client, id, 1);"), ("server/services/task/taskwriter.cpp", "TaskRepository::insert(tx, row);")],
        ),
        "sql_at_home": (
            [("server/handlers/a.cpp", 'query("SELECT id FROM lead");'), ("ui/a.cpp", 'run(R"(UPDATE lead SET name = :n)");')],
            [("models/cache/a.cpp", 'query("SELECT id FROM lead");'), ("ui/a.cpp", 'tr("Update settings"); // SELECT id FROM lead')],
        ),
        "statements": (
            [
                ("server/storage/sql/a.sql", "SELECT 1; SELECT 2;"),
                ("server/storage/sql/a.sql", "SELECT id FROM lead WHERE id = ?"),
                ("server/storage/sql/a.sql", "SELECT id FROM lead WHERE id = $id"),
                ("models/cache/sql/a.sql", "UPDATE lead SET at = strftime('%s')"),
                ("server/storage/migrations/0001_a.sql", "CREATE TABLE a (at INTEGER DEFAULT CURRENT_TIMESTAMP);"),
                ("server/storage/sql/a.sql", "-- nothing\n"),
            ],
            [
                ("server/storage/sql/a.sql", "-- never now()\nSELECT id, now FROM a WHERE b = 'x;?' AND at < :now;\n"),
                ("server/storage/migrations/0001_a.sql", "CREATE TABLE a (b);\nCREATE TABLE c (d);"),
            ],
        ),
        "undone": ([("ui/a.cpp", "// TO" + "DO: later"), ("run", "# FIX" + "ME")], [("run", "mktemp foredeck-XXXXXX")]),
        "nothing_of_this_machine": (
            [("README.md", "see /wo" + "rk/main"), ("a.cpp", '"/ho' + 'me/ann/x"'), ("CMakeLists.txt", "include(Fetch" + "Content)"), ("run", "pip install --index https://pypi" + ".org/simple")],
            [("README.md", "https://example.com/wo" + "rk/ and ~/.local/share and /srv/foredeck")],
        ),
        "sizes": ([("ui/a.cpp", "int a;\n" * 501)], [("ui/a.cpp", "int a;\n" * 500)]),
    }

    def test_every_rule_has_samples(self):
        self.assertEqual(set(self.SAMPLES), set(rules.RULES))

    def test_samples(self):
        for name, (bad, good) in self.SAMPLES.items():
            for path, text in bad:
                with self.subTest(rule=name, text=text[:60]):
                    self.assertTrue(rules.RULES[name](lone(path, text)))
            for path, text in good:
                with self.subTest(rule=name, lets_pass=text[:60]):
                    self.assertEqual(rules.RULES[name](lone(path, text)), [])

    def test_bans(self):
        for path, include in [
            ("models/domain/a.h", "<QString>"),
            ("server/jobs/a.cpp", "<QObject>"),
            ("tools/traffic/a.cpp", "<QObject>"),
            ("models/items/a.cpp", "<QPainter>"),
            ("net/api/a.cpp", "<QWidget>"),
            ("net/api/a.cpp", '"ui/shell/frame.h"'),
            ("ui/shell/a.cpp", "<QNetworkReply>"),
            ("ui/shell/a.cpp", '"net/api/network.h"'),
            ("ui/shell/a.cpp", "<QSqlQuery>"),
            ("server/handlers/a.cpp", "<boost/asio.hpp>"),
            ("server/handlers/a.cpp", '"storagesql.h"'),
            ("server/services/a.cpp", '"server/http/router.h"'),
            ("models/cache/a.cpp", "<sqlite3.h>"),
            ("net/a.cpp", "<ranges>"),
        ]:
            with self.subTest(path=path, include=include):
                self.assertEqual(len(rooms.banned(lone(path, f"#include {include}\n"))), 1)
        for path, include in [("app/a.cpp", '"ui/shell/frame.h"'), ("server/http/a.cpp", "<boost/asio/post.hpp>"), ("models/sqlite/a.cpp", "<sqlite3.h>")]:
            self.assertEqual(rooms.banned(lone(path, f"#include {include}\n")), [])


class RoomsSee(unittest.TestCase):
    PAGE = "| folder | library | holds | links |\n| --- | --- | --- | --- |\n| `models/core` | `foredeck_domain` | words | fmt |\n| `net/codec` | `foredeck_codec` | JSON | domain |\n"
    CMAKE = [
        Source("models/CMakeLists.txt", "foredeck_library(foredeck_domain\n  SOURCES core/id.h\n  LINKS fmt::fmt)"),
        Source("net/CMakeLists.txt", "foredeck_library(foredeck_codec\n  SOURCES codec/codec.h\n  LINKS foredeck_domain)"),
    ]

    def wrong(self, cmake=None, page=None):
        return rooms.directions(read_libraries(cmake or self.CMAKE), rooms.read_table(page or self.PAGE))

    def test_the_sample_is_right(self):
        self.assertEqual(self.wrong(), [])

    def test_a_link_that_the_page_does_not_know(self):
        more = [self.CMAKE[0], Source("net/CMakeLists.txt", self.CMAKE[1].text.replace("foredeck_domain)", "foredeck_domain PRIVATE_LINKS Qt6::Core)"))]
        self.assertEqual(self.wrong(cmake=more), ["foredeck_codec: links Qt Core, its row does not say so"])

    def test_a_word_that_is_not_linked(self):
        self.assertEqual(self.wrong(page=self.PAGE.replace("| domain |", "| domain, sqlite3 |")), ["foredeck_codec: its row says sqlite3, it does not link it"])

    def test_a_library_without_a_row_and_a_row_without_a_library(self):
        self.assertEqual(len(self.wrong(page=self.PAGE.replace("foredeck_codec", "foredeck_other"))), 2)

    def test_an_include_without_a_link(self):
        sources = [Source("models/core/id.h", '#include "net/codec/codec.h"\n#include <QObject>\n#include <vector>\n')]
        self.assertEqual(len(rooms.includes(sources, read_libraries(self.CMAKE))), 2)
        self.assertEqual(rooms.includes([Source("net/codec/codec.h", '#include "models/core/id.h"\n#include <fmt/format.h>\n')], read_libraries(self.CMAKE)), [])

    def test_a_file_that_nobody_builds_or_that_lies_elsewhere(self):
        rows = rooms.read_table(self.PAGE)
        libraries = read_libraries(self.CMAKE)
        self.assertEqual(len(rooms.homes([Source("net/codec/other.cpp", "")], libraries, rows)), 1)
        self.assertEqual(len(rooms.homes([Source("net/codec/codec.h", "")], libraries, {"foredeck_codec": (["ui"], set())})), 1)


class SchemasSee(unittest.TestCase):
    def tree(self, constant="1", statement="SELECT id FROM lead WHERE id = :id", last="0001"):
        tree = [
            Source("server/storage/CMakeLists.txt", "migrations/*.sql"),
            Source(f"server/storage/migrations/{last}_initial.sql", "CREATE TABLE lead (id TEXT);"),
            Source("server/storage/sqlite/sqlitestore.h", f"schemaVersion = {constant};"),
            Source("server/storage/sql/lead.sql", statement),
            Source("models/cache/CMakeLists.txt", "migrations/cache/0001_a.sql migrations/outbox/0001_a.sql"),
        ]
        return tree + [Source(f"models/cache/migrations/{store}/0001_a.sql", "CREATE TABLE a (b);") for store in ("cache", "outbox")]

    def test_agreement(self):
        self.assertEqual(schemas.numbering(self.tree()) + schemas.every_statement_fits(self.tree()), [])

    def test_another_version(self):
        self.assertEqual(len(schemas.numbering(self.tree(constant="2"))), 1)

    def test_a_step_left_out(self):
        self.assertEqual(len(schemas.numbering(self.tree(last="0003"))), 2)

    def test_a_step_that_is_not_built_in(self):
        extra = Source("models/cache/migrations/cache/0002_b.sql", "CREATE TABLE c (d);")
        self.assertEqual(len(schemas.numbering(self.tree() + [extra])), 1)

    def test_a_column_that_is_not_there(self):
        self.assertEqual(len(schemas.every_statement_fits(self.tree(statement="SELECT name FROM lead"))), 1)


if __name__ == "__main__":
    for lines, path in rules.long_files(read_tree(ROOT)):
        print(f"look again: {path}, {lines} lines")
    unittest.main()
