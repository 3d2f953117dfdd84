#include "ui/pages/signin/lockpage.h"

#include "models/ports/requests.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/timewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int lockWidth = 384;
constexpr int avatarSize = 48;

} // namespace

LockPage::LockPage(const Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_avatar(new AvatarBadge({}, true, avatarSize)), m_name(new TextLabel({}, Step::Heading, Color::Text, QFont::DemiBold)), m_password(new LineEdit(tr("Password"))),
      m_unlock(new Button(tr("Unlock"), Button::Look::Primary)), m_other(new Button(tr("Sign in as somebody else"), Button::Look::Bare))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    auto *inside = new QWidget;
    growMostWidth(inside, lockWidth);
    row->addStretch(1);
    row->addWidget(inside, 100);
    row->addStretch(1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(m_avatar, 0, Qt::AlignLeading);
    column->addWidget(m_name);
    auto *words = new TextLabel(tr("Locked. What was typed here is kept, and goes out as it would have."), Step::Body, Color::Text2);
    words->setWrapping(true);
    column->addWidget(words);
    m_password->setPassword();
    m_field = new Field(tr("Password"), m_password);
    column->addWidget(m_field);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    m_unlock->setKeyWords(QStringLiteral("⏎"));
    acts->addWidget(m_unlock);
    acts->addWidget(m_other);
    acts->addStretch();
    column->addLayout(acts);
    column->addStretch(2);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::check);
    connect(m_other, &QPushButton::clicked, this, &LockPage::otherWanted);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::check);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        if (m_restSeconds == 0)
            m_field->setError({});
        refresh();
    });
    connect(&desk.requests, &Requests::passwordRight, this, [this](const UserId &person) {
        if (!std::exchange(m_isAsked, false) || person != m_person.id)
            return;
        m_password->clear();
        Q_EMIT unlocked();
    });
    connect(&desk.requests, &Requests::passwordNotTaken, this, &LockPage::onNotTaken);
    refresh();
}

void LockPage::setPerson(const User &person)
{
    m_person = person;
    const QString name = harmless(fromUtf8(person.name));
    m_avatar->setName(name);
    m_avatar->setVisible(!name.isEmpty());
    m_name->setText(name.isEmpty() ? tr("Locked") : name);
    refresh();
}

void LockPage::begin()
{
    m_isAsked = false;
    m_restSeconds = 0;
    m_password->clear();
    m_field->setError({});
    refresh();
    m_password->setFocus(Qt::OtherFocusReason);
}

void LockPage::tell(const QString &why) { m_field->setError(why); }

QList<QWidget *> LockPage::panes() const { return {m_password}; }

void LockPage::tick()
{
    if (m_restSeconds == 0 || m_resting.elapsed() < m_restSeconds * 1000LL)
        return;
    m_restSeconds = 0;
    m_field->setError({});
    refresh();
}

void LockPage::check()
{
    if (!m_unlock->isEnabled())
        return;
    m_isAsked = true;
    m_field->setError({});
    refresh();
    m_desk.requests.checkPassword(m_person, m_password->text());
}

void LockPage::onNotTaken(const QString &detail, bool isRefused, int retryAfterSeconds, int triesLeft)
{
    if (!std::exchange(m_isAsked, false))
        return;
    const QString why = harmless(problemWords(detail));
    m_restSeconds = isRefused ? retryAfterSeconds : 0;
    if (!isRefused)
        m_field->setError(tr("Only the server can tell, and it does not answer now. Everything that was typed is kept."));
    else if (m_restSeconds > 0)
        m_field->setError(tr("%1 Next try in %2.").arg(why, durationWord(std::chrono::seconds(m_restSeconds))));
    else if (triesLeft > 0)
        m_field->setError(why + QLatin1Char(' ') + tr("After %n more wrong try/tries the account rests.", "", triesLeft));
    else
        m_field->setError(why);
    m_resting.start();
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
    refresh();
}

void LockPage::refresh()
{
    m_unlock->setText(m_isAsked ? tr("Asking the server…") : tr("Unlock"));
    m_unlock->setEnabled(!m_isAsked && m_restSeconds == 0 && !m_person.id.empty() && !m_password->text().isEmpty());
}

} // namespace foredeck::ui
