#pragma once

#include "net/codec/jsonreader.h"
#include "tests/handlers/process.h"
#include "tests/http/testclient.h"
#include "tests/services/world.h"

#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace foredeck::test {

inline const std::string spec = R"({"agency":{"name":"Northquay","mark":"NQ"},"owner":{"name":"You","email":"you@example.com","password":"correct horse 7"},"sample":true,
"clients":[{"name":"Casa","slug":"casa","region":"US","locations":[{"name":"Casa","hours":{"zone":"America/New_York","always":true}}],
"settings":{"contact":"+1 305 555 0101"},"faqs":[{"question":"Pets?","answer":"Yes."}],
"channels":[{"kind":"whatsapp","number":"+13055550101","phone_number_id":"106","account":"419","generate_secrets":true}]}]})";

/// The real program as a child, over a data folder of its own.
class Foredeckd : public ::testing::Test {
protected:
    std::string data() const { return m_folder.path("data"); }
    Ran init(const std::string &text = spec) { return runToEnd({"init", "--data", data(), "--spec", "-", "--doors", m_folder.path("doors.json")}, text); }
    std::string file(const std::string &name, const std::string &text, mode_t mode = 0600)
    {
        const auto path = m_folder.path(name);
        std::ofstream {path} << text;
        ::chmod(path.c_str(), mode);
        return path;
    }
    static std::string member(const std::string &json, const char *name)
    {
        JsonDocument document;
        const auto parsed = document.parse(json);
        return parsed.hasValue() ? std::string {parsed.value()[name].asString().value_or("")} : std::string {};
    }
    static std::uint16_t portOf(const std::string &ready)
    {
        JsonDocument document;
        return static_cast<std::uint16_t>(document.parse(ready).value()["port"].asInteger().value_or(0));
    }
    static Reply login(std::uint16_t port, const std::string &body)
    {
        TestClient client {port};
        client.send(post("/api/v1/auth/login", body));
        return client.reply();
    }

    TemporaryFolder m_folder;
};

} // namespace foredeck::test
