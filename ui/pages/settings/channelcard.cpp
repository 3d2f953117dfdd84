#include "ui/pages/settings/channelssection.h"

#include "models/domain/wayback.h"
#include "ui/pages/settings/chatpagerow.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/words/domainwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace foredeck::ui {

namespace {

/// In what the form shows: whether the provider takes the keys is told again and again, and is no other key.
bool sameKeys(const Channel &a, const Channel &b)
{
    const auto keys = [](const Channel &c) { return std::tie(c.number, c.phoneNumberId, c.account, c.publicUrl, c.hasSecret, c.hasToken); };
    return keys(a) == keys(b);
}

} // namespace

ChannelCard::ChannelCard(const Desk &desk, const Channel &channel, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_channel(channel), m_basis(sameKeys), m_saving(desk), m_testing(desk)
{
    build();
    take(channel);
    connect(&m_saving, &ActFollower::stored, this, [this] { tell(tr("Keys are on their way to the server"), false); });
    connect(&m_saving, &ActFollower::taken, this, &ChannelCard::settleSaving);
    connect(&m_saving, &ActFollower::refused, this, &ChannelCard::refused);
    connect(&m_saving, &ActFollower::dropped, this, [this] { tell({}, false); });
    connect(&m_testing, &ActFollower::refused, this, [this](const QString &why) { tell(tr("Nothing was done: %1").arg(why), true); });
    for (const auto signal : {&ActFollower::taken, &ActFollower::dropped})
        connect(&m_testing, signal, this, [this] { tell({}, false); });
}

/// What was typed after the press has not been saved: only fields that still hold what was sent are done with.
void ChannelCard::settleSaving()
{
    for (const auto &[edit, text] : m_sent) {
        if (edit->text() != text)
            continue;
        if (edit == m_secret || edit == m_token || edit == m_verify)
            edit->clear();
        edit->setModified(false);
    }
    m_sent.clear();
    take(m_channel);
    tell(tr("Saved"), false);
}

void ChannelCard::refused(const QString &why)
{
    const std::int64_t newer = m_saving.newerVersion();
    if (newer > 0)
        m_basis.told(newer, m_channel);
    tell(tr("Not saved: %1").arg(newer > 0 ? SettingsSection::newerWords() : why), true);
}

void ChannelCard::forget()
{
    m_saving.follow({});
    m_testing.follow({});
    m_sent.clear();
    for (LineEdit *edit : edits())
        edit->setText({});
    take(m_channel);
    tell({}, false);
}

void ChannelCard::tell(const QString &sentence, bool bad)
{
    m_said = sentence;
    m_saidBad = bad;
    refresh();
}

LineEdit *ChannelCard::addField(QVBoxLayout *column, const QString &label, const QString &example, const QString &help, bool secret)
{
    auto *edit = new LineEdit(label, example);
    if (secret)
        edit->setPassword();
    auto *field = new Field(label, edit);
    field->setHelp(help);
    column->addWidget(field);
    connect(edit, &QLineEdit::textEdited, this, [this] {
        if (!m_saving.isUnderWay() && !m_testing.isUnderWay() && !m_saidBad && !m_said.isEmpty())
            tell({}, false);
    });
    return edit;
}

void ChannelCard::build()
{
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(this);
    around->addWidget(m_card);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    const Sign kind = channelSign(m_channel.kind);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Glyph(kind.glyph, 18, Color::Text2));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new TextLabel(m_channel.name.empty() ? kind.word : harmless(fromUtf8(m_channel.name)), Step::Body, Color::Text, QFont::DemiBold);
    name->setElides();
    words->addWidget(name);
    auto *below = new QHBoxLayout;
    below->setSpacing(4);
    m_healthGlyph = new Glyph({}, 14, Color::Text3);
    m_health = new TextLabel({}, Step::Small, Color::Text2, QFont::Medium);
    m_detail = new TextLabel({}, Step::Small, Color::Text3);
    m_detail->setElides();
    below->addWidget(m_healthGlyph);
    below->addWidget(m_health);
    below->addSpacing(4);
    below->addWidget(m_detail, 1);
    below->addStretch();
    words->addLayout(below);
    head->addLayout(words, 1);
    m_toggle = new Button(tr("Keys"), Button::Look::Quiet, this);
    m_toggle->setSmall(true);
    m_toggle->setChevron(true);
    setSpokenName(m_toggle, tr("Keys of %1").arg(name->text()));
    m_test = new Button(tr("Test"), Button::Look::Quiet, this);
    m_test->setSmall(true);
    setSpokenName(m_test, tr("Test %1").arg(name->text()));
    head->addWidget(m_test);
    head->addWidget(m_toggle);
    column->addLayout(head);
    if (!hasWayBack(m_channel.kind.value())) {
        auto *oneWay = new TextLabel(m_channel.kind == ChannelKind::MissedCall ? tr("Whoever called gets one text back; nothing else can be sent through it.")
                                                                     : tr("It only brings messages: nothing can be sent back through it."),
            Step::Small, Color::Text2);
        oneWay->setWrapping(true);
        column->addWidget(oneWay);
    }

    if (m_channel.kind == ChannelKind::LiveChat) {
        m_page = new ChatPageRow(m_card);
        column->addWidget(m_page);
    }

    m_keys = new QWidget(m_card);
    auto *fields = new QVBoxLayout(m_keys);
    fields->setContentsMargins(0, 4, 0, 0);
    fields->setSpacing(12);
    const bool whatsapp = m_channel.kind == ChannelKind::WhatsApp;
    const bool twilio = m_channel.kind == ChannelKind::Sms || m_channel.kind == ChannelKind::MissedCall;
    if (whatsapp || twilio)
        m_number = addField(fields, tr("Number"), QStringLiteral("+1 305 555 0100"), tr("The business's own number, with its country code."), false);
    if (whatsapp)
        m_phoneNumberId = addField(fields, tr("Phone number id"), QStringLiteral("106540352242922"), tr("From Meta's WhatsApp Manager; how a message finds this business."), false);
    if (whatsapp || m_channel.kind == ChannelKind::Sms)
        m_account = addField(fields, whatsapp ? tr("Business account id") : tr("Account SID"), whatsapp ? QStringLiteral("102290129340398") : QStringLiteral("AC…"), {}, false);
    if (m_channel.kind == ChannelKind::Sms)
        m_publicUrl = addField(fields, tr("Webhook address"), QStringLiteral("https://desk.example.com/webhooks/twilio/sms"), tr("As Twilio calls it: its signature is made over this address."), false);
    const QString secret = whatsapp ? tr("App secret") : (m_channel.kind == ChannelKind::Sms ? tr("Auth token") : tr("Signing key"));
    m_secret = addField(fields, secret, {}, tr("Verifies what comes in. Kept sealed on the server; never shown again."), true);
    if (whatsapp) {
        m_token = addField(fields, tr("Access token"), {}, tr("Lets replies go out."), true);
        m_verify = addField(fields, tr("Verify token"), {}, tr("What Meta asks for when the webhook is set up."), true);
    }
    auto *row = new QHBoxLayout;
    m_save = new Button(tr("Save keys"), Button::Look::Primary, this);
    m_save->setSmall(true);
    row->addWidget(m_save);
    row->addStretch();
    fields->addLayout(row);
    column->addWidget(m_keys);
    m_keys->hide();
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        m_open = !m_open;
        m_keys->setVisible(m_open);
    });
    connect(m_save, &QPushButton::clicked, this, &ChannelCard::save);
    // Cards are made from the cache, often before it is known who signs in.
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, &ChannelCard::refresh);
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_testing.follow(m_desk.acts.testChannel(m_channel));
        tell(tr("Asking the provider…"), false);
    });
}

