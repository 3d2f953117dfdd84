#include "ui/shell/conversationwindow.h"

#include "models/ports/acts.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/painting.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

const QString troubleKey = QStringLiteral("trouble");
constexpr QSize leastSize {480, 420};
/// As wide as a line is read well; beside the panel only where that stays so.
constexpr int threadWidth = 560;

/// In a window's title Qt reads this as the place of its mark for what is not saved; doubled it is read as it stands.
QString titleText(QString name)
{
    return name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace

ConversationWindow::ConversationWindow(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, const ConversationId &conversation)
    : m_desk(desk), m_conversation(conversation), m_commands(this)
{
    setObjectName(QStringLiteral("conversation"));
    setAttribute(Qt::WA_QuitOnClose, false); // the program goes with its main window
    setMinimumSize(leastSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    m_banner = new Banner(this);
    m_page = new InboxPage(desk, clients, question, InboxPanes::Extent::ThreadAlone, this);
    column->addWidget(m_banner);
    column->addWidget(m_page, 1);
    addCommands();
    m_palette = new CommandPalette(m_commands, this);
    m_sheet = new ShortcutSheet(m_commands, this);
    connect(m_page, &InboxPage::trouble, this, &ConversationWindow::tellTrouble);
    connect(m_page, &InboxPage::customerChanged, this, &ConversationWindow::refreshTitle);
    // The next act that is stored shows that it was for once only.
    connect(&m_desk.acts, &Acts::committed, this, [this] { m_banner->clear(troubleKey); });
    resize(themeOf(this).grown(threadWidth + 200), themeOf(this).grown(760));
    arrange();
    refreshTitle();
    m_commands.refresh();
}

ConversationWindow::~ConversationWindow() = default;

void ConversationWindow::open()
{
    m_page->open(m_conversation);
}

void ConversationWindow::addCommands()
{
    m_page->addCommands(m_commands);
    const auto add = [this](const char *id, CommandGroup group, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms, std::function<void()> run) {
        m_commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), keys, synonyms, {}, std::move(run)});
    };
    add("conversation.bring_back", CommandGroup::Conversation, tr("Bring it back into the main window"), "step-back", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, tr("attach dock inbox"), [this] { Q_EMIT backWanted(); });
    add("view.next_pane", CommandGroup::View, tr("Next pane"), "arrow-right", {QKeySequence(Qt::Key_F6)}, {}, [this] { Frame::cycle(m_page->panes(), 1); });
    add("view.previous_pane", CommandGroup::View, tr("Previous pane"), "chevron-left", {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, {}, [this] { Frame::cycle(m_page->panes(), -1); });
    add("app.palette", CommandGroup::Application, tr("Run a command"), "command", {QKeySequence(Qt::CTRL | Qt::Key_K)}, {}, [this] { m_palette->toggle(); });
    add("app.shortcuts", CommandGroup::Application, tr("Shortcuts"), "keyboard", {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)}, tr("help keys cheat sheet"), [this] { m_sheet->toggle(); });
    add("window.close", CommandGroup::Application, tr("Close this window"), "close", {QKeySequence(Qt::CTRL | Qt::Key_W)}, {}, [this] { Q_EMIT closeWanted(); });
    add("app.quit", CommandGroup::Application, tr("Quit"), "close", {QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("exit close"), [this] { Q_EMIT quitWanted(); });
    m_commands.add({QStringLiteral("app.lock"), CommandGroup::Application, tr("Lock"), QStringLiteral("lock"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, tr("away shared computer password hide"),
        [this] { return m_desk.host.isEmbedded() ? tr("this computer's own backend has no password to unlock with") : QString(); }, [this] { Q_EMIT lockWanted(); }});
    for (const char *id : {"app.palette", "app.shortcuts", "app.lock", "app.quit"})
        m_commands.action(QLatin1StringView(id))->setProperty(worksAboveOverlays, true);
    m_page->thread()->moreMenu()->addAction(m_commands.action(QStringLiteral("conversation.bring_back")));
}

void ConversationWindow::tellTrouble(const QString &sentence)
{
    m_banner->set({troubleKey, BannerState::Kind::Danger, 7, tr("Something could not be saved."), sentence, {}, nullptr});
}

void ConversationWindow::closeBoxes()
{
    for (Overlay *overlay : findChildren<Overlay *>())
        overlay->close();
    m_banner->clear(troubleKey); // it may name a customer
}

void ConversationWindow::tick() { m_page->tick(); }

void ConversationWindow::refreshTitle()
{
    const QString name = m_page->customer();
    const QString business = m_page->business();
    if (name.isEmpty())
        return setWindowTitle(tr("Conversation"));
    setWindowTitle(titleText(business.isEmpty() ? name : tr("%1 · %2", "a customer and the business, as the title of a window").arg(name, business)));
}

/// There is no navigation and no list: what yields is the panel alone.
void ConversationWindow::arrange()
{
    Arrangement arrangement;
    arrangement.panelOverlay = width() < themeOf(this).grown(threadWidth + themeOf(this).layout().sidePanel);
    if (!std::exchange(m_isArranged, true) || arrangement != m_arrangement)
        m_page->arrange(arrangement); // else a panel that was asked for stays
    m_arrangement = arrangement;
}

void ConversationWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    // From a text field back to what is read, so that single letters work again.
    if (!m_page->goBack())
        m_page->thread()->transcript()->setFocus(Qt::ShortcutFocusReason);
}

void ConversationWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closeWanted();
    event->setAccepted(!isVisible()); // hidden by whoever lets it go
}

void ConversationWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
    if (event->type() == QEvent::ActivationChange)
        Q_EMIT activeChanged();
}

void ConversationWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace foredeck::ui
