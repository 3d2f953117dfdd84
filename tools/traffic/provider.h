#pragma once

#include "tools/traffic/doors.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace foredeck::traffic {

/// How often the vendors misbehave, each from 0 to 1.
struct ProviderFaults {
    double serverError = 0; ///< 500 (Meta code 2) or 503, nothing was taken
    double tooMany = 0; ///< 429 (Meta 130429, Twilio 20429), nothing was taken
    double lost = 0; ///< taken, and then 504: whoever sent it cannot know
};

/// A message of the business that reached its vendor.
struct Delivered {
    ChannelKind kind = ChannelKind::Unknown;
    const Business *business = nullptr;
    const Door *door = nullptr;
    std::string to; ///< as it was written
    std::string text;
    std::string providerId; ///< the one we gave it
    std::string statusCallback; ///< Twilio: where the sender wants to hear more
    std::string reference {}; ///< Meta: what the sender wants to have back with each status
};

/// Meta's Graph API and Twilio's REST API on a loopback port, as far as sending a text and, at Twilio, asking for what was
/// taken goes: paths, authentication, bodies, answers and errors of graph v23.0 and 2010-04-01. Messages go nowhere; they are handed to `delivered`, on a
/// worker thread.
class LoopbackProvider {
public:
    using Callback = std::function<void(Delivered)>;

    /// What is kept by reference must outlive the provider. `port` 0: any free one.
    LoopbackProvider(const std::vector<Business> &businesses, std::uint16_t port, ProviderFaults faults, std::uint64_t seed, Callback delivered);
    ~LoopbackProvider(); ///< stops

    Result<void> start();
    std::uint16_t port() const noexcept;
    void stop();
    /// Requests that were refused for wrong keys or wrong form.
    std::uint64_t refused() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck::traffic
