#pragma once

#include "net/codec/codec.h"

#include <string>

namespace foredeck {

/// {"name": value, …} from a function that writes the members.
template <class F>
std::string object(F members)
{
    JsonWriter json;
    json.beginObject();
    FieldWriter fields {json};
    members(fields);
    json.endObject();
    return json.take();
}

} // namespace foredeck
