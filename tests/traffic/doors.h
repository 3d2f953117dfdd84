#pragma once

#include "tools/traffic/doors.h"

namespace foredeck::traffic::test {

/// A business with every door, as `foredeckd init --doors` tells it.
inline std::vector<Business> oneBusiness()
{
    const auto parsed = parseDoors(R"({"clients":[{"slug":"marina","id":"c1","channels":[
        {"kind":"whatsapp","id":"k1","number":"+13055550110","phone_number_id":"1065","account":"4195","secret":"app","token":"EAAG"},
        {"kind":"sms","id":"k2","number":"+13055550110","account":"AC5a","public_url":"https://hooks.example/webhooks/twilio/sms","secret":"tw","token":"tw"},
        {"kind":"web_form","id":"k3","secret":"form"},{"kind":"live_chat","id":"k4"},{"kind":"missed_call","id":"k5","number":"+13055550110","secret":"call"}]}]})");
    return parsed.value();
}

} // namespace foredeck::traffic::test
