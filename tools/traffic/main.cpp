#include "tools/traffic/trafficrun.h"

#include <fstream>
#include <iostream>

namespace {

using namespace foredeck;
using namespace foredeck::traffic;

int complain(const Error &error)
{
    std::cerr << "foredeck-traffic: " << error.detail << '\n';
    return 2;
}

Result<std::vector<Dialogue>> dialoguesOf(const Options &options)
{
    if (options.dialogues == "-")
        return readDialogues(std::cin, options.limit);
    std::ifstream in {options.dialogues};
    if (!in)
        return Error::of(Error::Kind::Io, "cannot read " + options.dialogues);
    auto dialogues = readDialogues(in, options.limit);
    if (dialogues.hasError())
        return Error::of(Error::Kind::Invalid, options.dialogues + ", " + dialogues.error().detail);
    return dialogues;
}

int runWith(const Options &options)
{
    const auto dialogues = dialoguesOf(options);
    if (dialogues.hasError())
        return complain(dialogues.error());
    const auto businesses = readDoors(options.doors);
    if (businesses.hasError())
        return complain(businesses.error());
    Ledger ledger;
    if (const auto opened = ledger.open(options.ledger); opened.hasError())
        return complain(opened.error());
    Control control {options.control};
    TrafficRun run {options, dialogues.value(), businesses.value(), ledger, std::cout};
    if (const auto started = run.start(); started.hasError())
        return complain(started.error());
    run.run(control);
    return run.clean() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parseOptions({argv + 1, argv + argc});
    if (options.hasError())
        return complain(options.error());
    if (options.value().help) {
        std::cout << usage();
        return 0;
    }
    if (options.value().version) {
        std::cout << "foredeck-traffic " << FOREDECK_VERSION << '\n';
        return 0;
    }
    return runWith(options.value());
}
