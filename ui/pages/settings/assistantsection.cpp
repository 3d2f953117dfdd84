#include "ui/pages/settings/assistantsection.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segment.h"
#include "ui/words/domainwords.h"
#include "ui/words/patchwords.h"
#include "ui/words/templatewords.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

QString wordLine(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << fromUtf8(word);
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> split(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            words.push_back(word.trimmed().toStdString());
    }
    return words;
}

} // namespace

AssistantSection::AssistantSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Assistant and safe mode"), tr("Who answers first, what may leave this computer, and when a person is asked."), QStringLiteral("assistant"),
          tr("pause answer safe mode send hand over emergency words contact"), parent)
    , m_desk(desk)
    , m_saving(desk)
    , m_pausing(desk)
    , m_guarding(desk)
{
    m_assistant = new Switch(tr("The assistant answers"));
    m_assistant->setWords(tr("The assistant answers"), tr("The assistant is paused"));
    m_assistantWords = new TextLabel({}, Step::Small, Color::Text3);
    m_assistantWords->setWrapping(true);
    m_safe = new Switch(tr("Safe mode"));
    m_safe->setWords(tr("Safe mode is on"), tr("Safe mode is off"));
    m_safeWords = new TextLabel({}, Step::Small, Color::Text3);
    m_safeWords->setWrapping(true);
    const auto together = [&](QWidget *control, TextLabel *words) {
        auto *pair = new QVBoxLayout;
        pair->setSpacing(2);
        pair->addWidget(control);
        pair->addWidget(words);
        column()->addLayout(pair);
    };
    together(m_assistant, m_assistantWords);
    together(m_safe, m_safeWords);
    addHeading(tr("When a person is asked"));
    m_due = addNumber(tr("A hand-over is due after"), tr("Emergencies after a third of it."), 1, 24 * 60, tr(" min"));
    m_long = addNumber(tr("Hand over after so many answers"), tr("0: never because of length."), 0, 200, {});
    m_handOver = new LineEdit(tr("Your own words that ask for a person"), tr("supervisor, complaint desk"));
    auto *handOver = new Field(tr("Your own words that ask for a person"), m_handOver);
    handOver->setHelp(tr("Separated by commas; beside the words the assistant knows."));
    column()->addWidget(handOver);
    m_emergency = new LineEdit(tr("Your own words for an emergency"), tr("taking on water, no heating"));
    column()->addWidget(new Field(tr("Your own words for an emergency"), m_emergency));
    addHeading(tr("What customers are told"));
    m_contact = new LineEdit(tr("How to reach the desk"), QStringLiteral("+1 305 555 0110"));
    auto *contact = new Field(tr("How to reach the desk"), m_contact);
    contact->setHelp(tr("Said when somebody asks for it, and in the answer to HELP."));
    column()->addWidget(contact);
    m_missed = new LineEdit(tr("Text after a missed call"), tr("Sorry we missed your call. What can we do for you?"));
    column()->addWidget(new Field(tr("Text after a missed call"), m_missed));
    m_templates = new EditBox(3);
    setSpokenName(m_templates->edit(), tr("WhatsApp templates"));
    m_templates->edit()->setPlaceholderText(tr("hello_again | en_US | Hello {{1}}, …"));
    m_templatesField = new Field(tr("WhatsApp templates"), m_templates);
    m_templatesField->setHelp(tr("As Meta approved them, one a line: name | language | text. With them your team may write first."));
    column()->addWidget(m_templatesField);
    m_clash = addClash();
    auto *row = new QHBoxLayout;
    m_save = new Button(tr("Save"), Button::Look::Primary);
    row->addWidget(m_save);
    row->addStretch();
    column()->addLayout(row);
    finish();
    connect(m_assistant, &QAbstractButton::toggled, this, [this](bool on) {
        if (m_loading || !m_data)
            return;
        m_pausing.follow(m_desk.acts.setAssistant(m_data->client.id, on));
        refresh();
    });
    connect(m_safe, &QAbstractButton::toggled, this, [this](bool on) {
        if (!m_loading && m_data)
            setSafeMode(on);
    });
    for (LineEdit *edit : {m_contact, m_missed, m_handOver, m_emergency}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_dirty = true;
            refresh();
        });
    }
    connect(m_templates->edit(), &QPlainTextEdit::textChanged, this, [this] {
        m_templatesField->setError({});
        if (m_loading)
            return;
        m_dirty = true;
        refresh();
    });
    connect(m_save, &QPushButton::clicked, this, &AssistantSection::save);
    for (ActFollower *act : {&m_saving, &m_pausing, &m_guarding}) {
        for (const auto signal : {&ActFollower::stored, &ActFollower::reachChanged})
            connect(act, signal, this, [this] { say(storedWords(m_desk.ephemera.sync())); });
        connect(act, &ActFollower::refused, this, [this](const QString &why) { say(tr("Not saved: %1").arg(why), true); });
        connect(act, &ActFollower::dropped, this, [this] { say({}); });
        connect(act, &ActFollower::taken, this, [this] { say(tr("Saved")); });
    }
    connect(&m_saving, &ActFollower::taken, this, &AssistantSection::saved);
    connect(&m_saving, &ActFollower::dropped, this, [this] { tellClash(m_clash, {}); });
    for (const auto signal : {&ActFollower::dropped, &ActFollower::stored})
        connect(&m_saving, signal, this, &AssistantSection::refresh);
    connect(&m_saving, &ActFollower::refused, this, &AssistantSection::refused);
    followSwitch(m_pausing);
    followSwitch(m_guarding);
    refresh();
}

