#pragma once

#include "models/cache/rows.h"
#include "models/domain/user.h"
#include "models/items/conversationitem.h"

#include <QString>

#include <optional>

namespace foredeck {

/// A lead as its table shows it: texts of one line for painting, enums and moments for the rest. No words of ours.
struct LeadItem {
    LeadId id;
    ClientId client;
    ConversationId conversation; ///< the newest; empty: none
    QString clientName;
    QString clientMark;
    QString name; ///< name, else phone, else e-mail; empty for Nobody
    PersonNaming naming = PersonNaming::Nobody;
    Open<ChannelKind> channel; ///< of the conversation, else where they came from
    Open<LeadStatus> status;
    QString wants;
    std::optional<Money> value;
    std::optional<OwnerKind> owner; ///< of the conversation; nothing where there is none
    QString ownerName;
    bool mine = false;
    Temperature temperature = Temperature::Unscored;
    std::optional<int> score;
    std::optional<Timestamp> lastAt;
    PendingKind pending = PendingKind::None;

    friend bool operator==(const LeadItem &, const LeadItem &) = default;
};

LeadItem leadItem(const LeadRow &row, const User &me);

} // namespace foredeck
