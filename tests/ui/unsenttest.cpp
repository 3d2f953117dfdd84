#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/unsentreplies.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// What has not reached the server, and can be taken back no more, when the window closes.
class UnsentTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    OpId endElenas()
    {
        const OpId op = m_desk->acts->end({test::clientId(1), TestDesk::elena(), 7});
        m_desk->settle();
        return op;
    }
    void getRefused(const OpId &op)
    {
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 404, {}, R"({"detail":"nobody is there"})").hasValue());
        m_desk->settle();
        QTRY_COMPARE(m_desk->ephemera.needingReview(), 1);
    }
    bool isAsked() const { return m_window->unsentReplies()->isOpen(); }

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
        show();
    }
    void cleanup() { end(); }

    /// It waits for the next start, and nobody sends it until then.
    void whatWaitsForTheServerIsTold()
    {
        endElenas();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("waits there for the next start")) && !says(QStringLiteral("needs a look")));
        QVERIFY(!button(QStringLiteral("Keep as a draft")) && !button(QStringLiteral("Send and quit")));
        QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("Keep it open")));
        button(QStringLiteral("Keep it open"))->click();
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(!m_window->close());
        button(QStringLiteral("Quit"))->click();
        QCOMPARE(m_desk->host.quits, 1);
    }

    void whatNeedsALookIsNotSaidToWaitForTheNextStart()
    {
        const OpId op = endElenas();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("waits there for the next start")));
        getRefused(op); // while it is read
        QVERIFY(isAsked());
        QVERIFY(says(QStringLiteral("What needs a look stays in the outbox")) && !says(QStringLiteral("waits there for the next start")));
        button(QStringLiteral("Keep it open"))->click();
        m_desk->acts->addNotice(test::clientId(1), QStringLiteral("The pool is closed"), std::nullopt);
        QTRY_COMPARE(m_desk->ephemera.unsent(), 2);
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("What needs a look stays in the outbox")) && says(QStringLiteral("waits there for the next start")));
    }

    void itClosesWhenAllHasGoneOut()
    {
        const OpId op = endElenas();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
        QVERIFY(!m_window->close());
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 200).hasValue());
        QTRY_COMPARE(m_desk->ephemera.unsent(), 0);
        QVERIFY(!isAsked());
        QCOMPARE(m_desk->host.quits, 1);
    }

    void nobodyIsAskedOverTheSignInPage()
    {
        m_desk->host.embedded = false;
        endElenas();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        QCOMPARE(m_desk->ephemera.unsent(), 1);
        QVERIFY(m_window->close());
        QVERIFY(!isAsked());
    }

    void eachQuestionHasOneDefault()
    {
        const OpId op = endElenas();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
        QVERIFY(!m_window->close());
        QVERIFY(button(QStringLiteral("Keep it open"))->isDefault());
        m_window->unsentReplies()->close();
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 200).hasValue());
        m_desk->settle();
        m_desk->acts->reply({test::clientId(1), test::conversationId(5), 1}, QStringLiteral("On our way"));
        m_desk->settle();
        QVERIFY(!m_window->close());
        QVERIFY(button(QStringLiteral("Send and quit"))->isDefault() && !button(QStringLiteral("Keep it open"))->isDefault());
    }
};

FOREDECK_QT_TEST(UnsentTest)
#include "unsenttest.moc"
