#pragma once

#include "models/core/result.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace foredeck::traffic {

struct HttpAnswer {
    int status = 0; ///< 0: no answer came; `failure` says why
    std::string body;
    std::string failure;
};

struct HttpCall {
    std::string url;
    bool post = true;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    long timeoutMs = 30'000;
};

/// Many HTTP requests at once on one thread (libcurl's multi interface). All functions but wake() belong to one thread.
class Poster {
public:
    using Done = std::function<void(const HttpAnswer &)>;

    Poster();
    ~Poster(); ///< drops what is under way; its callbacks are not called
    Poster(const Poster &) = delete;
    Poster &operator=(const Poster &) = delete;

    void start(HttpCall call, Done done);
    std::size_t underWay() const noexcept;

    /// Waits until something moves, a descriptor of `watch` can be read, wake() is called or the time is over; calls the
    /// callbacks of what has ended. Answers the descriptors that can be read.
    std::vector<int> run(int timeoutMs, const std::vector<int> &watch);
    /// Ends a run() that waits. From any thread.
    void wake();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck::traffic
