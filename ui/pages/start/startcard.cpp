#include "ui/pages/start/startcard.h"

#include "ui/pages/start/plantext.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/question.h"
#include "ui/widgets/weekeditor.h"
#include "ui/words/problemwords.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

/// As much as the backend takes (contract 2).
constexpr int mostNameBytes = 200;

/// A step's number in a circle.
class StepNumber final : public QWidget {
public:
    explicit StepNumber(int number) : m_number(number) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {themeOf(this).grown(18), themeOf(this).grown(18)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        strokeRounded(painter, rect(), width() / 2.0, theme.color(Color::LineStrong), 1);
        drawLine(painter, rect(), QString::number(m_number), {theme.font(Step::Caption, QFont::Medium), theme.color(Color::Text), Qt::LeftToRight}, Side::Center);
    }

private:
    int m_number;
};

/// Monday to Friday nine to five, Saturday ten to two: a beginning that is right for many and easy to change.
OpeningHours firstHours()
{
    OpeningHours hours;
    hours.zone = systemZone().toStdString();
    for (std::size_t day = 0; day < 5; ++day)
        hours.week[day] = {{9 * 60, 17 * 60}};
    hours.week[5] = {{10 * 60, 14 * 60}};
    return hours;
}

QString windowsWord(const std::vector<OpenWindow> &windows)
{
    if (windows.empty())
        return StartCard::tr("closed");
    QStringList words;
    const auto word = [](int minute) { return QTime(0, 0).addSecs(minute * 60).toString(QStringLiteral("HH:mm")); };
    for (const OpenWindow &window : windows)
        words << word(window.start) + QStringLiteral(" – ") + (window.end % 1440 == 0 ? QStringLiteral("24:00") : word(window.end % 1440));
    return words.join(QStringLiteral(", "));
}

/// Days with the same hours in a row become one line: "Mon – Fri".
std::vector<std::pair<QString, QString>> hourLines(const OpeningHours &hours)
{
    std::vector<std::pair<QString, QString>> lines;
    const QLocale locale;
    for (int day = 0; day < 7;) {
        int last = day;
        while (last + 1 < 7 && hours.week[static_cast<std::size_t>(last + 1)] == hours.week[static_cast<std::size_t>(day)])
            ++last;
        const auto name = [&](int d, bool whole) { return locale.standaloneDayName(d + 1, whole ? QLocale::LongFormat : QLocale::ShortFormat); };
        lines.emplace_back(last == day ? name(day, true) : name(day, false) + QStringLiteral(" – ") + name(last, false), windowsWord(hours.week[static_cast<std::size_t>(day)]));
        day = last + 1;
    }
    return lines;
}

} // namespace

StartCard::StartCard(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_host(desk.host), m_drafts(desk.store, desk.acts, {CompositionKind::Business})
{
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(16, 16, 16, 16);
    around->setSpacing(10);
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 14, 1, 14);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 0, 14, 12);
    head->setSpacing(4);
    auto *title = new TextLabel(tr("Use it for my business"), Step::Reading, Color::Text, QFont::DemiBold);
    auto *words = new TextLabel(tr("About five minutes. Your data stays apart from the sample and outlives it."), Step::Small, Color::Text2);
    words->setWrapping(true);
    head->addWidget(title);
    head->addWidget(words);
    column->addLayout(head);
    addName(column);
    addHours(column);
    addFaqs(column);
    addChannels(column);
    addEnd(column);
    around->addWidget(card);
    m_clearWords = new TextLabel({}, Step::Small, Color::Text2);
    m_clearWords->setWrapping(true);
    around->addWidget(m_clearWords);
    around->addStretch();
    setSampleCount(0);
    connect(&m_host, &Host::businessMade, this, &StartCard::onMade);
    connect(&m_host, &Host::businessFailed, this, &StartCard::onFailed);
    bindJournal();
}

StartCard::~StartCard()
{
    m_drafts.disconnect(this); // they save what is unsaved when they go, and tell it to what is left of the card
}

void StartCard::bindJournal()
{
    const auto show = [this] {
        if (const auto typed = planOf(m_drafts.text(CompositionKind::Business)))
            setTyped(*typed);
    };
    connect(&m_drafts, &Drafts::loaded, this, show);
    connect(&m_drafts, &Drafts::textChanged, this, show);
    connect(m_name, &QLineEdit::textChanged, this, &StartCard::keepTyped);
    connect(m_week, &WeekEditor::edited, this, &StartCard::keepTyped);
    for (const Faq &faq : m_faqs) {
        connect(faq.question, &QLineEdit::textChanged, this, &StartCard::keepTyped);
        connect(faq.answer, &QLineEdit::textChanged, this, &StartCard::keepTyped);
    }
    m_drafts.open({{}, businessJournalId(), 0});
}

