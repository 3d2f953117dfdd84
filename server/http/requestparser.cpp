#include "server/http/requestparser.h"

#include "models/core/text.h"

#include <utility> // before Boost 1.74's awaitable.hpp, which forgets it

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <limits>

namespace foredeck::http {

namespace beast = boost::beast::http;
using boost::beast::error_code;

namespace {

// A chunk's size line with its extensions, and the trailer, must fit in this.
constexpr std::size_t maxChunkLine = 8 * 1024;

template <class BeastView>
std::string_view view(const BeastView &text) noexcept
{
    return {text.data(), text.size()};
}

Method methodOf(beast::verb verb) noexcept
{
    switch (verb) {
    case beast::verb::get: return Method::Get;
    case beast::verb::head: return Method::Head;
    case beast::verb::post: return Method::Post;
    case beast::verb::put: return Method::Put;
    case beast::verb::patch: return Method::Patch;
    case beast::verb::delete_: return Method::Delete;
    case beast::verb::options: return Method::Options;
    default: return Method::Other;
    }
}

// Every line ends with CR LF, and none begins with a blank (obs-fold, RFC 9112 §5.2); no NUL.
bool linesAreStrict(std::string_view header) noexcept
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == '\0' || (header[i] == '\r' && (i + 1 == header.size() || header[i + 1] != '\n')))
            return false;
        if (header[i] == '\n') {
            const char next = i + 1 < header.size() ? header[i + 1] : 'a';
            if (i == 0 || header[i - 1] != '\r' || next == ' ' || next == '\t')
                return false;
        }
    }
    return true;
}

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

// "HTTP/2.0" is a version we do not speak; "FTP" is no version at all.
bool endsWithVersion(std::string_view line) noexcept
{
    if (line.size() < 8)
        return false;
    const auto version = line.substr(line.size() - 8);
    return version.substr(0, 5) == "HTTP/" && isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
}

// A host and an optional port: enough to refuse what would be read differently elsewhere.
bool isHost(std::string_view host) noexcept
{
    return std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f
            && std::string_view {"/\\@,?#\"<>{}|^`"}.find(static_cast<char>(c)) == std::string_view::npos;
    });
}

} // namespace

struct RequestParser::Private final : beast::basic_parser<true> {
    explicit Private(const HttpLimits &limitsToHold) : limits(limitsToHold)
    {
        header_limit(static_cast<std::uint32_t>(std::min<std::size_t>(limits.headerBytes + 4, 1u << 30)));
        body_limit(std::numeric_limits<std::uint64_t>::max()); // ours says 413; "none" refuses every length in 1.74
    }

    void fail(int status, std::string_view detail)
    {
        stage = Stage::Failed;
        failure = {status, detail};
    }
    void fail(error_code &ec, int status, std::string_view detail)
    {
        fail(status, detail);
        ec = beast::error::bad_value;
    }
    bool failed() const noexcept { return stage == Stage::Failed; }

    std::size_t feedHeader(std::string_view bytes);
    std::size_t feedBody(std::string_view bytes);
    void takeField(std::string name, std::string_view value, error_code &ec);
    void checkHeader();

