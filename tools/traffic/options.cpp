#include "tools/traffic/options.h"

#include <charconv>
#include <functional>
#include <map>

namespace foredeck::traffic {

namespace {

template <class N>
Result<void> number(const std::string &text, N least, N most, N &out)
{
    N value {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size() || value < least || value > most)
        return Error::invalid({}, "\"" + text + "\" is not a number that fits here");
    out = value;
    return {};
}

std::vector<std::string> parts(const std::string &list)
{
    std::vector<std::string> out;
    std::size_t at = 0;
    while (at <= list.size()) {
        const auto comma = std::min(list.find(',', at), list.size());
        if (comma > at)
            out.push_back(list.substr(at, comma - at));
        at = comma + 1;
    }
    return out;
}

Result<void> readChannels(const std::string &text, std::vector<ChannelKind> &out)
{
    out.clear();
    for (const std::string &name : parts(text)) {
        const auto kind = valueOf<ChannelKind>(name);
        if (kind == ChannelKind::Unknown || kind == ChannelKind::Email || isAtDesk(kind))
            return Error::invalid({}, "\"" + name + "\" is none of whatsapp, sms, web_form, live_chat, missed_call");
        out.push_back(kind);
    }
    return out.empty() ? Result<void> {Error::invalid({}, "names no channel")} : Result<void> {};
}

/// "5xx=0.05,429=0.02,lost=0.01"
Result<void> readFaults(const std::string &text, ProviderFaults &out)
{
    for (const std::string &part : parts(text)) {
        const auto equals = part.find('=');
        const std::string name = part.substr(0, equals);
        double *rate = name == "5xx" ? &out.serverError : name == "429" ? &out.tooMany : name == "lost" ? &out.lost : nullptr;
        if (!rate || equals == std::string::npos)
            return Error::invalid({}, "\"" + part + "\" is not 5xx=…, 429=… or lost=…");
        if (auto read = number(part.substr(equals + 1), 0.0, 1.0, *rate); read.hasError())
            return read;
    }
    return {};
}

using Setter = std::function<Result<void>(const std::string &)>;

std::map<std::string, Setter> settersOf(Options &o)
{
    const auto text = [](std::string &field) { return [&field](const std::string &v) { field = v; return Result<void> {}; }; };
    return {
        {"--dialogues", text(o.dialogues)},
        {"--doors", text(o.doors)},
        {"--server", text(o.server)},
        {"--ledger", text(o.ledger)},
        {"--client", text(o.client)},
        {"--channels", [&](const std::string &v) { return readChannels(v, o.channels); }},
        {"--speed", [&](const std::string &v) { return number(v, 0.0, 1e6, o.speed); }},
        {"--concurrency", [&](const std::string &v) { return number<std::size_t>(v, 1, 10'000, o.concurrency); }},
        {"--limit", [&](const std::string &v) { return number<std::size_t>(v, 0, 100'000'000, o.limit); }},
        {"--seed", [&](const std::string &v) { return number<std::uint64_t>(v, 0, UINT64_MAX, o.seed); }},
        {"--provider-port", [&](const std::string &v) { return number<std::uint16_t>(v, 0, 65535, o.providerPort.emplace()); }},
        {"--provider-errors", [&](const std::string &v) { return readFaults(v, o.faults); }},
        {"--answer-timeout", [&](const std::string &v) { return number<Millis>(v, 1, 3'600'000, o.answerTimeout); }},
        {"--linger", [&](const std::string &v) { return number<Millis>(v, 1, 3'600'000, o.linger); }},
    };
}

std::map<std::string, bool *> switchesOf(Options &o)
{
    return {{"--first-turns-only", &o.firstTurnsOnly}, {"--repeat", &o.repeat}, {"--continue", &o.goOn}, {"--control", &o.control},
        {"--help", &o.help}, {"-h", &o.help}, {"--version", &o.version}};
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    const auto setters = settersOf(options);
    const auto switches = switchesOf(options);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto equals = arguments[i].find('=');
        const std::string name = arguments[i].substr(0, equals);
        if (const auto flag = switches.find(name); flag != switches.end() && equals == std::string::npos) {
            *flag->second = true;
            continue;
        }
        if (name == "--no-statuses") {
            options.statuses = false;
            continue;
        }
        const auto setter = setters.find(name);
        if (setter == setters.end())
            return Error::invalid(name, "is no option; see --help");
        if (equals == std::string::npos && i + 1 == arguments.size())
            return Error::invalid(name, "needs a value");
        const std::string value = equals == std::string::npos ? arguments[++i] : arguments[i].substr(equals + 1);
        if (auto set = setter->second(value); set.hasError())
            return Error::invalid(name, set.error().detail);
    }
    if (options.help || options.version)
        return options;
    if (options.dialogues.empty() || options.doors.empty())
        return Error::invalid(options.dialogues.empty() ? "--dialogues" : "--doors", "is missing; see --help");
    if (options.control && options.dialogues == "-")
        return Error::invalid("--control", "and --dialogues - both want standard input");
    if (options.goOn && options.ledger.empty())
        return Error::invalid("--continue", "needs a --ledger to continue from");
    return options;
}

std::string usage()
{
    return R"(Usage: foredeck-traffic --dialogues FILE --doors FILE [OPTION…]

Customers for a Foredeck backend: they write over its public webhooks, signed as the vendors sign, and, with
--provider-port, receive its answers where the vendors would.

  --dialogues FILE       one dialogue a line, JSON; "-" for standard input
  --doors FILE           the channels and their keys, as foredeckd init --doors wrote them
  --server URL           the backend (http://127.0.0.1:8080)
  --speed N              how fast people think and type; 1 as people do, 0 without any pause (1)
  --concurrency N        conversations at once (8)
  --ledger OUT           account of what was sent and received, JSON lines, each on disk at once
  --continue             leave out the dialogues that the ledger has begun already
  --provider-port N      be Meta's and Twilio's API on this loopback port (0: any free one, which is told)
  --provider-errors LIST such as 5xx=0.05,429=0.02,lost=0.01: shares of answers
  --no-statuses          do not report "delivered" and "read" back
  --channels LIST        of whatsapp,sms,web_form,live_chat,missed_call (all)
  --client SLUG          only this business
  --limit N              only the first N dialogues
  --first-turns-only     only the first thing each customer does
  --repeat               begin again when all have had their turn
  --answer-timeout MS    how long an answer is awaited (10000)
  --linger MS            how long the vendors stay when nothing more happens (1500)
  --seed N               who comes when (1)
  --control              read "pause" and "resume" from standard input; its end ends the run
  --help, --version

Pauses and resumes on SIGUSR1 and SIGUSR2; ends cleanly on SIGTERM and SIGINT.
Exit status: 0 all was taken in, 1 something was refused or is not known, 2 wrong use.
)";
}

} // namespace foredeck::traffic
