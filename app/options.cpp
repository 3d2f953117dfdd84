#include "app/options.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QUrl>

namespace foredeck {

namespace {

Result<void> check(const Options &options, bool hasServer)
{
    const QUrl url(options.server, QUrl::StrictMode);
    const bool isAddress = url.isValid() && (url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http")) && !url.host().isEmpty();
    if (hasServer && !isAddress)
        return Error::of(Error::Kind::Invalid, "--server needs an address such as https://desk.example.com");
    if (!options.language.isEmpty() && options.language != QStringLiteral("en") && options.language != QStringLiteral("es"))
        return Error::of(Error::Kind::Invalid, "--language needs en or es");
    if (const QFileInfo profile(options.profile); !options.profile.isEmpty() && profile.exists() && !profile.isDir())
        return Error::of(Error::Kind::Invalid, "--profile needs a folder, and this is none: " + options.profile.toStdString());
    return {};
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto text = [](const char *name) { return QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("VALUE")); };
    const auto flag = [](const QStringList &names) { return QCommandLineOption(names); };
    parser.addOptions({text("profile"), text("server"), text("sample"), text("tour"), text("log-rules"), text("language"), flag({QStringLiteral("reset-window")}),
        flag({QStringLiteral("paused")}), flag({QStringLiteral("h"), QStringLiteral("help")}), flag({QStringLiteral("v"), QStringLiteral("version")})});
    if (!parser.parse(arguments))
        return Error::of(Error::Kind::Invalid, parser.errorText().toStdString());
    if (!parser.positionalArguments().isEmpty())
        return Error::of(Error::Kind::Invalid, "No argument is expected: " + parser.positionalArguments().constFirst().toStdString());
    Options options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.profile = parser.value(QStringLiteral("profile"));
    options.server = parser.value(QStringLiteral("server"));
    options.sample = parser.value(QStringLiteral("sample"));
    options.tour = parser.value(QStringLiteral("tour"));
    options.logRules = parser.value(QStringLiteral("log-rules"));
    options.language = parser.value(QStringLiteral("language"));
    options.resetWindow = parser.isSet(QStringLiteral("reset-window"));
    options.paused = parser.isSet(QStringLiteral("paused"));
    if (const auto refused = check(options, parser.isSet(QStringLiteral("server"))); refused.hasError())
        return refused.error();
    return options;
}

QString usage()
{
    return QStringLiteral(R"(Usage: foredeck [OPTION…]

The console: customers' conversations of every channel, live, with the assistant.
Without options it starts a backend of its own on this computer, with a sample business the first time.

  --server URL       connect to a backend elsewhere and sign in there
  --profile DIR      keep everything in this folder instead of the user's data folder
  --sample DIR       another sample business: DIR/business.json and DIR/dialogues.jsonl
  --paused           the sample's customers do not write until they are let
  --tour DIR         write pictures of every page into the folder, light, dark and high contrast, and end
  --language CODE    en or es
  --reset-window     forget the window's place and widths
  --log-rules RULES  such as "foredeck.*.debug=true"; QT_LOGGING_RULES is honoured too
  --help, --version
)");
}

} // namespace foredeck
