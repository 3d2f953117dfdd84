#include "tools/traffic/poster.h"

#include <curl/curl.h>

#include <unordered_map>

namespace foredeck::traffic {

namespace {

struct Transfer {
    HttpCall call;
    Poster::Done done;
    HttpAnswer answer;
    curl_slist *headers = nullptr;
    ~Transfer() { curl_slist_free_all(headers); }
};

std::size_t collect(char *data, std::size_t size, std::size_t count, void *user)
{
    static_cast<Transfer *>(user)->answer.body.append(data, size * count);
    return size * count;
}

struct Library {
    Library() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~Library() { curl_global_cleanup(); }
};

} // namespace

struct Poster::Private {
    Library library;
    CURLM *multi = curl_multi_init();
    std::unordered_map<CURL *, std::unique_ptr<Transfer>> transfers;
    std::vector<CURL *> idle;

    CURL *handle()
    {
        if (idle.empty())
            return curl_easy_init();
        CURL *easy = idle.back();
        idle.pop_back();
        curl_easy_reset(easy);
        return easy;
    }

    /// Calls back for what has ended; true when there was something.
    bool finishDone()
    {
        bool any = false;
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            CURL *easy = message->easy_handle;
            const CURLcode code = message->data.result; // the message dies with the next call
            curl_multi_remove_handle(multi, easy);
            auto node = transfers.extract(easy);
            idle.push_back(easy);
            Transfer &transfer = *node.mapped();
            long status = 0;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            transfer.answer.status = code == CURLE_OK ? static_cast<int>(status) : 0;
            if (code != CURLE_OK)
                transfer.answer.failure = curl_easy_strerror(code);
            transfer.done(transfer.answer);
            any = true;
        }
        return any;
    }
};

Poster::Poster() : d(std::make_unique<Private>())
{
    curl_multi_setopt(d->multi, CURLMOPT_MAXCONNECTS, 512L);
}

Poster::~Poster()
{
    for (const auto &[easy, transfer] : d->transfers) {
        curl_multi_remove_handle(d->multi, easy);
        curl_easy_cleanup(easy);
    }
    for (CURL *easy : d->idle)
        curl_easy_cleanup(easy);
    curl_multi_cleanup(d->multi);
}

void Poster::start(HttpCall call, Done done)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->call = std::move(call);
    transfer->done = std::move(done);
    const HttpCall &wanted = transfer->call;
    CURL *easy = d->handle();
    curl_easy_setopt(easy, CURLOPT_URL, wanted.url.c_str());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "127.0.0.1,localhost,::1");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, wanted.timeoutMs);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer.get());
    transfer->headers = curl_slist_append(transfer->headers, "Expect:");
    if (wanted.post) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, wanted.body.data());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(wanted.body.size()));
        transfer->headers = curl_slist_append(transfer->headers, ("Content-Type: " + wanted.contentType).c_str());
    }
    for (const auto &[name, value] : wanted.headers)
        transfer->headers = curl_slist_append(transfer->headers, (name + ": " + value).c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
    d->transfers[easy] = std::move(transfer);
    curl_multi_add_handle(d->multi, easy);
}

std::size_t Poster::underWay() const noexcept
{
    return d->transfers.size();
}

std::vector<int> Poster::run(int timeoutMs, const std::vector<int> &watch)
{
    std::vector<curl_waitfd> descriptors;
    for (const int descriptor : watch)
        descriptors.push_back({descriptor, CURL_WAIT_POLLIN, 0});
    int running = 0;
    curl_multi_perform(d->multi, &running);
    const bool moved = d->finishDone();
    curl_multi_poll(d->multi, descriptors.data(), static_cast<unsigned>(descriptors.size()), moved ? 0 : timeoutMs, nullptr);
    curl_multi_perform(d->multi, &running);
    d->finishDone();
    std::vector<int> readable;
    for (const auto &descriptor : descriptors) {
        if (descriptor.revents != 0)
            readable.push_back(descriptor.fd);
    }
    return readable;
}

void Poster::wake()
{
    curl_multi_wakeup(d->multi);
}

} // namespace foredeck::traffic
