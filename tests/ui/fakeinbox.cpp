#include "tests/ui/fakeinbox.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpanes.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusline.h"
#include "ui/transcript/transcriptview.h"

#include <QAction>
#include <QMenu>

namespace foredeck::ui {

Timestamp at(int hour, int minute, int second)
{
    return fromMs(QDateTime(QDate(2026, 11, 20), QTime(hour, minute, second), QTimeZone::utc()).toMSecsSinceEpoch());
}

TranscriptItem message(const QString &id, MessageRole role, const QString &text, Timestamp when, std::int64_t position)
{
    TranscriptItem item;
    item.id = id;
    item.kind = TranscriptKind::Message;
    item.role = role;
    item.text = text;
    item.at = when;
    item.position = position;
    item.delivery = role == MessageRole::Lead ? DeliveryState::None : DeliveryState::Read;
    item.authorKind = role == MessageRole::Lead ? ActorKind::Lead : (role == MessageRole::Ai ? ActorKind::Assistant : ActorKind::User);
    return item;
}

FakeInbox::FakeInbox(bool rightToLeft) : m_frame(std::make_unique<Frame>()), m_rightToLeft(rightToLeft)
{
    fillRows();
    fillEntries();
    m_panes = new InboxPanes;
    m_frame->addPage(m_panes);
    m_frame->showPage(m_panes);
    Navigation *nav = m_frame->navigation();
    nav->head()->setAgency(QStringLiteral("Northquay"), QStringLiteral("NQ"), QStringLiteral("All clients · 4"));
    nav->search()->setKeyWords(QStringLiteral("Ctrl K"));
    nav->setPlaceCount(Navigation::Place::Inbox, 23);
    const std::pair<View, int> counts[] {{View::Mine, 6}, {View::Unassigned, 9}, {View::Waiting, 5}, {View::Escalated, 3}, {View::Ended, 12}, {View::All, 41}};
    for (const auto &[view, count] : counts)
        nav->setViewCount(view, count, view == View::Escalated);
    nav->setPlaceCount(Navigation::Place::Outbox, 0);
    nav->setMe(QStringLiteral("Nadia Brandt"), QStringLiteral("Available"));
    SyncStatus sync;
    sync.phase = SyncPhase::Live;
    sync.completeUpTo = at(14, 2, 11);
    m_frame->status()->setSync(syncWords(sync, time(), at(14, 2, 11)), {});
    m_frame->status()->setClients(4, 3, 0);

    ListPane *list = m_panes->list();
    list->setTitle(QStringLiteral("All open"), QStringLiteral("41"), QStringLiteral("Due first"));
    list->setSource(&m_rows, [this](int row) -> const ConversationItem & { return m_rows.items[static_cast<std::size_t>(row)]; },
        [this] {
            RowContext context;
            context.time = time();
            context.manyTenants = true;
            context.markSeed = [](const ClientId &id) { return id.value.empty() ? 0 : id.value.back() - '0'; };
            return context;
        });
    list->view()->setCurrentIndex(m_rows.index(1));
    fillThread();
    fillPanel();
}

FakeInbox::~FakeInbox() = default;

TimeContext FakeInbox::time() const
{
    TimeContext time;
    time.now = at(14, 2, 11);
    time.zone = QTimeZone::utc();
    time.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return time;
}

void FakeInbox::fillRows()
{
    struct Row {
        const char *name, *mark, *snippet;
        ChannelKind channel;
        SnippetPrefix prefix;
        const char *who;
        int unread, hour, minute;
        OwnerKind owner;
        StateWord state;
        int due; ///< minutes from now; 0: no clock
        Temperature temperature;
        int score;
        int tint;
    };
    using C = ChannelKind;
    using P = SnippetPrefix;
    using S = StateWord;
    using T = Temperature;
    const Row rows[] {
        {"Marcus Oyelaran", "SM", "Bilge pump runs every ten minutes now, I think we are taking on water", C::Sms, P::None, "", 3, 13, 54, OwnerKind::Nobody, S::WaitingForPerson, -6, T::Hot, 91, 1},
        {"Elena Vásquez", "CM", "Noted, no nuts. About the van: our garage takes vehicles up to", C::WhatsApp, P::Draft, "", 0, 14, 1, OwnerKind::User, S::None, 4, T::Hot, 82, 0},
        {"Yusuf Demir", "QP", "Missed call, text back sent, no answer yet from him", C::MissedCall, P::None, "", 1, 13, 49, OwnerKind::Nobody, S::WaitingForPerson, 22, T::Unscored, -1, 3},
        {"Dylan Reyes", "QP", "We can be there between 16:00 and 17:00", C::Sms, P::NotSent, "", 0, 13, 40, OwnerKind::User, S::Failed, 38, T::Warm, 49, 3},
        {"Greta Lindholm", "BD", "Does the whitening hurt if I have a filling?", C::LiveChat, P::None, "", 1, 13, 57, OwnerKind::Assistant, S::Typing, 0, T::Warm, 55, 2},
        {"Hannah Cole", "CM", "The group rate for 14 rooms is in the mail", C::Email, P::Staff, "Tomás Ibarra", 0, 13, 31, OwnerKind::User, S::WaitingForCustomer, 0, T::Warm, 64, 0},
        {"عمر الخطيب", "SM", "يمكنك حجز المرسى حتى يوم الأحد", C::WhatsApp, P::Assistant, "", 0, 13, 20, OwnerKind::Assistant, S::Answered, 0, T::Warm, 58, 1},
        {"Sofia Petrakis", "BD", "Tuesday 09:20 with Dr. Amsel is yours, see you then", C::WebForm, P::You, "", 0, 12, 58, OwnerKind::User, S::Booked, 0, T::Hot, 88, 2},
        {"Inès Moreau", "CM", "Merci, c’est parfait pour nous !", C::LiveChat, P::None, "", 0, 12, 12, OwnerKind::Assistant, S::Paused, 0, T::Cold, 23, 0},
        {"Paul Nwosu", "SM", "The fuel dock opens at 07:00 every day", C::WhatsApp, P::Assistant, "", 0, 11, 47, OwnerKind::Assistant, S::Answered, 0, T::Cold, 18, 1},
        {"Lena Baumann", "BD", "Your insurer covers two cleanings a year", C::Email, P::Staff, "Priya Nair", 0, 11, 30, OwnerKind::User, S::WaitingForCustomer, 0, T::Warm, 61, 2},
        {"Karim Aziz", "QP", "The new tap is fitted, here is the invoice", C::Sms, P::You, "", 0, 11, 2, OwnerKind::User, S::Ended, 0, T::Warm, 44, 3},
        {"Theo Wagner", "CM", "Late check-out until 13:00 is fine", C::Email, P::You, "", 0, 10, 40, OwnerKind::Assistant, S::Answered, 0, T::Cold, 12, 0},
        {"Noor Bakker", "BD", "First visits take 45 minutes", C::WebForm, P::Assistant, "", 0, 10, 22, OwnerKind::Assistant, S::Answered, 0, T::Cold, 20, 2},
    };
    int index = 0;
    for (const Row &row : rows) {
        ConversationItem item;
        item.id = ConversationId("c" + std::to_string(index++));
        item.client = ClientId("client" + std::to_string(row.tint));
        item.name = QString::fromUtf8(row.name);
        item.naming = PersonNaming::Name;
        item.clientMark = QString::fromUtf8(row.mark);
        item.clientName = QStringLiteral("Casa Marisol");
        item.channel = row.channel;
        item.prefix = row.prefix;
        item.prefixName = QString::fromUtf8(row.who);
        item.snippet = QString::fromUtf8(row.snippet);
        item.unread = row.unread;
        item.at = at(row.hour, row.minute);
        item.owner = row.owner;
        item.ownerName = row.who[0] ? QString::fromUtf8(row.who).section(QLatin1Char(' '), 0, 0) : QStringLiteral("You");
        item.mine = row.prefix == P::Draft;
        item.state = row.state;
        if (row.due != 0)
            item.clockDue = at(14, 2, 11) + std::chrono::minutes(row.due);
        item.temperature = row.temperature;
        if (row.score >= 0)
            item.score = row.score;
        m_rows.items.push_back(item);
    }
}

void FakeInbox::fillEntries()
{
    std::vector<TranscriptItem> &e = m_entries.items;
    e.push_back(message(QStringLiteral("m1"), MessageRole::Lead, QStringLiteral("Hi! Could we check in early tomorrow? We land at 8:10 🙏"), at(13, 46), 1));
    e.push_back(message(QStringLiteral("m2"), MessageRole::Ai, QStringLiteral("Hello Elena, I’m the assistant at Casa Marisol. Check-in starts at 15:00. Early check-in from 11:00 is USD 35 when the room is free. You can leave your bags with us from 07:00 at no charge."), at(13, 46), 2));
    Decision decision;
    decision.action = DecisionAction::Answered;
    decision.confidence = 0.92;
    decision.intent = "faq";
    decision.language = "en";
    decision.engine = "builtin";
    decision.ms = 12;
    decision.passages = {{DocumentId("d1"), "When is check-in?", "From 15:00.", 0.92, 7, true}, {DocumentId("d2"), "Can I leave bags?", "From 07:00.", 0.81, 2, true}};
    e.back().decision = std::make_shared<Decision>(decision);
    e.push_back(message(QStringLiteral("m3"), MessageRole::Lead, QStringLiteral("Bags at 8 works. It’s our 10th anniversary, could you set something up in room 12? And does a 2.3 m van fit in your garage?"), at(13, 49), 3));
    TranscriptItem over;
    over.id = QStringLiteral("t1");
    over.kind = TranscriptKind::Transition;
    over.field = TransitionField::Owner;
    over.to = QStringLiteral("nobody");
    over.reason = QStringLiteral("not_in_knowledge");
    over.at = at(13, 49);
    over.position = 4;
    over.authorKind = ActorKind::Assistant;
    decision.action = DecisionAction::HandedOver;
    decision.confidence = 0.41;
    over.decision = std::make_shared<Decision>(decision);
    e.push_back(over);
    TranscriptItem note = message(QStringLiteral("n1"), MessageRole::Unknown, QStringLiteral("Garage limit is 2.1 m, see the barrier sign. Tall vans go to Alder Street, we hold two passes."), at(13, 52), 5);
    note.kind = TranscriptKind::Note;
    note.authorName = QStringLiteral("Tomás Ibarra");
    e.push_back(note);
    TranscriptItem mine = message(QStringLiteral("m4"), MessageRole::Staff, QStringLiteral("Congratulations to you both! I’ll have flowers and a chocolate almond cake in room 12 by noon. Let me check the van."), at(13, 55), 6);
    mine.mine = true;
    e.push_back(mine);
    e.push_back(message(QStringLiteral("m5"), MessageRole::Lead, QStringLiteral("Lovely, thank you! No nuts please, my husband is allergic."), at(14, 1), 7));
}

void FakeInbox::fillThread()
{
    ThreadView view;
    view.name = QStringLiteral("Elena Vásquez");
    view.temperature = {QStringLiteral("hot"), QStringLiteral("Hot 82"), Color::Hot};
    view.subline = QStringLiteral("WhatsApp · Casa Marisol · English");
    view.answer = AnswerState::Mine;
    view.strong = QStringLiteral("You are answering.");
    view.words = QStringLiteral("The assistant stays silent.");
    view.presence = QStringLiteral("Tomás is viewing");
    view.presenceName = QStringLiteral("Tomás Ibarra");
    view.window = {QStringLiteral("whatsapp"), QStringLiteral("WhatsApp · window open 23 h 57 min"), Color::Text2};
    view.firstName = QStringLiteral("Elena");
    ThreadPane *thread = m_panes->thread();
    const auto action = [&](const char *text, const QKeySequence &key) {
        auto *made = new QAction(QString::fromUtf8(text), m_frame.get());
        made->setShortcut(key);
        return made;
    };
    thread->setActions({action("Hand back", Qt::Key_H), action("Resolve", Qt::Key_E), action("Side panel", {}), action("Back", {})});
    thread->strip()->setActions(action("Take over", Qt::Key_T), action("Reopen", {}));
    thread->composer()->setActions(action("Send", QKeySequence(Qt::CTRL | Qt::Key_Return)), nullptr);
    thread->present(view);
    thread->composer()->present(view, true, true);
    thread->composer()->setText(CompositionKind::Reply, QStringLiteral("Noted, no nuts. About the van: our garage takes vehicles up to 2.1 m, so yours would not fit. We hold a free pass for you at Alder Street, two minutes away"));
    thread->composer()->setDraftWords(QStringLiteral("Draft saved"), false);
    thread->transcript()->setSource(&m_entries, [this](int row) -> const TranscriptItem & { return m_entries.items[static_cast<std::size_t>(row)]; },
        [](int) { return false; },
        [this] {
            EntryContext context;
            context.time = time();
            context.localNow = time().now;
            context.leadName = QStringLiteral("Elena Vásquez");
            context.clientName = QStringLiteral("Casa Marisol");
            return context;
        },
        [] { return std::int64_t {6}; });
}

void FakeInbox::fillPanel()
{
    Lead lead;
    lead.name = "Elena Vásquez";
    lead.phones = {{"+13055550142", "+1 305 555 0142"}};
    lead.language = "en";
    lead.consent["whatsapp"] = {ConsentState::Given, at(13, 46), "Hi!"};
    lead.value = Money {48600, "USD"};
    lead.status = LeadStatus::Qualified;
    lead.score = 82;
    lead.scoreFactors = {{"has_a_booking", 40, {}}, {"asks_for_extras", 22, {}}, {"arrives_tomorrow", 15, {}}, {"answered_in_2_min", 5, {}}};
    lead.qualification.serviceInterest = "Anniversary set-up in room 12, a place for a 2.3 m van";
    lead.qualification.timeline = "21–23 Nov";
    LeadPage page;
    page.lead = lead;
    page.conversations = {{ConversationId("e1"), ChannelKind::Email, ConversationStatus::Ended, at(0, 0) - std::chrono::hours(24 * 18), "Confirmed booking by e-mail"},
        {ConversationId("e2"), ChannelKind::WebForm, ConversationStatus::Ended, at(0, 0) - std::chrono::hours(24 * 19), "Asked for a quiet room"}};
    ConversationRow row;
    row.id = ConversationId("c1");
    row.due = at(14, 6);
    row.waitingSince = at(14, 1);
    m_panes->panel()->showLead({&page, &row, nullptr}, time());
    auto *close = new QAction(QStringLiteral("Close the side panel"), m_frame.get());
    m_panes->panel()->setCloseAction(close);
}

} // namespace foredeck::ui
