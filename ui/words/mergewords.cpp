#include "ui/words/mergewords.h"

#include "models/domain/leadmerge.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace foredeck::ui {

namespace {

struct MergeWords {
    Q_DECLARE_TR_FUNCTIONS(MergeWords)
};

const QString between = QStringLiteral(" · ");

QString plainWords(const std::string &text) { return harmless(fromUtf8(text)); }

QString phoneWords(const Lead &lead)
{
    QStringList list;
    for (const Phone &phone : lead.phones)
        list << isolated(plainWords(shown(phone)));
    return list.join(between);
}

QString emailWords(const Lead &lead)
{
    QStringList list;
    for (const std::string &email : lead.emails)
        list << isolated(plainWords(email));
    return list.join(between);
}

QString threadWords(const LeadPage &left, const LeadPage &other)
{
    QStringList list;
    for (const LeadPage *page : {&left, &other}) {
        for (const LeadConversation &one : page->conversations) {
            const QString word = channelSign(one.channel).word;
            if (!list.contains(word))
                list << word;
        }
    }
    const auto count = int(left.conversations.size() + other.conversations.size());
    return count == 0 ? QString() : MergeWords::tr("%n conversation(s): %1", nullptr, count).arg(list.join(QStringLiteral(", ")));
}

QString consentWord(const std::string &channel, const Consent &consent)
{
    const QString word = channelSign(Open<ChannelKind>::fromText(channel)).word;
    if (consent.state == ConsentState::OptedOut)
        return MergeWords::tr("%1: opted out").arg(word);
    return consent.state == ConsentState::Given ? MergeWords::tr("%1: given").arg(word) : MergeWords::tr("%1: wrote first").arg(word);
}

QString eachConsentWords(const Lead &lead)
{
    QStringList list;
    for (const auto &[channel, consent] : lead.consent)
        list << consentWord(channel, consent);
    return list.join(between);
}

QString scoreWord(const Lead &lead) { return lead.score ? QString::number(*lead.score) : QString(); }

} // namespace

QString leadNameWord(const Lead &lead)
{
    if (!lead.name.empty())
        return plainWords(lead.name);
    if (!lead.phones.empty())
        return isolated(plainWords(shown(lead.phones.front())));
    return harmless(personWord(lead.emails.empty() ? QString() : fromUtf8(lead.emails.front()), lead.id));
}

QString leadLineWord(const Lead &lead)
{
    QStringList list {leadNameWord(lead)};
    if (!lead.name.empty() && !lead.phones.empty())
        list << isolated(plainWords(shown(lead.phones.front())));
    if (!lead.emails.empty() && (!lead.name.empty() || !lead.phones.empty()))
        list << isolated(plainWords(lead.emails.front()));
    return list.join(between);
}

QString likenessWords(const LikenessFound &found)
{
    const QString what = isolated(plainWords(found.what));
    switch (found.why) {
    case Likeness::Phone:
        return MergeWords::tr("same number, %1").arg(what);
    case Likeness::Email:
        return MergeWords::tr("same e-mail, %1").arg(what);
    case Likeness::NameAndWish:
        return MergeWords::tr("same name, and both want “%1”").arg(what);
    case Likeness::NameAndPlace:
        return MergeWords::tr("same name and place, %1").arg(what);
    case Likeness::None:
        break;
    }
    return {};
}

std::vector<MergeLine> mergeLines(const LeadPage &left, const LeadPage &other)
{
    const Lead both = mergedLead(left.lead, other.lead);
    std::vector<MergeLine> lines;
    const auto add = [&](const QString &label, const QString &words, const QString &instead = {}) {
        if (!words.isEmpty())
            lines.push_back({label, words, instead == words ? QString() : instead});
    };
    add(MergeWords::tr("Name"), plainWords(both.name), plainWords(other.lead.name));
    add(MergeWords::tr("Phone"), phoneWords(both));
    add(MergeWords::tr("E-mail"), emailWords(both));
    add(MergeWords::tr("Threads"), threadWords(left, other));
    add(MergeWords::tr("Tasks"), MergeWords::tr("stay with their conversation, and so do escalations and drafts"));
    const bool isOthers = both.status == other.lead.status && !(both.status == left.lead.status);
    add(MergeWords::tr("Status"), leadStatusWord(both.status), leadStatusWord(isOthers ? left.lead.status : other.lead.status));
    add(MergeWords::tr("Score"), scoreWord(both), both.score == left.lead.score ? scoreWord(other.lead) : scoreWord(left.lead));
    add(MergeWords::tr("Wants"), plainWords(both.qualification.serviceInterest), plainWords(other.lead.qualification.serviceInterest));
    if (both.value)
        add(MergeWords::tr("Value"), moneyWord(*both.value), other.lead.value ? moneyWord(*other.lead.value) : QString());
    add(MergeWords::tr("Consent"), eachConsentWords(both));
    return lines;
}

} // namespace foredeck::ui
