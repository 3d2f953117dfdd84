#include "ui/pages/leads/newleaddialog.h"

#include "models/core/text.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/words/domainwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace foredeck::ui {

namespace {

constexpr int newLeadWidth = 600;
constexpr std::array ways {ChannelKind::Call, ChannelKind::WalkIn};
// As the server takes them (server/services/lead/newlead.cpp).
constexpr qsizetype mostName = 200;
constexpr qsizetype mostPhone = 64;
constexpr qsizetype mostEmail = 254;
constexpr qsizetype mostWants = 2000;

bool isLong(const std::string &text, qsizetype most) { return qsizetype(text.size()) > most; }

/// As the server looks at it: something on both sides of the one @, and a dot behind it.
bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at > 0 && text.indexOf(QLatin1Char('@'), at + 1) < 0 && text.indexOf(QLatin1Char('.'), at) > at + 1 && !text.contains(QLatin1Char(' '))
        && !text.endsWith(QLatin1Char('.'));
}

} // namespace

NewLeadDialog::NewLeadDialog(QWidget *window)
    : Overlay(window, newLeadWidth, -1), m_how(new Segment(tr("How they came"))), m_client(new QComboBox),
      m_name(new LineEdit(tr("Name"), tr("Nora Vidal"))), m_phone(new LineEdit(tr("Telephone"), QStringLiteral("+1 305 555 0142"))),
      m_email(new LineEdit(tr("E-mail"), QStringLiteral("nora@example.com"))), m_wants(new LineEdit(tr("What they want"), tr("A room for two, Friday to Sunday"))),
      m_note(new EditBox(3)), m_conversation(new QCheckBox(tr("Open a conversation, for tasks, notes and whoever takes it up"))), m_save(new Button(tr("Save"), Button::Look::Primary))
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("New lead"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    for (const ChannelKind way : ways) {
        const Sign sign = channelSign(way);
        m_how->addPart(sign.word, sign.glyph);
    }
    column->addWidget(m_how, 0, Qt::AlignLeading);
    m_clientField = new Field(tr("Client"), m_client);
    column->addWidget(m_clientField);
    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    const auto field = [&](const QString &label, QWidget *control, int row, int at) {
        auto *made = new Field(label, control);
        grid->addWidget(made, row, at, Qt::AlignTop);
        grid->setColumnStretch(at, 1);
        return made;
    };
    m_nameField = field(tr("Name"), m_name, 0, 0);
    m_phoneField = field(tr("Telephone"), m_phone, 0, 1);
    m_wantsField = field(tr("What they want"), m_wants, 1, 0);
    m_emailField = field(tr("E-mail"), m_email, 1, 1);
    column->addLayout(grid);
    setSpokenName(m_note->edit(), tr("First note"));
    m_noteField = new Field(tr("First note"), m_note);
    m_noteField->setHelp(tr("For your team only. It stands in the conversation."));
    column->addWidget(m_noteField);
    column->addWidget(m_conversation);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *cancel = new Button(tr("Cancel"), Button::Look::Outlined);
    verbs->addWidget(cancel);
    verbs->addWidget(m_save);
    column->addLayout(verbs);
    connect(cancel, &QPushButton::clicked, this, &Overlay::close);
    connect(m_save, &QPushButton::clicked, this, &NewLeadDialog::take);
    for (LineEdit *edit : {m_name, m_phone, m_email, m_wants}) {
        connect(edit, &QLineEdit::returnPressed, this, &NewLeadDialog::take);
        connect(edit, &QLineEdit::textEdited, this, &NewLeadDialog::changed);
    }
    connect(m_note->edit(), &QPlainTextEdit::textChanged, this, &NewLeadDialog::changed);
    connect(m_how, &Segment::chosen, this, &NewLeadDialog::changed);
    connect(m_client, &QComboBox::currentIndexChanged, this, &NewLeadDialog::changed);
    connect(m_conversation, &QCheckBox::toggled, this, &NewLeadDialog::changed);
}

