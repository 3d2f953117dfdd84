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

QString s(const char *text)
{
    return QLatin1StringView(text);
}

} // namespace

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
        return {s("whatsapp"), s("WhatsApp")};
    case ChannelKind::Sms:
        return {s("sms"), s("SMS")};
    case ChannelKind::WebForm:
        return {s("web-form"), Words::tr("Web form")};
    case ChannelKind::LiveChat:
        return {s("live-chat"), Words::tr("Live chat")};
    case ChannelKind::Email:
        return {s("email"), Words::tr("E-mail")};
    case ChannelKind::MissedCall:
        return {s("missed-call"), Words::tr("Missed call")};
    case ChannelKind::WalkIn:
        return {s("map-pin"), Words::tr("Came in", "a channel")};
    case ChannelKind::Call:
        return {s("phone"), Words::tr("Called", "a channel")};
    case ChannelKind::Unknown:
        break;
    }
    return {s("help"), wordsOfKey(textOf(kind.text()))};
}

Sign reasonSign(const Open<EscalationReason> &reason)
{
    switch (reason.value()) {
    case EscalationReason::HumanRequested:
        return {s("person"), Words::tr("Asked for a person")};
    case EscalationReason::Complaint:
        return {s("mood"), Words::tr("Complaint")};
    case EscalationReason::Emergency:
        return {s("bolt"), Words::tr("Emergency"), Color::Danger};
    case EscalationReason::Legal:
        return {s("scale"), Words::tr("Legal")};
    case EscalationReason::PaymentDispute:
        return {s("money"), Words::tr("Payment dispute")};
    case EscalationReason::LowConfidence:
        return {s("help"), Words::tr("Not sure")};
    case EscalationReason::NotInKnowledge:
        return {s("help"), Words::tr("Not in the knowledge base")};
    case EscalationReason::Sensitive:
        return {s("shield"), Words::tr("Sensitive")};
    case EscalationReason::SlaBreach:
        return {s("clock"), Words::tr("Late")};
    case EscalationReason::Rule:
        return {s("routing"), Words::tr("Needs a person")};
    case EscalationReason::AiFailure:
        return {s("alert"), Words::tr("The assistant failed")};
    case EscalationReason::LongConversation:
        return {s("quote"), Words::tr("Long conversation")};
    case EscalationReason::Unknown:
        break;
    }
    return {s("escalation"), wordsOfKey(textOf(reason.text()))};
}

Sign temperatureSign(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return {s("hot"), Words::tr("Hot"), Color::Hot};
    case Temperature::Warm:
        return {s("warm"), Words::tr("Warm"), Color::Warm};
    case Temperature::Cold:
        return {s("cold"), Words::tr("Cold"), Color::Cold};
    case Temperature::Unscored:
    case Temperature::Unknown:
        break;
    }
    return {s("unscored"), Words::tr("not scored"), Color::Text3};
}

Sign deliverySign(const Open<DeliveryState> &state, const QString &reason)
{
    switch (state.value()) {
    case DeliveryState::None:
        return {};
    case DeliveryState::Queued:
        return {s("clock"), Words::tr("Queued"), Color::Text3};
    case DeliveryState::Sent:
        return {s("check"), Words::tr("Sent"), Color::Text3};
    case DeliveryState::Delivered:
        return {s("check-double"), Words::tr("Delivered"), Color::Text3};
    case DeliveryState::Read:
        return {s("check-double"), Words::tr("Read"), Color::Text3};
    case DeliveryState::Failed:
        return {s("alert"), reason.isEmpty() ? Words::tr("Not sent") : Words::tr("Not sent: %1").arg(reason), Color::Danger};
    case DeliveryState::Held:
        return {s("shield"), Words::tr("Kept here: safe mode"), Color::Text3};
    case DeliveryState::Suppressed:
        return {s("stop"), Words::tr("Not sent: the customer has opted out"), Color::Text2};
    case DeliveryState::Unknown:
        break;
    }
    return {s("info"), wordsOfKey(textOf(state.text())), Color::Text3};
}

Sign opSign(const Open<OpState> &state)
{
    switch (state.value()) {
    case OpState::Held:
        return {s("undo"), Words::tr("Can be undone"), Color::Text};
    case OpState::Queued:
        return {s("clock"), Words::tr("Queued"), Color::Text};
    case OpState::Sending:
        return {s("arrow-up"), Words::tr("Sending"), Color::Text};
    case OpState::Acked:
    case OpState::Confirmed:
        return {s("check"), Words::tr("Sent"), Color::Text};
    case OpState::NeedsReview:
        return {s("alert"), Words::tr("Look before sending"), Color::Warning};
    case OpState::Refused:
        return {s("stop"), Words::tr("Refused, text kept"), Color::Danger};
    case OpState::Cancelled:
        return {s("close"), Words::tr("Dropped"), Color::Text3};
    case OpState::Unknown:
        break;
    }
    return {s("info"), wordsOfKey(textOf(state.text())), Color::Text};
}

