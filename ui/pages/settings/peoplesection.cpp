#include "ui/pages/settings/peoplesection.h"

#include "ui/shell/host.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/question.h"
#include "ui/widgets/sidemargins.h"
#include "ui/words/domainwords.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr Role invitable[] {Role::Agent, Role::Manager, Role::Admin, Role::Viewer};
constexpr int minPassword = 10;

} // namespace

PeopleSection::PeopleSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("People"), tr("Who may sign in and what they may do."), QStringLiteral("people"), tr("users roles invite password team"), parent)
    , m_desk(desk)
    , m_model(desk.store)
    , m_inviting(desk)
    , m_shuttingOff(desk)
{
    auto *card = new Card;
    m_list = new QVBoxLayout(card);
    m_list->setContentsMargins(1, 1, 1, 1);
    m_list->setSpacing(0);
    column()->addWidget(card);
    addHeading(tr("Invite somebody"));
    m_name = new LineEdit(tr("Name"), QStringLiteral("Tomás Ibarra"));
    column()->addWidget(new Field(tr("Name"), m_name));
    m_email = new LineEdit(tr("E-mail"), QStringLiteral("tomas@example.com"));
    m_emailField = new Field(tr("E-mail"), m_email);
    column()->addWidget(m_emailField);
    m_role = new QComboBox;
    for (const Role role : invitable)
        m_role->addItem(roleWord(role));
    column()->addWidget(new Field(tr("Role"), m_role));
    m_password = new LineEdit(tr("First password"));
    m_password->setPassword();
    m_passwordField = new Field(tr("First password"), m_password);
    m_passwordField->setHelp(tr("At least %1 characters. Tell it them in person; it is stored hashed on the server.").arg(minPassword));
    column()->addWidget(m_passwordField);
    auto *row = new QHBoxLayout;
    m_invite = new Button(tr("Invite"), Button::Look::Primary);
    row->addWidget(m_invite);
    row->addStretch();
    column()->addLayout(row);
    finish();
    connect(m_invite, &QPushButton::clicked, this, &PeopleSection::invite);
    connect(&m_model, &UserListModel::loaded, this, &PeopleSection::rebuild);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &PeopleSection::rebuild);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PeopleSection::rebuild);
    for (ActFollower *act : {&m_inviting, &m_shuttingOff}) {
        connect(act, &ActFollower::stored, this, [this] { say(tr("On its way to the server")); });
        connect(act, &ActFollower::refused, this, [this](const QString &why) {
            say(tr("Nothing was done: %1").arg(why), true);
            refresh();
        });
        connect(act, &ActFollower::dropped, this, [this] {
            say({});
            refresh();
        });
    }
    connect(&m_shuttingOff, &ActFollower::taken, this, [this] { say(tr("Saved")); });
    connect(&m_inviting, &ActFollower::taken, this, &PeopleSection::invited);
}

void PeopleSection::present(const ClientDetails::Data *facts)
{
    const bool may = mayDo(m_desk.ephemera.me().role.value(), Right::Administer);
    const ClientId client = facts ? facts->client.id : ClientId();
    const UserId me = m_desk.ephemera.me().id;
    const bool same = client == m_client && may == m_may && me == m_me;
    m_may = may;
    m_me = me;
    if (client != m_client) {
        m_client = client;
        m_model.setClient(client);
    }
    // The rows stay while nothing of theirs has changed: one of them may have the keyboard.
    if (!same)
        rebuild();
    refresh();
}

void PeopleSection::refresh()
{
    for (QWidget *field : std::initializer_list<QWidget *> {m_name, m_email, m_password, m_role})
        field->setEnabled(m_may);
    enableButton(m_invite, m_may && !m_inviting.isUnderWay(), m_name);
    m_invite->setToolTip(m_may ? QString() : tr("Only administrators may invite."));
}

