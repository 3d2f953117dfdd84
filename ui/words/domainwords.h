#pragma once

#include "models/cache/view.h"
#include "models/domain/channel.h"
#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/escalation.h"
#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "models/domain/op.h"
#include "models/domain/user.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace foredeck::ui {

/// The words and glyphs that always go together, in one place. A value that this version does not know is shown as the
/// text it came with.

/// A state as people see it: glyph, word, colour. The colour only repeats the word.
struct Sign {
    QString glyph;
    QString word;
    Color color = Color::Text2;
};

QString fromUtf8(const std::string &text);
/// What a person is called by: "Ana" of "Ana Sánchez".
QString firstWord(const QString &name);
QString textOf(std::string_view text);

Sign channelSign(const Open<ChannelKind> &kind);
Sign reasonSign(const Open<EscalationReason> &reason);
Sign temperatureSign(Temperature temperature);
/// How far a message got: "Queued", "Sent", "Kept here"; `reason` makes "Not sent: number unreachable".
Sign deliverySign(const Open<DeliveryState> &state, const QString &reason);
Sign opSign(const Open<OpState> &state, Doubt doubt = Doubt::None);
Sign opKindSign(const Open<OpKind> &kind);
Sign healthSign(const Open<ChannelHealth> &health);
QString leadStatusWord(const Open<LeadStatus> &status);
QString roleWord(const Open<Role> &role);
QString userStatusWord(const Open<UserStatus> &status);
QString decisionWord(const Open<DecisionAction> &action);
QString urgencyWord(const Open<Urgency> &urgency);
/// "es" → "Spanish" in the interface's language.
QString languageWord(const QString &code);
QString viewWord(View view);
/// What its rows are ordered by: "Due first"; of what rests, nothing is.
QString orderWord(View view);
/// The published scoring rules by key; an unknown key is shown with its underscores as blanks.
QString scoreFactorWord(const QString &label);
/// What the assistant understood, the mood it read, the rules it fired; unknown keys as above.
QString intentWord(const QString &intent);
QString moodWord(const QString &mood);
QString ruleWord(const QString &rule);
/// The server says in English how a channel does; its own sentences are put into the interface's language, a vendor's stay.
QString healthDetailWords(const QString &detail);
/// Likewise why a message or a text to somebody was not sent.
QString deliveryReasonWords(const QString &reason);
/// "a_key" → "A key".
QString wordsOfKey(const QString &key);
QString moneyWord(const Money &money);

} // namespace foredeck::ui