void StartCard::keepTyped()
{
    if (!m_shows && !m_isMade)
        m_drafts.typed(CompositionKind::Business, isFilled() ? textOf(typed()) : QString());
}

/// What was made of it stands elsewhere from now on, and not here again. Until then it is nowhere but here.
void StartCard::onMade()
{
    m_isMade = true;
    m_drafts.typed(CompositionKind::Business, {});
    m_drafts.flush();
}

void StartCard::onFailed(const QString &why)
{
    m_problem->setText(problemWords(why));
    m_problem->setVisible(true);
    m_start->setEnabled(true);
    m_start->setText(tr("Start my business"));
    keepTyped();
    // While it was greyed the keyboard went to the next button, which takes something away.
    if (isAncestorOf(QApplication::focusWidget()))
        m_start->setFocus(Qt::OtherFocusReason);
}

QVBoxLayout *StartCard::addStep(QVBoxLayout *column, int number, const QString &title, QWidget *aside)
{
    column->addWidget(new Rule);
    auto *part = new QVBoxLayout;
    part->setContentsMargins(14, 12, 14, 12);
    part->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new StepNumber(number));
    auto *words = new TextLabel(title, Step::Body, Color::Text, QFont::DemiBold);
    words->setElides();
    row->addWidget(words);
    row->addStretch();
    if (aside)
        row->addWidget(aside);
    part->addLayout(row);
    column->addLayout(part);
    return part;
}

void StartCard::addName(QVBoxLayout *column)
{
    QVBoxLayout *part = addStep(column, 1, tr("Name"), nullptr);
    m_name = new LineEdit(tr("Name of your business"), QStringLiteral("Harbour Lights Hotel"));
    m_nameField = new Field({}, m_name);
    part->addWidget(m_nameField);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        // One that is too long is told while it grows.
        m_nameField->setError(m_name->text().trimmed().isEmpty() ? QString() : nameProblem());
    });
}

void StartCard::addHours(QVBoxLayout *column)
{
    m_zone = new TextLabel({}, Step::Caption, Color::Text3);
    m_zone->setElides();
    QVBoxLayout *part = addStep(column, 2, tr("Hours"), m_zone);
    m_hoursShown = new QWidget;
    m_hoursRows = new QVBoxLayout(m_hoursShown);
    m_hoursRows->setContentsMargins(0, 0, 0, 0);
    m_hoursRows->setSpacing(6);
    part->addWidget(m_hoursShown);
    m_week = new WeekEditor(WeekEditor::Room::Panel);
    m_week->setHours(firstHours());
    m_week->hide();
    part->addWidget(m_week);
    auto *links = new QHBoxLayout;
    links->setSpacing(12);
    m_editHours = new Button(tr("Edit hours and zone"), Button::Look::Link);
    connect(m_editHours, &QPushButton::clicked, this, [this] {
        if (m_week->isHidden() || m_week->showProblem().isEmpty())
            editHours(m_week->isHidden());
    });
    links->addWidget(m_editHours);
    links->addStretch();
    part->addLayout(links);
    connect(m_week, &WeekEditor::edited, this, &StartCard::refreshHours);
    connect(m_week, &WeekEditor::edited, this, [this] {
        if (m_problem && m_week->problem() != m_problem->text())
            m_problem->hide(); // of hours as they were
    });
    refreshHours();
}

void StartCard::editHours(bool open)
{
    m_week->setVisible(open);
    m_hoursShown->setVisible(!open);
    m_editHours->setText(open ? tr("Done") : tr("Edit hours and zone"));
    m_editHours->updateGeometry();
}

