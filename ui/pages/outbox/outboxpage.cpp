#include "ui/pages/outbox/outboxpage.h"

#include "models/cache/outboxrules.h"
#include "models/cache/outboxsecrets.h"
#include "models/cache/projection.h"
#include "models/cache/setback.h"
#include "models/core/clock.h"
#include "models/ports/acts.h"
#include "ui/pages/outbox/outboxrows.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/patchwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

/// The columns' names, on the same places as the cells.
class OutboxHeader final : public Pane {
public:
    explicit OutboxHeader(QWidget *parent) : Pane(Color::Surface, Bottom, parent) { setGrowingHeight(32, 16); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Pane::paintEvent(event);
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const auto columns = outboxColumns(width(), height(), theme);
        const Ink ink {theme.font(Step::Caption, QFont::DemiBold), theme.color(Color::Text3), layoutDirection()};
        for (int i = 0; i < int(columns.size()); ++i) {
            const auto column = static_cast<OutboxColumn>(i);
            const bool number = column == OutboxColumn::Order || column == OutboxColumn::Waits;
            drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), columns[static_cast<std::size_t>(i)]), outboxColumnWord(column), ink, number ? Side::End : Side::Start);
        }
    }
};

/// Whether "send anyway" would be anything else than the same once more.
bool goesAnyway(const Op &op)
{
    return op.state == OpState::NeedsReview && restsOnSomething(op);
}

} // namespace

OutboxPage::OutboxPage(const Desk &desk, OutboxModel &outbox, QWidget *parent)
    : Page(parent), m_desk(desk), m_outbox(outbox), m_meanwhile(desk.store, desk.ephemera, desk.requests), m_shown(m_meanwhile)
{
    m_rows = new OutboxRows(outbox, [this] { return m_desk.clock.now(); }, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *body = new QWidget(this);
    column->addWidget(body, 1);
    m_stack = new QStackedLayout(body);
    auto *table = new QWidget(body);
    auto *inside = new QVBoxLayout(table);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(new OutboxHeader(table));
    m_view = new QListView(table);
    setSpokenName(m_view, tr("Outbox"));
    m_view->setFrameShape(QFrame::NoFrame);
    // Before the view hears of it, which would make another one current: its review would come under the pointer by itself.
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const int current = m_view->currentIndex().row();
        if (current < first || current > last)
            return;
        m_hasLeft = isVisible();
        if (m_review->isAncestorOf(focusWidget()))
            m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrentIndex({});
    });
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new OutboxDelegate(m_rows, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    inside->addWidget(m_view, 1);
    m_review = makeReview();
    inside->addWidget(m_review);
    m_stack->addWidget(table);
    auto *around = new QWidget(body);
    auto *place = new QVBoxLayout(around);
    place->setContentsMargins(16, 24, 16, 16);
    m_empty = new StatePane(around);
    place->addWidget(m_empty, 0, Qt::AlignTop | Qt::AlignLeading);
    m_stack->addWidget(around);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxPage::showReview);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        if (!m_rows->rowAt(index.row()).op.conversation.empty())
            Q_EMIT conversationWanted(m_rows->rowAt(index.row()).op.conversation);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_outbox, signal, this, &OutboxPage::refresh);
    connect(&m_outbox, &QAbstractItemModel::dataChanged, this, &OutboxPage::showReview);
    connect(&m_outbox, &QAbstractItemModel::rowsRemoved, this, &OutboxPage::editTask, Qt::QueuedConnection); // no page is left while rows go
    connect(&m_desk.acts, &Acts::failed, this, [this](const OpId &op) {
        if (m_taskEdited && m_taskEdited->id == op)
            m_taskEdited.reset();
        std::erase(m_dropped, op);
        refreshDropped();
    });
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        m_taskEdited.reset();
        m_dropped.clear();
        refreshDropped();
    });
    refresh();
}

OutboxPage::~OutboxPage() = default;

QWidget *OutboxPage::makeHead()
{
    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    head->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("Outbox"), Step::Title, Color::Text, QFont::DemiBold));
    m_count = new TextLabel({}, Step::Body, Color::Text3);
    m_count->setDigitCells(true);
    row->addWidget(m_count);
    auto *words = new TextLabel(tr("Everything here is safe on this computer and leaves in this order when the connection is there."), Step::Small, Color::Text2);
    words->setElides();
    row->addSpacing(8);
    row->addWidget(words, 1);
    row->addStretch();
    m_putBack = new Button(tr("Undo the drop"), Button::Look::Quiet, head);
    m_putBack->setSmall(true);
    m_putBack->setGlyph(QStringLiteral("undo"));
    m_putBack->hide();
    row->addWidget(m_putBack);
    m_retry = new Button(tr("Try now"), Button::Look::Quiet, head);
    m_retry->setSmall(true);
    m_retry->setGlyph(QStringLiteral("refresh"));
    row->addWidget(m_retry);
    return head;
}