void ChannelCard::take(const Channel &channel)
{
    m_channel = channel;
    const auto all = edits();
    if (std::none_of(all.begin(), all.end(), [](const LineEdit *edit) { return edit->isModified(); }))
        m_basis.fill(channel);
    else if (!m_saving.isUnderWay())
        m_basis.meet(channel);
    const auto fill = [](LineEdit *edit, const std::string &text) {
        if (edit && !edit->isModified())
            edit->setText(fromUtf8(text));
    };
    fill(m_number, channel.number);
    fill(m_phoneNumberId, channel.phoneNumberId);
    fill(m_account, channel.account);
    fill(m_publicUrl, channel.publicUrl);
    const auto stored = [](LineEdit *edit, bool has) {
        if (edit)
            edit->setPlaceholderText(has ? tr("stored; type to replace") : tr("not set"));
    };
    stored(m_secret, channel.hasSecret);
    stored(m_token, channel.hasToken);
    stored(m_verify, channel.hasSecret);
    refresh();
}

void ChannelCard::setPage(const QUrl &address)
{
    if (m_page)
        m_page->setAddress(address);
}

std::vector<LineEdit *> ChannelCard::edits() const
{
    std::vector<LineEdit *> edits {m_number, m_phoneNumberId, m_account, m_publicUrl, m_secret, m_token, m_verify};
    std::erase(edits, nullptr); // not every kind has each of them
    return edits;
}

