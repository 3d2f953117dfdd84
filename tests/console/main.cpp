#include "desk.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace foredeck;
using namespace foredeck::test;

namespace {

QCommandLineOption value(const char *name, const char *fallback = "")
{
    return {QLatin1String {name}, {}, QStringLiteral("VALUE"), QLatin1String {fallback}};
}

} // namespace

/// foredeck-desk --profile DIR --server URL --email E --password P [--undo-ms N] [--silence-ms N] [--repair-log FILE]
/// Commands come as lines of JSON on standard input, what happens goes out as lines of JSON: see Desk.
int main(int argc, char **argv)
{
    QCoreApplication app {argc, argv};
    QCommandLineParser parser;
    parser.addOptions({value("profile"), value("server"), value("email"), value("password"), value("undo-ms", "5000"), value("silence-ms", "40000"), value("repair-log")});
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "foredeck-desk: %s\n", qPrintable(parser.errorText()));
        return 2;
    }
    Desk::Setup setup;
    setup.profile = parser.value(QStringLiteral("profile"));
    setup.server = QUrl {parser.value(QStringLiteral("server")), QUrl::StrictMode};
    setup.email = parser.value(QStringLiteral("email"));
    setup.password = parser.value(QStringLiteral("password"));
    setup.undoMs = parser.value(QStringLiteral("undo-ms")).toLongLong();
    setup.silenceMs = parser.value(QStringLiteral("silence-ms")).toLongLong();
    setup.repairLog = parser.value(QStringLiteral("repair-log"));
    Desk desk {setup};
    desk.start();
    return QCoreApplication::exec();
}
