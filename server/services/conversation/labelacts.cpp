#include "server/services/conversation/labelacts.h"

#include "models/domain/labels.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/precondition.h"

namespace foredeck {

namespace {

Result<std::vector<std::string>> checked(const char *field, const std::vector<std::string> &labels)
{
    if (labels.size() > mostLabels)
        return Error::invalid(field, "has more than " + std::to_string(mostLabels) + " entries");
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto label = labelOf(labels[i]);
        if (const auto fits = fitText(std::string {field} + "[" + std::to_string(i) + "]", label, mostLabelBytes); fits.hasError())
            return fits.error();
        kept.push_back(std::move(label));
    }
    return kept;
}

} // namespace

Result<Conversation> relabel(OpContext &op, const ConversationId &id, const LabelsRequest &request)
{
    const auto add = checked("add", request.add);
    if (add.hasError())
        return add.error();
    const auto remove = checked("remove", request.remove);
    if (remove.hasError())
        return remove.error();
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    auto labels = relabelled(e.row().labels, add.value(), remove.value());
    if (labels == e.row().labels)
        return e.row();
    if (labels.size() > mostLabels && labels.size() > e.row().labels.size())
        return tooMany("add", "a conversation has at most " + std::to_string(mostLabels) + " labels");
    e.row().labels = std::move(labels);
    return e.save();
}

} // namespace foredeck
