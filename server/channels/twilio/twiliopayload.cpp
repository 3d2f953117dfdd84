#include "server/channels/twilio/twiliopayload.h"

#include "models/core/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foredeck {

namespace {

constexpr int mostMedia = 20;

Result<std::string> needed(const FormFields &fields, std::string_view name)
{
    const auto value = formValue(fields, name);
    if (value.empty())
        return Error::invalid(std::string {name}, "is missing");
    if (value.size() > 200)
        return Error::invalid(std::string {name}, "is too long");
    return std::string {value};
}

} // namespace

Result<Inbound> parseTwilioMessage(const FormFields &fields)
{
    const auto sid = needed(fields, "MessageSid");
    if (sid.hasError())
        return sid.error();
    const auto from = needed(fields, "From");
    if (from.hasError())
        return from.error();
    Inbound inbound;
    inbound.providerId = cleanLine(sid.value());
    inbound.from = cleanLine(from.value());
    setText(inbound, formValue(fields, "Body"));
    const auto keyword = asciiLower(formValue(fields, "OptOutType"));
    if (keyword == "stop" || keyword == "start" || keyword == "help")
        inbound.keyword = keyword;
    int media = 0;
    const auto count = formValue(fields, "NumMedia");
    std::from_chars(count.data(), count.data() + count.size(), media);
    for (int i = 0; i < std::min(media, mostMedia); ++i) {
        Attachment file;
        file.name = "media";
        file.mediaType = cleanLine(formValue(fields, "MediaContentType" + std::to_string(i)));
        file.providerId = cleanText(formValue(fields, "MediaUrl" + std::to_string(i)));
        if (!file.providerId.empty() && file.providerId.size() <= 2000)
            inbound.attachments.push_back(std::move(file));
    }
    return inbound;
}

Result<Inbound> parseTwilioStatus(const FormFields &fields)
{
    const auto sid = needed(fields, "MessageSid");
    if (sid.hasError())
        return sid.error();
    const auto status = needed(fields, "MessageStatus");
    if (status.hasError())
        return status.error();
    Inbound inbound;
    inbound.kind = InboundKind::Status;
    inbound.providerId = "status:" + cleanLine(sid.value()) + ":" + cleanLine(status.value());
    inbound.replyTo = cleanLine(sid.value());
    inbound.state = cleanLine(status.value());
    inbound.from = cleanLine(formValue(fields, "To"));
    inbound.code = cleanLine(formValue(fields, "ErrorCode"));
    inbound.reason = twilioReason(inbound.code);
    return inbound;
}

std::string_view twilioReason(std::string_view code) noexcept
{
    struct Known {
        std::string_view code;
        std::string_view reason;
    };
    // Codes of routing-and-channels.md 2.1.
    static constexpr std::array known {
        Known {"20003", "The channel's key is not accepted"},
        Known {"20404", "The account is not known to Twilio"},
        Known {"21211", "The number is not valid"},
        Known {"21408", "Sending to this country is not allowed for this account"},
        Known {"21602", "The message is empty"},
        Known {"21606", "The channel's number cannot send text messages"},
        Known {"21608", "A trial account may write to verified numbers only"},
        Known {"21610", "This person has opted out of messages"},
        Known {"21612", "The number cannot be reached from this channel"},
        Known {"21614", "The number is not a mobile number"},
        Known {"30003", "Number unreachable"},
        Known {"30004", "Message blocked by the recipient"},
        Known {"30005", "The number is not in service"},
        Known {"30006", "Landline or unreachable carrier"},
        Known {"30007", "The carrier filtered the message"},
        Known {"30008", "The carrier did not deliver it and gave no reason"},
        Known {"30034", "The channel's number is not registered with the carriers (A2P 10DLC)"},
        Known {"63016", "The 24-hour window for free text is over"},
    };
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.code == code; });
    return found == known.end() ? std::string_view {} : found->reason;
}

} // namespace foredeck
