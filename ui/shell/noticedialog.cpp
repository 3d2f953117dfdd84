#include "ui/shell/noticedialog.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/timefield.h"
#include "ui/words/domainwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int noticeWidth = 520;
constexpr std::chrono::hours shortPause {1};
constexpr int morningMinute = 9 * 60; // when a desk opens, where nothing else is known

} // namespace

NoticeDialog::NoticeDialog(QWidget *window) : Overlay(window, noticeWidth, -1), m_client(new QComboBox)
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("For the assistant and everybody here"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    m_clientField = new Field(tr("Client"), m_client);
    column->addWidget(m_clientField);
    column->addWidget(makeAssistant());
    column->addWidget(makeNotice());
    m_list = new QVBoxLayout;
    m_list->setSpacing(6);
    column->addLayout(m_list);
    auto *verbs = new QHBoxLayout;
    verbs->addStretch();
    auto *done = new Button(tr("Close"), Button::Look::Outlined);
    verbs->addWidget(done);
    column->addLayout(verbs);
    connect(done, &QPushButton::clicked, this, &Overlay::close);
    connect(m_client, &QComboBox::currentIndexChanged, this, &NoticeDialog::refresh);
}

QWidget *NoticeDialog::makeAssistant()
{
    auto *part = new QWidget(box());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_state = new TextLabel({}, Step::Body, Color::Text2);
    m_state->setWrapping(true);
    column->addWidget(m_state);
    auto *row = new FlowRow(8, part);
    const auto button = [&](const QString &words) {
        auto *made = new Button(words, Button::Look::Outlined, row);
        made->setSmall(true);
        row->add(made);
        return made;
    };
    m_pauseHour = button(tr("Pause for an hour"));
    m_pauseMorning = button(tr("Pause until tomorrow morning"));
    m_pause = button(tr("Pause until further notice"));
    m_resume = button(tr("Let the assistant answer"));
    column->addWidget(row);
    const auto pause = [this](const std::optional<Timestamp> &until) {
        if (const Client *client = chosen())
            Q_EMIT pauseWanted(client->id, until);
    };
    connect(m_pauseHour, &QPushButton::clicked, this, [this, pause] { pause(m_time().now + shortPause); });
    connect(m_pauseMorning, &QPushButton::clicked, this, [this, pause] { pause(morning()); });
    connect(m_pause, &QPushButton::clicked, this, [pause] { pause(std::nullopt); });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (const Client *client = chosen())
            Q_EMIT resumeWanted(client->id);
    });
    return part;
}

QWidget *NoticeDialog::makeNotice()
{
    auto *part = new QWidget(box());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_text = new LineEdit(tr("Notice"), tr("No rooms until Sunday"));
    m_textField = new Field(tr("Notice"), m_text);
    m_textField->setHelp(tr("The assistant tells it to whom it concerns, and everybody here sees it."));
    column->addWidget(m_textField);
    auto *when = new QWidget;
    auto *row = new QHBoxLayout(when);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *day = new DayField;
    m_day = day;
    m_hour = new TimeField(tr("Time"));
    growFixedWidth(m_hour, 72);
    m_add = new Button(tr("Add the notice"), Button::Look::Primary);
    row->addWidget(m_day);
    row->addWidget(m_hour);
    row->addStretch();
    row->addWidget(m_add);
    m_untilField = new Field(tr("It holds until"), when);
    column->addWidget(m_untilField);
    connect(m_add, &QPushButton::clicked, this, &NoticeDialog::take);
    connect(m_text, &QLineEdit::returnPressed, this, &NoticeDialog::take);
    connect(day, &DayField::entered, this, &NoticeDialog::take);
    connect(m_hour, &QLineEdit::returnPressed, this, &NoticeDialog::take);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_textField->setError({}); });
    connect(m_day, &QDateEdit::dateChanged, this, [this] { m_untilField->setError({}); });
    connect(m_hour, &TimeField::edited, this, [this] { m_untilField->setError({}); });
    return part;
}

void NoticeDialog::ask(const std::vector<Client> &clients, const ClientId &at, std::function<TimeContext()> time, bool manages, About about)
{
    m_time = std::move(time);
    m_manages = manages;
    m_about = about;
    // What was begun here keeps its business and its end.
    const Client *before = m_text->text().isEmpty() ? nullptr : chosen();
    const ClientId whose = before ? before->id : at;
    m_clients.clear();
    m_client->clear();
    for (const Client &client : clients) {
        m_clients.push_back(client);
        m_client->addItem(harmless(fromUtf8(client.name)));
    }
    choose(whose);
    m_clientField->setVisible(m_clients.size() > 1);
    const TimeContext now = m_time();
    const QDate today = localTime(now.now, now).date();
    m_day->setDateRange(today, today.addDays(longestNoticeTime.count() - 1));
    if (m_text->text().isEmpty()) {
        m_day->setDate(today.addDays(1));
        m_hour->setMinute(morningMinute);
    }
    m_textField->setError({});
    m_untilField->setError({});
    refresh();
    open();
}

void NoticeDialog::present(const std::vector<Client> &clients)
{
    for (Client &known : m_clients) {
        const auto now = std::find_if(clients.begin(), clients.end(), [&](const Client &one) { return one.id == known.id; });
        if (now != clients.end())
            known = *now;
    }
    if (isOpen())
        refresh();
}

void NoticeDialog::fail(const QString &why, const ClientId &client, const QString &text, const std::optional<Timestamp> &until)
{
    if (!text.isEmpty() && m_text->text().isEmpty()) {
        choose(client);
        m_text->setText(text);
        if (until && m_time) {
            const QDateTime end = localTime(*until, m_time());
            m_day->setDate(end.date());
            m_hour->setMinute(end.time().hour() * 60 + end.time().minute());
        }
    }
    m_textField->setError(why);
    if (!isOpen() && m_time)
        open();
}