QWidget *OutboxPage::makeReview()
{
    auto *review = new Pane(Color::Sunken, Pane::Top, this);
    auto *column = new QVBoxLayout(review);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(new Glyph(QStringLiteral("alert"), 16, Color::Warning));
    m_reviewTitle = new TextLabel({}, Step::Body, Color::Text, QFont::DemiBold);
    m_reviewWords = new TextLabel({}, Step::Small, Color::Text2);
    m_reviewWords->setElides();
    title->addWidget(m_reviewTitle);
    title->addWidget(m_reviewWords, 1);
    title->addStretch();
    column->addLayout(title);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    m_mine = new Card(review);
    m_mine->setDashed(true);
    auto *mine = new QVBoxLayout(m_mine);
    mine->setContentsMargins(16, 14, 16, 14);
    mine->setSpacing(10);
    m_mineHead = new TextLabel({}, Step::Caption, Color::Text2, QFont::DemiBold);
    m_mineText = new TextLabel({}, Step::Reading);
    m_mineText->setWrapping(true);
    mine->addWidget(m_mineHead);
    mine->addWidget(m_mineText);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    m_edit = new Button(tr("Edit"), Button::Look::Outlined, m_mine);
    m_edit->setGlyph(QStringLiteral("edit"));
    m_again = new Button(tr("Send anyway"), Button::Look::Outlined, m_mine);
    m_again->setGlyph(QStringLiteral("send"));
    m_drop = new Button(tr("Drop"), Button::Look::Bare, m_mine);
    m_drop->setGlyph(QStringLiteral("trash"));
    acts->addWidget(m_edit);
    acts->addWidget(m_again);
    acts->addWidget(m_drop);
    acts->addStretch();
    mine->addLayout(acts);
    mine->addStretch();
    m_other = new Card(review);
    auto *other = new QVBoxLayout(m_other);
    other->setContentsMargins(1, 14, 1, 8);
    auto *heading = new TextLabel(tr("Meanwhile in the thread"), Step::Caption, Color::Text2, QFont::DemiBold);

    auto *headRow = new QHBoxLayout;
    headRow->setContentsMargins(15, 0, 15, 0);
    headRow->addWidget(heading);
    headRow->addStretch();
    other->addLayout(headRow);
    m_thread = new TranscriptView(m_other);
    m_thread->setReadOnly(true);
    m_thread->setMinimumHeight(180);
    setSpokenName(m_thread, tr("Meanwhile in the thread"));
    other->addWidget(m_thread, 1);
    cards->addWidget(m_mine, 1);
    cards->addWidget(m_other, 1);
    column->addLayout(cards);
    m_thread->setSource(&m_shown, [this](int row) -> const TranscriptItem & { return m_shown.itemAt(row); },
        [this](int row) { return m_shown.continuesRun(row); },
        [this] {
            EntryContext words;
            words.time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
            words.localNow = m_desk.clock.now();
            words.reached = isReached(m_desk.ephemera.sync().phase);
            const QModelIndex index = m_view->currentIndex();
            if (index.isValid()) {
                words.leadName = m_rows->words(index.row()).to;
                words.clientName = QString::fromStdString(m_rows->rowAt(index.row()).clientName);
            }
            return words;
        },
        [] { return std::int64_t {0}; });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        const Op op = m_rows->rowAt(m_view->currentIndex().row()).op;
        const CompositionKind kind = journalPlace(op).kind;
        m_taskEdited.reset();
        const std::vector<ClientId> told = toldTheSame(op);
        m_desk.acts.edit(op.id);
        if (kind == CompositionKind::Lead)
            Q_EMIT leadEditWanted();
        else if (kind == CompositionKind::ShiftNote)
            Q_EMIT shiftNoteEditWanted(told);
        else if (kind == CompositionKind::FirstWords)
            Q_EMIT firstWordsEditWanted(LeadId(op.target));
        else if (kind == CompositionKind::Task)
            m_taskEdited = op; // it would be there twice, were it on its way by now
        else if (isLocal(kind))
            Q_EMIT escalationEditWanted(EscalationId(op.target), kind);
        else
            Q_EMIT editWanted(op.conversation, kind);
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        const Op &op = m_rows->rowAt(m_view->currentIndex().row()).op;
        goesAnyway(op) ? m_desk.acts.sendAnyway(op.id) : m_desk.acts.retry(op.id);
    });
    connect(m_drop, &QPushButton::clicked, this, &OutboxPage::drop);
    return review;
}

