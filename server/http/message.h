#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// One HTTP request, whole: the body is read within its limit before a handler sees it. A value; safe to move to
/// another thread. Header names are lower case.
struct Request {
    Method method = Method::Get;
    std::string target; ///< path and query as sent, for signatures
    std::string path; ///< decoded, without the query
    std::map<std::string, std::string, std::less<>> query; ///< decoded; the first of equal names
    std::map<std::string, std::string, std::less<>> params; ///< from the route's {names}
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body; ///< the raw bytes
    std::string remoteAddress;
    bool remoteIsLoopback = false;
    std::string id; ///< X-Request-Id, the client's if it is well formed, else ours

    std::string_view header(std::string_view lowerCaseName) const noexcept;
    std::string_view param(std::string_view name) const noexcept;
    std::string_view queryValue(std::string_view name) const noexcept;
};

struct Response {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    static Response json(std::string body, int status = 200)
    {
        return {status, "application/json", std::move(body), {}};
    }
    static Response text(std::string body, int status = 200)
    {
        return {status, "text/plain; charset=utf-8", std::move(body), {}};
    }
    static Response empty(int status) { return {status, {}, {}, {}}; }
    /// RFC 9457 problem details of an error; the status follows from its kind (models/core/result.h).
    /// Busy carries Retry-After.
    static Response problem(const Error &error, std::string_view instance = {});
    /// The same for what only HTTP knows (405, 408, 431, …).
    static Response problem(int status, std::string_view detail, std::string_view instance = {});
    /// Appends the field unless one of that name (any case) is there.
    void addHeader(std::string name, std::string value);
    bool hasHeader(std::string_view name) const noexcept;
};

/// HTTP status of an error's kind.
int statusOf(Error::Kind kind) noexcept;
/// "Not Found"; empty for a number that is none of ours.
std::string_view reasonOf(int status) noexcept;

/// Gives the answer of a deferred request. Call exactly once, from any thread, also after the client has gone (then the
/// answer is dropped). Copies share one answer, the first; when the last copy goes without one, the client gets a 500.
using Responder = std::function<void(Response)>;

/// Runs on the worker pool and may block on the store.
using Handler = std::function<Response(const Request &)>;
/// Runs on an I/O thread and must not block; answers later (webhook ingest, long polls).
using DeferredHandler = std::function<void(Request, Responder)>;

} // namespace foredeck