QWidget *PeopleSection::makeRow(const User &user)
{
    auto *row = new QWidget;
    auto *inside = new QHBoxLayout(row);
    setSideMargins(row, inside, 16, 8, 12, 8);
    inside->setSpacing(10);
    const QString name = harmless(fromUtf8(user.name));
    const bool me = user.id == m_me;
    inside->addWidget(new AvatarBadge(name, me, 28));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const QString mine = m_desk.host.isSample() ? tr("You") : tr("%1 (you)").arg(name);
    auto *head = new TextLabel(me ? mine : name, Step::Body, Color::Text, QFont::Medium);
    auto *mail = new TextLabel(harmless(fromUtf8(user.email)), Step::Small, Color::Text3);
    for (TextLabel *line : {head, mail}) {
        line->setElides();
        line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // or the shorter of the two would bound both
    }
    words->addWidget(head);
    words->addWidget(mail);
    inside->addLayout(words, 1);
    inside->addStretch();
    inside->addWidget(new TextLabel(roleWord(user.role), Step::Small, Color::Text2));
    inside->addWidget(new Chip(userStatusWord(user.status)));
    if (!me && user.status != UserStatus::Disabled) {
        auto *off = new Button(tr("Shut off"), Button::Look::Bare, row);
        off->setSmall(true);
        off->setObjectName(fromUtf8(user.id.value));
        off->setEnabled(m_may);
        setSpokenName(off, tr("Shut off %1").arg(name));
        connect(off, &QPushButton::clicked, this, [this, user, name] {
            if (!m_question)
                m_question = new Question(window());
            m_question->ask(tr("Shut off %1?").arg(name), tr("They are signed out everywhere and cannot sign in. What they wrote stays."), tr("Keep"), tr("Shut off"),
                [this, id = user.id] { m_shuttingOff.follow(m_desk.acts.disableUser(m_client, id)); });
        });
        inside->addWidget(off);
    }
    return row;
}

void PeopleSection::rebuild()
{
    const QWidget *focus = QApplication::focusWidget();
    const QString held = focus && isAncestorOf(focus) ? focus->objectName() : QString();
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    bool first = true;
    for (const User &user : m_model.items()) {
        if (!first)
            m_list->addWidget(new Rule);
        first = false;
        m_list->addWidget(makeRow(user));
    }
    if (first) {
        auto *none = new TextLabel(tr("Nobody but you"), Step::Small, Color::Text3);
        none->setContentsMargins(16, 12, 16, 12);
        m_list->addWidget(none);
    }
    // Whoever stood on a row by keyboard stands there still.
    for (Button *button : held.isEmpty() ? QList<Button *>() : findChildren<Button *>(held)) {
        if (!button->isHidden() && button->parentWidget() && !button->parentWidget()->isHidden())
            button->setFocus(Qt::OtherFocusReason);
    }
}

bool PeopleSection::isDirty() const
{
    if (m_inviting.isUnderWay() && std::all_of(m_sent.begin(), m_sent.end(), [](const auto &one) { return one.first->text() == one.second; }))
        return false;
    return !m_name->text().isEmpty() || !m_email->text().isEmpty() || !m_password->text().isEmpty();
}

void PeopleSection::forget()
{
    m_inviting.follow({});
    m_shuttingOff.follow({});
    m_sent.clear();
    for (LineEdit *edit : {m_name, m_email, m_password})
        edit->clear();
    m_emailField->setError({});
    m_passwordField->setError({});
    m_role->setCurrentIndex(0);
    say({});
    refresh();
}

void PeopleSection::invite()
{
    const QString email = m_email->text().trimmed();
    const bool mail = email.count(QLatin1Char('@')) == 1 && !email.startsWith(QLatin1Char('@')) && !email.endsWith(QLatin1Char('@'));
    m_emailField->setError(mail ? QString() : tr("This is no e-mail address."));
    const QString password = m_password->text();
    m_passwordField->setError(password.size() >= minPassword ? QString() : tr("At least %1 characters.").arg(minPassword));
    if (m_emailField->hasError() || m_passwordField->hasError())
        return;
    const QString name = m_name->text().trimmed().isEmpty() ? email.section(QLatin1Char('@'), 0, 0) : m_name->text().trimmed();
    m_sent.clear();
    for (LineEdit *edit : {m_name, m_email, m_password})
        m_sent.emplace_back(edit, edit->text());
    m_inviting.follow(m_desk.acts.inviteUser(m_client, name, email, invitable[qBound(0, m_role->currentIndex(), 3)], password));
    refresh();
}

/// The next one may have been begun meanwhile: only what still holds what was sent is done with.
void PeopleSection::invited()
{
    for (const auto &[edit, text] : m_sent) {
        if (edit->text() == text)
            edit->clear();
    }
    m_sent.clear();
    say(tr("Invited"));
    refresh();
}

} // namespace foredeck::ui