AssistantSection::~AssistantSection() = default;

QSpinBox *AssistantSection::addNumber(const QString &label, const QString &help, int from, int to, const QString &suffix)
{
    auto *box = new QSpinBox;
    box->setRange(from, to);
    box->setSuffix(suffix);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    setSpokenName(box, label);
    growFixedWidth(box, 110);
    auto *field = new Field(label, box);
    field->setHelp(help);
    column()->addWidget(field);
    connect(box, &QSpinBox::valueChanged, this, [this] {
        if (m_loading)
            return;
        m_dirty = true;
        refresh();
    });
    return box;
}

/// A switch that was refused goes back to what is stored; one that was taken is told by the cache.
void AssistantSection::followSwitch(ActFollower &act)
{
    connect(&act, &ActFollower::refused, this, &AssistantSection::showSwitches);
    connect(&act, &ActFollower::dropped, this, &AssistantSection::showSwitches);
    connect(&act, &ActFollower::taken, this, &AssistantSection::refresh);
}

void AssistantSection::showSwitches()
{
    m_loading = true;
    if (m_data && !m_pausing.isUnderWay())
        m_assistant->setChecked(m_data->client.assistantOn);
    if (m_data && !m_guarding.isUnderWay())
        m_safe->setChecked(m_data->client.safeMode);
    m_loading = false;
    refresh();
}

void AssistantSection::setSafeMode(bool on)
{
    if (on) {
        m_guarding.follow(m_desk.acts.setSafeMode(m_data->client.id, true, m_data->client.version));
        return refresh();
    }
    // Turning it off lets real messages go to real people: it is asked first.
    m_loading = true;
    m_safe->setChecked(true);
    m_loading = false;
    refresh();
    if (!m_question)
        m_question = new Question(window());
    m_question->ask(tr("Let messages of %1 leave this computer?").arg(harmless(fromUtf8(m_data->client.name))),
        tr("Replies of your team and answers of the assistant will reach customers on the channels that have keys. What was kept here so far stays here."), tr("Keep safe mode"),
        tr("Turn safe mode off"), [this, client = m_data->client] {
            m_guarding.follow(m_desk.acts.setSafeMode(client.id, false, client.version));
            m_loading = true;
            m_safe->setChecked(false);
            m_loading = false;
            refresh();
        });
}

void AssistantSection::present(const ClientDetails::Data *facts)
{
    const bool other = !facts || !m_data || facts->client.id != m_data->client.id;
    m_data = facts ? std::optional<ClientDetails::Data>(*facts) : std::nullopt;
    if (other) {
        for (ActFollower *act : {&m_saving, &m_pausing, &m_guarding})
            act->follow({});
        say({});
    }
    const std::optional<ClientSettings> now = m_data ? m_data->settings : std::nullopt;
    if (other || (now && !m_dirty))
        fill(now.value_or(ClientSettings()));
    showSwitches();
}

void AssistantSection::forget()
{
    for (ActFollower *act : {&m_saving, &m_pausing, &m_guarding})
        act->follow({});
    say({});
    fill(m_data && m_data->settings ? *m_data->settings : ClientSettings());
    showSwitches();
}