void StartCard::refreshHours()
{
    const OpeningHours hours = m_week->hours();
    const QString zone = QString::fromStdString(hours.zone);
    const QString city = zone.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
    const QString words = zone.contains(QLatin1Char('/')) ? tr("%1 time", "of a city's time zone").arg(city) : zone;
    m_zone->setText(zone == systemZone() ? tr("%1, as this computer").arg(words) : words);
    while (QLayoutItem *item = m_hoursRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto add = [&](const QString &day, const QString &time) {
        auto *row = new QWidget;
        auto *inside = new QHBoxLayout(row);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(new TextLabel(day, Step::Small, Color::Text2));
        inside->addStretch();
        inside->addWidget(new TextLabel(time, Step::Small));
        m_hoursRows->addWidget(row);
    };
    if (hours.always)
        return add(tr("Every day"), tr("day and night"));
    for (const auto &[day, time] : hourLines(hours))
        add(day, time);
}

void StartCard::addFaqs(QVBoxLayout *column)
{
    m_answered = new TextLabel({}, Step::Caption, Color::Text3);
    QVBoxLayout *part = addStep(column, 3, tr("Three questions customers ask"), m_answered);
    auto *fixed = new QHBoxLayout;
    fixed->setSpacing(8);
    fixed->addWidget(new Glyph(QStringLiteral("check"), 14, Color::Success));
    auto *open = new TextLabel(tr("When are you open?"), Step::Small);
    open->setElides();
    fixed->addWidget(open);
    fixed->addStretch();
    fixed->addWidget(new TextLabel(tr("from your hours"), Step::Caption, Color::Text3));
    part->addLayout(fixed);
    for (const QString &question : {tr("Where can I park?"), tr("What does it cost?")}) {
        Faq faq;
        faq.proposed = question;
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *glyph = new Glyph(QStringLiteral("edit"), 14, Color::Text2);
        faq.glyph = glyph;
        faq.shown = new TextLabel(question, Step::Small);
        faq.shown->setElides();
        faq.write = new Button(tr("Write answer"), Button::Look::Link);
        row->addWidget(glyph);
        row->addWidget(faq.shown);
        row->addStretch();
        row->addWidget(faq.write);
        part->addLayout(row);
        faq.editor = new QWidget;
        auto *fields = new QVBoxLayout(faq.editor);
        fields->setContentsMargins(0, 0, 0, 4);
        fields->setSpacing(6);
        const int number = int(m_faqs.size()) + 2;
        faq.question = new LineEdit(tr("Question %1").arg(number));
        faq.question->setText(question);
        faq.answer = new LineEdit(tr("Answer to question %1").arg(number), tr("The answer, as you would say it"));
        fields->addWidget(faq.question);
        fields->addWidget(faq.answer);
        faq.editor->hide();
        part->addWidget(faq.editor);
        connect(faq.write, &QPushButton::clicked, this, [editor = faq.editor, answer = faq.answer] {
            editor->setVisible(editor->isHidden());
            if (!editor->isHidden())
                answer->setFocus(Qt::OtherFocusReason);
        });
        connect(faq.answer, &QLineEdit::textChanged, this, &StartCard::refreshFaqs);
        connect(faq.question, &QLineEdit::textChanged, this, &StartCard::refreshFaqs);
        m_faqs.push_back(faq);
    }
    refreshFaqs();
}

void StartCard::refreshFaqs()
{
    int answered = 1;
    for (const Faq &faq : m_faqs) {
        const bool has = !faq.answer->text().trimmed().isEmpty();
        answered += has ? 1 : 0;
        static_cast<Glyph *>(faq.glyph)->setGlyph(has ? QStringLiteral("check") : QStringLiteral("edit"), has ? Color::Success : Color::Text2);
        faq.shown->setText(faq.question->text());
        faq.write->setText(has ? tr("Change answer") : tr("Write answer"));
        setSpokenName(faq.write, (has ? tr("Change the answer to “%1”") : tr("Write the answer to “%1”")).arg(faq.question->text()));
        faq.write->updateGeometry();
    }
    m_answered->setText(tr("%1 of %2").arg(answered).arg(int(m_faqs.size()) + 1));
}

void StartCard::addChannels(QVBoxLayout *column)
{
    QVBoxLayout *part = addStep(column, 4, tr("Channel keys"), new TextLabel(tr("may be later"), Step::Caption, Color::Text3));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (const auto &[glyph, word] : {std::pair {QStringLiteral("whatsapp"), QStringLiteral("WhatsApp")}, std::pair {QStringLiteral("sms"), QStringLiteral("SMS")}}) {
        row->addWidget(new Glyph(glyph, 14, Color::Text2));
        row->addWidget(new TextLabel(word, Step::Small));
        row->addSpacing(8);
    }
    row->addStretch();
    row->addWidget(new TextLabel(tr("in Settings › Channels"), Step::Caption, Color::Text3));
    part->addLayout(row);
    auto *words = new TextLabel(tr("Without keys, the live chat works here: once it has begun, “Write to yourself in the browser” in the empty inbox opens its page."), Step::Small, Color::Text2);
    words->setWrapping(true);
    part->addWidget(words);
}

void StartCard::addEnd(QVBoxLayout *column)
{
    column->addWidget(new Rule);
    auto *part = new QVBoxLayout;
    part->setContentsMargins(14, 12, 14, 0);
    part->setSpacing(8);
    m_problem = new TextLabel({}, Step::Small, Color::Danger);
    m_problem->setWrapping(true);
    m_problem->hide();
    part->addWidget(m_problem);
    auto *telephone = new TextLabel(tr("Your telephone, for when nobody looks: Settings › Who is told, afterwards."), Step::Small, Color::Text2);
    telephone->setWrapping(true);
    part->addWidget(telephone);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_start = new Button(tr("Start my business"), Button::Look::Primary);
    auto *clear = new Button(tr("Clear the sample"), Button::Look::Bare);
    row->addWidget(m_start);
    row->addWidget(clear);
    row->addStretch();
    part->addLayout(row);
    column->addLayout(part);
    connect(m_start, &QPushButton::clicked, this, &StartCard::start);
    connect(clear, &QPushButton::clicked, this, [this] {
        if (!m_question)
            m_question = new Question(window());
        m_question->ask(tr("Clear the sample?"), tr("Removes %n sample conversation(s) from this computer and nothing of yours. The sample's customers stop writing.", "", m_sampleCount), tr("Keep"),
            tr("Clear the sample"), [this] { clearSample(); });
    });
}

void StartCard::setSampleCount(int conversations)
{
    m_sampleCount = conversations;
    m_clearWords->setText(tr("Clearing removes %n sample conversation(s) from this computer and nothing of yours.", "", conversations));
}

BusinessPlan StartCard::plan() const
{
    BusinessPlan plan;
    plan.name = m_name->text().trimmed();
    plan.hours = m_week->hours();
    plan.language = m_host.language();
    for (const Faq &faq : m_faqs) {
        if (!faq.answer->text().trimmed().isEmpty() && !faq.question->text().trimmed().isEmpty())
            plan.faqs.push_back({faq.question->text().trimmed(), faq.answer->text().trimmed()});
    }
    return plan;
}

BusinessPlan StartCard::typed() const
{
    BusinessPlan typed = plan();
    typed.name = m_name->text();
    typed.faqs.clear();
    for (const Faq &faq : m_faqs)
        typed.faqs.push_back({faq.question->text() == faq.proposed ? QString() : faq.question->text(), faq.answer->text()});
    return typed;
}

void StartCard::setTyped(const BusinessPlan &typed)
{
    m_shows = true;
    m_name->setText(typed.name);
    m_week->setHours(typed.hours);
    for (std::size_t i = 0; i < std::min(m_faqs.size(), typed.faqs.size()); ++i) {
        if (!typed.faqs[i].question.isEmpty())
            m_faqs[i].question->setText(typed.faqs[i].question);
        m_faqs[i].answer->setText(typed.faqs[i].answer);
    }
    refreshHours();
    m_shows = false;
    keepTyped();
}

bool StartCard::isFilled() const
{
    const BusinessPlan now = typed();
    const bool faqs = std::any_of(now.faqs.begin(), now.faqs.end(), [](const FaqDraft &faq) { return !faq.question.isEmpty() || !faq.answer.isEmpty(); });
    return !now.name.isEmpty() || faqs || now.hours != firstHours();
}

void StartCard::clearSample()
{
    m_host.keepPlan(typed());
    m_host.clearSample();
}

QString StartCard::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("A name is needed: customers read it in the assistant's first message.");
    return name.toUtf8().size() > mostNameBytes ? tr("This name is too long.") : QString();
}

void StartCard::start()
{
    const BusinessPlan wanted = plan();
    m_nameField->setError(nameProblem());
    const QString problem = m_week->showProblem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_nameField->hasError())
        return m_name->setFocus(Qt::OtherFocusReason);
    if (!problem.isEmpty()) {
        editHours(true);
        m_week->showProblem(); // now that it can take the keyboard
        return;
    }
    m_start->setEnabled(false);
    m_start->setText(tr("Starting…"));
    m_host.startBusiness(wanted);
}

} // namespace foredeck::ui
