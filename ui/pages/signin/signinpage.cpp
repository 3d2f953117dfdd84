#include "ui/pages/signin/signinpage.h"

#include "models/ports/ephemera.h"
#include "models/ports/requests.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/sidemargins.h"
#include "ui/words/problemwords.h"
#include "ui/words/timewords.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr qint64 keyringPatienceMs = 10'000;
constexpr qint64 askAgainMs = 5'000;

/// "desk.example.com" → "https://desk.example.com"; loopback may speak plainly.
QString completed(const QString &typed)
{
    const QString address = typed.trimmed();
    if (address.isEmpty() || address.contains(QStringLiteral("://")))
        return address;
    const QString host = address.section(QLatin1Char('/'), 0, 0).section(QLatin1Char(':'), 0, 0);
    const bool here = host == QStringLiteral("localhost") || host == QStringLiteral("127.0.0.1");
    return (here ? QStringLiteral("http://") : QStringLiteral("https://")) + address;
}

/// What is typed goes there as it is, for everybody on the way to read.
bool isPlainFar(const QString &address)
{
    const QUrl url(completed(address), QUrl::StrictMode);
    const QString host = url.host();
    return url.scheme() == QStringLiteral("http") && host != QStringLiteral("localhost") && host != QStringLiteral("::1") && !host.startsWith(QStringLiteral("127."));
}

} // namespace

SignInPage::SignInPage(const Desk &desk, QWidget *parent) : Page(parent), m_desk(desk)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    head->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(head);
    setSideMargins(head, row, 16, 0, 24, 0);
    row->addWidget(new TextLabel(QStringLiteral("Foredeck"), Step::Title, Color::Text, QFont::DemiBold));
    row->addStretch();
    auto *language = new Button(desk.host.language() == QStringLiteral("es") ? QStringLiteral("Español") : QStringLiteral("English"), Button::Look::Bare, head);
    language->setSmall(true);
    language->setGlyph(QStringLiteral("language"));
    setSpokenName(language, tr("Language"));
    connect(language, &QPushButton::clicked, this, [this] { Q_EMIT languageWanted(m_desk.host.language() == QStringLiteral("es") ? QStringLiteral("en") : QStringLiteral("es")); });
    row->addWidget(language);
    column->addWidget(head);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(makeForm());
    column->addWidget(area, 1);
    connect(&desk.host, &Host::probed, this, &SignInPage::onProbed);
    connect(&desk.requests, &Requests::signInFailed, this, &SignInPage::onFailed);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &SignInPage::onSession);
    connect(&desk.ephemera, &Ephemera::keyringChanged, this, &SignInPage::onKeyring);
    onKeyring();
    refresh();
}

QWidget *SignInPage::makeForm()
{
    auto *around = new QWidget;
    auto *row = new QHBoxLayout(around);
    row->setContentsMargins(24, 40, 24, 24);
    auto *inside = new QWidget;
    growMostWidth(inside, 384);
    row->addStretch(1);
    row->addWidget(inside, 100);
    row->addStretch(1);
    auto *form = new QVBoxLayout(inside);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(16);
    auto *title = new QVBoxLayout;
    title->setSpacing(4);
    title->addWidget(new TextLabel(tr("Sign in to a server"), Step::Heading, Color::Text, QFont::DemiBold));
    auto *words = new TextLabel(tr("Your team's conversations, from your own server."), Step::Body, Color::Text2);
    words->setWrapping(true);
    title->addWidget(words);
    form->addLayout(title);
    m_address = new LineEdit(tr("Server address"), QStringLiteral("desk.example.com"));
    m_address->setGlyph(QStringLiteral("cloud"));
    m_addressField = new Field(tr("Server address"), m_address);
    m_email = new LineEdit(tr("E-mail"), QStringLiteral("nadia@example.com"));
    m_emailField = new Field(tr("E-mail"), m_email);
    m_password = new LineEdit(tr("Password"));
    m_password->setPassword();
    m_passwordField = new Field(tr("Password"), m_password);
    for (Field *field : {m_addressField, m_emailField, m_passwordField})
        form->addWidget(field);
    auto *stay = new QHBoxLayout;
    m_stay = new QCheckBox(tr("Stay signed in"));
    m_stay->setChecked(true);
    setSpokenName(m_stay, tr("Stay signed in"));
    m_stayWords = new TextLabel(tr("in your keyring if there is one, never in a file"), Step::Small, Color::Text3);
    m_stayWords->setElides();
    stay->addWidget(m_stay);
    stay->addWidget(m_stayWords, 1);
    stay->addStretch();
    form->addLayout(stay);
    auto *acts = new QHBoxLayout;
    m_signIn = new Button(tr("Sign in"), Button::Look::Primary);
    m_signIn->setKeyWords(QStringLiteral("⏎"));
    m_signIn->setDefault(true);
    acts->addWidget(m_signIn);
    acts->addStretch();
    form->addLayout(acts);

    m_keyring = new Card;
    auto *keyring = new QVBoxLayout(m_keyring);
    keyring->setContentsMargins(16, 14, 16, 14);
    m_keyringTitle = new TextLabel({}, Step::Body, Color::Text, QFont::DemiBold);
    m_keyringWords = new TextLabel({}, Step::Small, Color::Text2);
    m_keyringWords->setWrapping(true);
    m_sessionOnly = new Button(tr("For this session only"), Button::Look::Primary);
    m_sessionOnly->setSmall(true);
    keyring->addWidget(m_keyringTitle);
    keyring->addWidget(m_keyringWords);
    keyring->addWidget(m_sessionOnly);
    form->addWidget(m_keyring);
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { m_desk.requests.signInForThisSessionOnly(); });

    form->addSpacing(16);
    auto *places = new QWidget;
    m_places = new QVBoxLayout(places);
    m_places->setContentsMargins(0, 0, 0, 0);
    m_places->setSpacing(0);
    form->addWidget(places);
    form->addStretch(1);
    fillPlaces();

    connect(m_address, &QLineEdit::editingFinished, this, [this] { probe(); });
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_silentAddress.clear();
        m_addressField->setError({});
    });
    for (LineEdit *edit : {m_address, m_email})
        connect(edit, &QLineEdit::textEdited, this, &SignInPage::forgetRefusal);
    for (LineEdit *edit : {m_address, m_email, m_password}) {
        connect(edit, &QLineEdit::textEdited, this, [this] { m_goesOn = false; });
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::refresh);
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            if (m_signIn->isEnabled())
                signIn();
        });
    }
    // Whoever types on while the server's window opens goes on where they were.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now))
            m_atEmail = now == m_email;
    });
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    return around;
}

