#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace foredeck::ui {

/// The colour roles of resources/theme/tokens.json, by the same names. What each is for and its lowest contrast stands
/// in the design language; nothing outside this list may be painted.
enum class Color {
    Window, Surface, Sunken, Raised, Hover, Line, LineStrong, Text, Text2, Text3, Accent, AccentFill, AccentFillHover, OnAccent,
    Selection, SelectionInactive, BubbleCustomer, BubbleStaff, BubbleAssistant, NoteFill, NoteLine, Focus, Success, SuccessTint,
    Warning, WarningTint, Danger, DangerTint, Hot, Warm, Cold, Unscored, DiffAdd, DiffDel, Tooltip, OnTooltip, Scrim,
};
inline constexpr int colorCount = static_cast<int>(Color::Scrim) + 1;

enum class Scheme { Light, Dark, HighContrast };
enum class Density { Compact, Normal, Comfortable };
/// Steps of the type scale.
enum class Step { Caption, Small, Body, Reading, Title, Heading, Figure };
inline constexpr int stepCount = static_cast<int>(Step::Figure) + 1;

struct TypeStep {
    int px = 13;
    double pt = 9.75;
    int line = 18; ///< fixed line height at text size 100 %
};

struct MarkColors {
    QColor fill;
    QColor ink;
};

/// Row heights and paddings at text size 100 %.
struct DensityTokens {
    int conversationRow = 72;
    int tableRow = 40;
    int tableHeader = 32;
    int nav = 32;
    int navView = 28;
    int bubblePadY = 8;
    int bubblePadX = 12;
    int bubbleGap = 12;
};

/// Widths and heights of the frame, logical pixels.
struct LayoutTokens {
    int nav = 200;
    int navSlim = 52;
    int header = 56;
    int statusBar = 28;
    int list = 332;
    int listMin = 280;
    int listMax = 420;
    int threadMin = 420;
    int sidePanel = 312;
    int bubbleMaxPercent = 86;
    int bubbleMax = 620;
    int navSlimBelow = 1360;
    int panelOverlayBelow = 1180;
    int listCompactBelow = 1080;
    int singleStackBelow = 860;
};

struct MotionTokens {
    int popupMs = 120;
    int skeletonAfterMs = 200;
    int undoSendMs = 5000;
};

/// A series keeps its number, and so its colour, in every chart.
inline constexpr std::size_t chartSeries = 6;

/// Every number of the design, read once from the resource. Immutable after loading; copies are made of parts only.
struct Tokens {
    QStringList fonts;
    std::array<std::array<QColor, colorCount>, 3> colors; ///< by scheme
    std::array<std::array<double, colorCount>, 3> lowestContrast {}; ///< 0 where the design promises none
    std::array<std::vector<MarkColors>, 3> marks;
    std::array<std::vector<QColor>, 3> series; ///< of charts, by scheme; in the order of their numbers
    std::array<TypeStep, stepCount> type;
    std::array<DensityTokens, 3> density;
    LayoutTokens layout;
    MotionTokens motion;
    QStringList mirrorInRtl;
    std::array<int, 3> confidenceBars {30, 60, 85};
    int slaWarnAtPercent = 80;
};

/// The name a role has in tokens.json.
QString nameOf(Color color);
/// Parses the file's text; an absent colour or step is an error told in `problem` (the tests hold it empty).
Tokens parseTokens(const QByteArray &json, QString *problem);
/// The tokens in the program's resources. Safe from any thread after the first call.
const Tokens &builtInTokens();

} // namespace foredeck::ui
