#pragma once

#include "models/sqlite/database.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"

#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/bell.h"
#include "ui/shell/frame.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/words/bellwords.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

namespace foredeck::ui {

using namespace foredeck::test;

/// A window whose person can be called to hand-overs, as the tests of what they hear and what they do from there begin it.
class BellFixture : protected WindowFixture {
protected:
    void begin()
    {
        makeDesk();
        m_desk->fill();
        m_desk->fillEscalations();
        show();
        QTRY_COMPARE(m_desk->notifier.count, 3);
        open(TestDesk::elena()); // none of those who wait
        m_window->bell()->setBeep([this] { ++m_beeps; });
        m_beeps = 0;
    }
    void finish()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }
    static Entity callTo(const EscalationId &escalation, std::int64_t version, const char *rung = "staff")
    {
        Entity call;
        call.kind = "escalation_alert";
        call.version = version;
        call.data = R"({"escalation_id":")" + escalation.value + R"(","rung":")" + rung + R"(","repeat":0})";
        return call;
    }
    BannerState strip() const { return m_window->bell()->strip(); }
    void withoutService() { m_desk->notifier.setStatus({NotifierStatus::Service::Missing, {}, false, false, false}); }
    /// Somebody is there and does something in the window, which it looks at with its next second.
    void act()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Shift);
        m_desk->settle();
    }
    void look(Appearance appearance)
    {
        m_themes.setAppearance(appearance);
        m_desk->settle();
    }
    static QString key(int n) { return QString::fromStdString(TestDesk::escalation(n).value); }
    BellSettings settings() const { return m_desk->preferences->bell(userId(1)); }
    void call(int n, const char *rung = "staff")
    {
        QVERIFY(m_desk->store.apply({callTo(TestDesk::escalation(n), ++m_calls, rung)}).hasValue());
        m_desk->settle();
    }
    std::vector<OutboxRow> outbox() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({});
    }
    std::vector<OpKind> kinds() const
    {
        std::vector<OpKind> kinds;
        for (const OutboxRow &row : outbox()) {
            if (row.op.kind != OpKind::Read && row.op.kind != OpKind::Composition)
                kinds.push_back(row.op.kind.value());
        }
        return kinds;
    }
    Escalation stored(int n) const
    {
        const auto row = m_desk->store.read([n](CacheReader &reader) { return reader.escalation(TestDesk::escalation(n)); });
        return row.value()->escalation;
    }
    /// By a colleague, on the server.
    void claim(int n)
    {
        Escalation e = stored(n);
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, userId(2), "Tomás Ibarra"};
        ++e.version;
        QVERIFY(m_desk->store.apply({entity("escalation", e)}).hasValue());
        m_desk->settle();
    }
    void addHandOvers(int from, int count)
    {
        std::vector<Entity> entities;
        for (int n = from; n < from + count; ++n) {
            Escalation e = stored(22);
            e.id = TestDesk::escalation(n);
            e.conversation = conversationId(n);
            entities.push_back(entity("escalation", e));
            entities.push_back(callTo(e.id, ++m_calls));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        m_desk->settle();
    }
    StatusLine *status() const { return m_window->frame()->status(); }
    bool statusSays(const QString &words) const
    {
        const auto items = status()->findChildren<StatusItem *>();
        return std::any_of(items.begin(), items.end(), [&](const StatusItem *item) { return item->isVisible() && item->text().contains(words); });
    }

    int m_beeps = 0;
    std::int64_t m_calls = 0;
};

} // namespace foredeck::ui
