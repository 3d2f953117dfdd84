#include "ui/widgets/toast.h"

#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int toastGap = 16;

} // namespace

Toast::Toast(QWidget *parent) : QWidget(parent)
{
    makeAnnouncing(this);
    auto *row = new QHBoxLayout(this);
    setSideMargins(this, row, 14, 8, 8, 8);
    row->setSpacing(10);
    m_words = new TextLabel({}, Step::Body, Color::OnTooltip);
    m_button = new Button({}, Button::Look::Dark, this);
    m_button->setSmall(true);
    m_button->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_words);
    row->addWidget(m_button);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        dismiss();
        Q_EMIT expired();
    });
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    hide();
}

void Toast::say(const QString &sentence, QAction *action, int ms, bool counts)
{
    m_words->setText(sentence);
    m_button->disconnect(this);
    m_button->setVisible(action != nullptr);
    if (action)
        m_button->setAction(action, tr("Undo"));
    m_ms = ms;
    m_counts = counts;
    m_rest = 0;
    m_timer.start(ms);
    if (counts)
        m_tick.start();
    place();
    announce(this, sentence);
    show();
    raise();
}

void Toast::dismiss()
{
    m_timer.stop();
    m_tick.stop();
    m_rest = 0;
    hide();
}

void Toast::pause(bool paused)
{
    if (paused && m_timer.isActive()) {
        m_rest = qMax(1, m_timer.remainingTime());
        m_timer.stop();
    } else if (!paused && m_rest > 0) {
        m_timer.start(std::exchange(m_rest, 0));
    }
}

void Toast::setAnchor(const QRect &area)
{
    m_area = area;
    place();
}

/// One line where there is room; longer words take more of them, and the way back stays in sight.
void Toast::place()
{
    const int room = m_area.width() - 2 * toastGap;
    m_words->setWrapping(false);
    QSize size = sizeHint();
    if (room > 0 && size.width() > room) {
        m_words->setWrapping(true);
        size = {room, layout()->totalHeightForWidth(room)};
    }
    const bool isOther = isVisible() && size.height() != height();
    setGeometry(QRect(m_area.center().x() - size.width() / 2, m_area.bottom() - toastGap - size.height(), size.width(), size.height()));
    if (isOther)
        Q_EMIT covers(size.height() + toastGap);
}

void Toast::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT covers(height() + toastGap);
}

void Toast::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT covers(0);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    strokeRounded(painter, rect(), radiusCard, Qt::transparent, 0, theme.color(Color::Tooltip));
    if (!m_counts || m_ms <= 0)
        return;
    const double rest = qBound(0.0, double(m_rest > 0 ? m_rest : m_timer.remainingTime()) / m_ms, 1.0);
    const QRect line(radiusCard, height() - 3, qRound((width() - 2 * radiusCard) * rest), 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), theme.color(Color::OnTooltip));
}

} // namespace foredeck::ui