bool NoticeDialog::holdsWords() const
{
    return !m_text->text().trimmed().isEmpty();
}

void NoticeDialog::dropWords()
{
    m_text->clear();
    m_textField->setError({});
}

QWidget *NoticeDialog::firstFocus() const
{
    if (m_about == About::Notice)
        return m_text;
    return m_pauseHour->isVisibleTo(box()) ? m_pauseHour : m_resume;
}

void NoticeDialog::choose(const ClientId &client)
{
    const auto at = std::find_if(m_clients.begin(), m_clients.end(), [&](const Client &one) { return one.id == client; });
    if (at != m_clients.end())
        m_client->setCurrentIndex(int(at - m_clients.begin()));
}

const Client *NoticeDialog::chosen() const
{
    const int at = m_client->currentIndex();
    return at < 0 || at >= int(m_clients.size()) ? nullptr : &m_clients[static_cast<std::size_t>(at)];
}

Timestamp NoticeDialog::morning() const
{
    const TimeContext now = m_time();
    return momentOf(localTime(now.now, now).date().addDays(1), morningMinute, now).value_or(now.now + shortPause);
}

void NoticeDialog::refresh()
{
    const Client *client = chosen();
    if (!client || !m_time)
        return;
    const TimeContext time = m_time();
    const bool on = client->assistantOn;
    // One that nobody has given an end is a manager's to end.
    const bool mayEnd = m_manages || client->assistantOffUntil.has_value();
    if (on)
        m_state->setText(tr("The assistant answers."));
    else if (client->assistantOffUntil)
        m_state->setText(tr("The assistant is paused until %1.").arg(comingWord(*client->assistantOffUntil, time)));
    else
        m_state->setText(tr("The assistant is paused until further notice."));
    m_pauseHour->setVisible(on || mayEnd);
    m_pauseMorning->setVisible(on || mayEnd);
    m_pause->setVisible(m_manages && (on || client->assistantOffUntil));
    m_resume->setVisible(!on && mayEnd);
    showNotices(*client);
}

NoticeDialog::Line NoticeDialog::lineOf(const Client &client, const Notice &notice, const TimeContext &time) const
{
    const QString text = harmless(fromUtf8(notice.text));
    const QString until = notice.until ? tr("until %1").arg(comingWord(*notice.until, time)) : tr("until it is ended");
    return {notice.id, text, until, tr("End the notice of %1: %2 (%3)").arg(harmless(fromUtf8(client.name)), text, until)};
}

/// Made anew only where they say something else: whoever is on a button of theirs stays there, or goes to the field.
void NoticeDialog::showNotices(const Client &client)
{
    const TimeContext time = m_time();
    std::vector<Line> lines;
    for (const Notice &notice : client.notices) {
        if (!notice.until || *notice.until > time.now)
            lines.push_back(lineOf(client, notice, time));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) { // the same, said twice
        const auto twins = std::count_if(lines.begin(), lines.begin() + std::ptrdiff_t(i), [&](const Line &one) { return one.text == lines[i].text && one.until == lines[i].until; });
        if (twins > 0)
            lines[i].end += QStringLiteral(" · %1").arg(twins + 1);
    }
    if (client.id == m_linesOf && lines == m_lines)
        return;
    const QWidget *focus = window()->focusWidget();
    std::optional<NoticeId> held;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i]->isAncestorOf(focus))
            held = m_lines[i].id;
    }
    for (QWidget *line : std::exchange(m_shown, {})) {
        line->hide();
        line->deleteLater();
    }
    m_lines = std::move(lines);
    m_linesOf = client.id;
    for (const Line &line : m_lines) {
        m_shown.push_back(makeLine(line, client.id));
        if (held && line.id == *held)
            m_shown.back()->setFocus(Qt::OtherFocusReason);
    }
    if (held && std::none_of(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.id == *held; }))
        m_text->setFocus(Qt::OtherFocusReason);
}

QWidget *NoticeDialog::makeLine(const Line &line, const ClientId &client)
{
    auto *part = new QWidget(box());
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new TextLabel(line.text, Step::Body);
    words->setWrapping(true);
    row->addWidget(words, 1);
    row->addWidget(new TextLabel(line.until, Step::Small, Color::Text3));
    auto *end = new Button(tr("End"), Button::Look::Quiet, part);
    end->setSmall(true);
    end->setVisible(!line.id.empty()); // one from before they had ids ends by its time
    setSpokenName(end, line.end);
    part->setFocusProxy(end);
    row->addWidget(end);
    connect(end, &QPushButton::clicked, this, [this, client, id = line.id] { Q_EMIT endWanted(client, id); });
    m_list->addWidget(part);
    part->show(); // at once: it may be given the keyboard
    return part;
}

void NoticeDialog::take()
{
    const Client *client = chosen();
    const QString text = m_text->text().trimmed();
    const auto say = [this](Field *field, const QString &why) {
        field->setError(why);
        reveal(field);
    };
    if (text.isEmpty())
        return say(m_textField, tr("Say what holds."));
    if (text.toUtf8().size() > qsizetype(longestNotice))
        return say(m_textField, tr("This is too long."));
    const auto end = momentOf(m_day->date(), m_hour->minute(), m_time());
    if (!end)
        return say(m_untilField, tr("This is no time."));
    if (*end <= m_time().now)
        return say(m_untilField, tr("This is past already."));
    if (!client)
        return;
    m_text->clear();
    Q_EMIT noticeWanted(client->id, text, end);
}

} // namespace foredeck::ui
