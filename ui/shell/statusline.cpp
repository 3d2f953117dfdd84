#include "ui/shell/statusline.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QStyle>
#include <QHBoxLayout>

#include <cmath>

namespace foredeck::ui {

namespace {

/// What gives way when the line is too narrow for all it says, in this order. What protects customers never does.
enum Brevity { allWords, shortWords, sessionSign, noTime, signsOnly };

/// A server says every 15 seconds how far it is: from then on, with some grace, the picture cannot be called live.
constexpr std::chrono::seconds silence {20};

class ShortRule final : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {17, 12}; }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(QRect(width() / 2, (height() - 12) / 2, 1, 12), themeOf(this).color(Color::Line)); }
};

} // namespace

StatusItem::StatusItem(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void StatusItem::set(const QString &glyph, const QString &words, Color color, bool strong)
{
    if (glyph == m_glyph && color == m_color && strong == m_strong && words == text())
        return;
    m_glyph = glyph;
    m_color = color;
    m_strong = strong;
    setText(words);
    setSpokenName(this, words);
    updateGeometry();
    update();
}

void StatusItem::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
}

void StatusItem::setSignOnly(bool on)
{
    m_signOnly = on;
    setToolTip(on ? plainTip(text()) : QString());
    updateGeometry();
    update();
}

QSize StatusItem::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFont font = theme.font(Step::Small, m_strong ? QFont::DemiBold : QFont::Normal);
    int width = int(std::ceil(textWidth(font, shownWords()))) + 1;
    if (!m_glyph.isEmpty())
        width += theme.grown(14) + 5;
    if (!m_key.isEmpty())
        width += 6 + keyCapWidth(theme, m_key);
    return {width, theme.rowHeight(24, 16)};
}

void StatusItem::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void StatusItem::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    int x = 0;
    if (!m_glyph.isEmpty()) {
        const int glyph = theme.grown(14);
        paintIcon(painter, place(QRect(0, (height() - glyph) / 2, glyph, glyph)), m_glyph, theme.color(m_color), layoutDirection(), theme.highContrast());
        x = glyph + 5;
    }
    const QFont font = theme.font(Step::Small, m_strong ? QFont::DemiBold : QFont::Normal);
    const Color ink = m_strong && m_color != Color::Warning && m_color != Color::Danger ? Color::Text : (m_strong ? m_color : Color::Text2);
    const int words = int(std::ceil(textWidth(font, shownWords())));
    drawLine(painter, place(QRect(x, 0, words + 1, height())), shownWords(), {font, theme.color(ink), layoutDirection()});
    if (!m_key.isEmpty()) {
        const int cap = keyCapWidth(theme, m_key);
        drawKeyCap(painter, place(QRect(x + words + 6, (height() - theme.grown(18)) / 2, cap, theme.grown(18))), m_key, theme, theme.color(Color::Text3),
            theme.color(Color::Line), theme.color(Color::Surface));
    }
}

