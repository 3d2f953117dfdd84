#include "tests/ui/windowfixture.h"

#include "models/sqlite/database.h"
#include "tests/ui/guard.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/caretpopup.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>

#include <algorithm>

namespace foredeck::ui {

WindowFixture::WindowFixture() = default;

WindowFixture::~WindowFixture() = default;

void WindowFixture::refuse(const std::function<void()> &what)
{
    auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
    QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
    QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
    expectedWarning = QStringLiteral("not saved");
    what();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
}

void WindowFixture::makeDesk()
{
    failOnWarnings();
    m_desk = std::make_unique<TestDesk>(m_themes);
    m_desk->signIn();
}

void WindowFixture::show(QSize size)
{
    m_window = std::make_unique<MainWindow>(m_desk->desk());
    m_window->showFirstPage();
    if (!size.isEmpty())
        m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_desk->settle();
}

void WindowFixture::makeAndShow()
{
    makeDesk();
    m_desk->fill();
    show();
}

void WindowFixture::end()
{
    m_window.reset();
    m_desk.reset();
}

Composer *WindowFixture::composer() const { return inbox()->thread()->composer(); }

TranscriptView *WindowFixture::transcript() const { return inbox()->thread()->transcript(); }

ConversationListView *WindowFixture::list() const { return inbox()->list()->view(); }

QString WindowFixture::typed() const { return composer()->text(CompositionKind::Reply); }

void WindowFixture::open(const ConversationId &id)
{
    inbox()->open(id);
    m_desk->settle();
    QTRY_VERIFY(transcript()->rowCount() > 0);
}

void WindowFixture::trigger(const char *id)
{
    m_window->commands().refresh();
    m_window->commands().action(QLatin1StringView(id))->trigger();
    m_desk->settle();
}

QModelIndex WindowFixture::rowOf(const ConversationId &id) const
{
    const auto found = list()->model()->match(list()->model()->index(0, 0), ConversationListModel::IdRole, QString::fromStdString(id.value));
    return found.isEmpty() ? QModelIndex() : found.constFirst();
}

Button *WindowFixture::button(const QString &words) const
{
    const auto buttons = m_window->findChildren<Button *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const Button *one) { return one->isVisible() && one->text() == words; });
    return found == buttons.end() ? nullptr : *found;
}

QStringList WindowFixture::offered(const CaretPopup &popup)
{
    QStringList names;
    for (int i = 0; popup.isOpen() && i < popup.list()->model()->rowCount(); ++i)
        names << popup.list()->model()->index(i, 0).data().toString();
    return names;
}

bool WindowFixture::says(const QString &words) const
{
    const auto labels = m_window->findChildren<TextLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void WindowFixture::keep(const QString &name) const
{
    const QString folder = qEnvironmentVariable("FOREDECK_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace foredeck::ui