Sign opKindSign(const Open<OpKind> &kind)
{
    switch (kind.value()) {
    case OpKind::Reply:
        return {s("reply"), Words::tr("Reply")};
    case OpKind::Note:
        return {s("lock"), Words::tr("Private note")};
    case OpKind::Claim:
    case OpKind::TakeOver:
        return {s("take-over"), Words::tr("Take over")};
    case OpKind::Release:
        return {s("hand-back"), Words::tr("Hand back")};
    case OpKind::End:
        return {s("resolve"), Words::tr("Resolve")};
    case OpKind::Reopen:
        return {s("undo"), Words::tr("Reopen")};
    case OpKind::Escalate:
        return {s("escalation"), Words::tr("Hand over")};
    case OpKind::Read:
        return {s("eye"), Words::tr("Read mark")};
    case OpKind::Composition:
        return {s("edit"), Words::tr("Draft")};
    case OpKind::ClientAssistant:
        return {s("assistant"), Words::tr("Assistant on or off")};
    case OpKind::ClientSafeMode:
        return {s("shield"), Words::tr("Safe mode")};
    case OpKind::Settings:
        return {s("settings"), Words::tr("Settings")};
    case OpKind::Hours:
        return {s("clock"), Words::tr("Opening hours")};
    case OpKind::Channel:
        return {s("key"), Words::tr("Channel keys")};
    case OpKind::ChannelTest:
        return {s("refresh"), Words::tr("Channel test")};
    case OpKind::UserInvite:
        return {s("people"), Words::tr("Invite")};
    case OpKind::UserDisable:
        return {s("people"), Words::tr("Shut off")};
    case OpKind::Faqs:
        return {s("knowledge"), Words::tr("Answers")};
    case OpKind::LeadUpdate:
        return {s("leads"), Words::tr("Lead")};
    case OpKind::LeadStatus:
        return {s("leads"), Words::tr("Status of the lead")};
    case OpKind::EscalationAcknowledge:
        return {s("eye"), Words::tr("Escalation seen")};
    case OpKind::EscalationAssign:
        return {s("people"), Words::tr("Reassign")};
    case OpKind::EscalationRelease:
        return {s("people"), Words::tr("Let go")};
    case OpKind::EscalationReturn:
        return {s("hand-back"), Words::tr("Back to the assistant")};
    case OpKind::EscalationResolve:
        return {s("resolve"), Words::tr("Resolve the escalation")};
    case OpKind::Snooze:
        return {s("snooze"), Words::tr("Snooze")};
    case OpKind::Wake:
        return {s("snooze"), Words::tr("Wake")};
    case OpKind::OwnState:
        return {s("bell-off"), Words::tr("Do not disturb")};
    case OpKind::RuleCreate:
        return {s("routing"), Words::tr("New rule")};
    case OpKind::RuleUpdate:
        return {s("routing"), Words::tr("Rule")};
    case OpKind::RuleDelete:
        return {s("routing"), Words::tr("Delete a rule")};
    case OpKind::MacroCreate:
        return {s("canned"), Words::tr("New macro")};
    case OpKind::MacroUpdate:
        return {s("canned"), Words::tr("Macro")};
    case OpKind::MacroDelete:
        return {s("canned"), Words::tr("Delete a macro")};
    case OpKind::FaqDelete:
        return {s("knowledge"), Words::tr("Delete an answer")};
    case OpKind::ClientName:
        return {s("settings"), Words::tr("Name of the business")};
    case OpKind::Labels:
        return {s("tag"), Words::tr("Labels")};
    case OpKind::Assign:
        return {s("people"), Words::tr("Assign")};
    case OpKind::TaskCreate:
        return {s("calendar"), Words::tr("New task")};
    case OpKind::TaskUpdate:
        return {s("calendar"), Words::tr("Change of a task")};
    case OpKind::TaskDone:
        return {s("check"), Words::tr("Task done")};
    case OpKind::TaskDrop:
        return {s("close"), Words::tr("Drop a task")};
    case OpKind::TaskReopen:
        return {s("undo"), Words::tr("Reopen a task")};
    case OpKind::LeadCreate:
        return {s("leads"), Words::tr("New lead")};
    case OpKind::WriteFirst:
        return {s("send"), Words::tr("First message")};
    case OpKind::NoticeAdd:
        return {s("info"), Words::tr("Notice")};
    case OpKind::NoticeEnd:
        return {s("info"), Words::tr("End a notice")};
    case OpKind::Unknown:
        break;
    }
    return {s("info"), wordsOfKey(textOf(kind.text()))};
}

Sign healthSign(const Open<ChannelHealth> &health)
{
    switch (health.value()) {
    case ChannelHealth::Ok:
        return {s("check"), Words::tr("Works"), Color::Success};
    case ChannelHealth::Failing:
        return {s("stop"), Words::tr("Failing"), Color::Danger};
    case ChannelHealth::Off:
        return {s("pause"), Words::tr("Off"), Color::Text3};
    case ChannelHealth::NotConfigured:
        return {s("key"), Words::tr("No keys yet"), Color::Text3};
    case ChannelHealth::Unknown:
        break;
    }
    return {s("help"), wordsOfKey(textOf(health.text())), Color::Text3};
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
    static const QHash<QString, const char *> names {{s("en"), QT_TRANSLATE_NOOP("Words", "English")}, {s("es"), QT_TRANSLATE_NOOP("Words", "Spanish")},
        {s("de"), QT_TRANSLATE_NOOP("Words", "German")}, {s("ar"), QT_TRANSLATE_NOOP("Words", "Arabic")},
        {s("fr"), QT_TRANSLATE_NOOP("Words", "French")}, {s("pt"), QT_TRANSLATE_NOOP("Words", "Portuguese")},
        {s("it"), QT_TRANSLATE_NOOP("Words", "Italian")}, {s("nl"), QT_TRANSLATE_NOOP("Words", "Dutch")},
        {s("pl"), QT_TRANSLATE_NOOP("Words", "Polish")}, {s("tr"), QT_TRANSLATE_NOOP("Words", "Turkish")}};
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
