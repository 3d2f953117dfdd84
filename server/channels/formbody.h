#pragma once

#include "models/core/result.h"
#include "server/channels/signature.h"

#include <string_view>

namespace foredeck {

/// Reads application/x-www-form-urlencoded. Error Invalid, with the field named: a malformed %XX, more than 200 fields.
/// Bytes that are no UTF-8 stay as they are: signatures are made over them; text is cleaned where it is taken.
Result<FormFields> parseForm(std::string_view body);
/// The first value of a name; empty when there is none.
std::string_view formValue(const FormFields &fields, std::string_view name);
/// The other way, for what we send.
std::string formBody(const FormFields &fields);

} // namespace foredeck
