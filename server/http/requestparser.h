#pragma once

#include "server/http/limits.h"
#include "server/http/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck::http {

/// Reads one HTTP/1.x request from bytes as they come. Beast's parser does the framing; around it stand the rules it
/// leaves open, each of which two servers in a row could understand differently (request smuggling): exactly one
/// Content-Length of digits only, no length beside chunks, no other coding, no folded lines, no bare line feeds, one
/// Host.
class RequestParser {
public:
    enum class Stage { Header, Body, Complete, Failed };
    struct Failure {
        int status = 400;
        std::string_view detail; ///< a constant
    };

    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();

    /// Takes what it can use and answers how many bytes these were; the rest is to be offered again with what comes
    /// next. Stops at the end of the header, so that the caller may look at it and set the body's limit.
    std::size_t feed(std::string_view bytes);
    Stage stage() const noexcept;
    /// Why it failed.
    const Failure &failure() const noexcept;

    /// From the end of the header on: method, target and headers are set.
    Request &request() noexcept;
    bool http10() const noexcept;
    bool keepAlive() const noexcept; ///< RFC 9112 §9.3
    bool upgrade() const noexcept; ///< Connection: upgrade and an Upgrade field
    bool expectsContinue() const noexcept;
    std::optional<std::uint64_t> contentLength() const noexcept;
    void setBodyLimit(std::size_t bytes) noexcept; ///< beyond: Failed with 413

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck::http
