#pragma once

#include "models/domain/channelkind.h"

namespace foredeck {

/// Whether an answer can reach the customer through such a door at all, held back or not. The server has no vendor
/// for the others and fails what is sent there (`ChannelPorts::of`). Of a kind this version does not know, the server decides.
constexpr bool hasWayBack(ChannelKind kind)
{
    return kind != ChannelKind::WebForm && kind != ChannelKind::MissedCall && kind != ChannelKind::Email && !isAtDesk(kind);
}

} // namespace foredeck
