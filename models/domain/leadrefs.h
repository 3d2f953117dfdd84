#pragma once

namespace foredeck {

/// Of Lead::externalRefs: the short code or name that a lead texts from, which is no number and can not be answered.
inline constexpr auto smsSenderRef = "sms_sender";

} // namespace foredeck