SyncWords syncWords(const SyncStatus &status, const TimeContext &time, Timestamp localNow)
{
    SyncWords words;
    const auto count = [&](std::int64_t n) { return time.locale.toString(qlonglong(n)); };
    switch (status.phase) {
    case SyncPhase::Live:
        words.sign = {QStringLiteral("check"), StatusLine::tr("Live"), Color::Success};
        if (status.completeUpTo && time.now - *status.completeUpTo >= silence)
            words.sign = {QStringLiteral("clock"), StatusLine::tr("Behind by %1").arg(durationWord(time.now - *status.completeUpTo)), Color::Warning};
        break;
    case SyncPhase::CatchingUp:
        words.sign = {QStringLiteral("refresh"), status.total > 0 ? StatusLine::tr("Catching up, %1 of %2").arg(count(status.done), count(status.total)) : StatusLine::tr("Catching up"), Color::Warning};
        break;
    case SyncPhase::Connecting:
        words.sign = {QStringLiteral("refresh"), StatusLine::tr("Connecting"), Color::Warning};
        break;
    case SyncPhase::Reconnecting: {
        const auto left = status.retryAt ? std::max(std::chrono::milliseconds {0}, std::chrono::milliseconds(*status.retryAt - localNow)) : std::chrono::milliseconds {0};
        words.sign = {QStringLiteral("refresh"), left.count() >= 1000 ? StatusLine::tr("Reconnecting in %1").arg(durationWord(left)) : StatusLine::tr("Reconnecting"), Color::Warning};
        break;
    }
    case SyncPhase::Offline:
        words.sign = {QStringLiteral("cloud-off"), status.since ? StatusLine::tr("Offline since %1").arg(momentWord(*status.since, time)) : StatusLine::tr("Offline"), Color::Warning};
        break;
    case SyncPhase::Gap:
        words.sign = {QStringLiteral("alert"), StatusLine::tr("Gap being filled"), Color::Warning};
        break;
    case SyncPhase::CannotSave:
        words.sign = {QStringLiteral("stop"), StatusLine::tr("Cannot save here"), Color::Danger};
        break;
    case SyncPhase::TooOld:
        words.sign = {QStringLiteral("stop"), StatusLine::tr("This program is too old for the server"), Color::Danger};
        break;
    case SyncPhase::SignedOut:
        words.sign = {QStringLiteral("lock"), StatusLine::tr("Signed out"), Color::Text2};
        break;
    }
    if (status.completeUpTo) {
        const bool today = localTime(*status.completeUpTo, time).date() == localTime(time.now, time).date();
        words.complete = StatusLine::tr("Complete up to %1").arg(today ? clockSecondsWord(*status.completeUpTo, time) : momentWord(*status.completeUpTo, time));
    }
    return words;
}

