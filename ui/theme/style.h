#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;

namespace foredeck::ui {

/// Fusion with our shapes: fields, check boxes, tabs, scroll bars, menus, headers and the focus ring. Everything else is a
/// delegate or a painted widget that reads the same theme. The ring appears for focus that came by key; it is drawn by one
/// QFocusFrame that moves, so that it may lie outside its widget.
class ForedeckStyle final : public QProxyStyle {
    Q_OBJECT

public:
    ForedeckStyle();
    ~ForedeckStyle() override;

    const Theme &theme() const noexcept { return m_theme; }
    void setTheme(const Theme &theme, bool reducedMotion);
    bool reducedMotion() const noexcept { return m_reducedMotion; }

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int ringMargin(const QWidget *widget, bool across) const;

    Theme m_theme;
    bool m_reducedMotion = false;
    QPointer<QFocusFrame> m_ring;
};

/// True while the widget has focus that came by Tab, Backtab or a shortcut.
bool hasKeyFocus(const QWidget *widget);

} // namespace foredeck::ui
