#include "ui/pages/leads/writefirstdialog.h"

#include "models/domain/textlimits.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/words/domainwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int writeFirstWidth = 520;
constexpr std::array channels {ChannelKind::Sms, ChannelKind::WhatsApp};
constexpr qsizetype longestGap = 500; // as the server takes it
constexpr std::size_t leftForImprint = 200; // what a first SMS is given beside its words

bool hasOptedOut(const Lead &lead, ChannelKind channel)
{
    const auto consent = lead.consent.find(std::string {nameOf(channel)});
    return consent != lead.consent.end() && consent->second.state == ConsentState::OptedOut;
}

} // namespace

WriteFirstDialog::WriteFirstDialog(QWidget *window)
    : Overlay(window, writeFirstWidth, -1), m_title(new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold)), m_channel(new Segment(tr("Channel"))),
      m_to(new TextLabel({}, Step::Small, Color::Text2)), m_blocked(new TextLabel({}, Step::Body, Color::Warning)), m_text(new EditBox(4)),
      m_template(new QComboBox), m_gapsPane(new QWidget), m_preview(new TextLabel({}, Step::Body)), m_send(new Button(tr("Send"), Button::Look::Primary))
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    for (const ChannelKind channel : channels) {
        const Sign sign = channelSign(channel);
        m_channel->addPart(sign.word, sign.glyph);
    }
    column->addWidget(m_channel, 0, Qt::AlignLeading);
    m_to->setWrapping(true);
    column->addWidget(m_to);
    m_blocked->setWrapping(true);
    column->addWidget(m_blocked);
    setSpokenName(m_text->edit(), tr("Message"));
    m_textField = new Field(tr("Message"), m_text);
    m_textField->setHelp(tr("A first message also says who writes and how to end messages, where yours does not."));
    column->addWidget(m_textField);
    m_templateField = new Field(tr("Template"), m_template);
    column->addWidget(m_templateField);
    m_gapsColumn = new QVBoxLayout(m_gapsPane);
    m_gapsColumn->setContentsMargins(0, 0, 0, 0);
    m_gapsColumn->setSpacing(8);
    column->addWidget(m_gapsPane);
    m_preview->setWrapping(true);
    column->addWidget(m_preview);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *cancel = new Button(tr("Cancel"), Button::Look::Outlined);
    verbs->addWidget(cancel);
    verbs->addWidget(m_send);
    column->addLayout(verbs);
    connect(cancel, &QPushButton::clicked, this, &Overlay::close);
    connect(m_send, &QPushButton::clicked, this, &WriteFirstDialog::take);
    connect(m_channel, &Segment::chosen, this, &WriteFirstDialog::refresh);
    connect(m_template, &QComboBox::currentIndexChanged, this, &WriteFirstDialog::showTemplate);
    connect(m_text->edit(), &QPlainTextEdit::textChanged, this, [this] {
        m_textField->setError({});
        if (!m_filling)
            Q_EMIT typed(m_text->edit()->toPlainText());
    });
}

void WriteFirstDialog::ask(const Lead &lead, const QString &name, const std::vector<MessageTemplate> &templates, const QString &text, std::function<void(const Wanted &)> then)
{
    // Nobody is sent what stood in the gaps for somebody else.
    if (const bool taken = std::exchange(m_taken, false); taken || m_lead.id != lead.id)
        m_template->clear();
    m_lead = lead;
    m_then = std::move(then);
    m_title->setText(tr("Write to %1").arg(name));
    setSpokenName(box(), m_title->text());
    m_channel->setCurrent(0);
    setText(text);
    m_text->edit()->document()->clearUndoRedoStacks(); // what was taken back there was written to somebody else
    setTemplates(templates);
    open();
}

void WriteFirstDialog::setTemplates(const std::vector<MessageTemplate> &templates)
{
    if (m_template->count() > 0 && templates == m_templates)
        return refresh();
    // What was chosen and filled in stays, whatever else has come or gone.
    const int at = m_template->currentIndex();
    const MessageTemplate before = at < 0 || at >= int(m_templates.size()) ? MessageTemplate() : m_templates[static_cast<std::size_t>(at)];
    QStringList values;
    for (const LineEdit *gap : m_gaps)
        values << gap->text();
    m_templates = templates;
    {
        const QSignalBlocker quiet(m_template);
        m_template->clear();
        for (const MessageTemplate &one : templates) {
            m_template->addItem(tr("%1 (%2)", "a template, its language").arg(harmless(fromUtf8(one.name)), harmless(fromUtf8(one.language))));
            if (at >= 0 && one.name == before.name && one.language == before.language)
                m_template->setCurrentIndex(m_template->count() - 1);
        }
    }
    showTemplate();
    const int now = m_template->currentIndex();
    const bool isSame = at >= 0 && now >= 0 && m_templates[static_cast<std::size_t>(now)].name == before.name && m_templates[static_cast<std::size_t>(now)].language == before.language;
    for (std::size_t i = 0; isSame && i < m_gaps.size() && i < std::size_t(values.size()); ++i)
        m_gaps[i]->setText(values[qsizetype(i)]);
}

void WriteFirstDialog::setSmsBlocked(const QString &why)
{
    m_smsBlocked = why;
    refresh();
}

void WriteFirstDialog::setText(const QString &text)
{
    m_textField->setError({});
    if (m_text->edit()->toPlainText() == text) // the cursor stays where it is
        return;
    m_filling = true;
    m_text->edit()->setPlainText(text);
    m_text->edit()->moveCursor(QTextCursor::End);
    m_filling = false;
}

