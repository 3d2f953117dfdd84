#pragma once

#include "models/core/result.h"
#include "models/domain/channelkind.h"
#include "tools/traffic/provider.h"
#include "tools/traffic/talk.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck::traffic {

/// The command line.
struct Options {
    std::string dialogues; ///< file, or "-" for standard input
    std::string doors;
    std::string server = "http://127.0.0.1:8080";
    std::string ledger;
    std::string client;
    std::vector<ChannelKind> channels {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::MissedCall};
    double speed = 1;
    std::size_t concurrency = 8;
    std::size_t limit = 0;
    std::uint64_t seed = 1;
    std::optional<std::uint16_t> providerPort; ///< nothing: no provider, answers by WhatsApp and text message are not seen
    ProviderFaults faults;
    Millis answerTimeout = 10'000;
    Millis linger = 1'500; ///< after the last turn, for answers that still come
    bool firstTurnsOnly = false;
    bool repeat = false;
    bool goOn = false; ///< leave out what the ledger knows
    bool control = false; ///< "pause" and "resume" come on standard input; its end ends the run
    bool statuses = true; ///< report "delivered" and "read" back
    bool help = false;
    bool version = false;
};

/// Error: unknown option, missing or impossible value; says which.
Result<Options> parseOptions(const std::vector<std::string> &arguments);
/// The text of --help.
std::string usage();

} // namespace foredeck::traffic
