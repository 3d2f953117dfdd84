#pragma once

#include "models/cache/outboxrules.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

namespace foredeck::ui {

/// The page of hand-overs over a real cache and a real outbox, as its tests begin it and act on it.
class EscalationFixture : public WindowFixture {
protected:
    EscalationsPage *page() const { return m_window->escalations(); }
    ConversationListView *rows() const { return page()->list()->view(); }
    EscalationForm *form() const { return page()->detail()->form(); }

    void showPage(QSize size = {})
    {
        show(size);
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
    }
    void showFilled(QSize size = {})
    {
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), code, modifiers);
        m_desk->settle();
    }
    /// The one that is open, after another one.
    void openAnew()
    {
        rows()->setFocus();
        key(Qt::Key_J);
        key(Qt::Key_K);
    }
    QStringList spoken() const
    {
        QStringList words;
        for (int row = 0; row < rows()->model()->rowCount(); ++row)
            words << rows()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return words;
    }
    int rowOf(const QString &beginning) const
    {
        const QStringList words = spoken();
        const auto found = std::find_if(words.begin(), words.end(), [&](const QString &one) { return one.startsWith(beginning); });
        return found == words.end() ? -1 : int(found - words.begin());
    }
    Op stored(OpKind kind)
    {
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == kind)
                return op;
        }
        return {};
    }
    /// Letters one after another, wherever the keyboard is, without waiting for anything between them.
    void say(const QString &words)
    {
        for (const QChar c : words)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), c.toLatin1());
        m_desk->settle();
    }
    /// What was done and is not yet on its way; reading and typing aside.
    QStringList done()
    {
        QStringList kinds;
        for (const Op &op : m_desk->store.outbox()) {
            if (!isQuiet(op.kind.value()))
                kinds << QString::fromStdString(std::string {op.kind.text()});
        }
        return kinds;
    }
    void choose(const QString &name)
    {
        rows()->setFocus();
        rows()->setCurrentIndex(rows()->model()->index(rowOf(name), 0));
        m_desk->settle();
    }
    void isTyping(int user, const QString &name, int conversation = 25)
    {
        m_desk->ephemera.setPresence(test::conversationId(conversation), {test::userId(user), name, PresenceKind::Typing}, m_desk->store.clock.now());
    }
    DraftPage kept(int n)
    {
        return m_desk->store.read([n](CacheReader &reader) { return reader.draft(journalId(TestDesk::escalation(n))); }).value();
    }
    void write(Qt::Key form, const QString &words)
    {
        rows()->setFocus();
        key(form);
        QVERIFY(this->form()->edit()->hasFocus());
        QTest::keyClicks(this->form()->edit(), words);
    }
    void endAndReset()
    {
        end();
        m_themes.setAppearance(Appearance::Light);
        m_themes.setTextPercent(100);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
};

} // namespace foredeck::ui
