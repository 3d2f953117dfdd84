#include "ui/pages/leads/mergedialog.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/buttonrow.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/mergewords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int mergeWidth = 560;
constexpr int choiceRows = 4; ///< that are seen at once
constexpr int choiceHeight = 30;

/// Of whom the preview tells is marked as the chosen row of any list.
class MergeChoiceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {option.rect.width(), themeOf(option.widget).grown(choiceHeight)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const QRect r = option.rect;
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, r, logical); };
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) {
            painter->fillRect(r, theme.color(option.widget && option.widget->hasFocus() ? Color::Selection : Color::SelectionInactive));
            outlineChosen(*painter, r, theme);
            painter->fillRect(place(QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(r, theme.color(Color::Hover));
        }
        drawLine(*painter, place(r.adjusted(12, 0, -8, 0)), index.data().toString(), {theme.font(Step::Body, chosen ? QFont::DemiBold : QFont::Normal), theme.color(Color::Text), option.direction});
    }
};

} // namespace

MergeDialog::MergeDialog(QWidget *window)
    : Overlay(window, mergeWidth, -1), m_what(new TextLabel({}, Step::Body, Color::Text2)), m_search(new LineEdit(tr("Find the other lead"), tr("Name, telephone or e-mail"))), m_choices(new QListWidget),
      m_none(new TextLabel({}, Step::Small, Color::Text3)), m_preview(new QWidget), m_lines(new QGridLayout), m_left(new TextLabel({}, Step::Body, Color::Text, QFont::DemiBold)),
      m_swap(new Button(tr("Keep the other one"), Button::Look::Quiet)), m_merge(new Button(tr("Merge"), Button::Look::Primary))
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("Merge two leads"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    m_what->setWrapping(true);
    column->addWidget(m_what);
    m_search->setGlyph(QStringLiteral("search"));
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    setSpokenName(m_choices, tr("Leads that may be merged"));
    m_choices->setFrameShape(QFrame::NoFrame);
    m_choices->setUniformItemSizes(true);
    m_choices->setTextElideMode(Qt::ElideRight);
    m_choices->setItemDelegate(new MergeChoiceDelegate(m_choices));
    m_choices->setFixedHeight(choiceRows * themeOf(this).grown(choiceHeight));
    column->addWidget(m_choices);
    m_none->setWrapping(true);
    column->addWidget(m_none);
    auto *inside = new QVBoxLayout(m_preview);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_left->setWrapping(true);
    head->addWidget(m_left, 1);
    m_swap->setSmall(true);
    head->addWidget(m_swap, 0, Qt::AlignTop);
    inside->addLayout(head);
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(6);
    m_lines->setColumnStretch(1, 1);
    inside->addLayout(m_lines);
    column->addWidget(m_preview);
    auto *cancel = new Button(tr("Cancel"), Button::Look::Outlined);
    column->addWidget(new ButtonRow({cancel, m_merge}));
    connect(cancel, &QAbstractButton::clicked, this, &Overlay::close);
    connect(m_search, &QLineEdit::textEdited, this, &MergeDialog::typed);
    connect(m_choices, &QListWidget::currentRowChanged, this, &MergeDialog::choose);
    connect(m_swap, &QAbstractButton::clicked, this, &MergeDialog::swapped);
    connect(m_merge, &QAbstractButton::clicked, this, &MergeDialog::accepted);
}

void MergeDialog::ask(const Lead &left)
{
    m_what->setText(tr("Which lead is the same person as %1? Nothing is lost, and it can be taken back at any time.").arg(leadLineWord(left)));
    m_search->clear();
    setChoices({}, {});
    setPreview({}, {});
    open();
}

void MergeDialog::setChoices(const std::vector<Choice> &choices, const LeadId &chosen)
{
    const QSignalBlocker quiet(m_choices); // it is the same choice
    m_choices->clear();
    m_ids.clear();
    for (const Choice &one : choices) {
        m_choices->addItem(one.why.isEmpty() ? leadLineWord(one.lead) : tr("%1 – %2", "a lead and why it may be the same person").arg(leadLineWord(one.lead), one.why));
        m_ids.push_back(one.lead.id);
        if (one.lead.id == chosen)
            m_choices->setCurrentRow(m_choices->count() - 1);
    }
    m_choices->setVisible(!choices.empty());
    m_none->setText(m_search->text().trimmed().isEmpty() ? tr("Nobody is like them at first sight; find the other lead by name, telephone or e-mail.") : tr("Nobody else of this business is found by that."));
    m_none->setVisible(choices.empty());
}

void MergeDialog::choose(int row)
{
    if (row >= 0 && row < int(m_ids.size()))
        Q_EMIT chosen(m_ids[std::size_t(row)]);
}

void MergeDialog::setPreview(const std::optional<LeadPage> &left, const std::optional<LeadPage> &other)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const bool isWhole = left && other;
    m_preview->setVisible(isWhole);
    m_merge->setEnabled(isWhole);
    m_merge->setToolTip(isWhole ? QString() : plainTip(tr("Choose the other lead first")));
    if (!isWhole)
        return;
    m_left->setText(tr("%1 is left, and has from then on:").arg(leadNameWord(left->lead)));
    m_swap->setText(tr("Keep %1 instead").arg(leadNameWord(other->lead)));
    int row = 0;
    for (const MergeLine &line : mergeLines(*left, *other)) {
        m_lines->addWidget(new TextLabel(line.label, Step::Small, Color::Text3), row, 0, Qt::AlignTop);
        const QString words = line.instead.isEmpty() ? line.words : tr("%1 (instead of %2)").arg(line.words, line.instead);
        auto *text = new TextLabel(words, Step::Small);
        text->setWrapping(true);
        setSpokenName(text, line.label + QStringLiteral(": ") + words);
        m_lines->addWidget(text, row, 1, Qt::AlignTop);
        ++row;
    }
}

QWidget *MergeDialog::firstFocus() const { return m_search; }

/// Down from the words into what they found; with Enter to the first of it.
bool MergeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_choices->count() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_choices->setFocus(Qt::OtherFocusReason);
            if (m_choices->currentRow() < 0)
                m_choices->setCurrentRow(0);
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace foredeck::ui
