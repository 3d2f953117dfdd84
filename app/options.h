#pragma once

#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace foredeck {

/// What the command line asks for. Read before QApplication, so that --help and --version need no display.
struct Options {
    bool help = false;
    bool version = false;
    QString profile; ///< folder instead of the user's data folder
    QString server; ///< URL of a backend elsewhere
    QString sample; ///< folder with another sample business
    QString tour; ///< folder for the pictures
    QString logRules;
    QString language;
    bool resetWindow = false;
    bool paused = false; ///< the sample's customers do not write until they are let
};

/// Error: Invalid, with a sentence for standard error.
Result<Options> parseOptions(const QStringList &arguments);
QString usage();

} // namespace foredeck
