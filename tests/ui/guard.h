#pragma once

#include <QTest>
#include <QtGlobal>

#include <cstdlib>
#include <cstring>

namespace foredeck::ui {

/// From now on a warning fails the running test. One line of the offscreen platform is harmless and let through.
inline void failOnWarnings()
{
    static QtMessageHandler before = nullptr;
    static const auto handler = [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (before)
            before(type, context, text);
        const bool harmless = text.contains(QLatin1StringView("does not support propagateSizeHints"));
        if (type == QtWarningMsg && !harmless)
            QTest::qFail(qPrintable(QStringLiteral("warning: ") + text), context.file ? context.file : "", context.line);
    };
    if (!before)
        before = qInstallMessageHandler(handler);
}

} // namespace foredeck::ui