void NewLeadDialog::ask(const DeskEntry &entry, const std::vector<Client> &clients, std::function<void(const DeskEntry &)> then)
{
    m_then = std::move(then);
    m_filling = true;
    m_clients.clear();
    m_client->clear();
    for (const Client &client : clients) {
        m_clients.push_back(client.id);
        m_client->addItem(harmless(fromUtf8(client.name)));
    }
    m_clientField->setVisible(m_clients.size() > 1);
    fill(entry);
    open();
}

void NewLeadDialog::fill(const DeskEntry &entry)
{
    m_filling = true;
    const auto client = std::find(m_clients.begin(), m_clients.end(), entry.client);
    if (client != m_clients.end())
        m_client->setCurrentIndex(int(client - m_clients.begin()));
    m_how->setCurrent(entry.how == ways[0] ? 0 : 1);
    m_name->setText(harmless(fromUtf8(entry.name)));
    m_phone->setText(harmless(fromUtf8(entry.phone)));
    m_email->setText(harmless(fromUtf8(entry.email)));
    m_wants->setText(harmless(fromUtf8(entry.wants)));
    m_note->edit()->setPlainText(fromUtf8(entry.note));
    m_conversation->setChecked(entry.conversation);
    m_filling = false;
    clearErrors();
}

void NewLeadDialog::askAgain(const QString &why)
{
    m_nameField->setError(why);
    open();
}

DeskEntry NewLeadDialog::typed() const
{
    DeskEntry entry;
    if (const int at = m_client->currentIndex(); at >= 0 && at < int(m_clients.size()))
        entry.client = m_clients[static_cast<std::size_t>(at)];
    entry.how = ways[static_cast<std::size_t>(std::max(0, m_how->current()))];
    entry.name = m_name->text().trimmed().toStdString();
    entry.phone = m_phone->text().trimmed().toStdString();
    entry.email = m_email->text().trimmed().toStdString();
    entry.wants = m_wants->text().trimmed().toStdString();
    entry.note = m_note->edit()->toPlainText().trimmed().toStdString();
    entry.conversation = m_conversation->isChecked();
    return entry;
}

QWidget *NewLeadDialog::firstFocus() const { return m_name; }

void NewLeadDialog::changed()
{
    if (m_filling)
        return;
    clearErrors();
    Q_EMIT edited();
}

void NewLeadDialog::clearErrors()
{
    for (Field *field : {m_clientField, m_nameField, m_phoneField, m_emailField, m_wantsField, m_noteField})
        field->setError({});
}

void NewLeadDialog::take()
{
    clearErrors();
    const DeskEntry entry = typed();
    const auto say = [this](Field *field, const QString &why) {
        field->setError(why);
        reveal(field);
    };
    if (entry.client.empty())
        return say(m_clientField, tr("Say whom they came to."));
    if (entry.name.empty() && entry.phone.empty() && entry.email.empty())
        return say(m_nameField, tr("Say who it is: a name, a number or an e-mail."));
    const QString tooLong = tr("This is too long.");
    if (isLong(entry.name, mostName))
        return say(m_nameField, tooLong);
    if (isLong(entry.phone, mostPhone))
        return say(m_phoneField, tooLong);
    if (!entry.phone.empty() && std::none_of(entry.phone.begin(), entry.phone.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return say(m_phoneField, tr("This is no telephone number."));
    if (!entry.email.empty() && !isEmail(fromUtf8(entry.email)))
        return say(m_emailField, tr("This is no e-mail address."));
    if (isLong(entry.email, mostEmail))
        return say(m_emailField, tooLong);
    if (isLong(entry.wants, mostWants))
        return say(m_wantsField, tooLong);
    if (entry.note.size() > maxMessageBytes)
        return say(m_noteField, tooLong);
    close();
    m_then(entry);
}

} // namespace foredeck::ui
