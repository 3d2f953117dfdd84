#include "ui/words/domainwords.h"

#include <QCoreApplication>
#include <QHash>

namespace foredeck::ui {

namespace {

using Table = QHash<QString, const char *>;

QString keyText(const char *key) { return QString::fromLatin1(key); }

QString said(const Table &table, const QString &key, const QString &otherwise)
{
    const char *known = table.value(key);
    return known ? QCoreApplication::translate("DecisionWords", known) : otherwise;
}

} // namespace

QString intentWord(const QString &intent)
{
    static const Table words {
        {keyText("faq"), QT_TRANSLATE_NOOP("DecisionWords", "A known question")},
        {keyText("hours"), QT_TRANSLATE_NOOP("DecisionWords", "Opening hours")},
        {keyText("address"), QT_TRANSLATE_NOOP("DecisionWords", "Address")},
        {keyText("contact"), QT_TRANSLATE_NOOP("DecisionWords", "How to reach us")},
        {keyText("identity"), QT_TRANSLATE_NOOP("DecisionWords", "Who is answering")},
        {keyText("intake"), QT_TRANSLATE_NOOP("DecisionWords", "Intake")},
        {keyText("hand_over"), QT_TRANSLATE_NOOP("DecisionWords", "Hand-over")},
        {keyText("consent"), QT_TRANSLATE_NOOP("DecisionWords", "Consent")},
        {keyText("greeting"), QT_TRANSLATE_NOOP("DecisionWords", "Greeting")},
        {keyText("how_are_you"), QT_TRANSLATE_NOOP("DecisionWords", "Greeting")},
        {keyText("thanks"), QT_TRANSLATE_NOOP("DecisionWords", "Thanks")},
        {keyText("bye"), QT_TRANSLATE_NOOP("DecisionWords", "Goodbye")},
        {keyText("yes"), QT_TRANSLATE_NOOP("DecisionWords", "Yes")},
        {keyText("no"), QT_TRANSLATE_NOOP("DecisionWords", "No")},
    };
    return said(words, intent, wordsOfKey(intent));
}

QString moodWord(const QString &mood)
{
    static const Table words {
        {keyText("upset"), QT_TRANSLATE_NOOP("DecisionWords", "Upset")},
        {keyText("worried"), QT_TRANSLATE_NOOP("DecisionWords", "Worried")},
        {keyText("pleased"), QT_TRANSLATE_NOOP("DecisionWords", "Pleased")},
    };
    return said(words, mood, wordsOfKey(mood));
}

QString ruleWord(const QString &rule)
{
    static const Table words {
        {keyText("emergency.boat"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: a boat")},
        {keyText("emergency.danger"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: danger")},
        {keyText("emergency.doctor"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: a doctor is wanted")},
        {keyText("emergency.dying"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: somebody is dying")},
        {keyText("emergency.fire"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: fire")},
        {keyText("emergency.gas"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: gas")},
        {keyText("emergency.medical"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: medical")},
        {keyText("emergency.selfharm"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: self-harm")},
        {keyText("emergency.spill"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: fuel or oil in the water")},
        {keyText("emergency.water"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency: water")},
        {keyText("handover.complaint"), QT_TRANSLATE_NOOP("DecisionWords", "Complains")},
        {keyText("handover.human"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a person")},
        {keyText("handover.human.call"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a call")},
        {keyText("handover.legal"), QT_TRANSLATE_NOOP("DecisionWords", "Speaks of lawyers or courts")},
        {keyText("handover.payment"), QT_TRANSLATE_NOOP("DecisionWords", "Disputes a payment")},
        {keyText("handover.sensitive"), QT_TRANSLATE_NOOP("DecisionWords", "Something sensitive")},
        {keyText("high.down"), QT_TRANSLATE_NOOP("DecisionWords", "Something essential does not work")},
        {keyText("high.pain"), QT_TRANSLATE_NOOP("DecisionWords", "Is in pain")},
        {keyText("high.pain.sick"), QT_TRANSLATE_NOOP("DecisionWords", "Is in pain")},
        {keyText("high.today"), QT_TRANSLATE_NOOP("DecisionWords", "Needs it today")},
        {keyText("high.urgent"), QT_TRANSLATE_NOOP("DecisionWords", "Says that it is urgent")},
        {keyText("identity.bot"), QT_TRANSLATE_NOOP("DecisionWords", "Asks whether this is a person")},
        {keyText("client.rule"), QT_TRANSLATE_NOOP("DecisionWords", "A rule of your own")},
        {keyText("client.emergency_words"), QT_TRANSLATE_NOOP("DecisionWords", "Your own words for an emergency")},
        {keyText("client.hand_over_words"), QT_TRANSLATE_NOOP("DecisionWords", "Your own words that ask for a person")},
        {keyText("model.complaint"), QT_TRANSLATE_NOOP("DecisionWords", "Complains")},
        {keyText("model.emergency"), QT_TRANSLATE_NOOP("DecisionWords", "Emergency")},
        {keyText("model.hand_over"), QT_TRANSLATE_NOOP("DecisionWords", "Needs a person")},
        {keyText("model.help"), QT_TRANSLATE_NOOP("DecisionWords", "Asks who is writing")},
        {keyText("model.high"), QT_TRANSLATE_NOOP("DecisionWords", "Cannot wait")},
        {keyText("model.human_requested"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for a person")},
        {keyText("model.legal"), QT_TRANSLATE_NOOP("DecisionWords", "Speaks of lawyers or courts")},
        {keyText("model.not_high"), QT_TRANSLATE_NOOP("DecisionWords", "Can wait: the words of haste are not meant so")},
        {keyText("model.opt_out"), QT_TRANSLATE_NOOP("DecisionWords", "Perhaps wants no more messages")},
        {keyText("model.payment_dispute"), QT_TRANSLATE_NOOP("DecisionWords", "Disputes a payment")},
        {keyText("model.sensitive"), QT_TRANSLATE_NOOP("DecisionWords", "Something sensitive")},
        {keyText("attachment"), QT_TRANSLATE_NOOP("DecisionWords", "Sent a file")},
        {keyText("repeated_question"), QT_TRANSLATE_NOOP("DecisionWords", "Asked the same again")},
        {keyText("language_not_spoken"), QT_TRANSLATE_NOOP("DecisionWords", "Writes in another language")},
        {keyText("too_long"), QT_TRANSLATE_NOOP("DecisionWords", "The answer is too long for this channel")},
        {keyText("other_trade"), QT_TRANSLATE_NOOP("DecisionWords", "Asks for another trade")},
        {keyText("booking_change"), QT_TRANSLATE_NOOP("DecisionWords", "Wants to change a booking")},
        {keyText("notice"), QT_TRANSLATE_NOOP("DecisionWords", "A notice applies")},
        {keyText("intake.answer"), QT_TRANSLATE_NOOP("DecisionWords", "Answered a question of ours")},
        {keyText("intake.ask"), QT_TRANSLATE_NOOP("DecisionWords", "Next question of the intake")},
        {keyText("intake.wanted"), QT_TRANSLATE_NOOP("DecisionWords", "Wants what needs an intake")},
        {keyText("intake.complete"), QT_TRANSLATE_NOOP("DecisionWords", "The intake is complete")},
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