void SignInPage::fillPlaces()
{
    const std::vector<KnownPlace> known = m_desk.host.knownPlaces();
    if (known.empty())
        return;
    m_places->addWidget(new TextLabel(tr("On this computer"), Step::Caption, Color::Text2, QFont::DemiBold));
    m_places->addSpacing(8);
    m_places->addWidget(new Rule);
    for (const KnownPlace &place : known) {
        auto *row = new QWidget;
        auto *inside = new QHBoxLayout(row);
        inside->setContentsMargins(0, 8, 0, 8);
        inside->setSpacing(10);
        const bool here = place.address == QStringLiteral("embedded");
        // Two servers on one computer differ by their port.
        const QString name = here ? place.name : QUrl(place.address).authority(QUrl::PrettyDecoded);
        inside->addWidget(new Glyph(here ? QStringLiteral("inbox") : QStringLiteral("cloud"), 18, Color::Text2));
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *shown = new TextLabel(harmless(name), Step::Body, Color::Text, QFont::Medium);
        auto *detail = new TextLabel(harmless(place.detail), Step::Small, Color::Text3);
        for (TextLabel *line : {shown, detail}) {
            line->setElides();
            line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // or the shorter of the two would bound both
        }
        words->addWidget(shown);
        words->addWidget(detail);
        inside->addLayout(words, 1);
        inside->addStretch();
        auto *open = new Button(tr("Open"), Button::Look::Bare);
        open->setSmall(true);
        setSpokenName(open, tr("Open %1").arg(name));
        connect(open, &QPushButton::clicked, this, [this, place, here] {
            if (here)
                m_desk.host.openThisComputer();
            else
                m_desk.host.openServer(place.address);
        });
        inside->addWidget(open);
        m_places->addWidget(row);
        m_places->addWidget(new Rule);
    }
}

void SignInPage::setAddress(const QString &address)
{
    m_server = address;
    const SignInDraft draft = m_desk.host.takeSignIn(address);
    setTyped(address, draft);
    m_goesOn = draft.goesOn;
    m_atEmail = draft.atEmail;
    begin();
}

void SignInPage::goOn()
{
    if (std::exchange(m_goesOn, false) && mayTry())
        signIn();
}

void SignInPage::resume(const QString &server, const QString &address, const SignInDraft &draft)
{
    m_server = server;
    setTyped(address, draft);
}

QString SignInPage::address() const
{
    return m_address->text();
}

SignInDraft SignInPage::typed() const
{
    return {m_email->text(), m_password->text(), m_stay->isChecked()};
}

void SignInPage::setTyped(const QString &address, const SignInDraft &draft)
{
    m_address->setText(address);
    m_addressField->setHelp(isPlainFar(address) ? tr("The way there is not encrypted: whoever is on it can read the password.") : QString());
    m_email->setText(draft.email);
    m_password->setText(draft.password);
    m_stay->setChecked(draft.stay);
    refresh();
}

void SignInPage::begin()
{
    LineEdit *next = m_address->text().isEmpty() ? m_address : (m_email->text().isEmpty() || m_atEmail ? m_email : m_password);
    next->setFocus(Qt::OtherFocusReason);
}

SignInPage::~SignInPage()
{
    if (m_opening.isEmpty())
        return;
    SignInDraft draft = typed();
    draft.goesOn = m_goesOn;
    draft.atEmail = m_atEmail;
    m_desk.host.keepSignIn(m_opening, draft);
}

