#include "ui/shell/shiftnotedialog.h"

#include "ui/shell/shiftlist.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/shiftwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int noteWidth = 600;

/// As it was written, but for what could turn a line around.
QString paragraphs(const std::string &text)
{
    QStringList lines = fromUtf8(text).split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = harmless(line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ShiftNoteDialog::ShiftNoteDialog(QWidget *window)
    : Overlay(window, noteWidth, -1), m_notes(new QComboBox), m_text(new TextLabel({}, Step::Reading)), m_state(new TextLabel({}, Step::Small, Color::Text2)), m_list(new ShiftList),
      m_acknowledge(new Button(tr("I have read it"), Button::Look::Primary)), m_close(new Button(tr("Close"), Button::Look::Outlined))
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("Shift notes"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    m_notes->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name widens no box
    m_notes->setMinimumContentsLength(12);
    m_notesField = new Field(tr("Note"), m_notes);
    column->addWidget(m_notesField);
    m_text->setWrapping(true);
    column->addWidget(m_text);
    m_state->setWrapping(true);
    column->addWidget(m_state);
    column->addWidget(m_list);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    verbs->addWidget(m_close);
    verbs->addWidget(m_acknowledge);
    column->addLayout(verbs);
    connect(m_close, &QPushButton::clicked, this, &Overlay::close);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        if (const ShiftNoteRow *row = shown())
            Q_EMIT acknowledged(row->note.client, row->note.id);
    });
    connect(m_notes, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            showNote();
    });
    connect(m_list, &ShiftList::conversationWanted, this, [this](const ConversationId &conversation) {
        close();
        Q_EMIT conversationWanted(conversation);
    });
}

void ShiftNoteDialog::ask(std::vector<Entry> entries, const ShiftNoteId &at, std::function<TimeContext()> time)
{
    m_time = std::move(time);
    m_entries = std::move(entries);
    m_shown = {};
    fill(at);
    open();
}

void ShiftNoteDialog::present(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    if (m_time)
        fill(m_shown);
}

void ShiftNoteDialog::fill(const ShiftNoteId &at)
{
    m_filling = true;
    m_notes->clear();
    int current = 0;
    for (const Entry &entry : m_entries) {
        if (entry.row.note.id == at)
            current = m_notes->count();
        QString words = shiftByline(entry.row.note, m_time());
        if (!entry.client.isEmpty())
            words = tr("%1 · %2", "who and when, a client").arg(words, entry.client);
        m_notes->addItem(entry.isUnread ? tr("%1 · not read", "a shift note").arg(words) : words);
    }
    m_notes->setCurrentIndex(m_entries.empty() ? -1 : current);
    m_filling = false;
    m_notesField->setVisible(!m_entries.empty());
    showNote();
}

const ShiftNoteRow *ShiftNoteDialog::shown() const
{
    const int at = m_notes->currentIndex();
    return at < 0 || at >= int(m_entries.size()) ? nullptr : &m_entries[static_cast<std::size_t>(at)].row;
}

void ShiftNoteDialog::showNote()
{
    const ShiftNoteRow *row = shown();
    if (!row) {
        m_shown = {};
        m_list->clear();
        m_text->setText(tr("No shift was handed over yet."));
        m_text->show();
        m_state->hide();
        m_acknowledge->hide();
        return;
    }
    const ShiftNote &note = row->note;
    const QString words = paragraphs(note.text);
    m_text->setText(words);
    m_text->setVisible(!words.isEmpty());
    QString state = shiftReadersWords(note, m_time());
    if (row->isNew)
        state = row->pending == PendingKind::Unsent ? tr("Not sent yet: nobody else sees it.") : tr("It was not taken and stands in the outbox: nobody else sees it.");
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    // Nobody loses the keyboard with the button that they have pressed.
    const bool isUnread = m_entries[static_cast<std::size_t>(m_notes->currentIndex())].isUnread;
    if (!isUnread && m_acknowledge->hasFocus())
        m_close->setFocus(Qt::OtherFocusReason);
    m_acknowledge->setVisible(isUnread);
    if (m_shown == note.id)
        return;
    m_shown = note.id;
    m_list->present(note.lines, m_time());
    Q_EMIT noteShown();
}

void ShiftNoteDialog::setStandings(const std::vector<ShiftStanding> &standings)
{
    if (m_time)
        m_list->setStandings(standings, m_time());
}

QWidget *ShiftNoteDialog::firstFocus() const { return m_acknowledge->isVisibleTo(box()) ? static_cast<QWidget *>(m_acknowledge) : m_close; }

} // namespace foredeck::ui
