#include "ui/words/domainwords.h"

#include <QCoreApplication>
#include <QHash>

namespace foredeck::ui {

namespace {

using Table = QHash<QString, const char *>;

QString s(const char *key) { return QString::fromLatin1(key); }

QString said(const Table &table, const QString &key, const QString &otherwise)
{
    const char *known = table.value(key);
    return known ? QCoreApplication::translate("DecisionWords", known) : otherwise;
}

} // namespace

QString intentWord(const QString &intent)
{
    static const Table words {
        {s("faq"), QT_TRANSLATE_NOOP("DecisionWords", "A known question")},
        {s("hours"), QT_TRANSLATE_NOOP("DecisionWords", "Opening hours")},
        {s("address"), QT_TRANSLATE_NOOP("DecisionWords", "Address")},
        {s("contact"), QT_TRANSLATE_NOOP("DecisionWords", "How to reach us")},
        {s("identity"), QT_TRANSLATE_NOOP("DecisionWords", "Who is answering")},
        {s("intake"), QT_TRANSLATE_NOOP("DecisionWords", "Intake")},
        {s("hand_over"), QT_TRANSLATE_NOOP("DecisionWords", "Hand-over")},
        {s("consent"), QT_TRANSLATE_NOOP("DecisionWords", "Consent")},
        {s("greeting"), QT_TRANSLATE_NOOP("DecisionWords", "Greeting")},
        {s("how_are_you"), QT_TRANSLATE_NOOP("DecisionWords", "Greeting")},
        {s("thanks"), QT_TRANSLATE_NOOP("DecisionWords", "Thanks")},
        {s("bye"), QT_TRANSLATE_NOOP("DecisionWords", "Goodbye")},
        {s("yes"), QT_TRANSLATE_NOOP("DecisionWords", "Yes")},
        {s("no"), QT_TRANSLATE_NOOP("DecisionWords", "No")},
    };
    return said(words, intent, wordsOfKey(intent));
}

QString moodWord(const QString &mood)
{
    static const Table words {
        {s("upset"), QT_TRANSLATE_NOOP("DecisionWords", "Upset")},
        {s("worried"), QT_TRANSLATE_NOOP("DecisionWords", "Worried")},
        {s("pleased"), QT_TRANSLATE_NOOP("DecisionWords", "Pleased")},
    };
    return said(words, mood, wordsOfKey(mood));
}

QString ruleWord(const QString &rule)
{
    static const Table words {
        {s("emergency.boat"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: a boat")},
        {s("emergency.danger"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: danger")},
        {s("emergency.doctor"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: a doctor is wanted")},
        {s("emergency.dying"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: somebody is dying")},
        {s("emergency.fire"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: fire")},
        {s("emergency.gas"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: gas")},
        {s("emergency.medical"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: medical")},
        {s("emergency.selfharm"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: self-harm")},
        {s("emergency.spill"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: fuel or oil in the water")},
        {s("emergency.water"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: water")},
        {s("handover.complaint"), QT_TRANSLATE_NOOP("DecisionWords", "Complains")},
        {s("handover.human"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a person")},
        {s("handover.human.call"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a call")},
        {s("handover.legal"), QT_TRANSLATE_NOOP("DecisionWords", "Speaks of lawyers or courts")},
        {s("handover.payment"), QT_TRANSLATE_NOOP("DecisionWords", "Disputes a payment")},
        {s("handover.sensitive"), QT_TRANSLATE_NOOP("DecisionWords", "Something sensitive")},
        {s("high.down"), QT_TRANSLATE_NOOP("DecisionWords", "Something essential does not work")},
        {s("high.pain"), QT_TRANSLATE_NOOP("DecisionWords", "Is in pain")},
        {s("high.pain.sick"), QT_TRANSLATE_NOOP("DecisionWords", "Is in pain")},
        {s("high.today"), QT_TRANSLATE_NOOP("DecisionWords", "Needs it today")},
        {s("high.urgent"), QT_TRANSLATE_NOOP("DecisionWords", "Says that it is urgent")},
        {s("identity.bot"), QT_TRANSLATE_NOOP("DecisionWords", "Asks whether this is a person")},
        {s("client.rule"), QT_TRANSLATE_NOOP("DecisionWords", "A rule of your own")},
        {s("client.emergency_words"), QT_TRANSLATE_NOOP("DecisionWords", "Your own words for an emergency")},
        {s("client.hand_over_words"), QT_TRANSLATE_NOOP("DecisionWords", "Your own words that ask for a person")},
        {s("model.complaint"), QT_TRANSLATE_NOOP("DecisionWords", "Complains")},
        {s("model.emergency"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency")},
        {s("model.hand_over"), QT_TRANSLATE_NOOP("DecisionWords", "Needs a person")},
        {s("model.help"), QT_TRANSLATE_NOOP("DecisionWords", "Asks who is writing")},
        {s("model.high"), QT_TRANSLATE_NOOP("DecisionWords", "Cannot wait")},
        {s("model.human_requested"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a person")},
        {s("model.legal"), QT_TRANSLATE_NOOP("DecisionWords", "Speaks of lawyers or courts")},
        {s("model.not_high"), QT_TRANSLATE_NOOP("DecisionWords", "Can wait: the words of haste are not meant so")},
        {s("model.opt_out"), QT_TRANSLATE_NOOP("DecisionWords", "Perhaps wants no more messages")},
        {s("model.payment_dispute"), QT_TRANSLATE_NOOP("DecisionWords", "Disputes a payment")},
        {s("model.sensitive"), QT_TRANSLATE_NOOP("DecisionWords", "Something sensitive")},
        {s("attachment"), QT_TRANSLATE_NOOP("DecisionWords", "Sent a file")},
        {s("repeated_question"), QT_TRANSLATE_NOOP("DecisionWords", "Asked the same again")},
        {s("language_not_spoken"), QT_TRANSLATE_NOOP("DecisionWords", "Writes in another language")},
        {s("too_long"), QT_TRANSLATE_NOOP("DecisionWords", "The answer is too long for this channel")},
        {s("other_trade"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for another trade")},
        {s("booking_change"), QT_TRANSLATE_NOOP("DecisionWords", "Wants to change a booking")},
        {s("notice"), QT_TRANSLATE_NOOP("DecisionWords", "A notice applies")},
        {s("intake.answer"), QT_TRANSLATE_NOOP("DecisionWords", "Answered a question of ours")},
        {s("intake.ask"), QT_TRANSLATE_NOOP("DecisionWords", "Next question of the intake")},
        {s("intake.wanted"), QT_TRANSLATE_NOOP("DecisionWords", "Wants what needs an intake")},
        {s("intake.complete"), QT_TRANSLATE_NOOP("DecisionWords", "The intake is complete")},
    };
    return said(words, rule, wordsOfKey(rule));
}

QString healthDetailWords(const QString &detail)
{
    static constexpr const char *known[] {
        QT_TRANSLATE_NOOP("DecisionWords", "Not tested since the last change"),
        QT_TRANSLATE_NOOP("DecisionWords", "Keys are missing"),
        QT_TRANSLATE_NOOP("DecisionWords", "The account or the key is missing"),
        QT_TRANSLATE_NOOP("DecisionWords", "The phone number id or the key is missing"),
        QT_TRANSLATE_NOOP("DecisionWords", "Safe mode: the vendor was not asked"),
        QT_TRANSLATE_NOOP("DecisionWords", "Safe mode: the keys are there, the vendor was not asked"),
        QT_TRANSLATE_NOOP("DecisionWords", "Twilio accepts the key"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp accepts the key"),
        QT_TRANSLATE_NOOP("DecisionWords", "Visitors of the website can write and read"),
        QT_TRANSLATE_NOOP("DecisionWords", "The key that verifies what comes in is missing"),
        QT_TRANSLATE_NOOP("DecisionWords", "What comes in is verified with the channel's key"),
    };
    for (const char *sentence : known) {
        if (detail == QLatin1StringView(sentence))
            return QCoreApplication::translate("DecisionWords", sentence);
    }
    return detail;
}

} // namespace foredeck::ui
