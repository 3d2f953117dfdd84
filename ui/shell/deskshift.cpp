#include "ui/shell/deskshift.h"

#include "models/cache/cachereader.h"
#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/shiftdialog.h"
#include "ui/shell/signedin.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/shiftwords.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

const QString shiftKey = QStringLiteral("shift");
constexpr std::size_t stripWords = 120;

} // namespace

DeskShift::DeskShift(const Desk &desk, const ClientListModel &clients, QWidget *window, Banner *banner)
    : QObject(window), m_desk(desk), m_clients(clients), m_window(window), m_banner(banner), m_drafts(desk.store, desk.acts, {CompositionKind::ShiftNote}), m_notes(desk.store)
{
    connect(&m_drafts, &Drafts::textChanged, this, [this] {
        if (m_dialog && m_dialog->isOpen())
            m_dialog->setText(m_drafts.text(CompositionKind::ShiftNote));
    });
    connect(&m_drafts, &Drafts::loaded, this, [this] {
        if (m_dialog && m_dialog->isOpen())
            m_dialog->setText(m_drafts.text(CompositionKind::ShiftNote));
    });
    connect(&m_notes, &ShiftNotes::changed, this, [this] {
        if (m_reading && m_reading->isOpen())
            m_reading->present(entries());
        refresh();
    });
    connect(&clients, &ClientListModel::loaded, this, &DeskShift::refresh);
    connect(&desk.store, &LocalStore::changed, this, [this] {
        if (m_dialog && m_dialog->isOpen())
            collect();
        if (m_reading && m_reading->isOpen())
            follow();
    });
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_drafts.saveAll();
        // Once it is known whether another person has come.
        QMetaObject::invokeMethod(this, &DeskShift::showReturning, Qt::QueuedConnection);
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        const auto sent = m_sent.extract(op);
        if (!sent)
            return;
        m_why = harmless(problemWords(why));
        const bool isNew = std::exchange(m_returned, sent.mapped().round) != sent.mapped().round;
        if (isNew) {
            m_whose.clear();
            m_asked.clear();
        }
        // Handed over meanwhile, what came back of this round is not there any more. Drafts heard of the failure before.
        if (isNew || !m_drafts.text(CompositionKind::ShiftNote).contains(sent.mapped().text)) {
            m_isUntouched = m_drafts.text(CompositionKind::ShiftNote).isEmpty();
            m_drafts.giveBack({{}, shiftNoteJournalId(), 0}, CompositionKind::ShiftNote, sent.mapped().text);
            if (m_dialog && m_dialog->isOpen())
                m_dialog->setText(m_drafts.text(CompositionKind::ShiftNote));
        }
        m_whose.push_back(sent.mapped().client);
        QMetaObject::invokeMethod(this, &DeskShift::showReturning, Qt::QueuedConnection); // mostly the disk refuses several
    });
}

TimeContext DeskShift::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

QString DeskShift::blocked(bool writes) const
{
    if (!m_shown || m_desk.ephemera.me().id.empty())
        return tr("nobody is signed in");
    if (writes && !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    return m_clients.rowCount() > 0 ? QString() : tr("no client is here yet");
}

void DeskShift::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    commands.add({QStringLiteral("desk.shift"), CommandGroup::Application, tr("Hand over the shift…"), QStringLiteral("hand-back"), {}, tr("end leave next promises snoozed note colleague"),
        [this] { return blocked(true); }, [this] { ask(); }});
    commands.add({QStringLiteral("desk.shift_notes"), CommandGroup::Application, tr("Shift notes…"), QStringLiteral("note"), {}, tr("handed over read before colleague"),
        [this] { return blocked(false); }, [this] { read(); }});
}

QString DeskShift::nameOf(const ClientId &client) const
{
    const int at = m_clients.rowOf(client.value);
    return at < 0 ? QString() : harmless(fromUtf8(m_clients.itemAt(at).name));
}

bool DeskShift::isUnread(const ShiftNoteRow &row) const
{
    const UserId &me = m_desk.ephemera.me().id;
    return !me.empty() && !row.isNew && row.note.author.user != me && !isReadBy(row.note, me) && row.note.createdAt + shiftNoteIsNews > time().now;
}

