#include "server/services/conversation/participantacts.h"

#include "server/services/access/bind.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/precondition.h"

#include <algorithm>

namespace foredeck {

Result<std::vector<Mentioned>> checkedMentions(OpContext &op, const std::string &text, const std::vector<Mention> &mentions)
{
    if (mentions.size() > mostMentions)
        return Error::invalid("mentions", "has more than " + std::to_string(mostMentions) + " entries");
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (const auto fits = fitText("mentions[" + std::to_string(i) + "].name", mentions[i].name, mostMentionBytes); fits.hasError())
            return fits.error();
    }
    const auto shown = mentionsIn(text, mentions);
    std::vector<Mentioned> people;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const auto field = "mentions[" + std::to_string(i) + "]";
        const auto person = seeingPerson(op.tx, op.client, mentions[i].user, field + ".user_id");
        if (person.hasError())
            return person.error();
        const auto isSame = [&](const Mention &one) { return one.user == mentions[i].user; };
        if (std::none_of(shown.begin(), shown.end(), isSame))
            return Error::invalid(field + ".name", "does not stand in the text behind an @");
        if (std::none_of(people.begin(), people.end(), [&](const Mentioned &one) { return isSame(one.mention); }))
            people.push_back({*std::find_if(shown.begin(), shown.end(), isSame), person.value().name});
    }
    return people;
}

Result<Conversation> follow(OpContext &op, const ConversationId &id, bool on)
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    auto &people = e.row().participants;
    if (on == (participantOf(people, op.actor.user) != nullptr))
        return e.row();
    if (on)
        takePart(people, op.actor.user, op.actor.name);
    else
        leave(people, op.actor.user);
    e.keepPlace();
    return e.save();
}

} // namespace foredeck
