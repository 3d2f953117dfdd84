#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr double grid = 24;
constexpr double gridStroke = 1.6;
constexpr double minPaintedStroke = 1.2;

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    const auto found = cache.constFind(name);
    if (found != cache.constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qWarning("no icon of this name: %s", qPrintable(name));
    return *cache.insert(name, file.readAll());
}

QPixmap render(const QString &name, int size, const QColor &color, qreal ratio, bool mirrored, bool bold)
{
    QByteArray svg = source(name);
    const double stroke = std::max(bold ? 2.0 : gridStroke, minPaintedStroke * grid / size);
    svg.replace("stroke-width=\"1.6\"", "stroke-width=\"" + QByteArray::number(stroke) + "\"");
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    if (svg.isEmpty())
        return pixmap;
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(size, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

/// Paints from the palette of the moment, so a change of theme needs no new icon.
class TintedIconEngine final : public QIconEngine {
public:
    explicit TintedIconEngine(QString name) : m_name(std::move(name)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, tint(mode), QGuiApplication::layoutDirection());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int logical = qMax(1, qRound(qMin(size.width(), size.height()) / scale));
        return iconPixmap(m_name, logical, tint(mode), scale, QGuiApplication::layoutDirection());
    }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name); }
    QString key() const override { return QStringLiteral("foredeck-tinted"); }

private:
    static QColor tint(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        return mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text) : palette.color(QPalette::Active, QPalette::Text);
    }

    QString m_name;
};

} // namespace

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio, Qt::LayoutDirection direction, bool bold)
{
    const bool mirrored = direction == Qt::RightToLeft && builtInTokens().mirrorInRtl.contains(name);
    const QString key = QStringLiteral("fd:%1:%2:%3:%4:%5%6")
                            .arg(name, QString::number(size), color.name(QColor::HexArgb), QString::number(ratio))
                            .arg(int(mirrored)).arg(int(bold));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = render(name, size, color, ratio, mirrored, bold);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color, Qt::LayoutDirection direction, bool bold)
{
    if (name.isEmpty())
        return;
    // The transform knows the ratio of what is painted on in the end; the device may be a widget drawn into a picture.
    const qreal ratio = qMax(1.0, std::abs(painter.deviceTransform().m11()));
    const int size = qRound(qMin(rect.width(), rect.height()));
    const QPointF at(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0);
    // On whole device pixels, or a 16 px glyph blurs.
    const QPointF snapped(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio);
    painter.drawPixmap(snapped, iconPixmap(name, size, color, ratio, direction, bold));
}

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name));
}

} // namespace foredeck::ui
