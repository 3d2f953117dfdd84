#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QEnterEvent>
#include <QMouseEvent>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Rows never move under the pointer: what is pressed there is what stood there.
class PointerTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    ConversationId idAt(const QPoint &at) const
    {
        const QModelIndex index = list()->indexAt(at);
        return index.isValid() ? ConversationId(index.data(ConversationListModel::IdRole).toString().toStdString()) : ConversationId();
    }
    QPoint middleOf(int row) const { return list()->visualRect(list()->model()->index(row, 0)).center(); }
    void pointAt(const QPoint &at)
    {
        QWidget *port = list()->viewport();
        QEnterEvent enter(at, at, port->mapToGlobal(at));
        QApplication::sendEvent(port, &enter);
        QMouseEvent move(QEvent::MouseMove, at, port->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(port, &move);
    }
    void leave()
    {
        QEvent away(QEvent::Leave);
        QApplication::sendEvent(list()->viewport(), &away);
    }
    void choose(const QPoint &at)
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, at);
        m_desk->settle();
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        std::vector<Entity> entities;
        for (int n = 61; n < 65; ++n) {
            Conversation waits = test::conversation(n);
            waits.status = ConversationStatus::WaitingHuman;
            waits.owner.kind = OwnerKind::Nobody;
            waits.waitingSince = waits.lastAt;
            waits.lastPosition = waits.lastPublicPosition = 1;
            entities.push_back(test::entity("lead", test::lead(n)));
            entities.push_back(test::entity("conversation", waits));
            entities.push_back(test::entity("message", test::message(6100 + n, n, 1)));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        trigger("goto.waiting");
        QTRY_VERIFY(list()->model()->rowCount() > 3);
    }
    void cleanup() { end(); }

    void anActOfOnesOwnMovesNothingUnderThePointer()
    {
        trigger("goto.unassigned");
        QTRY_VERIFY(list()->model()->rowCount() > 1);
        const int rows = list()->model()->rowCount();
        const QPoint at = middleOf(0);
        const ConversationId first = idAt(at);
        pointAt(at);
        choose(at);
        trigger("conversation.take_over"); // it is unassigned no more
        for (int i = 0; i < 3; ++i)
            m_desk->settle();
        QVERIFY(idAt(at) == first);
        choose(at);
        QVERIFY(inbox()->conversation() == first);
        QVERIFY(m_window->commands().action(QStringLiteral("list.settle"))->isEnabled());
        leave();
        QVERIFY2(list()->hasFocus(), "which holds what others do, and not what was done here");
        QTRY_COMPARE(list()->model()->rowCount(), rows - 1);
        QVERIFY(idAt(at) != first);
    }

    void theNextOneOpensAfterAResolveWhileTheRowStays()
    {
        const QPoint at = middleOf(0);
        const ConversationId first = idAt(at);
        const ConversationId second = idAt(middleOf(1));
        const ConversationId third = idAt(middleOf(2));
        pointAt(at);
        choose(at);
        trigger("conversation.resolve");
        QTRY_VERIFY(inbox()->conversation() == second);
        QVERIFY(idAt(at) == first);
        QVERIFY(idAt(middleOf(1)) == second);
        trigger("conversation.resolve");
        QTRY_VERIFY(inbox()->conversation() == third);
        // Back over what is resolved, as it stands there still; and from there on past what is no longer of this view.
        QVERIFY(idAt(at) == first);
        choose(at);
        QVERIFY(inbox()->conversation() == first);
        trigger("conversation.reopen");
        for (int i = 0; i < 3; ++i)
            m_desk->settle();
        QVERIFY(idAt(at) == first);
        trigger("conversation.resolve");
        QTRY_VERIFY(inbox()->conversation() == third);
    }

    void withoutThePointerARowLeavesAtOnce()
    {
        const ConversationId first = idAt(middleOf(0));
        const ConversationId second = idAt(middleOf(1));
        open(first);
        trigger("conversation.resolve");
        QTRY_VERIFY(inbox()->conversation() == second);
        QTRY_VERIFY(!rowOf(first).isValid());
    }
};

FOREDECK_QT_TEST(PointerTest)
#include "pointertest.moc"
