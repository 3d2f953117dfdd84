#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foredeck::ui {

namespace {

constexpr std::array<const char *, colorCount> colorNames {"window", "surface", "sunken", "raised", "hover", "line", "lineStrong",
    "text", "text2", "text3", "accent", "accentFill", "accentFillHover", "onAccent", "selection", "selectionInactive",
    "bubbleCustomer", "bubbleStaff", "bubbleAssistant", "noteFill", "noteLine", "focus", "success", "successTint", "warning",
    "warningTint", "danger", "dangerTint", "hot", "warm", "cold", "unscored", "diffAdd", "diffDel", "tooltip", "onTooltip", "scrim"};
constexpr std::array<const char *, 3> schemeNames {"light", "dark", "highContrast"};
constexpr std::array<const char *, 3> densityNames {"compact", "normal", "comfortable"};
constexpr std::array<const char *, stepCount> stepNames {"caption", "small", "body", "reading", "title", "heading", "figure"};

/// "#RRGGBB" or "#RRGGBBAA" (alpha last, unlike Qt's own eight digits).
QColor colorOf(const QString &text)
{
    if (text.size() != 9)
        return QColor(text);
    QColor color(text.left(7));
    color.setAlpha(text.mid(7).toInt(nullptr, 16));
    return color;
}

QJsonObject child(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toObject();
}

void readNumber(const QJsonObject &object, const char *key, int &into)
{
    into = object.value(QLatin1StringView(key)).toInt(into);
}

void readColors(const QJsonObject &root, Tokens &tokens, QString *problem)
{
    for (std::size_t s = 0; s < schemeNames.size(); ++s) {
        const QJsonObject colors = child(child(root, "color"), schemeNames[s]);
        const QJsonObject lowest = child(child(root, "lowestContrast"), schemeNames[s]);
        for (std::size_t c = 0; c < colorNames.size(); ++c) {
            tokens.colors[s][c] = colorOf(colors.value(QLatin1StringView(colorNames[c])).toString());
            tokens.lowestContrast[s][c] = lowest.value(QLatin1StringView(colorNames[c])).toDouble();
            if (!tokens.colors[s][c].isValid() && problem)
                *problem = QLatin1StringView(schemeNames[s]) + QLatin1Char('.') + QLatin1StringView(colorNames[c]);
        }
        for (const QJsonValue &mark : child(root, "tenantMark").value(QLatin1StringView(schemeNames[s])).toArray())
            tokens.marks[s].push_back({colorOf(mark[u"fill"].toString()), colorOf(mark[u"ink"].toString())});
        if (tokens.marks[s].empty() && problem)
            *problem = QStringLiteral("tenantMark");
        for (const QJsonValue &series : child(root, "chart").value(QLatin1StringView(schemeNames[s])).toArray())
            tokens.series[s].push_back(colorOf(series[u"color"].toString()));
        if (tokens.series[s].size() < chartSeries && problem)
            *problem = QStringLiteral("chart");
    }
}

void readType(const QJsonObject &root, Tokens &tokens, QString *problem)
{
    for (std::size_t i = 0; i < stepNames.size(); ++i) {
        const QJsonObject step = child(child(root, "type"), stepNames[i]);
        if (step.isEmpty() && problem)
            *problem = QLatin1StringView(stepNames[i]);
        readNumber(step, "px", tokens.type[i].px);
        readNumber(step, "line", tokens.type[i].line);
        tokens.type[i].pt = step.value(QLatin1StringView("pt")).toDouble(tokens.type[i].pt);
    }
}

void readDensity(const QJsonObject &root, Tokens &tokens)
{
    for (std::size_t i = 0; i < densityNames.size(); ++i) {
        const QJsonObject from = child(child(root, "density"), densityNames[i]);
        DensityTokens &to = tokens.density[i];
        readNumber(from, "conversationRow", to.conversationRow);
        readNumber(from, "tableRow", to.tableRow);
        readNumber(from, "tableHeader", to.tableHeader);
        readNumber(from, "nav", to.nav);
        readNumber(from, "navView", to.navView);
        readNumber(from, "bubblePadY", to.bubblePadY);
        readNumber(from, "bubblePadX", to.bubblePadX);
        readNumber(from, "bubbleGap", to.bubbleGap);
    }
}

void readLayout(const QJsonObject &from, LayoutTokens &to)
{
    readNumber(from, "nav", to.nav);
    readNumber(from, "navSlim", to.navSlim);
    readNumber(from, "header", to.header);
    readNumber(from, "statusBar", to.statusBar);
    readNumber(from, "list", to.list);
    readNumber(from, "listMin", to.listMin);
    readNumber(from, "listMax", to.listMax);
    readNumber(from, "threadMin", to.threadMin);
    readNumber(from, "sidePanel", to.sidePanel);
    readNumber(from, "bubbleMaxPercent", to.bubbleMaxPercent);
    readNumber(from, "bubbleMax", to.bubbleMax);
    const QJsonObject breakpoints = child(from, "breakpoints");
    readNumber(breakpoints, "navSlim", to.navSlimBelow);
    readNumber(breakpoints, "panelOverlay", to.panelOverlayBelow);
    readNumber(breakpoints, "listCompact", to.listCompactBelow);
    readNumber(breakpoints, "singleStack", to.singleStackBelow);
}

} // namespace

QString nameOf(Color color)
{
    return QLatin1StringView(colorNames[static_cast<std::size_t>(color)]);
}

Tokens parseTokens(const QByteArray &json, QString *problem)
{
    Tokens tokens;
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError && problem)
        *problem = error.errorString();
    for (const QJsonValue &font : root.value(u"fonts").toArray())
        tokens.fonts.append(font.toString());
    readColors(root, tokens, problem);
    readType(root, tokens, problem);
    readDensity(root, tokens);
    readLayout(child(root, "layout"), tokens.layout);
    const QJsonObject motion = child(root, "motion");
    readNumber(motion, "popupMs", tokens.motion.popupMs);
    readNumber(motion, "skeletonAfterMs", tokens.motion.skeletonAfterMs);
    readNumber(motion, "undoSendMs", tokens.motion.undoSendMs);
    for (const QJsonValue &name : root.value(u"mirrorInRtl").toArray())
        tokens.mirrorInRtl.append(name.toString());
    const QJsonArray bars = root.value(u"confidenceBars").toArray();
    for (qsizetype i = 0; i < bars.size() && i < 3; ++i)
        tokens.confidenceBars[static_cast<std::size_t>(i)] = bars[i].toInt();
    readNumber(child(root, "sla"), "warnAtPercent", tokens.slaWarnAtPercent);
    return tokens;
}

const Tokens &builtInTokens()
{
    static const Tokens tokens = [] {
        QFile file(QStringLiteral(":/theme/tokens.json"));
        const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        QString problem;
        Tokens parsed = parseTokens(json, &problem);
        if (!problem.isEmpty())
            qFatal("theme/tokens.json: %s", qPrintable(problem));
        return parsed;
    }();
    return tokens;
}

} // namespace foredeck::ui
