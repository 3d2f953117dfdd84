#pragma once

#include "models/core/result.h"

#include <string>
#include <string_view>

namespace foredeck {

/// The whole file, at most 64 MiB. NotFound when it is not there, else Io.
Result<std::string> readFile(const std::string &path);
/// "-" is standard input, until its end.
Result<std::string> readFileOrInput(const std::string &path);
/// For what is secret: refuses a file that others than its owner may read. "-" is standard input.
Result<std::string> readSecretFile(const std::string &path);
/// A new file of mode 0600 in place of whatever is there, whole or not at all.
Result<void> writeSecretFile(const std::string &path, std::string_view text);

} // namespace foredeck
