#pragma once

#include "net/codec/domaincodec.h"

#include <string>

namespace foredeck {

/// The body of an act: {"name": value, …} from a function that writes the members.
template <class F>
std::string actBody(F members)
{
    JsonWriter json;
    json.beginObject();
    FieldWriter fields {json};
    members(fields);
    json.endObject();
    return json.take();
}

} // namespace foredeck
