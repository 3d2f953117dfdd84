#include "ui/words/domainwords.h"

#include "models/core/currency.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace foredeck::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString plainText(const char *text)
{
    return QLatin1StringView(text);
}

} // namespace

QString firstWord(const QString &name)
{
    return name.section(QLatin1Char(' '), 0, 0);
}

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString wordsOfKey(const QString &key)
{
    QString words = key;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    words.replace(QLatin1Char('.'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

Sign channelSign(const Open<ChannelKind> &kind)
{
    switch (kind.value()) {
    case ChannelKind::WhatsApp:
        return {plainText("whatsapp"), plainText("WhatsApp")};
    case ChannelKind::Sms:
        return {plainText("sms"), plainText("SMS")};
    case ChannelKind::WebForm:
        return {plainText("web-form"), Words::tr("Web form")};
    case ChannelKind::LiveChat:
        return {plainText("live-chat"), Words::tr("Live chat")};
    case ChannelKind::Email:
        return {plainText("email"), Words::tr("E-mail")};
    case ChannelKind::MissedCall:
        return {plainText("missed-call"), Words::tr("Missed call")};
    case ChannelKind::WalkIn:
        return {plainText("map-pin"), Words::tr("Came in", "a channel")};
    case ChannelKind::Call:
        return {plainText("phone"), Words::tr("Called", "a channel")};
    case ChannelKind::Unknown:
        break;
    }
    return {plainText("help"), wordsOfKey(textOf(kind.text()))};
}

Sign reasonSign(const Open<EscalationReason> &reason)
{
    switch (reason.value()) {
    case EscalationReason::HumanRequested:
        return {plainText("person"), Words::tr("Asked for a person")};
    case EscalationReason::Complaint:
        return {plainText("mood"), Words::tr("Complaint")};
    case EscalationReason::Emergency:
        return {plainText("bolt"), Words::tr("Emergency"), Color::Danger};
    case EscalationReason::Legal:
        return {plainText("scale"), Words::tr("Legal")};
    case EscalationReason::PaymentDispute:
        return {plainText("money"), Words::tr("Payment dispute")};
    case EscalationReason::LowConfidence:
        return {plainText("help"), Words::tr("Not sure")};
    case EscalationReason::NotInKnowledge:
        return {plainText("help"), Words::tr("Not in the knowledge base")};
    case EscalationReason::Sensitive:
        return {plainText("shield"), Words::tr("Sensitive")};
    case EscalationReason::SlaBreach:
        return {plainText("clock"), Words::tr("Late")};
    case EscalationReason::Rule:
        return {plainText("routing"), Words::tr("Needs a person")};
    case EscalationReason::AiFailure:
        return {plainText("alert"), Words::tr("The assistant failed")};
    case EscalationReason::LongConversation:
        return {plainText("quote"), Words::tr("Long conversation")};
    case EscalationReason::Unknown:
        break;
    }
    return {plainText("escalation"), wordsOfKey(textOf(reason.text()))};
}

Sign temperatureSign(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return {plainText("hot"), Words::tr("Hot"), Color::Hot};
    case Temperature::Warm:
        return {plainText("warm"), Words::tr("Warm"), Color::Warm};
    case Temperature::Cold:
        return {plainText("cold"), Words::tr("Cold"), Color::Cold};
    case Temperature::Unscored:
    case Temperature::Unknown:
        break;
    }
    return {plainText("unscored"), Words::tr("not scored"), Color::Text3};
}

Sign deliverySign(const Open<DeliveryState> &state, const QString &reason)
{
    switch (state.value()) {
    case DeliveryState::None:
        return {};
    case DeliveryState::Queued:
        return {plainText("clock"), Words::tr("Queued"), Color::Text3};
    case DeliveryState::Sent:
        return {plainText("check"), Words::tr("Sent"), Color::Text3};
    case DeliveryState::Delivered:
        return {plainText("check-double"), Words::tr("Delivered"), Color::Text3};
    case DeliveryState::Read:
        return {plainText("check-double"), Words::tr("Read"), Color::Text3};
    case DeliveryState::Failed:
        return {plainText("alert"), reason.isEmpty() ? Words::tr("Not sent") : Words::tr("Not sent: %1").arg(deliveryReasonWords(reason)), Color::Danger};
    case DeliveryState::Held:
        return {plainText("shield"), Words::tr("Kept here: safe mode"), Color::Text3};
    case DeliveryState::Suppressed:
        return {plainText("stop"), Words::tr("Not sent: the customer has opted out"), Color::Text2};
    case DeliveryState::Unknown:
        break;
    }
    return {plainText("info"), wordsOfKey(textOf(state.text())), Color::Text3};
}

Sign opSign(const Open<OpState> &state, Doubt doubt)
{
    if (state == OpState::Queued && doubt != Doubt::None)
        return {plainText("help"), Words::tr("May have arrived"), Color::Warning};
    switch (state.value()) {
    case OpState::Held:
        return {plainText("undo"), Words::tr("Can be undone"), Color::Text};
    case OpState::Queued:
        return {plainText("clock"), Words::tr("Queued"), Color::Text};
    case OpState::Sending:
        return {plainText("arrow-up"), Words::tr("Sending"), Color::Text};
    case OpState::Acked:
    case OpState::Confirmed:
        return {plainText("check"), Words::tr("Sent"), Color::Text};
    case OpState::NeedsReview:
        return {plainText("alert"), Words::tr("Look before sending"), Color::Warning};
    case OpState::Refused:
        return {plainText("stop"), Words::tr("Refused, text kept"), Color::Danger};
    case OpState::Cancelled:
        return {plainText("close"), Words::tr("Dropped"), Color::Text3};
    case OpState::Unknown:
        break;
    }
    return {plainText("info"), wordsOfKey(textOf(state.text())), Color::Text};
}

Sign opKindSign(const Open<OpKind> &kind)
{
    switch (kind.value()) {
    case OpKind::Reply:
        return {plainText("reply"), Words::tr("Reply")};
    case OpKind::Note:
        return {plainText("lock"), Words::tr("Private note")};
    case OpKind::Claim:
    case OpKind::TakeOver:
        return {plainText("take-over"), Words::tr("Take over")};
    case OpKind::Release:
        return {plainText("hand-back"), Words::tr("Hand back")};
    case OpKind::End:
        return {plainText("resolve"), Words::tr("Resolve")};
    case OpKind::Reopen:
        return {plainText("undo"), Words::tr("Reopen")};
    case OpKind::Escalate:
        return {plainText("escalation"), Words::tr("Hand over")};
    case OpKind::Read:
        return {plainText("eye"), Words::tr("Read mark")};
    case OpKind::Composition:
        return {plainText("edit"), Words::tr("Draft")};
    case OpKind::ClientAssistant:
        return {plainText("assistant"), Words::tr("Assistant on or off")};
    case OpKind::ClientSafeMode:
        return {plainText("shield"), Words::tr("Safe mode")};
    case OpKind::Settings:
        return {plainText("settings"), Words::tr("Settings")};
    case OpKind::Hours:
        return {plainText("clock"), Words::tr("Opening hours")};
    case OpKind::Channel:
        return {plainText("key"), Words::tr("Channel keys")};
    case OpKind::ChannelTest:
        return {plainText("refresh"), Words::tr("Channel test")};
    case OpKind::UserInvite:
        return {plainText("people"), Words::tr("Invite")};
    case OpKind::UserDisable:
        return {plainText("people"), Words::tr("Shut off")};
    case OpKind::Faqs:
        return {plainText("knowledge"), Words::tr("Answers")};
    case OpKind::LeadUpdate:
        return {plainText("leads"), Words::tr("Lead")};
    case OpKind::LeadStatus:
        return {plainText("leads"), Words::tr("Status of the lead")};
    case OpKind::EscalationAcknowledge:
        return {plainText("eye"), Words::tr("Escalation seen")};
    case OpKind::EscalationAssign:
        return {plainText("people"), Words::tr("Reassign")};
    case OpKind::EscalationRelease:
        return {plainText("people"), Words::tr("Let go")};
    case OpKind::EscalationReturn:
        return {plainText("hand-back"), Words::tr("Back to the assistant")};
    case OpKind::EscalationResolve:
        return {plainText("resolve"), Words::tr("Resolve the escalation")};
    case OpKind::Snooze:
        return {plainText("snooze"), Words::tr("Snooze")};
    case OpKind::Wake:
        return {plainText("snooze"), Words::tr("Wake")};
    case OpKind::OwnState:
        return {plainText("bell-off"), Words::tr("Do not disturb")};
    case OpKind::RuleCreate:
        return {plainText("routing"), Words::tr("New rule")};
    case OpKind::RuleUpdate:
        return {plainText("routing"), Words::tr("Rule")};
    case OpKind::RuleDelete:
        return {plainText("routing"), Words::tr("Delete a rule")};
    case OpKind::MacroCreate:
        return {plainText("canned"), Words::tr("New macro")};
    case OpKind::MacroUpdate:
        return {plainText("canned"), Words::tr("Macro")};
    case OpKind::MacroDelete:
        return {plainText("canned"), Words::tr("Delete a macro")};
    case OpKind::FaqDelete:
        return {plainText("knowledge"), Words::tr("Delete an answer")};
    case OpKind::ClientName:
        return {plainText("settings"), Words::tr("Name of the business")};
    case OpKind::Labels:
        return {plainText("tag"), Words::tr("Labels")};
    case OpKind::Assign:
        return {plainText("people"), Words::tr("Assign")};
    case OpKind::Follow:
        return {plainText("bell"), Words::tr("Follow or unfollow")};
    case OpKind::TaskCreate:
        return {plainText("calendar"), Words::tr("New task")};
    case OpKind::TaskUpdate:
        return {plainText("calendar"), Words::tr("Change of a task")};
    case OpKind::TaskDone:
        return {plainText("check"), Words::tr("Task done")};
    case OpKind::TaskDrop:
        return {plainText("close"), Words::tr("Drop a task")};
    case OpKind::TaskReopen:
        return {plainText("undo"), Words::tr("Reopen a task")};
    case OpKind::LeadCreate:
        return {plainText("leads"), Words::tr("New lead")};
    case OpKind::WriteFirst:
        return {plainText("send"), Words::tr("First message")};
    case OpKind::NoticeAdd:
        return {plainText("info"), Words::tr("Notice")};
    case OpKind::NoticeEnd:
        return {plainText("info"), Words::tr("End a notice")};
    case OpKind::LeadMerge:
        return {plainText("people"), Words::tr("Merge two leads")};
    case OpKind::LeadPart:
        return {plainText("undo"), Words::tr("Take a merge back")};
    case OpKind::ShiftNoteCreate:
        return {plainText("note"), Words::tr("Shift note")};
    case OpKind::ShiftNoteAcknowledge:
        return {plainText("eye"), Words::tr("Shift note read")};
    case OpKind::Unknown:
        break;
    }
    return {plainText("info"), wordsOfKey(textOf(kind.text()))};
}

Sign healthSign(const Open<ChannelHealth> &health)
{
    switch (health.value()) {
    case ChannelHealth::Ok:
        return {plainText("check"), Words::tr("Works"), Color::Success};
    case ChannelHealth::Failing:
        return {plainText("stop"), Words::tr("Failing"), Color::Danger};
    case ChannelHealth::Off:
        return {plainText("pause"), Words::tr("Off"), Color::Text3};
    case ChannelHealth::NotConfigured:
        return {plainText("key"), Words::tr("No keys yet"), Color::Text3};
    case ChannelHealth::Unknown:
        break;
    }
    return {plainText("help"), wordsOfKey(textOf(health.text())), Color::Text3};
}

QString leadStatusWord(const Open<LeadStatus> &status)
{
    switch (status.value()) {
    case LeadStatus::New:
        return Words::tr("New");
    case LeadStatus::Qualifying:
        return Words::tr("Qualifying");
    case LeadStatus::Qualified:
        return Words::tr("Qualified");
    case LeadStatus::AppointmentBooked:
        return Words::tr("Booked");
    case LeadStatus::HandedOff:
        return Words::tr("Handed off");
    case LeadStatus::Nurturing:
        return Words::tr("Kept warm");
    case LeadStatus::ClosedWon:
        return Words::tr("Won");
    case LeadStatus::ClosedLost:
        return Words::tr("Lost");
    case LeadStatus::Disqualified:
        return Words::tr("Not a fit");
    case LeadStatus::Unknown:
        break;
    }
    return wordsOfKey(textOf(status.text()));
}

QString roleWord(const Open<Role> &role)
{
    switch (role.value()) {
    case Role::SuperAdmin:
        return Words::tr("Super administrator");
    case Role::Admin:
        return Words::tr("Administrator");
    case Role::Manager:
        return Words::tr("Manager");
    case Role::Agent:
        return Words::tr("Agent");
    case Role::Viewer:
        return Words::tr("Viewer");
    case Role::Unknown:
        break;
    }
    return wordsOfKey(textOf(role.text()));
}

QString userStatusWord(const Open<UserStatus> &status)
{
    switch (status.value()) {
    case UserStatus::Invited:
        return Words::tr("Invited");
    case UserStatus::Active:
        return Words::tr("Active");
    case UserStatus::Locked:
        return Words::tr("Locked");
    case UserStatus::Disabled:
        return Words::tr("Shut off");
    case UserStatus::Unknown:
        break;
    }
    return wordsOfKey(textOf(status.text()));
}

QString decisionWord(const Open<DecisionAction> &action)
{
    switch (action.value()) {
    case DecisionAction::Answered:
        return Words::tr("Answered");
    case DecisionAction::Asked:
        return Words::tr("Asked");
    case DecisionAction::HandedOver:
        return Words::tr("Handed to a person");
    case DecisionAction::Silent:
        return Words::tr("Stayed silent");
    case DecisionAction::OptedOut:
        return Words::tr("Opted out");
    case DecisionAction::OptedIn:
        return Words::tr("Opted in again");
    case DecisionAction::Helped:
        return Words::tr("Told who we are");
    case DecisionAction::Failed:
        return Words::tr("Failed");
    case DecisionAction::Superseded:
        return Words::tr("Overtaken");
    case DecisionAction::Unknown:
        break;
    }
    return wordsOfKey(textOf(action.text()));
}

QString urgencyWord(const Open<Urgency> &urgency)
{
    switch (urgency.value()) {
    case Urgency::Normal:
        return Words::tr("normal urgency");
    case Urgency::High:
        return Words::tr("urgent");
    case Urgency::Emergency:
        return Words::tr("emergency");
    case Urgency::Unknown:
        break;
    }
    return textOf(urgency.text());
}

QString languageWord(const QString &code)
{
    if (code.isEmpty())
        return {};
    static const QHash<QString, const char *> names {{plainText("en"), QT_TRANSLATE_NOOP("Words", "English")}, {plainText("es"), QT_TRANSLATE_NOOP("Words", "Spanish")},
        {plainText("de"), QT_TRANSLATE_NOOP("Words", "German")}, {plainText("ar"), QT_TRANSLATE_NOOP("Words", "Arabic")},
        {plainText("fr"), QT_TRANSLATE_NOOP("Words", "French")}, {plainText("pt"), QT_TRANSLATE_NOOP("Words", "Portuguese")},
        {plainText("it"), QT_TRANSLATE_NOOP("Words", "Italian")}, {plainText("nl"), QT_TRANSLATE_NOOP("Words", "Dutch")},
        {plainText("pl"), QT_TRANSLATE_NOOP("Words", "Polish")}, {plainText("tr"), QT_TRANSLATE_NOOP("Words", "Turkish")}};
    if (const char *name = names.value(code))
        return QCoreApplication::translate("Words", name);
    const QString name = QLocale::languageToString(QLocale(code).language());
    return QLocale(code).language() == QLocale::C ? code : name;
}

QString viewWord(View view)
{
    switch (view) {
    case View::Mine:
        return Words::tr("Mine");
    case View::Unassigned:
        return Words::tr("Unassigned");
    case View::Waiting:
        return Words::tr("Waiting");
    case View::Escalated:
        return Words::tr("Escalated");
    case View::Snoozed:
        return Words::tr("Snoozed");
    case View::Due:
        return Words::tr("Due");
    case View::Mentions:
        return Words::tr("Mentions");
    case View::News:
        return Words::tr("New for you");
    case View::Ended:
        return Words::tr("Ended");
    case View::All:
    case View::Unknown:
        break;
    }
    return Words::tr("All");
}

QString orderWord(View view)
{
    return view == View::Ended || view == View::Snoozed ? Words::tr("Newest first") : Words::tr("Due first");
}

QString moneyWord(const Money &money)
{
    const QString currency = fromUtf8(money.currency);
    const int places = minorPlaces(money.currency);
    double amount = double(money.minor);
    for (int i = 0; i < places; ++i)
        amount /= 10;
    const bool whole = money.minor % (places == 0 ? 1 : (places == 3 ? 1000 : 100)) == 0;
    return currency + QChar(0x00A0) + QLocale().toString(amount, 'f', whole ? 0 : places);
}

} // namespace foredeck::ui
