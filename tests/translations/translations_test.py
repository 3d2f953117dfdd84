#!/usr/bin/python3
"""translations/*.ts are complete and up to date, and nothing visible goes past tr(). The second class shows that each
rule sees what it is for.  Usage: translations_test.py SOURCE LUPDATE"""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import words

LUPDATE = sys.argv.pop() if len(sys.argv) > 2 else "/usr/lib/qt6/bin/lupdate"
ROOT = os.path.abspath(sys.argv.pop() if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", ".."))


class Tree(unittest.TestCase):
    def texts(self):
        for language in words.PLURALS:
            path = os.path.join(ROOT, "translations", f"foredeck_{language}.ts")
            with open(path, encoding="utf-8") as file:
                yield language, path, file.read()

    def holds(self, wrong):
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_file_has_its_rules(self):
        found = {name for name in os.listdir(os.path.join(ROOT, "translations")) if name.endswith(".ts")}
        self.assertEqual(found, {f"foredeck_{language}.ts" for language in words.PLURALS})

    def test_up_to_date(self):
        for language, path, text in self.texts():
            with self.subTest(language=language):
                self.holds(words.stale(text, words.freshened(LUPDATE, ROOT, path)))

    def test_complete(self):
        for language, _, text in self.texts():
            messages = words.read_ts(text)
            self.assertGreater(len(messages), 500)
            with self.subTest(language=language):
                self.holds(words.unfinished(messages, language))

    def test_nothing_was_lost(self):
        for language, _, text in self.texts():
            with self.subTest(language=language):
                self.holds(words.mismatched(words.read_ts(text)))

    def test_nothing_goes_past_tr(self):
        self.holds(words.past_tr(words.read_tree(ROOT)))

    def test_what_the_server_says_is_known(self):
        self.holds(words.unknown_to_the_console(words.read_tree(ROOT)))


def ts(source, translation, attributes="", state=""):
    state = f' type="{state}"' if state else ""
    return f'<TS version="2.1" language="es"><context><name>A</name><message{attributes}><source>{source}</source><translation{state}>{translation}</translation></message></context></TS>'


def plural(*forms):
    return "".join(f"<numerusform>{form}</numerusform>" for form in forms)


class RulesSee(unittest.TestCase):
    def test_a_stale_file(self):
        self.assertEqual(len(words.stale(ts("Save", "Guardar"), ts("Store", "Guardar"))), 2)
        self.assertEqual(len(words.stale(ts("%n row", plural("%n fila"), ' numerus="yes"'), ts("%n row", "%n fila"))), 2)
        self.assertEqual(words.stale(ts("Save", "Guardar"), ts("Save", "", state="unfinished")), [])

    def test_what_is_unfinished(self):
        for bad in (ts("Save", "", state="unfinished"), ts("Save", "Guardar", state="unfinished"), ts("Save", "Guardar", state="vanished"), ts("Save", " ")):
            self.assertEqual(len(words.unfinished(words.read_ts(bad), "es")), 1, bad)
        one_form = ts("%n row", plural("%n fila"), ' numerus="yes"')
        self.assertEqual(len(words.unfinished(words.read_ts(one_form), "es")), 1)
        self.assertEqual(words.unfinished(words.read_ts(ts("Save", "", state="unfinished")), "en"), [])
        empty = ts("%n row", plural("", ""), ' numerus="yes"')
        self.assertEqual(len(words.unfinished(words.read_ts(empty), "en")), 1)

    def test_what_a_translation_lost(self):
        for source, text in [
            ("%1 of %2", "%1 de"),
            ("%n row", "fila"),
            ("&amp;Save", "Guardar"),
            (" min", "min"),
            ("Saving…", "Guardando"),
            ("You:", "Tú"),
            ("a&#10;b", "a b"),
            ("give it with --sample", "indicarla con --muestra"),
            ("J and K go through it", "recorren la lista"),
        ]:
            self.assertTrue(words.mismatched(words.read_ts(ts(source, text))), source)
        for source, text in [("%1 of %2", "%2 de %1"), ("Really?", "¿De veras?"), ("Ctrl+K finds it", "Ctrl+K lo encuentra")]:
            self.assertEqual(words.mismatched(words.read_ts(ts(source, text))), [], source)

    def test_what_goes_past_tr(self):
        for code in ('label->setText(QStringLiteral("Nothing waits"));', 'button->setText(u"Save"_s);', 'box->addItem("Loading…");', 'setAccessibleName(tr("Inbox") + QStringLiteral(" with rows"));'):
            self.assertEqual(len(words.past_tr([words.Source("ui/a.cpp", code)])), 1, code)
        for code in (
            'label->setText(tr("Nothing waits"));',
            'label->setText(open ? tr("Nothing waits") : Words::tr("Save", "of a file"));',
            'setObjectName(QStringLiteral("threadPane"));',
            'qCWarning(lcUi, "no icon of this name: %s", name);',
            '// "Nothing waits"',
            '{QT_TRANSLATE_NOOP("Words", "Asks to book")}',
        ):
            self.assertEqual(words.past_tr([words.Source("ui/a.cpp", code)]), [], code)
        self.assertEqual(words.past_tr([words.Source("server/a.cpp", 'say("Nothing waits");')]), [])

    def test_what_the_console_does_not_know(self):
        table = words.Source(words.TABLE, '{s("emergency.gas"), NOOP("Emergency: gas")}, {s("Keys are missing"), NOOP("Keys are missing")}')
        server = [
            words.Source("server/services/language/rules/en.rules", "[emergency.gas]\n(smell) gas\n[emergency.flood raw]\n(rising) water\n\n[emergency.everyday]\n# guards alone\n! gas bill\n"),
            words.Source("server/channels/a.cpp", 'return {ChannelHealth::Ok, "Twilio accepts the key"};\nc.healthDetail = complete ? "Works now" : "Keys are missing";'),
            words.Source("server/jobs/a.cpp", 'return failed("SMS is not configured", "not_configured");\nstep.delivery = Delivery {DeliveryState::Failed, "No number", "no_number", now, false};'),
            words.Source("server/channels/b.cpp", 'Known {"21614", "The number is not a mobile number"},\nreturn SendResult::failed("The channel has no key", "not_configured");'),
        ]
        self.assertEqual(len(words.unknown_to_the_console([table] + server)), 7)


if __name__ == "__main__":
    if not os.access(LUPDATE, os.X_OK):
        print(f"skipped: {LUPDATE} is not here")
        sys.exit(77)
    unittest.main()
