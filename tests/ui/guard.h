#pragma once

#include <QString>
#include <QTest>
#include <QtGlobal>

#include <cstdlib>
#include <cstring>

namespace foredeck::ui {

/// What the running test brings about on purpose: a warning with these words is let through.
inline QString expectedWarning;

/// From now on a warning fails the running test. What the offscreen platform cannot do is harmless and let through.
inline void failOnWarnings()
{
    expectedWarning.clear();
    static QtMessageHandler before = nullptr;
    static const auto handler = [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (before)
            before(type, context, text);
        const bool harmless = text.contains(QLatin1StringView("This plugin does not support")) || (!expectedWarning.isEmpty() && text.contains(expectedWarning));
        if (type == QtWarningMsg && !harmless)
            QTest::qFail(qPrintable(QStringLiteral("warning: ") + text), context.file ? context.file : "", context.line);
    };
    if (!before)
        before = qInstallMessageHandler(handler);
}

} // namespace foredeck::ui
