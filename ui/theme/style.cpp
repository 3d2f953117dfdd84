#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace foredeck::ui {

namespace {

constexpr const char *keyFocusProperty = "foredeckKeyFocus";

bool cameByKey(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// Fields and scrolled panes show focus by their own border or row bar, not by the ring.
bool showsRing(const QWidget *widget)
{
    return !widget->inherits("QLineEdit") && !widget->inherits("QAbstractScrollArea") && !widget->inherits("QComboBox")
        && !widget->inherits("QAbstractSpinBox");
}

/// The wheel is for the page they stand on: who scrolls over a time zone or a client does not choose another one.
bool isChosenWithWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Qt gives the keyboard of a press to whatever lies around what was pressed. Where words are written a press leads into the
/// field; around everything else lies nothing that takes it: a scroll bar, a blank or a label that is pressed in the middle of
/// a sentence leaves the keyboard with whoever writes. A list takes it with one of its rows. Tab leads into each of them.
bool isWrittenIn(const QWidget *widget)
{
    const auto *choice = qobject_cast<const QComboBox *>(widget);
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) || (choice && choice->isEditable());
}

bool leavesKeyboard(const QWidget *widget)
{
    return (qobject_cast<const QAbstractScrollArea *>(widget) || qobject_cast<const QComboBox *>(widget)) && !isWrittenIn(widget);
}

/// The list one of whose rows, none that only heads others, was pressed.
QAbstractItemView *pressedList(const QWidget *viewport, const QMouseEvent &press)
{
    auto *list = qobject_cast<QAbstractItemView *>(viewport->parentWidget());
    if (!list || list->viewport() != viewport || list->focusPolicy() == Qt::NoFocus)
        return nullptr;
    return list->indexAt(press.position().toPoint()).flags() & Qt::ItemIsEnabled ? list : nullptr;
}

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property("invalid").toBool();
}

} // namespace

bool hasKeyFocus(const QWidget *widget)
{
    return widget && widget->hasFocus() && widget->property(keyFocusProperty).toBool();
}

ForedeckStyle::ForedeckStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

ForedeckStyle::~ForedeckStyle()
{
    delete m_ring;
}

void ForedeckStyle::setTheme(const Theme &theme, bool reducedMotion)
{
    m_theme = theme;
    m_reducedMotion = reducedMotion;
}

void ForedeckStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->focusPolicy() != Qt::NoFocus)
        widget->installEventFilter(this);
    if (isChosenWithWheel(widget) && widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
    if (leavesKeyboard(widget) && widget->focusPolicy() & Qt::ClickFocus)
        widget->setFocusPolicy(Qt::TabFocus);
    if (const auto *list = qobject_cast<QAbstractItemView *>(widget))
        list->viewport()->installEventFilter(this);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && !qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) && !qobject_cast<QComboBox *>(widget->parentWidget()))
        edit->setTextMargins(qMax(edit->textMargins().left(), 6), 0, qMax(edit->textMargins().right(), 6), 0);
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (qobject_cast<QMenu *>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void ForedeckStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool ForedeckStyle::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && isChosenWithWheel(widget)) {
        event->ignore();
        return true;
    }
    if (widget && event->type() == QEvent::MouseButtonPress) {
        if (QAbstractItemView *list = pressedList(widget, *static_cast<QMouseEvent *>(event)))
            list->setFocus(Qt::MouseFocusReason);
    }
    if (widget && event->type() == QEvent::FocusIn) {
        const bool key = cameByKey(static_cast<QFocusEvent *>(event)->reason());
        widget->setProperty(keyFocusProperty, key);
        if (key && showsRing(widget)) {
            if (!m_ring)
                m_ring = new QFocusFrame;
            m_ring->setWidget(widget);
        }
    } else if (widget && event->type() == QEvent::FocusOut && m_ring && m_ring->widget() == widget) {
        m_ring->setWidget(nullptr);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void ForedeckStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_FrameFocusRect:
        return; // the ring lies outside: CE_FocusFrame
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintFieldFrame(*painter, option->rect, m_theme, enabled, option->state & State_HasFocus, isInvalid(widget));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*painter, option->rect, m_theme, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*painter, option->rect, m_theme, *option);
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        return strokeRounded(*painter, option->rect, radiusPopup, m_theme.color(Color::LineStrong), 1, m_theme.color(Color::Raised));
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(Color::Tooltip));
        return;
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ForedeckStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_FocusFrame: {
        const QVariant radius = widget && qobject_cast<const QFocusFrame *>(widget)
            ? static_cast<const QFocusFrame *>(widget)->widget()->property("radius") : QVariant();
        const qreal inner = radius.isValid() ? radius.toReal() : radiusControl;
        strokeRounded(*painter, option->rect, inner + 2, m_theme.color(Color::Focus), m_theme.focusWidth());
        return;
    }
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return paintTab(*painter, m_theme, *tab);
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paintMenuItem(*painter, m_theme, *item);
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paintHeaderSection(*painter, m_theme, *header);
        break;
    case CE_Splitter: {
        const QRect rect = option->rect;
        const bool upright = option->state & State_Horizontal;
        const QRect line = upright ? QRect(rect.center().x(), rect.top(), 1, rect.height()) : QRect(rect.left(), rect.center().y(), rect.width(), 1);
        painter->fillRect(line, m_theme.color(Color::Line));
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ForedeckStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paintScrollBar(*painter, subControlRect(control, option, SC_ScrollBarSlider, widget), m_theme, *bar);
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return paintComboBox(*painter, m_theme, *box, isInvalid(widget));
    }
    if (control == CC_SpinBox) {
        paintFieldFrame(*painter, option->rect, m_theme, option->state & State_Enabled, option->state & State_HasFocus, isInvalid(widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ForedeckStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const QRect inside = option->rect.adjusted(2, 2, -2, -2);
        return visualRect(option->direction, option->rect, inside);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ForedeckStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarGroove || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            const int thumb = range <= 0 ? length : qBound(24, int(qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep)), length);
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
            const auto piece = [&](int from, int size) {
                return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                               : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
            };
            if (part == SC_ScrollBarGroove)
                return bar->rect;
            if (part == SC_ScrollBarSlider)
                return piece(start, thumb);
            return part == SC_ScrollBarSubPage ? piece(0, start) : piece(start + thumb, length - start - thumb);
        }
    }
    if (control == CC_SpinBox) {
        if (part == SC_SpinBoxEditField)
            return option->rect.adjusted(8, 2, -8, -2);
        if (part == SC_SpinBoxUp || part == SC_SpinBoxDown)
            return {};
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect inside(option->rect.left() + 10, option->rect.top(), option->rect.width() - 10 - 8 - m_theme.grown(14) - 4, option->rect.height());
        return visualRect(option->direction, option->rect, inside);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ForedeckStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const int field = m_theme.rowHeight(32, m_theme.tokens().type[int(Step::Body)].line);
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox:
        return {size.width() + 20, field};
    case CT_ComboBox:
        return {size.width() + 10 + 8 + m_theme.grown(14) + 8, field};
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const int words = QFontMetrics(m_theme.font(Step::Body, QFont::DemiBold)).horizontalAdvance(tab->text);
            return {words + tabGap, m_theme.rowHeight(m_theme.layout().header, 18)};
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {size.width(), 9};
            const QFontMetrics words(m_theme.font(Step::Body));
            const int key = QFontMetrics(m_theme.font(Step::Caption, QFont::Medium)).horizontalAdvance(item->text.section(QLatin1Char('\t'), 1));
            const int width = 12 + m_theme.grown(16) + 8 + words.horizontalAdvance(item->text.section(QLatin1Char('\t'), 0, 0)) + (key ? 32 + key : 0) + 20;
            return {width, m_theme.rowHeight(28, 18)};
        }
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, qMax(24, m_theme.line(Step::Body))});
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

/// Outside of what has the keyboard by 1 px; where the window or a scrolled pane ends before, as far as there is room: a ring is
/// never cut.
int ForedeckStyle::ringMargin(const QWidget *widget, bool across) const
{
    const int wanted = 1 + m_theme.focusWidth();
    const auto *ring = widget ? qobject_cast<const QFocusFrame *>(widget) : m_ring.data(); // it asks without saying who it is
    const QWidget *inside = ring ? ring->widget() : nullptr;
    const QWidget *around = ring ? ring->parentWidget() : nullptr;
    if (!inside || !around || !around->isAncestorOf(inside))
        return wanted;
    const QRect at(inside->mapTo(around, QPoint()), inside->size());
    const QRect room = around->rect();
    const int least = across ? qMin(at.left(), room.right() - at.right()) : qMin(at.top(), room.bottom() - at.bottom());
    return qBound(0, least, wanted);
}

int ForedeckStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseHeight:
    case PM_MenuHMargin:
    case PM_MenuPanelWidth:
        return 0;
    case PM_MenuVMargin:
        return 6;
    case PM_ScrollView_ScrollBarOverlap:
        return 10; // over the pane's padding: content keeps its width whether it scrolls or not
    case PM_SplitterWidth:
        return 1;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 0 : 1;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringMargin(widget, metric == PM_FocusFrameHMargin);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.grown(16);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.grown(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ForedeckStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_FocusFrame_Mask:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_Button_FocusPolicy:
        return Qt::TabFocus; // as what leavesKeyboard(): what is typed on would be commands
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : m_theme.motion().popupMs;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace foredeck::ui