StatusLine::StatusLine(QWidget *parent) : Pane(Color::Window, Top, parent)
{
    setGrowingHeight(28, 16);
    setSpokenName(this, tr("Status"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(13, 1, 14, 0);
    row->setSpacing(0);
    m_sync = new StatusItem(this);
    m_complete = new TextLabel({}, Step::Small, Color::Text2);
    m_complete->setDigitCells(true);
    m_unsent = new StatusItem(this);
    m_sessionRule = new ShortRule(this);
    m_session = new StatusItem(this);
    m_alertsRule = new ShortRule(this);
    m_alerts = new StatusItem(this);
    m_assistant = new StatusItem(this);
    m_safeRule = new ShortRule(this);
    m_safe = new StatusItem(this);
    m_keys = new StatusItem(this);
    row->addWidget(m_sync);
    row->addSpacing(16);
    row->addWidget(m_complete);
    row->addSpacing(8);
    row->addWidget(new ShortRule(this));
    row->addSpacing(8);
    row->addWidget(m_unsent);
    row->addSpacing(8);
    row->addWidget(m_sessionRule);
    row->addSpacing(8);
    row->addWidget(m_session);
    row->addSpacing(8);
    row->addWidget(m_alertsRule);
    row->addSpacing(8);
    row->addWidget(m_alerts);
    row->addSpacing(16);
    row->addStretch();
    row->addWidget(m_assistant);
    row->addSpacing(8);
    row->addWidget(m_safeRule);
    row->addSpacing(8);
    row->addWidget(m_safe);
    row->addSpacing(8);
    row->addWidget(new ShortRule(this));
    row->addSpacing(8);
    row->addWidget(m_keys);
    m_keys->setKey(QStringLiteral("?"));
    connect(m_sync, &QAbstractButton::clicked, this, &StatusLine::syncWanted);
    connect(m_unsent, &QAbstractButton::clicked, this, &StatusLine::outboxWanted);
    connect(m_assistant, &QAbstractButton::clicked, this, &StatusLine::clientsWanted);
    connect(m_safe, &QAbstractButton::clicked, this, &StatusLine::clientsWanted);
    connect(m_alerts, &QAbstractButton::clicked, this, &StatusLine::alertsWanted);
    connect(m_keys, &QAbstractButton::clicked, this, &StatusLine::shortcutsWanted);
    setUnsent(0, 0);
    setSession(KeyringState::NotNeeded, SessionPhase::SignedOut);
    setAlerts({});
    setClients(0, 0, 0);
}

void StatusLine::setSync(const SyncWords &words, const QString &tip)
{
    const int before = m_sync->sizeHint().width() + m_complete->sizeHint().width();
    m_sync->set(words.sign.glyph, words.sign.word, words.sign.color, true);
    m_sync->setToolTip(plainTip(tip));
    m_complete->setText(words.complete);
    // Told every second: the rest stays where it is while nothing moves.
    if (m_sync->sizeHint().width() + m_complete->sizeHint().width() != before)
        fit();
}

void StatusLine::setUnsent(int unsent, int needingReview)
{
    QString words = tr("%n unsent", "", unsent);
    if (needingReview > 0)
        words += QStringLiteral(" · ") + tr("%n need(s) a look", "", needingReview);
    m_unsent->set(needingReview > 0 ? QStringLiteral("alert") : QStringLiteral("outbox"), words, needingReview > 0 ? Color::Warning : Color::Text2);
    fit();
}

void StatusLine::setSession(KeyringState keyring, SessionPhase phase)
{
    // The embedded backend's one-time token ends with the session too.
    const bool shown = keyring == KeyringState::Waiting || (phase == SessionPhase::SignedIn && keyring != KeyringState::Stored);
    m_sessionWords = keyring == KeyringState::Waiting ? tr("Waiting for your keyring") : tr("Signed in for this session only");
    m_session->setVisible(shown);
    m_sessionRule->setVisible(shown);
    fit();
}

void StatusLine::setAlerts(const Sign &sign)
{
    const bool same = sign.word == m_alertSign.word && m_alerts->isVisibleTo(this) == !sign.word.isEmpty();
    m_alertSign = sign;
    for (QWidget *item : std::initializer_list<QWidget *> {m_alertsRule, m_alerts})
        item->setVisible(!sign.word.isEmpty());
    // Told every second, like the wire.
    if (!same)
        fit();
}

void StatusLine::setClients(int clients, int answering, int safe)
{
    m_clients = clients;
    m_answering = answering;
    m_safeCount = safe;
    // Of no business nothing can be said.
    for (QWidget *item : std::initializer_list<QWidget *> {m_assistant, m_safeRule, m_safe})
        item->setVisible(clients > 0);
    fit();
}

void StatusLine::setNarrow(bool narrow)
{
    m_narrow = narrow;
    fit();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fit();
}

void StatusLine::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fit();
}

void StatusLine::fit()
{
    for (int step = m_narrow ? shortWords : allWords; step <= signsOnly; ++step) {
        showWords(step);
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            break;
    }
}

void StatusLine::showWords(int step)
{
    QString assistant = tr("Assistant answering in %1 of %n client(s)", "", m_clients).arg(m_answering);
    if (step >= shortWords)
        assistant = tr("%1 of %n client(s)", "how many clients the assistant answers in", m_clients).arg(m_answering);
    else if (m_clients == 1)
        assistant = m_answering ? tr("Assistant answering") : tr("Assistant paused");
    QString safe = tr("Safe mode on");
    if (m_safeCount == 0)
        safe = tr("Safe mode off");
    else if (m_safeCount < m_clients)
        safe = tr("Safe mode on in %1 of %2").arg(m_safeCount).arg(m_clients);
    m_assistant->set(QStringLiteral("assistant"), assistant);
    m_safe->set(QStringLiteral("shield"), safe);
    m_session->set(QStringLiteral("key"), m_sessionWords);
    for (StatusItem *item : {m_assistant, m_safe})
        item->setSignOnly(step >= signsOnly);
    m_alerts->set(m_alertSign.glyph, m_alertSign.word, m_alertSign.color);
    for (StatusItem *item : {m_session, m_alerts})
        item->setSignOnly(step >= sessionSign);
    m_complete->setVisible(step < noTime);
    m_keys->set({}, tr("Shortcuts"));
    m_keys->setSignOnly(step >= shortWords);
}

} // namespace foredeck::ui
