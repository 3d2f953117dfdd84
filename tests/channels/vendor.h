#pragma once

#include "server/channels/http/vendornetworks.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace foredeck::tests {

/// A vendor on a real loopback socket that keeps its connections and does with each request what it is told.
class Vendor {
public:
    /// The answer to the request of this number (from 1); empty: it has the request, and closes without a word.
    using Decide = std::function<std::string(int)>;
    explicit Vendor(Decide decide);
    ~Vendor();
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    int requests() const { return m_requests; }
    /// What a client needs to be let to it.
    static VendorNetworks networks() { return VendorNetworks::of({"127.0.0.0/8"}).value(); }
    static std::string ok(const std::string &body);

private:
    void listen();
    void serve(int socket);

    Decide m_decide;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_requests {0};
    std::mutex m_mutex;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_listening;
};

} // namespace foredeck::tests