void WriteFirstDialog::askAgain(const Wanted &wanted, const QString &why)
{
    m_channel->setCurrent(wanted.channel == ChannelKind::Sms ? 0 : 1);
    if (const auto &use = wanted.useTemplate) {
        const auto known = std::find_if(m_templates.begin(), m_templates.end(), [&](const MessageTemplate &one) { return one.name == use->name && one.language == use->language; });
        if (known != m_templates.end())
            m_template->setCurrentIndex(int(known - m_templates.begin()));
        for (std::size_t i = 0; i < m_gaps.size() && i < use->values.size(); ++i)
            m_gaps[i]->setText(fromUtf8(use->values[i]));
    }
    refresh();
    m_textField->setError(why);
    m_templateField->setError(why);
    open();
}

bool WriteFirstDialog::holdsWords() const
{
    return !m_taken && std::any_of(m_gaps.begin(), m_gaps.end(), [](const LineEdit *gap) { return !gap->text().trimmed().isEmpty(); });
}

void WriteFirstDialog::dropWords()
{
    for (LineEdit *gap : m_gaps)
        gap->clear();
}

QWidget *WriteFirstDialog::firstFocus() const { return m_text->edit(); }

bool WriteFirstDialog::isSms() const { return m_channel->current() <= 0; }

QString WriteFirstDialog::blocked() const
{
    if (hasOptedOut(m_lead, isSms() ? ChannelKind::Sms : ChannelKind::WhatsApp))
        return tr("They have opted out of messages on this channel.");
    if (isSms())
        return m_smsBlocked;
    return m_templates.empty() ? tr("WhatsApp takes a first message only as a template that it has approved, and none is configured. Send an SMS instead.") : QString();
}

void WriteFirstDialog::showTemplate()
{
    for (LineEdit *gap : std::exchange(m_gaps, {}))
        gap->parentWidget()->deleteLater();
    const int at = m_template->currentIndex();
    const int gaps = at < 0 || at >= int(m_templates.size()) ? 0 : templateGaps(m_templates[static_cast<std::size_t>(at)].text);
    for (int i = 1; i <= gaps; ++i) {
        auto *gap = new LineEdit(tr("Gap %1").arg(i));
        m_gapsColumn->addWidget(new Field(tr("Gap %1").arg(i), gap));
        connect(gap, &QLineEdit::textChanged, this, &WriteFirstDialog::refresh);
        connect(gap, &QLineEdit::returnPressed, this, &WriteFirstDialog::take);
        m_gaps.push_back(gap);
    }
    refresh();
}

/// The template as it will read; a gap that is not filled in shows as it stands.
QString WriteFirstDialog::filled() const
{
    const int at = m_template->currentIndex();
    if (at < 0 || at >= int(m_templates.size()))
        return {};
    std::vector<std::string> values;
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        const QString value = m_gaps[i]->text().trimmed();
        values.push_back(value.isEmpty() ? "{{" + std::to_string(i + 1) + "}}" : value.toStdString());
    }
    return fromUtf8(filledTemplate(m_templates[static_cast<std::size_t>(at)].text, values));
}

void WriteFirstDialog::refresh()
{
    const bool sms = isSms();
    const QString why = blocked();
    const bool may = why.isEmpty();
    const QString number = m_lead.phones.empty() ? QString() : harmless(fromUtf8(shown(m_lead.phones.front())));
    m_to->setText(tr("To %1, or the number they wrote from.").arg(number));
    m_blocked->setText(why);
    m_blocked->setVisible(!may);
    m_textField->setVisible(sms);
    m_textField->setEnabled(may);
    const bool templates = !sms && !m_templates.empty();
    m_templateField->setVisible(templates);
    m_gapsPane->setVisible(templates && !m_gaps.empty());
    m_preview->setVisible(templates);
    m_preview->setText(harmless(filled()));
    m_templateField->setError({});
    m_send->setEnabled(may);
}

void WriteFirstDialog::take()
{
    if (!blocked().isEmpty())
        return;
    const auto say = [this](Field *field, const QString &why) {
        field->setError(why);
        reveal(field);
    };
    Wanted wanted;
    if (isSms()) {
        wanted.text = m_text->edit()->toPlainText().trimmed();
        if (wanted.text.isEmpty())
            return say(m_textField, tr("Write something first."));
        if (charactersIn(wanted.text.toStdString()) + leftForImprint > longestTextOf(ChannelKind::Sms))
            return say(m_textField, tr("This is too long for an SMS."));
    } else {
        wanted.channel = ChannelKind::WhatsApp;
        const MessageTemplate &chosen = m_templates[static_cast<std::size_t>(std::max(0, m_template->currentIndex()))];
        TemplateUse use {chosen.name, chosen.language, {}};
        for (const LineEdit *gap : m_gaps) {
            const QString value = gap->text().trimmed();
            if (value.isEmpty())
                return say(m_templateField, tr("Fill in every gap."));
            if (value.toUtf8().size() > longestGap)
                return say(m_templateField, tr("What stands in a gap is too long."));
            use.values.push_back(value.toStdString());
        }
        wanted.text = filled();
        wanted.useTemplate = std::move(use);
    }
    m_taken = true;
    close();
    m_then(wanted);
}

} // namespace foredeck::ui
