#include "consolefixture.h"
#include "fakeserver.h"

#include "models/items/drafts.h"

#include <QProcess>
#include <QSignalSpy>

#include <cstdio>
#include <random>
#include <set>

using namespace foredeck;
using namespace foredeck::test;

namespace {

constexpr int kills = 40;
constexpr int undoMs = 30;

/// Says a line at once: what was said is what a person was shown.
void say(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

/// Types in one conversation and sends in others until it is killed.
class Worker : public QObject {
public:
    Worker(const QString &folder, const QUrl &server, const QStringList &conversations, int from)
        : m_console(server), m_next(from), m_random(static_cast<unsigned>(from) + 1)
    {
        m_console.folder = folder;
        m_console.undoMs = undoMs;
        m_console.options.times.backoffFirstMs = 5;
        m_console.options.times.backoffMostMs = 50;
        for (const QString &id : conversations)
            m_refs.push_back({ClientId {"00000001-0000-7000-8000-000000000001"}, ConversationId {id.toStdString()}, 1000000});
        m_console.start();
        m_drafts = std::make_unique<Drafts>(*m_console.store, *m_console.acts, 1);
        connect(m_console.acts.get(), &Acts::committed, this, [this](const OpId &op) {
            if (const auto sent = m_sent.find(op.value); sent != m_sent.end())
                say(QStringLiteral("committed %1 %2").arg(sent->second.first).arg(sent->second.second));
        });
        connect(m_drafts.get(), &Drafts::loaded, this, [this] { report(); });
        connect(m_drafts.get(), &Drafts::stateChanged, this, [this] {
            if (m_drafts->state(CompositionKind::Reply) == Drafts::State::Saved)
                say(QStringLiteral("saved %1").arg(m_drafts->text(CompositionKind::Reply)));
        });
        m_drafts->open(m_refs[0]);
        connect(&m_beat, &QTimer::timeout, this, [this] { work(); });
    }

private:
    /// What the last life left: the words in the journal, and replies that came back.
    void report()
    {
        say(QStringLiteral("draft %1").arg(m_drafts->text(CompositionKind::Reply)));
        for (std::size_t i = 1; i < m_refs.size(); ++i) {
            const auto page = m_console.read([id = m_refs[i].id](CacheReader &r) { return r.draft(id); });
            const QString words = QString::fromStdString(page.value().reply);
            for (const QString &line : words.split(QLatin1Char {'\n'}, Qt::SkipEmptyParts))
                say(QStringLiteral("returned %1 %2").arg(i).arg(line));
            if (!words.isEmpty())
                m_console.acts->saveComposition(m_refs[i], CompositionKind::Reply, {}, words, 1);
        }
        m_beat.start(2);
    }
    void work()
    {
        ++m_next;
        if (m_random() % 2)
            m_drafts->typed(CompositionKind::Reply, QString::number(m_next));
        const auto where = static_cast<int>(1 + m_random() % (m_refs.size() - 1));
        const ConversationRef &ref = m_refs[static_cast<std::size_t>(where)];
        const QString words = QString::number(m_next);
        const OpId op = m_random() % 3 ? m_console.acts->reply(ref, words) : m_console.acts->note(ref, words);
        m_sent[op.value] = {where, m_next};
    }

    Console m_console;
    std::unique_ptr<Drafts> m_drafts;
    std::vector<ConversationRef> m_refs;
    std::map<std::string, std::pair<int, int>> m_sent;
    int m_next;
    std::minstd_rand m_random;
    QTimer m_beat;
};

} // namespace

class KillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingThatWasSaidIsLostOrDoubled()
    {
        FakeServer server;
        QStringList conversations;
        for (int i = 0; i < 4; ++i)
            conversations.append(QString::fromStdString(server.addConversation("Lead " + std::to_string(i), "Hi").value));
        QTemporaryDir folder;
        std::minstd_rand random {5};
        std::set<std::pair<int, int>> committed;
        std::set<std::pair<int, int>> returned;
        int saved = 0;
        int next = 0;
        for (int life = 0; life < kills; ++life) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--child"), folder.path(), server.url().toString(), conversations.join(QLatin1Char {','}), QString::number(next)});
            QByteArray out;
            const int lines = 3 + static_cast<int>(random() % 25);
            server.loseAnswers = static_cast<int>(random() % 3);
            connect(&child, &QProcess::readyReadStandardOutput, this, [&] { out += child.readAllStandardOutput(); });
            QTRY_VERIFY_WITH_TIMEOUT(out.count('\n') >= lines, 30000);
            child.kill();
            QTRY_COMPARE(child.state(), QProcess::NotRunning);
            out += child.readAllStandardOutput();
            for (const QByteArray &line : out.left(out.lastIndexOf('\n')).split('\n')) {
                const QList<QByteArray> words = line.split(' ');
                if (words[0] == "draft")
                    QVERIFY2(words.value(1).toInt() >= saved, line.constData());
                else if (words[0] == "saved")
                    saved = std::max(saved, words.value(1).toInt());
                else if (words[0] == "committed")
                    committed.emplace(words.value(1).toInt(), words.value(2).toInt());
                else if (words[0] == "returned")
                    returned.emplace(words.value(1).toInt(), words.value(2).toInt());
                next = std::max({next, words.value(1).toInt(), words.value(2).toInt()});
            }
            next += 1000;
        }
        server.loseAnswers = 0;
        drain(server, folder.path(), conversations, returned);

