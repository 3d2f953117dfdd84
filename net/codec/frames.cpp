#include "net/codec/frames.h"

namespace foredeck {

std::string_view frameType(JsonValue frame) { return frame["type"].asString().value_or(std::string_view {}); }

} // namespace foredeck