std::vector<ShiftNoteDialog::Entry> DeskShift::entries() const
{
    std::vector<ShiftNoteDialog::Entry> entries;
    for (const ShiftNoteRow &row : m_notes.items()) {
        if ((m_client.empty() || row.note.client == m_client) && int(entries.size()) < shownShiftNotes)
            entries.push_back({row, m_clients.rowCount() > 1 ? nameOf(row.note.client) : QString(), isUnread(row)});
    }
    return entries;
}

/// The newest that this person has not acknowledged; none: nullptr.
const ShiftNoteRow *DeskShift::heldOut(int *more) const
{
    const ShiftNoteRow *first = nullptr;
    int others = 0;
    for (const ShiftNoteRow &row : m_notes.items()) {
        if (!m_shown || !isUnread(row) || (!m_client.empty() && row.note.client != m_client))
            continue;
        others += first ? 1 : 0;
        first = first ? first : &row;
    }
    if (more)
        *more = others;
    return first;
}

ShiftDialog *DeskShift::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new ShiftDialog(m_window);
    connect(m_dialog, &ShiftDialog::typed, this, [this](const QString &text) { m_drafts.typed(CompositionKind::ShiftNote, text); });
    connect(m_dialog, &ShiftDialog::clientChosen, this, &DeskShift::collect);
    connect(m_dialog, &ShiftDialog::handOverWanted, this, &DeskShift::handOver);
    connect(m_dialog, &Overlay::closed, this, [this] { m_drafts.flush(); });
    return m_dialog;
}

ShiftNoteDialog *DeskShift::madeReading()
{
    if (m_reading)
        return m_reading;
    m_reading = new ShiftNoteDialog(m_window);
    connect(m_reading, &ShiftNoteDialog::noteShown, this, &DeskShift::follow);
    connect(m_reading, &ShiftNoteDialog::conversationWanted, this, &DeskShift::conversationWanted);
    connect(m_reading, &ShiftNoteDialog::acknowledged, this, [this](const ClientId &client, const ShiftNoteId &note) { m_desk.acts.acknowledgeShiftNote(client, note); });
    return m_reading;
}

void DeskShift::ask(const std::vector<ClientId> &of)
{
    if (!blocked(true).isEmpty())
        return;
    m_drafts.open({{}, shiftNoteJournalId(), 0});
    const ClientId shown = m_client.empty() ? m_inFront() : m_client;
    made()->ask(m_clients.items(), of.empty() ? std::vector {shown} : of, m_drafts.text(CompositionKind::ShiftNote), [this] { return time(); });
}

void DeskShift::read()
{
    const ShiftNoteRow *first = heldOut();
    madeReading()->ask(entries(), first ? first->note.id : ShiftNoteId(), [this] { return time(); });
}

/// What is open with whom the sheet is about, as the records have it now.
void DeskShift::collect()
{
    if (std::exchange(m_collects, true)) {
        m_collectsAgain = true;
        return;
    }
    const std::vector<ClientId> of = m_dialog->chosen();
    m_desk.store.read(
        [of, now = time().now](CacheReader &reader) -> Result<std::vector<ShiftPart>> {
            std::vector<ShiftPart> parts;
            for (const ClientId &client : of) {
                auto lines = reader.shiftLines(client, now);
                if (lines.hasError())
                    return lines.error();
                parts.push_back({client, std::move(lines).value()});
            }
            return parts;
        },
        m_mailbox.receive([this, of](Result<std::vector<ShiftPart>> parts) {
            m_collects = false;
            if (!m_dialog)
                return;
            if (std::exchange(m_collectsAgain, false) || of != m_dialog->chosen())
                collect();
            if (of != m_dialog->chosen())
                return;
            parts.hasError() ? m_dialog->fail(harmless(problemWords(fromUtf8(parts.error().detail)))) : m_dialog->present(parts.value());
        }));
}