void AssistantSection::refused()
{
    if (const auto theirs = settingsTold(m_saving.refusedAct())) {
        m_basis.told(*theirs);
        tellClash(m_clash, clashLines(m_saving.refusedAct()));
        say(tr("Not saved: %1").arg(newerWords()), true);
    }
    refresh();
}

void AssistantSection::fill(const ClientSettings &settings)
{
    m_loading = true;
    m_due->setValue(int(settings.escalationDueMinutes));
    m_long->setValue(int(settings.longConversation));
    // Caret, selection and undo steps stay where nothing is another.
    const auto put = [](LineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    put(m_handOver, wordLine(settings.handOverWords));
    put(m_emergency, wordLine(settings.emergencyWords));
    put(m_contact, fromUtf8(settings.contact));
    put(m_missed, fromUtf8(settings.missedCallText));
    if (const QString lines = templateLines(settings.templates); m_templates->edit()->toPlainText() != lines)
        m_templates->edit()->setPlainText(lines);
    m_basis.fill(settings, shown());
    tellClash(m_clash, {});
    m_dirty = false;
    m_loading = false;
}

ClientSettings AssistantSection::shown() const
{
    ClientSettings settings;
    settings.escalationDueMinutes = m_due->value();
    settings.longConversation = m_long->value();
    settings.handOverWords = split(m_handOver->text());
    settings.emergencyWords = split(m_emergency->text());
    settings.contact = m_contact->text().trimmed().toStdString();
    settings.missedCallText = m_missed->text().trimmed().toStdString();
    int wrongLine = 0;
    settings.templates = templatesOf(m_templates->edit()->toPlainText(), wrongLine).value_or(settings.templates);
    return settings;
}

/// A template that is half written is none yet, and what comes behind a comma has not come: both are more than was sent.
QStringList AssistantSection::words() const
{
    return {m_due->text(), m_long->text(), m_handOver->text(), m_emergency->text(), m_contact->text(), m_missed->text(), m_templates->edit()->toPlainText()};
}

bool AssistantSection::isDirty() const
{
    return m_dirty && !(m_saving.isUnderWay() && holdsSent());
}

void AssistantSection::save()
{
    if (!m_data || !m_data->settings)
        return;
    if (int wrongLine = 0; !templatesOf(m_templates->edit()->toPlainText(), wrongLine))
        return m_templatesField->setError(tr("Line %1 is no template: a name in small letters, a language, a text with gaps {{1}}, {{2}} and so on.").arg(wrongLine));
    tellClash(m_clash, {});
    const ClientSettings before = m_basis.known();
    m_sentWords = words();
    m_saving.follow(m_desk.acts.saveSettings(before, m_basis.send(shown())));
    refresh();
}

void AssistantSection::saved()
{
    m_basis.taken();
    tellClash(m_clash, {});
    // What was changed after the press is another change, and not saved.
    m_dirty = m_dirty && !holdsSent();
    if (!m_dirty && m_data && m_data->settings)
        fill(*m_data->settings); // with what others have changed meanwhile
    refresh();
}

void AssistantSection::refresh()
{
    const Role role = m_desk.ephemera.me().role.value();
    const bool manage = m_data && mayDo(role, Right::Manage);
    const bool administer = m_data && mayDo(role, Right::Administer);
    m_assistant->setEnabled(manage);
    m_safe->setEnabled(administer);
    m_assistantWords->setText(m_assistant->isChecked() ? tr("It answers while this program or its service runs, and hands over what it does not know.") : tr("Customers wait for a person; nothing is answered by itself."));
    // The cache shows what was asked for at once; it protects nobody before the server has it.
    if (m_guarding.isUnderWay() && m_safe->isChecked())
        m_safeWords->setText(tr("Asked for. Until the server has it, replies and answers go out as before."));
    else
        m_safeWords->setText(m_safe->isChecked() ? tr("Nothing leaves this computer. What would have been sent is kept and marked.") : tr("Replies and answers reach customers on the channels that have keys."));
    for (QWidget *field : std::initializer_list<QWidget *> {m_contact, m_missed, m_handOver, m_emergency, m_due, m_long, m_templates})
        field->setEnabled(manage && m_data->settings.has_value());
    enableButton(m_save, manage && m_dirty && !m_saving.isUnderWay(), m_missed);
}

} // namespace foredeck::ui
