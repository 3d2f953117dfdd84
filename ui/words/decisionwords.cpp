#include "ui/words/domainwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <span>

namespace foredeck::ui {

namespace {

using Table = QHash<QString, const char *>;

QString keyText(const char *key) { return QString::fromLatin1(key); }

QString said(const Table &table, const QString &key, const QString &otherwise)
{
    const char *known = table.value(key);
    return known ? QCoreApplication::translate("DecisionWords", known) : otherwise;
}

/// One of `sentences`, word for word; none: nullptr.
const char *sentenceAmong(std::span<const char *const> sentences, const QString &detail)
{
    const auto at = std::find_if(sentences.begin(), sentences.end(), [&](const char *one) { return detail == QLatin1StringView(one); });
    return at == sentences.end() ? nullptr : *at;
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
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor's address is in a network that this server may not reach"),
        QT_TRANSLATE_NOOP("DecisionWords", "the address of the vendor's API must begin with https"),
    };
    const char *sentence = sentenceAmong(known, detail);
    return sentence ? QCoreApplication::translate("DecisionWords", sentence) : detail;
}

QString deliveryReasonWords(const QString &reason)
{
    static constexpr const char *known[] {
        QT_TRANSLATE_NOOP("DecisionWords", "No telephone number of the owner is set"),
        QT_TRANSLATE_NOOP("DecisionWords", "SMS is not configured"),
        QT_TRANSLATE_NOOP("DecisionWords", "The owner's telephone is the number that texts are sent from"),
        QT_TRANSLATE_NOOP("DecisionWords", "This telephone wants no texts (STOP)"),
        QT_TRANSLATE_NOOP("DecisionWords", "Nothing can be sent to who came in or called; another channel may reach them"),
        QT_TRANSLATE_NOOP("DecisionWords", "There is no telephone number to answer to"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel is not there any more"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel has no key to send with"),
        QT_TRANSLATE_NOOP("DecisionWords", "This channel has no templates"),
        QT_TRANSLATE_NOOP("DecisionWords", "Nothing can be sent back through a web form"),
        QT_TRANSLATE_NOOP("DecisionWords", "There is no way to answer on this channel yet"),
        QT_TRANSLATE_NOOP("DecisionWords", "The text is longer than the 1,600 characters that an SMS may have"),
        QT_TRANSLATE_NOOP("DecisionWords", "The text is longer than the 4,096 characters that WhatsApp takes"),
        QT_TRANSLATE_NOOP("DecisionWords", "The sending was interrupted once: the vendor may have had it before"),
        QT_TRANSLATE_NOOP("DecisionWords", "The vendor could not deliver the message"),
        QT_TRANSLATE_NOOP("DecisionWords", "the channels could not be read"),
        QT_TRANSLATE_NOOP("DecisionWords", "the address of the vendor's API is not valid"),
        QT_TRANSLATE_NOOP("DecisionWords", "the address is not on this computer"),
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor's address is in a network that this server may not reach"),
        QT_TRANSLATE_NOOP("DecisionWords", "the address of the vendor's API must begin with https"),
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor's name cannot be found"),
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor's certificate is not valid"),
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor cannot be reached"),
        QT_TRANSLATE_NOOP("DecisionWords", "the vendor did not answer"),
        QT_TRANSLATE_NOOP("DecisionWords", "out of memory"),
        QT_TRANSLATE_NOOP("DecisionWords", "Twilio answered %1"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp answered %1"),
        QT_TRANSLATE_NOOP("DecisionWords", "More texts went to this number than the vendor lists in one answer"),
        QT_TRANSLATE_NOOP("DecisionWords", "Twilio answered without a list"),
        QT_TRANSLATE_NOOP("DecisionWords", "Twilio answered without a message id"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp answered without a message id"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel's key is not accepted"),
        QT_TRANSLATE_NOOP("DecisionWords", "The account is not known to Twilio"),
        QT_TRANSLATE_NOOP("DecisionWords", "The number is not valid"),
        QT_TRANSLATE_NOOP("DecisionWords", "Sending to this country is not allowed for this account"),
        QT_TRANSLATE_NOOP("DecisionWords", "The message is empty"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel's number cannot send text messages"),
        QT_TRANSLATE_NOOP("DecisionWords", "A trial account may write to verified numbers only"),
        QT_TRANSLATE_NOOP("DecisionWords", "This person has opted out of messages"),
        QT_TRANSLATE_NOOP("DecisionWords", "The number cannot be reached from this channel"),
        QT_TRANSLATE_NOOP("DecisionWords", "The number is not a mobile number"),
        QT_TRANSLATE_NOOP("DecisionWords", "Number unreachable"),
        QT_TRANSLATE_NOOP("DecisionWords", "Message blocked by the recipient"),
        QT_TRANSLATE_NOOP("DecisionWords", "The number is not in service"),
        QT_TRANSLATE_NOOP("DecisionWords", "Landline or unreachable carrier"),
        QT_TRANSLATE_NOOP("DecisionWords", "The carrier filtered the message"),
        QT_TRANSLATE_NOOP("DecisionWords", "The carrier did not deliver it and gave no reason"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel's number is not registered with the carriers (A2P 10DLC)"),
        QT_TRANSLATE_NOOP("DecisionWords", "The 24-hour window for free text is over"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp asks to send more slowly"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp does not accept this message's form"),
        QT_TRANSLATE_NOOP("DecisionWords", "The channel's key has expired or is not accepted"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp has restricted this business for breaking its rules"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp withheld the message (experiment)"),
        QT_TRANSLATE_NOOP("DecisionWords", "Number unreachable on WhatsApp"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp has locked this business account"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp limits this number because of spam reports"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp withheld the message to protect its users"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp does not know this kind of message"),
        QT_TRANSLATE_NOOP("DecisionWords", "Too many messages to this person in a short time"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp knows the template with other gaps"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp does not know this template in this language"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp has withdrawn the template for breaking its rules"),
        QT_TRANSLATE_NOOP("DecisionWords", "WhatsApp has paused the template because of complaints"),
    };
    // Another one may begin as one with a gap does.
    if (const char *whole = sentenceAmong(known, reason))
        return QCoreApplication::translate("DecisionWords", whole);
    for (const char *sentence : known) {
        const QString form = QLatin1StringView(sentence);
        const QString before = form.section(QStringLiteral("%1"), 0, 0);
        if (before != form && reason.startsWith(before) && reason.size() > before.size()) // what stands behind differs
            return QCoreApplication::translate("DecisionWords", sentence).arg(reason.mid(before.size()));
    }
    return reason;
}

} // namespace foredeck::ui