bool ChannelCard::isDirty() const
{
    if (m_saving.isUnderWay() && std::all_of(m_sent.begin(), m_sent.end(), [](const auto &one) { return one.first->text() == one.second; }))
        return false;
    const auto differs = [](const LineEdit *edit, const std::string &stored) { return edit && edit->isModified() && edit->text().trimmed() != fromUtf8(stored); };
    return differs(m_number, m_channel.number) || differs(m_phoneNumberId, m_channel.phoneNumberId) || differs(m_account, m_channel.account)
        || differs(m_publicUrl, m_channel.publicUrl) || differs(m_secret, {}) || differs(m_token, {}) || differs(m_verify, {});
}

void ChannelCard::save()
{
    Channel channel = m_channel;
    const auto take = [](LineEdit *edit, std::string &into) {
        if (edit)
            into = edit->text().trimmed().toStdString();
    };
    take(m_number, channel.number);
    // Written as people write it; kept as the providers do.
    std::erase_if(channel.number, [](char c) { return std::string_view(" -.()/").find(c) != std::string_view::npos; });
    take(m_phoneNumberId, channel.phoneNumberId);
    take(m_account, channel.account);
    take(m_publicUrl, channel.publicUrl);
    const auto secretOf = [](LineEdit *edit) { return edit ? edit->text().trimmed() : QString(); };
    // Twilio sends with the same token it signs with.
    const QString token = m_token ? secretOf(m_token) : (m_channel.kind == ChannelKind::Sms ? secretOf(m_secret) : QString());
    m_sent.clear();
    for (LineEdit *edit : edits())
        m_sent.emplace_back(edit, edit->text());
    m_saving.follow(m_desk.acts.saveChannel(m_basis.send(channel), secretOf(m_secret), token, secretOf(m_verify)));
    tell(tr("Keys are on their way to the server"), false);
}

void ChannelCard::refresh()
{
    // Keys that nobody has tried yet prove nothing.
    const bool untried = m_channel.health.value() == ChannelHealth::Ok && !m_channel.checkedAt;
    const Sign health = untried ? Sign {QStringLiteral("key"), tr("Set up"), Color::Text2} : healthSign(m_channel.health);
    m_healthGlyph->setGlyph(health.glyph, health.color);
    m_health->setText(health.word);
    m_health->setColor(health.color == Color::Text3 ? Color::Text2 : health.color);
    QString detail = harmless(healthDetailWords(fromUtf8(m_channel.healthDetail)));
    if (detail.isEmpty() && !m_channel.number.empty())
        detail = fromUtf8(m_channel.number);
    m_detail->setText(m_said.isEmpty() ? detail : m_said);
    m_detail->setColor(m_saidBad && !m_said.isEmpty() ? Color::Danger : Color::Text3);
    const bool may = mayDo(m_desk.ephemera.me().role.value(), Right::Administer);
    enableButton(m_save, may && !m_saving.isUnderWay(), m_secret);
    enableButton(m_test, may && !m_testing.isUnderWay(), m_toggle);
    const QString why = may ? QString() : tr("Only administrators may change channels.");
    m_save->setToolTip(plainTip(why));
    m_test->setToolTip(plainTip(may ? tr("Asks the provider whether the keys are right; sends nothing to anybody.") : why));
}

} // namespace foredeck::ui