        int effects = 0;
        std::set<std::pair<int, int>> made;
        for (int i = 1; i < 4; ++i) {
            int last = 0;
            for (const Message &m : server.messages[conversations[i].toStdString()]) {
                if (m.role != MessageRole::Staff)
                    continue;
                const int number = std::stoi(m.text);
                QVERIFY2(number > last, "the replies of a conversation are out of order");
                last = number;
                QVERIFY(made.emplace(i, number).second);
                ++effects;
            }
            for (const Note &n : server.notes[conversations[i].toStdString()])
                QVERIFY(made.emplace(i, std::stoi(n.text)).second);
        }
        for (const auto &act : committed) {
            const bool arrived = made.contains(act);
            QVERIFY2(arrived != returned.contains(act), qPrintable(QStringLiteral("%1 %2 arrived %3").arg(act.first).arg(act.second).arg(arrived)));
        }
        for (const auto &act : returned)
            QVERIFY(!made.contains(act));
        qInfo("%d kills, %zu acts committed, %zu arrived (%d replies), %zu returned to the composer, last saved %d", kills, committed.size(), made.size(), effects,
            returned.size(), saved);
        QVERIFY(committed.size() > 100 && effects > 20);
    }

private:
    /// A last life that is not killed: everything that waits is delivered.
    void drain(FakeServer &server, const QString &folder, const QStringList &conversations, std::set<std::pair<int, int>> &returned)
    {
        Console console {server.url()};
        console.folder = folder;
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(console.live(), 30000);
        QTRY_COMPARE_WITH_TIMEOUT(console.outbox().size(), 0u, 60000);
        for (int i = 1; i < conversations.size(); ++i) {
            const ConversationId id {conversations[i].toStdString()};
            const auto page = console.read([id](CacheReader &r) { return r.draft(id); });
            for (const QString &line : QString::fromStdString(page.value().reply).split(QLatin1Char {'\n'}, Qt::SkipEmptyParts))
                returned.emplace(i, line.toInt());
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app {argc, argv};
    if (argc == 6 && std::string_view {argv[1]} == "--child") {
        const Worker worker {QString::fromLocal8Bit(argv[2]), QUrl {QString::fromLatin1(argv[3])}, QString::fromLatin1(argv[4]).split(QLatin1Char {','}), std::atoi(argv[5])};
        return QCoreApplication::exec();
    }
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "killtest.moc"
