#include "ui/shell/shiftdialog.h"

#include "ui/shell/shiftlist.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int shiftWidth = 600;

} // namespace

ShiftDialog::ShiftDialog(QWidget *window)
    : Overlay(window, shiftWidth, -1), m_client(new QComboBox), m_edit(new EditBox(4)), m_handOver(new Button(tr("Hand over"), Button::Look::Primary)),
      m_none(new TextLabel({}, Step::Body, Color::Text2)), m_list(new ShiftList)
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("Hand over the shift"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    m_clientField = new Field(tr("Client"), m_client);
    column->addWidget(m_clientField);
    setSpokenName(m_edit->edit(), tr("To whoever comes next"));
    m_field = new Field(tr("To whoever comes next"), m_edit);
    m_field->setHelp(tr("For your team only: no customer and no assistant reads it."));
    column->addWidget(m_field);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *close = new Button(tr("Close"), Button::Look::Outlined);
    verbs->addWidget(close);
    verbs->addWidget(m_handOver);
    column->addLayout(verbs);
    m_none->setWrapping(true);
    column->addWidget(m_none);
    column->addWidget(m_list);
    connect(close, &QPushButton::clicked, this, &Overlay::close);
    connect(m_handOver, &QPushButton::clicked, this, &ShiftDialog::take);
    connect(m_client, &QComboBox::currentIndexChanged, this, &ShiftDialog::choose);
    connect(m_edit->edit(), &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_field->setError({});
        Q_EMIT typed(text());
    });
}

void ShiftDialog::ask(const std::vector<Client> &clients, const std::vector<ClientId> &at, const QString &text, std::function<TimeContext()> time)
{
    m_time = std::move(time);
    m_filling = true;
    m_clients = clients;
    m_client->clear();
    for (const Client &client : m_clients)
        m_client->addItem(harmless(fromUtf8(client.name)));
    m_several.clear();
    for (const Client &client : m_clients) {
        if (at.size() < 2 || std::find(at.begin(), at.end(), client.id) != at.end())
            m_several.push_back(client.id);
    }
    if (m_several.size() > 1)
        m_client->addItem(m_several.size() < m_clients.size() ? tr("Those it was for (%n)", "clients", int(m_several.size())) : tr("All clients"));
    const auto found = std::find_if(m_clients.begin(), m_clients.end(), [&](const Client &one) { return !at.empty() && one.id == at.front(); });
    const bool isOfSeveral = at.size() > 1 && m_several.size() > 1;
    m_client->setCurrentIndex(isOfSeveral ? int(m_clients.size()) : found == m_clients.end() ? 0 : int(found - m_clients.begin()));
    m_clientField->setVisible(m_clients.size() > 1);
    m_filling = false;
    setText(text);
    m_field->setError({});
    m_clientField->setError({});
    choose();
    open();
}

void ShiftDialog::setText(const QString &text)
{
    if (text == m_edit->edit()->toPlainText())
        return;
    m_filling = true;
    m_edit->edit()->setPlainText(text);
    m_edit->edit()->moveCursor(QTextCursor::End); // whoever is writing goes on
    m_filling = false;
}

QString ShiftDialog::text() const { return m_edit->edit()->toPlainText(); }

std::vector<ClientId> ShiftDialog::chosen() const
{
    const int at = m_client->currentIndex();
    if (at < 0)
        return {};
    return at < int(m_clients.size()) ? std::vector {m_clients[static_cast<std::size_t>(at)].id} : m_several;
}

QString ShiftDialog::nameOf(const ClientId &client) const
{
    const auto found = std::find_if(m_clients.begin(), m_clients.end(), [&](const Client &one) { return one.id == client; });
    return found == m_clients.end() ? QString() : harmless(fromUtf8(found->name));
}

/// Nothing is handed over before the records have answered for whom it is.
void ShiftDialog::choose()
{
    if (m_filling)
        return;
    m_isRead = false;
    m_parts.clear();
    m_list->clear();
    m_none->setText(tr("Looking what is open…"));
    m_none->show();
    m_handOver->setEnabled(false);
    m_clientField->setError({});
    m_field->setError({});
    Q_EMIT clientChosen();
}

void ShiftDialog::present(const std::vector<ShiftPart> &parts)
{
    if (std::exchange(m_isRead, true) && parts == m_parts)
        return;
    m_parts = parts;
    m_list->clear();
    bool isAny = false;
    for (const ShiftPart &part : m_parts) {
        if (part.lines.empty())
            continue;
        m_list->add(m_parts.size() > 1 ? nameOf(part.client) : QString(), part.lines, m_time());
        isAny = true;
    }
    const bool isCut = std::any_of(m_parts.begin(), m_parts.end(), [](const ShiftPart &part) { return part.lines.size() >= mostShiftLines; });
    m_none->setText(!isAny ? tr("Nothing is open here.") : isCut ? tr("More is open than a note can hold; the first %n stand in it.", "", int(mostShiftLines)) : QString());
    m_none->setVisible(!isAny || isCut);
    m_handOver->setEnabled(true);
}

void ShiftDialog::fail(const QString &why)
{
    m_field->setError(why);
    reveal(m_field);
}

QWidget *ShiftDialog::firstFocus() const { return m_edit; }

void ShiftDialog::take()
{
    finishComposing(m_edit->edit());
    m_field->setError({});
    m_clientField->setError({});
    const QString words = text().trimmed();
    const bool isAny = std::any_of(m_parts.begin(), m_parts.end(), [](const ShiftPart &part) { return !part.lines.empty(); });
    if (!m_isRead || m_parts.empty())
        return;
    if (words.toUtf8().size() > qsizetype(mostShiftText))
        return fail(tr("This is too long."));
    if (m_parts.size() > 1 && !isAny) {
        m_clientField->setError(tr("Nothing is open with any of them: choose the client that this is about."));
        return reveal(m_clientField);
    }
    if (words.isEmpty() && !isAny)
        return fail(tr("Say what whoever comes next should know."));
    Q_EMIT handOverWanted();
}

} // namespace foredeck::ui