    // beast::basic_parser
    void on_request_impl(beast::verb verb, boost::beast::string_view, boost::beast::string_view target, int version,
        error_code &) override
    {
        request.method = methodOf(verb);
        request.target = view(target);
        http10 = version == 10;
    }
    void on_response_impl(int, boost::beast::string_view, int, error_code &) override { }
    void on_field_impl(
        beast::field, boost::beast::string_view name, boost::beast::string_view value, error_code &ec) override
    {
        if (++fields > limits.headerFields)
            return fail(ec, 431, "Too many header fields.");
        if (stage == Stage::Header) // else a trailer: nobody here waits for one
            takeField(asciiLower(view(name)), view(value), ec);
    }
    void on_header_impl(error_code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override { }
    std::size_t on_body_impl(boost::beast::string_view body, error_code &ec) override
    {
        return takeBody(view(body), ec);
    }
    void on_chunk_header_impl(std::uint64_t size, boost::beast::string_view, error_code &ec) override
    {
        if (size > bodyLimit || request.body.size() + size > bodyLimit)
            fail(ec, 413, "The body is too large.");
    }
    std::size_t on_chunk_body_impl(std::uint64_t, boost::beast::string_view body, error_code &ec) override
    {
        return takeBody(view(body), ec);
    }
    void on_finish_impl(error_code &) override { }

    std::size_t takeBody(std::string_view piece, error_code &ec)
    {
        if (request.body.size() + piece.size() > bodyLimit)
            fail(ec, 413, "The body is too large.");
        else
            request.body.append(piece);
        return piece.size();
    }

    const HttpLimits &limits;
    Stage stage = Stage::Header;
    Failure failure;
    Request request;
    std::size_t searched = 0; // bytes known not to end the header
    std::size_t fields = 0;
    std::size_t hosts = 0;
    std::size_t bodyLimit = 0;
    bool hasLength = false;
    bool hasCoding = false;
    bool expectsContinue = false;
    bool http10 = false;
};

void RequestParser::Private::takeField(std::string name, std::string_view value, error_code &ec)
{
    if (name == "content-length") {
        if (hasLength || hasCoding || value.empty() || !std::all_of(value.begin(), value.end(), isDigit))
            return fail(ec, 400, "There must be one Content-Length, a number, and no Transfer-Encoding beside it.");
        hasLength = true;
    } else if (name == "transfer-encoding") {
        if (hasLength || hasCoding)
            return fail(ec, 400, "There must be one Transfer-Encoding and no Content-Length beside it.");
        if (asciiLower(value) != "chunked")
            return fail(ec, 501, "The only transfer coding is chunked.");
        hasCoding = true;
    } else if (name == "host") {
        if (++hosts > 1 || !isHost(value))
            return fail(ec, 400, "There must be one Host.");
    } else if (name == "expect") {
        if (asciiLower(value) != "100-continue")
            return fail(ec, 417, "The only expectation is 100-continue.");
        expectsContinue = true;
    }
    request.headers.emplace_back(std::move(name), value);
}

void RequestParser::Private::checkHeader()
{
    if (hosts == 0 && !http10)
        fail(400, "Host is missing.");
    else if (hasCoding && http10)
        fail(400, "HTTP/1.0 has no transfer codings.");
    else
        stage = is_done() ? Stage::Complete : Stage::Body;
}

std::size_t RequestParser::Private::feedHeader(std::string_view bytes)
{
    std::size_t start = 0;
    while (bytes.substr(start, 2) == "\r\n") // RFC 9112 §2.2: empty lines before a request are to be overlooked
        start += 2;
    if (start > limits.headerBytes) {
        fail(400, "There is no request line.");
        return bytes.size();
    }
    const auto end = bytes.find("\r\n\r\n", std::max(start, searched));
    const auto size = end == std::string_view::npos ? bytes.size() - start : end + 4 - start;
    if (size > limits.headerBytes) {
        fail(431, "The header is too large.");
        return bytes.size();
    }
    if (end == std::string_view::npos) {
        searched = bytes.size() < 3 ? 0 : bytes.size() - 3;
        return 0;
    }
    const auto header = bytes.substr(start, size);
    if (!linesAreStrict(header)) {
        fail(400, "The header has a bare line feed, a folded line or a NUL.");
        return bytes.size();
    }
    error_code ec;
    put(boost::asio::const_buffer {header.data(), header.size()}, ec);
    if (!ec && is_header_done())
        checkHeader();
    else if (!failed())
        ec == beast::error::bad_version && endsWithVersion(header.substr(0, header.find('\r')))
            ? fail(505, "This server speaks HTTP/1.0 and 1.1.")
            : fail(400, "The header cannot be read.");
    return start + size;
}

std::size_t RequestParser::Private::feedBody(std::string_view bytes)
{
    error_code ec;
    std::size_t used = 0;
    while (!is_done() && used < bytes.size() && !ec)
        used += put(boost::asio::const_buffer {bytes.data() + used, bytes.size() - used}, ec);
    if (is_done())
        stage = Stage::Complete;
    else if (ec && ec != beast::error::need_more && !failed())
        fail(400, "The body cannot be read.");
    else if (!failed() && bytes.size() - used > maxChunkLine)
        fail(400, "A chunk's header is too large.");
    return used;
}

RequestParser::RequestParser(const HttpLimits &limits) : d(std::make_unique<Private>(limits)) { }
RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(std::string_view bytes)
{
    switch (d->stage) {
    case Stage::Header: return d->feedHeader(bytes);
    case Stage::Body: return d->feedBody(bytes);
    case Stage::Complete:
    case Stage::Failed: return 0;
    }
    return 0;
}

RequestParser::Stage RequestParser::stage() const noexcept { return d->stage; }
const RequestParser::Failure &RequestParser::failure() const noexcept { return d->failure; }
Request &RequestParser::request() noexcept { return d->request; }
bool RequestParser::http10() const noexcept { return d->http10; }
bool RequestParser::keepAlive() const noexcept { return d->keep_alive(); }
bool RequestParser::upgrade() const noexcept { return d->beast::basic_parser<true>::upgrade(); }
bool RequestParser::expectsContinue() const noexcept { return d->expectsContinue && !d->http10; }

std::optional<std::uint64_t> RequestParser::contentLength() const noexcept
{
    if (!d->hasLength)
        return std::nullopt;
    return *d->content_length();
}

void RequestParser::setBodyLimit(std::size_t bytes) noexcept { d->bodyLimit = bytes; }

} // namespace foredeck::http