void SignInPage::probe(bool again)
{
    const QString address = completed(m_address->text());
    if (address.isEmpty())
        return;
    if (!again) {
        m_addressField->setError({});
        m_addressField->setHelp(tr("Asking who it is…"));
    }
    if (std::exchange(m_asked, address) != address)
        m_desk.host.probe(address);
}

void SignInPage::onProbed(const QString &address, const Probe &answer)
{
    if (address == m_asked)
        m_asked.clear();
    if (address != completed(m_address->text()))
        return;
    m_addressField->setHelp({});
    if (!answer.answered) {
        m_silentAddress = address;
        m_silent.start();
        m_goesOn = false; // the field says why
        return m_addressField->setError(answer.problem);
    }
    m_silentAddress.clear();
    const QString safe = answer.encrypted ? tr("encrypted") : tr("not encrypted");
    m_addressField->setConfirmed(tr("%1, answers in %2 ms, %3", "a server, its answer's time, and whether the way there is encrypted").arg(answer.name).arg(answer.ms).arg(safe));
    m_opening = address;
    if (m_desk.host.openServer(address) && address == m_server)
        goOn();
}

void SignInPage::signIn()
{
    const QString email = m_email->text().trimmed();
    m_emailField->setError(email.contains(QLatin1Char('@')) ? QString() : tr("This is no e-mail address."));
    m_passwordField->setError(m_password->text().isEmpty() ? tr("The password is empty.") : QString());
    if (m_emailField->hasError() || m_passwordField->hasError())
        return;
    // A password goes to the server it was typed for; the window of another one opens first, with what is typed.
    const QString address = completed(m_address->text());
    if (address != m_server || isSilent()) {
        m_goesOn = address == m_server || !isPlainFar(address); // that it is not encrypted is told there first
        return probe();
    }
    m_desk.requests.signIn(email, m_password->text(), m_stay->isChecked());
}

void SignInPage::onFailed(const QString &detail, int retryAfterSeconds, int triesLeft)
{
    m_restSeconds = retryAfterSeconds;
    const QString why = harmless(problemWords(detail));
    if (retryAfterSeconds > 0) {
        m_resting.start();
        m_passwordField->setError(tr("%1 Next try in %2.").arg(why, durationWord(std::chrono::seconds(retryAfterSeconds))));
    } else if (triesLeft > 0) {
        m_passwordField->setError(why + QLatin1Char(' ') + tr("After %n more wrong try/tries the account rests.", "", triesLeft));
    } else if (triesLeft == 0) {
        m_passwordField->setError(why + QLatin1Char(' ') + tr("The account rests now; try again later."));
    } else {
        m_passwordField->setError(why);
    }
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
    refresh();
}

void SignInPage::forgetRefusal()
{
    m_restSeconds = 0;
    m_passwordField->setError({});
    refresh();
}

void SignInPage::onSession()
{
    if (m_desk.ephemera.session() == SessionPhase::SignedIn) {
        m_password->clear();
        m_opening.clear();
    }
    refresh();
}

void SignInPage::onKeyring()
{
    const KeyringState state = m_desk.ephemera.keyring();
    if (state == KeyringState::Waiting && !m_waiting.isValid())
        m_waiting.start();
    if (state != KeyringState::Waiting)
        m_waiting.invalidate();
    if (state == KeyringState::SessionOnly)
        m_stayWords->setText(tr("no keyring here: for this session only"));
    tick();
}

void SignInPage::tick()
{
    // Nothing for the first second; after ten the way on without it is offered.
    const bool waiting = m_waiting.isValid() && m_waiting.elapsed() >= 1000;
    m_keyring->setVisible(waiting);
    if (waiting) {
        const bool long_ = m_waiting.elapsed() >= keyringPatienceMs;
        m_keyringTitle->setText(long_ ? tr("The keyring has not answered") : tr("Waiting for your keyring"));
        m_keyringWords->setText(long_ ? tr("Nothing is written to disk without it.") : tr("It may ask for its password in a window of its own. After 10 s you can go on without it."));
        m_sessionOnly->setVisible(long_);
    }
    if (isSilent() && m_silent.elapsed() >= askAgainMs && !m_address->hasFocus())
        probe(true);
    if (m_restSeconds > 0 && m_resting.elapsed() >= m_restSeconds * 1000LL) {
        m_restSeconds = 0;
        m_passwordField->setError({});
        refresh();
    }
}

bool SignInPage::isSilent() const
{
    return !m_silentAddress.isEmpty() && m_silentAddress == completed(m_address->text());
}

bool SignInPage::mayTry() const
{
    return !m_address->text().trimmed().isEmpty() && !m_email->text().trimmed().isEmpty() && !m_password->text().isEmpty() && m_restSeconds == 0
        && m_desk.ephemera.session() != SessionPhase::SigningIn;
}

void SignInPage::refresh()
{
    m_signIn->setEnabled(mayTry());
    m_signIn->setText(m_desk.ephemera.session() == SessionPhase::SigningIn ? tr("Signing in…") : tr("Sign in"));
}

QList<QWidget *> SignInPage::panes() const
{
    return {m_address};
}

} // namespace foredeck::ui