/// What has become of the lines of the note that is read.
void DeskShift::follow()
{
    const ShiftNoteRow *row = m_reading->shown();
    if (!row)
        return;
    if (std::exchange(m_follows, true)) {
        m_followsAgain = true;
        return;
    }
    m_desk.store.read([note = row->note, now = time().now](CacheReader &reader) { return reader.shiftStandings(note, now); },
        m_mailbox.receive([this, id = row->note.id](Result<std::vector<ShiftStanding>> standings) {
            m_follows = false;
            if (!m_reading)
                return;
            const bool isShown = m_reading->shown() && m_reading->shown()->note.id == id;
            if (std::exchange(m_followsAgain, false) || !isShown)
                follow();
            if (isShown && standings.hasValue())
                m_reading->setStandings(standings.value());
        }));
}

/// An act for each client that something is open with; of one that was chosen alone, also where nothing is.
void DeskShift::handOver()
{
    std::vector<ShiftPart> parts = m_dialog->parts();
    if (parts.size() > 1)
        std::erase_if(parts, [](const ShiftPart &part) { return part.lines.empty(); });
    const QString text = m_dialog->text().trimmed();
    // What the journal holds and nobody has read yet stays there.
    const bool isRead = m_drafts.isLoaded();
    const std::optional<QString> before = isRead ? m_drafts.journaled(CompositionKind::ShiftNote) : QString();
    ++m_round;
    m_whose.clear();
    m_asked.clear();
    OpId last;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        last = m_desk.acts.handOverShift(parts[i].client, text, parts[i].lines, before, i + 1 < parts.size());
        m_sent[last] = {m_round, text, parts[i].client};
    }
    if (isRead)
        m_drafts.sent(CompositionKind::ShiftNote, last);
    else
        m_drafts.typed(CompositionKind::ShiftNote, {});
    m_dialog->close();
}

/// What could not be stored stands in its sheet again.
void DeskShift::showReturning()
{
    if (m_why.isEmpty() || !isSomebodyHere(m_desk) || !m_shown)
        return;
    // One more of them, in the sheet that was opened for the others, or one in which nothing else was written.
    const bool goesOn = m_dialog && m_dialog->isOpen() && (m_dialog->chosen() == m_asked || m_isUntouched);
    if (!m_dialog || !m_dialog->isOpen() || goesOn) {
        ask(m_whose);
        m_asked = m_dialog->chosen();
    }
    m_dialog->fail(std::exchange(m_why, {}));
}

void DeskShift::setClient(const ClientId &client)
{
    m_client = client;
    refresh();
}

void DeskShift::setShown(bool shown)
{
    m_shown = shown;
    refresh();
}

void DeskShift::forget()
{
    m_drafts.forget();
    m_sent.clear();
    m_why.clear();
    for (Overlay *box : {static_cast<Overlay *>(std::exchange(m_dialog, nullptr)), static_cast<Overlay *>(std::exchange(m_reading, nullptr))}) {
        if (!box)
            continue;
        box->close();
        box->deleteLater(); // with what stands in it
    }
    m_notes.forget();
}

void DeskShift::refresh()
{
    int more = 0;
    const ShiftNoteRow *row = heldOut(&more);
    if (!row)
        return m_banner->clear(shiftKey);
    const QString name = harmless(fromUtf8(row->note.author.name));
    const QString when = momentWord(row->note.writtenAt, time());
    BannerState state;
    state.key = shiftKey;
    state.kind = BannerState::Kind::Notice;
    state.rank = 1;
    state.strong = name.isEmpty() ? tr("Shift note, %1.").arg(when) : tr("Shift note of %1, %2.", "who, when").arg(name, when);
    const QStringList counts = shiftCounts(row->note.lines);
    state.words = counts.isEmpty() ? harmless(fromUtf8(singleLine(row->note.text, stripWords))) : counts.join(QStringLiteral(" · "));
    if (m_clients.rowCount() > 1 && m_client.empty())
        state.words = tr("%1: %2", "a client, what was handed over there").arg(nameOf(row->note.client), state.words);
    state.aside = more > 0 ? tr("%n more", "shift notes", more) : QString();
    state.action = m_commands ? m_commands->action(QStringLiteral("desk.shift_notes")) : nullptr;
    state.subject = fromUtf8(row->note.id.value);
    m_banner->set(state);
}

} // namespace foredeck::ui
