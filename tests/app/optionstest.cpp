#include "app/options.h"
#include "tests/app/programs.h"
#include "version.h"

#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class OptionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheSample();
    void readsEach();
    void refuses_data();
    void refuses();
    void usageNamesEveryOption();
    void helpAndVersionNeedNoDisplay();
    void badInputIsASentenceAndTwo();
    void withoutADisplayItSaysSo();
    void aTourThatCannotBeWrittenIsToldOnce();
};

static Result<Options> parsed(const QStringList &arguments)
{
    return parseOptions(QStringList {QStringLiteral("foredeck")} + arguments);
}

void OptionsTest::nothingIsTheSample()
{
    const auto options = parsed({});
    QVERIFY(options.hasValue());
    QVERIFY(options.value().server.isEmpty() && options.value().profile.isEmpty() && options.value().tour.isEmpty());
    QVERIFY(!options.value().help && !options.value().version && !options.value().paused && !options.value().resetWindow);
}

void OptionsTest::readsEach()
{
    const auto options = parsed({QStringLiteral("--server=https://desk.example.com:8443"), QStringLiteral("--profile"), QStringLiteral("p"), QStringLiteral("--sample"),
        QStringLiteral("s"), QStringLiteral("--tour"), QStringLiteral("t"), QStringLiteral("--language"), QStringLiteral("es"), QStringLiteral("--log-rules"),
        QStringLiteral("foredeck.*=true"), QStringLiteral("--paused"), QStringLiteral("--reset-window")});
    QVERIFY(options.hasValue());
    QCOMPARE(options.value().server, QStringLiteral("https://desk.example.com:8443"));
    QCOMPARE(options.value().profile, QStringLiteral("p"));
    QCOMPARE(options.value().sample, QStringLiteral("s"));
    QCOMPARE(options.value().tour, QStringLiteral("t"));
    QCOMPARE(options.value().language, QStringLiteral("es"));
    QCOMPARE(options.value().logRules, QStringLiteral("foredeck.*=true"));
    QVERIFY(options.value().paused && options.value().resetWindow);
    QVERIFY(parsed({QStringLiteral("-h")}).value().help);
    QVERIFY(parsed({QStringLiteral("-v")}).value().version);
}

void OptionsTest::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList {QStringLiteral("--nosuch")} << QStringLiteral("nosuch");
    QTest::newRow("value missing") << QStringList {QStringLiteral("--profile")} << QStringLiteral("profile");
    QTest::newRow("a file") << QStringList {QStringLiteral("letter.txt")} << QStringLiteral("letter.txt");
    QTest::newRow("no scheme") << QStringList {QStringLiteral("--server"), QStringLiteral("desk.example.com")} << QStringLiteral("--server");
    QTest::newRow("another scheme") << QStringList {QStringLiteral("--server"), QStringLiteral("ftp://desk.example.com")} << QStringLiteral("--server");
    QTest::newRow("no host") << QStringList {QStringLiteral("--server"), QStringLiteral("https://")} << QStringLiteral("--server");
    QTest::newRow("no server") << QStringList {QStringLiteral("--server"), QString()} << QStringLiteral("--server");
    QTest::newRow("a language that is not spoken") << QStringList {QStringLiteral("--language"), QStringLiteral("xx")} << QStringLiteral("--language");
    QTest::newRow("a file as folder") << QStringList {QStringLiteral("--profile"), QCoreApplication::applicationFilePath()} << QStringLiteral("--profile");
    QTest::newRow("no port") << QStringList {QStringLiteral("--server"), QStringLiteral("http://desk:port")} << QStringLiteral("--server");
}

void OptionsTest::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parsed(arguments);
    QVERIFY(options.hasError());
    QCOMPARE(options.error().kind, Error::Kind::Invalid);
    QVERIFY2(QString::fromStdString(options.error().detail).contains(named), options.error().detail.c_str());
}

void OptionsTest::usageNamesEveryOption()
{
    for (const char *option : {"--server", "--profile", "--sample", "--paused", "--tour", "--language", "--reset-window", "--log-rules", "--help", "--version"})
        QVERIFY2(usage().contains(QLatin1StringView(option)), option);
}

void OptionsTest::helpAndVersionNeedNoDisplay()
{
    const QTemporaryDir home;
    const Ran help = runToEnd(QStringLiteral("foredeck"), {QStringLiteral("--help")}, awayFrom(home));
    QCOMPARE(help.code, 0);
    QCOMPARE(help.out, usage());
    const Ran version = runToEnd(QStringLiteral("foredeck"), {QStringLiteral("--version")}, awayFrom(home));
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out.trimmed(), QStringLiteral("foredeck ") + QLatin1StringView(programVersion));
    QVERIFY2(QDir(home.path()).isEmpty(), "asking leaves nothing behind");
}

void OptionsTest::badInputIsASentenceAndTwo()
{
    const QTemporaryDir home;
    const Ran ran = runToEnd(QStringLiteral("foredeck"), {QStringLiteral("--server"), QStringLiteral("nowhere")}, awayFrom(home));
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.out.isEmpty());
    QCOMPARE(ran.err, QStringLiteral("foredeck: --server needs an address such as https://desk.example.com\n"));
}

void OptionsTest::withoutADisplayItSaysSo()
{
    const QTemporaryDir home;
    QProcessEnvironment environment = awayFrom(home);
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1StringView(name));
    const Ran ran = runToEnd(QStringLiteral("foredeck"), {}, environment);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.startsWith(QStringLiteral("foredeck: no display")), qPrintable(ran.err));
    QVERIFY(QDir(home.path()).isEmpty());
}

void OptionsTest::aTourThatCannotBeWrittenIsToldOnce()
{
    const QTemporaryDir home;
    QProcessEnvironment environment = awayFrom(home);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    const Ran ran = runToEnd(QStringLiteral("foredeck"), {QStringLiteral("--tour"), QStringLiteral("/proc/nope")}, environment);
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.err.count(QLatin1Char('\n')), 1);
    QVERIFY(ran.err.contains(QStringLiteral("/proc/nope")));
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "optionstest.moc"