void OutboxPage::addCommands(CommandRegistry &commands)
{
    QAction *retry = commands.add({QStringLiteral("outbox.retry"), CommandGroup::Application, tr("Try now"), QStringLiteral("refresh"), {}, tr("reconnect send outbox"),
        [this] { return m_desk.ephemera.unsent() > 0 || m_desk.ephemera.sync().phase != SyncPhase::Live ? QString() : tr("nothing waits"); }, [this] { m_desk.requests.retryNow(); }});
    m_retry->setAction(retry);
    m_commands = &commands;
    commands.extend(QStringLiteral("conversation.undo_send"), {[this] { return isVisible() && !m_dropped.empty(); }, {}, [this] {
        m_desk.acts.putBack(m_dropped.back());
        m_dropped.pop_back();
        refreshDropped();
    }});
    m_putBack->setAction(commands.action(QStringLiteral("conversation.undo_send")), tr("Undo the drop"));
}

/// Whose its words are, of a note to the next shift: those of its clients that do not have it yet.
std::vector<ClientId> OutboxPage::toldTheSame(const Op &op) const
{
    std::vector<ClientId> clients {op.client};
    for (const OutboxRow &row : m_outbox.items()) {
        const bool isThere = row.op.mayHaveArrived || row.op.state == OpState::Sending || row.op.state == OpState::Acked;
        if (row.op.client != op.client && isOneHandOver(row.op, op) && !isThere)
            clients.push_back(row.op.client);
    }
    return clients;
}

/// Once the act has left the outbox: then what it was about can be asked for anew.
void OutboxPage::editTask()
{
    if (!m_taskEdited || m_outbox.rowOf(m_taskEdited->id.value) >= 0)
        return;
    const Op op = *std::exchange(m_taskEdited, std::nullopt);
    Q_EMIT taskEditWanted(op.conversation, wantedTask(op));
}

void OutboxPage::drop()
{
    const OpId op = chosen();
    if (op.empty())
        return;
    m_desk.acts.drop(op);
    std::erase(m_dropped, op);
    m_dropped.push_back(op);
    refreshDropped();
}

void OutboxPage::refreshDropped()
{
    m_putBack->setVisible(!m_dropped.empty());
    if (m_commands)
        m_commands->refresh();
}

QList<QWidget *> OutboxPage::panes() const
{
    return {m_view, m_review};
}

OpId OutboxPage::chosen() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_rows->rowAt(index.row()).op.id : OpId();
}

void OutboxPage::refresh()
{
    const int rows = m_rows->rowCount();
    m_hasLeft = m_hasLeft && rows > 0;
    m_count->setText(countWord(rows));
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    if (rows == 0)
        m_empty->set({QStringLiteral("outbox"), tr("Nothing waits"), tr("Every act has reached the server. What you do without a connection waits here, in order."), {}, false});
    else if (!m_view->currentIndex().isValid() && !m_hasLeft)
        m_view->setCurrentIndex(m_rows->index(0, 0));
    showReview();
}

void OutboxPage::showReview()
{
    const QModelIndex index = m_view->currentIndex();
    m_hasLeft = m_hasLeft && !index.isValid();
    const bool shown = index.isValid() && m_rows->words(index.row()).review;
    m_review->setVisible(shown);
    if (!shown)
        return;
    const OutboxRow &row = m_rows->rowAt(index.row());
    const OutboxWords words = m_rows->words(index.row());
    m_reviewTitle->setText(tr("%1: %2 to %3", "state, what, whom").arg(words.state, words.what.toLower(), words.to));
    m_reviewWords->setText(words.condition);
    const QStringList changes = patchLines(row.op);
    const QString text = changes.isEmpty() ? opText(row.op) : changes.join(QLatin1Char('\n'));
    const bool mayBeThere = doubtOf(row.op) != Doubt::None;
    if (!changes.isEmpty())
        m_mineHead->setText(mayBeThere ? tr("Your changes, which may have arrived") : tr("Your changes, not saved"));
    else
        m_mineHead->setText(text.isEmpty() ? words.what : mayBeThere ? tr("Your text, which may have arrived") : tr("Your text, not sent"));
    if (lostSecrets(row.op))
        m_mineText->setText(tr("Keys and passwords are not kept here. To do it again, enter them anew in the settings."));
    else
        m_mineText->setText(text.isEmpty() ? tr("This act has no text.") : text.left(4000));
    // Other words have no composer they could go back to; nor have those to somebody who is not here.
    m_edit->setVisible(journalPlace(row.op).kind != CompositionKind::Unknown && row.isLeadKnown && !row.op.mayHaveArrived);
    // What it carried is not kept, so it can only be done anew.
    m_again->setVisible(!lostSecrets(row.op));
    m_again->setShortText(goesAnyway(row.op) ? tr("Send anyway") : tr("Retry"));
    m_other->setVisible(!row.op.conversation.empty());
    if (!row.op.conversation.empty() && m_meanwhile.conversation() != row.op.conversation)
        m_meanwhile.setConversation(row.op.conversation);
}

void OutboxPage::tick()
{
    m_view->viewport()->update();
}

void OutboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_hasLeft = false;
    refresh();
}

void OutboxPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        m_view->doItemsLayout();
}

} // namespace foredeck::ui
