#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "models/items/outboxmodel.h"
#include "models/items/peoplesearch.h"
#include "models/items/viewcounters.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/liststanding.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/shell/bell.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/conversationwindows.h"
#include "ui/shell/desk.h"
#include "ui/shell/host.h"
#include "ui/shell/navigation.h"
#include "ui/shell/takeoverquestion.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace foredeck::ui {

class CommandPalette;
class DashboardPage;
class DayBox;
class DeskNotices;
class DeskShift;
class Farewell;
class Frame;
class IdleWatch;
class InboxPage;
class LockPage;
class OutboxPage;
class Overlay;
class Page;
class Question;
class RulesPage;
class SettingsPage;
class ShortcutSheet;
class SignInPage;
class StartCard;
class UnsentReplies;

/// The window: it owns the frame, the pages and the registry of commands and carries between them and the cache. Made by
/// the composition root when a store is open; closed and made anew when another store is opened or the language changes.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(const Desk &desk);
    ~MainWindow() override;

    /// Rows that were read before the window shows, so that the first paint has them.
    void showFirstPage();
    /// The address a sign-in page begins with.
    void setServerAddress(const QString &address);
    /// Its server can be reached now: signing in that was asked for in the window before this one goes on.
    void goOnSigningIn();
    /// A sentence the person must know, such as that the outbox had to be saved from a damaged file.
    void tell(const QString &key, const QString &strong, const QString &words);
    /// One that is read once and then hidden by the person, because nothing will make it untrue.
    void tellOnce(const QString &key, const QString &strong, const QString &words);
    void untell(const QString &key);
    CommandRegistry &commands() noexcept { return m_commands; }
    Frame *frame() const noexcept { return m_frame; }
    InboxPage *inbox() const noexcept { return m_inbox; }
    EscalationsPage *escalations() const noexcept { return m_escalations; }
    LeadsPage *leads() const noexcept { return m_leads; }
    DashboardPage *dashboard() const noexcept { return m_dashboard; }
    /// "inbox", "escalations", "rules", "leads", "dashboard", "outbox", "settings", "sign_in".
    void showPlace(const QString &place);
    /// Where somebody stands in the window: another one, in another language, goes on there.
    struct Standing {
        QString place;
        QString section; ///< of the settings
        View view = View::All;
        ClientId client;
        ConversationId conversation;
        QString reply;
        QString note;
        EscalationsPage::Standing escalations;
        LeadsPage::Standing leads;
        Bell::Standing bell;
        std::optional<BusinessPlan> plan; ///< what the card of the first run holds
        QString server; ///< where the sign-in page signs in, and what it holds
        QString address;
        SignInDraft signIn;
        bool wasOut = false; ///< signed out, and not signed in again
        int dashboardDays = 7;
        ListStanding list;
        UserId person; ///< whose all this is, when nobody is signed in
        std::vector<ConversationWindows::Standing> apart;
    };
    Standing standing();
    void resume(const Standing &standing);
    Bell *bell() const noexcept { return m_bell; }
    SettingsPage *settings() const noexcept { return m_settings; }
    RulesPage *rules() const noexcept { return m_rules; }
    DeskNotices *notices() const noexcept { return m_notices; }
    DayBox *day() const noexcept { return m_day; }
    DeskShift *shift() const noexcept { return m_shift; }
    CommandPalette *palette() const noexcept { return m_palette; }
    ShortcutSheet *sheet() const noexcept { return m_sheet; }
    Farewell *farewell() const noexcept { return m_farewell; }
    UnsentReplies *unsentReplies() const noexcept { return m_unsent; }
    ConversationWindows *apart() const noexcept { return m_apart.get(); }
    LockPage *lockPage() const noexcept { return m_lock; }
    /// Shows nothing but who has to come back, until the server has looked at their password. Nothing where that cannot be.
    void lock();
    /// Ends the program, once what is typed and not saved and what has not gone out were asked about.
    void quit();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addCommands();
    void addPlaceCommands();
    void addLookCommands();
    void addApplicationCommands();
    void bindNavigation();
    void bindStatus();
    void bindPalette();
    void bindBell();
    /// The conversation that is open on the page in front; empty: none.
    ConversationId shownConversation() const;
    ClientId clientInFront() const;
    void refreshBell();
    void openEscalation(const EscalationId &escalation);
    Navigation::Place placeOf(const Page *page) const;
    void go(Page *page);
    /// And begins there: not where Qt would put the keyboard, into the page's first field, which takes the letters that lead on.
    void enter(Page *page);
    void openPressed(Page *page);
    /// In front, in its own window where it has one; answers with the page in which it is.
    InboxPage *openConversation(const ConversationId &conversation);
    InboxPage *openInInbox(const ConversationId &conversation);
    /// As the person wants to be led there by a notification: the program comes forward with it.
    InboxPage *comeForwardWith(const ConversationId &conversation);
    void bindApart();
    /// To the bell: what is looked at, in whichever window.
    void tellShown();
    /// Where one writes, and in a window of its own beside it.
    void flushWriting();
    std::vector<OpId> heldReplies() const;
    void openLead(const LeadId &lead);
    /// Somebody who was entered was there already: says so and shows them, or offers to.
    void tellKnown(const LeadId &lead, bool isOurs);
    bool isKnownShown() const;
    void forgetKnown();
    void chooseView(View view);
    void bindSavedViews();
    void refreshSavedViews();
    void refreshSavedCounts();
    void chooseClient(const ClientId &client);
    void clientMenu();
    void refreshSync();
    void refreshServerDisk();
    void refreshCounts();
    void refreshClients();
    void followSession();
    void refreshSession();
    void refreshPresence();
    /// Another person has come: nothing of what the one before chose, wrote or was asked is theirs.
    void followPerson();
    /// Nothing stays that asks something over the pages; what is typed in a box stays in its journal.
    void closeBoxes();
    /// A client that one does not work for any more is not asked for.
    void keepClient();
    bool isLocked() const;
    /// Nothing of what is kept here is shown.
    bool standsShut() const;
    QString lockBlocked() const;
    /// A sentence about what could not be saved, which may name a customer: where nothing is shown it waits.
    void tellTrouble(const QString &sentence);
    /// What is typed and not saved keeps the window; says so.
    bool keepsFromLocked();
    void takeUpLock();
    void bindLock();
    void unlock();
    void tickLock();
    /// Nobody is signed in at a server, or somebody only tries to since one was signed out: what is kept here of it is not shown.
    bool wantsSignIn() const;
    /// The keyring was asked and stays silent: the way on without it is offered.
    bool isKeyringSlow() const;
    /// The backend on this computer does not answer: its assistant answers nobody either.
    bool isBackendDown() const;
    void refreshKeyring();
    void refreshSample();
    void offerPeople();
    void tick();
    /// Where one writes to the client in view by live chat; empty while no backend runs.
    QUrl chatPage() const;
    void openChat();
    /// Asks before the sample, which is not the open business, is removed.
    void clearSample();
    /// What a closing window keeps: drafts, its place, the list's width.
    void keepPlace();
    /// Does what takes every form away, once what is typed in one and not saved was asked about.
    void leaveForms(std::function<void()> act);
    bool losesWords() const;
    /// One that holds words which are kept nowhere else; none: nullptr.
    Overlay *boxWithWords() const;
    /// One after the other.
    void leaveBoxes(std::function<void()> act);
    /// What would not go out once the window is gone.
    bool asksWhatIsUnsent();
    void askToLose(bool quits, std::function<void()> act);
    void openRules();
    void bindDashboard();
    void bindDesk();
    QString me() const;

    Desk m_desk;
    CommandRegistry m_commands;
    ClientListModel m_clients;
    ClientDetails m_agency; ///< the first client's, for the agency's name
    ViewCounters m_counters;
    OutboxModel m_outboxRows;
    PeopleSearch m_people;
    TakeOverQuestion m_taking; ///< asked on whichever page
    Frame *m_frame;
    InboxPage *m_inbox;
    EscalationsPage *m_escalations;
    RulesPage *m_rules;
    LeadsPage *m_leads;
    DashboardPage *m_dashboard;
    OutboxPage *m_outbox;
    SettingsPage *m_settings;
    SignInPage *m_signIn;
    LockPage *m_lock;
    Page *m_behind = nullptr; ///< what the lock stands in front of
    IdleWatch *m_idle = nullptr;
    Bell *m_bell = nullptr;
    DeskNotices *m_notices = nullptr; ///< of the desk
    DayBox *m_day = nullptr; ///< on paper
    DeskShift *m_shift = nullptr;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_sheet = nullptr;
    Farewell *m_farewell = nullptr;
    UnsentReplies *m_unsent = nullptr;
    QAction *m_known = nullptr; ///< of the strip that says whom somebody was taken for
    LeadId m_knownLead;
    Question *m_question = nullptr;
    StartCard *m_start = nullptr;
    QTimer m_clock;
    QElapsedTimer m_troubled; ///< since the sentence about what could not be saved stands
    QString m_troubleLater; ///< such a sentence, until something is shown again
    bool m_isTroubleLate = false; ///< it was told to whoever came back
    View m_view = View::All;
    ClientId m_client;
    UserId m_person; ///< whose window this is
    std::optional<Timestamp> m_keyringSince;
    bool m_wasOut = false; ///< somebody was signed out, and nobody has signed in since
    bool m_isShut = false; ///< the sign-in page stands in front of what is kept here
    bool m_wasLive = false; ///< the wire, when its state was shown last
    bool m_wasDown = false; ///< the backend, when the state of the wire was shown last
    std::unique_ptr<ConversationWindows> m_apart; ///< goes first: its pages rest on what stands above
};

} // namespace foredeck::ui
