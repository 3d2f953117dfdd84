#include "server/app/commands.h"
#include "version.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include <CLI/CLI.hpp>

namespace {

using foredeck::Result;
using Action = std::function<Result<std::string>()>;

constexpr int refused = 2;

void addInit(CLI::App &app, Action &action)
{
    auto *command = app.add_subcommand("init", "Make a data folder from a description in JSON");
    auto options = std::make_shared<foredeck::InitCommand>();
    command->add_option("--data", options->data, "The folder")->required();
    command->add_option("--spec", options->spec, "File with the description; - for standard input")->required();
    command->add_option("--doors", options->doors, "Write the keys of the channels into this file (mode 0600)");
    command->callback([&action, options] { action = [options] { return run(*options); }; });
}

void addServe(CLI::App &app, Action &action)
{
    auto *command = app.add_subcommand("serve", "Serve HTTP and WebSocket until SIGTERM");
    auto options = std::make_shared<foredeck::ServeCommand>();
    command->add_option("--data", options->data, "The folder")->required();
    command->add_option("--listen", options->listen, "ADDRESS:PORT")->capture_default_str();
    command->add_option("--public-url", options->publicUrl, "How vendors reach this server");
    command->add_flag("--embedded", options->embedded,
        "Started by a console: the first line of standard input is a one-time token, its end ends the server; one ready line is printed");
    command->callback([&action, options] { action = [options] { return run(*options); }; });
}

void addUser(CLI::App &app, Action &action)
{
    auto *command = app.add_subcommand("user", "People who may sign in");
    command->require_subcommand(1);
    auto *add = command->add_subcommand("add", "Add somebody");
    auto options = std::make_shared<foredeck::UserAddCommand>();
    add->add_option("--data", options->data, "The folder")->required();
    add->add_option("--name", options->name)->required();
    add->add_option("--email", options->email)->required();
    add->add_option("--role", options->role, "super_admin, admin, manager, agent or viewer")->capture_default_str();
    add->add_option("--client", options->clients, "Slug of a client; may be repeated. Without one: all, for admins");
    add->add_option("--password", options->password, "File of mode 0600 that holds the password; - for standard input");
    add->callback([&action, options] { action = [options] { return run(*options); }; });
    auto *list = command->add_subcommand("list", "Who there is");
    auto data = std::make_shared<std::string>();
    list->add_option("--data", *data, "The folder")->required();
    list->callback([&action, data] { action = [data] { return foredeck::listUsers(*data); }; });
    auto *disable = command->add_subcommand("disable", "Nobody signs in with this account any more");
    auto email = std::make_shared<std::string>();
    disable->add_option("--data", *data, "The folder")->required();
    disable->add_option("--email", *email)->required();
    disable->callback([&action, data, email] { action = [data, email] { return foredeck::disableUser(*data, *email); }; });
    auto *enable = command->add_subcommand("enable", "Who was disabled may sign in again");
    enable->add_option("--data", *data, "The folder")->required();
    enable->add_option("--email", *email)->required();
    enable->callback([&action, data, email] { action = [data, email] { return foredeck::enableUser(*data, *email); }; });
    auto *password = command->add_subcommand("password", "Give somebody a password, or a new one");
    auto file = std::make_shared<std::string>();
    password->add_option("--data", *data, "The folder")->required();
    password->add_option("--email", *email)->required();
    password->add_option("--password", *file, "File of mode 0600 that holds the password; - for standard input")->required();
    password->callback([&action, data, email, file] { action = [data, email, file] { return foredeck::setPassword(*data, *email, *file); }; });
}

void addChannel(CLI::App &app, Action &action)
{
    auto *command = app.add_subcommand("channel", "The doors of a business and their keys");
    command->require_subcommand(1);
    auto *set = command->add_subcommand("set", "Make or change one; what is not given stays as it is");
    auto options = std::make_shared<foredeck::ChannelSetCommand>();
    set->add_option("--data", options->data, "The folder")->required();
    set->add_option("--client", options->client, "Slug of the client")->required();
    set->add_option("--kind", options->kind, "whatsapp, sms, web_form, live_chat, email or missed_call")->required();
    set->add_option("--id", options->id, "Which one, when there are several of the kind");
    set->add_option("--name", options->name);
    set->add_option("--number", options->number, "E.164");
    set->add_option("--phone-number-id", options->phoneNumberId, "WhatsApp");
    set->add_option("--account", options->account, "Twilio Account SID, or WhatsApp Business Account id");
    set->add_option("--base-url", options->baseUrl, "Of the vendor's API");
    set->add_option("--public-url", options->publicUrl, "The webhook's address as the vendor calls it");
    set->add_option("--secrets", options->secrets, R"(File of mode 0600 with {"secret","token","verify_token"}; - for standard input)");
    set->callback([&action, options] { action = [options] { return run(*options); }; });
    auto data = std::make_shared<std::string>();
    auto *list = command->add_subcommand("list", "Which there are, without their keys");
    list->add_option("--data", *data, "The folder")->required();
    list->callback([&action, data] { action = [data] { return foredeck::listChannels(*data); }; });
    auto *test = command->add_subcommand("test", "Ask the vendor whether the keys are right; sends nothing to anybody");
    auto id = std::make_shared<std::string>();
    test->add_option("--data", *data, "The folder")->required();
    test->add_option("--id", *id, "The channel")->required();
    test->callback([&action, data, id] { action = [data, id] { return foredeck::testChannel(*data, *id); }; });
}

void addStore(CLI::App &app, Action &action)
{
    auto data = std::make_shared<std::string>();
    auto *migrate = app.add_subcommand("migrate", "Bring an older store up to this version, after copying it");
    migrate->add_option("--data", *data, "The folder")->required();
    migrate->callback([&action, data] { action = [data] { return foredeck::migrate(*data); }; });
    auto *renew = app.add_subcommand("renew-key", "A new secret.key in place of a lost one; the channels' keys must be entered again");
    renew->add_option("--data", *data, "The folder")->required();
    renew->callback([&action, data] { action = [data] { return foredeck::renewKey(*data); }; });
    auto *backup = app.add_subcommand("backup", "Copy the store, also while it is in use");
    auto file = std::make_shared<std::string>();
    backup->add_option("--data", *data, "The folder")->required();
    backup->add_option("file", *file, "The copy")->required();
    backup->callback([&action, data, file] { action = [data, file] { return foredeck::backup(*data, *file); }; });
    auto *restore = app.add_subcommand("restore", "Go on from a copy; what stands in the folder is kept beside it");
    restore->add_option("--data", *data, "The folder")->required();
    restore->add_option("file", *file, "The copy")->required();
    restore->callback([&action, data, file] { action = [data, file] { return foredeck::restore(*data, *file); }; });
}

void addEvaluate(CLI::App &app, Action &action)
{
    auto *command = app.add_subcommand("evaluate", "Measure the assistant on rows of your own: JSON lines in, one prediction a line out");
    command->require_subcommand(1);
    auto *triage = command->add_subcommand("triage", R"({"id","text"} to language, urgency, hand-over with its reason, opt-out and help)");
    auto options = std::make_shared<foredeck::EvaluateCommand>();
    triage->add_option("--input", options->input, "File to read; without it standard input");
    triage->add_option("--output", options->output, "File to write; without it standard output");
    triage->footer("Rows that carry labels by the names of the predictions are counted: a table on standard error tells how many are right.");
    triage->callback([&action, options] {
        options->task = "triage";
        action = [options] { return run(*options); };
    });
}

// The first word that is no command where one must stand, which CLI11 leaves unnamed; nullptr: there is none.
const char *unknownCommand(const CLI::App &app, int argc, char **argv)
{
    const CLI::App *at = &app;
    for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
        const auto known = at->get_subcommands(nullptr);
        const auto next = std::find_if(known.begin(), known.end(), [&](const CLI::App *command) { return command->get_name() == argv[i]; });
        if (next == known.end())
            return known.empty() ? nullptr : argv[i];
        at = *next;
    }
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app {"The backend of Foredeck", "foredeckd"};
    app.set_version_flag("--version", std::string {"foredeckd "} + foredeck::programVersion);
    app.require_subcommand(1);
    Action action;
    addInit(app, action);
    addServe(app, action);
    addUser(app, action);
    addChannel(app, action);
    addStore(app, action);
    addEvaluate(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (const char *word = unknownCommand(app, argc, argv)) {
            std::fprintf(stderr, "foredeckd: there is no command \"%s\"; foredeckd --help tells those there are\n", word);
            return refused;
        }
        return app.exit(error) == 0 ? 0 : refused;
    }
    const auto result = action();
    if (result.hasError()) {
        std::fprintf(stderr, "foredeckd: %s\n", result.error().detail.c_str());
        return refused;
    }
    std::fputs(result.value().c_str(), stdout);
    return 0;
}
