#include "ui/pages/inbox/labelpicker.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/core/text.h"
#include "models/domain/labels.h"
#include "ui/shell/ranking.h"
#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/domainwords.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int pickerWidth = 360;
constexpr int pickerRows = 7;

int pickerRowHeight(const Theme &theme) { return theme.rowHeight(36, 18); }

QByteArray keyOf(const QString &label) { return QByteArray::fromStdString(labelKey(label.toStdString())); }

QSet<QByteArray> keysOf(const QStringList &labels)
{
    QSet<QByteArray> keys;
    for (const QString &label : labels)
        keys << keyOf(label);
    return keys;
}

} // namespace

/// The labels that fit what is typed.
class LabelChoices final : public QAbstractListModel {
public:
    struct Choice {
        QString label;
        QList<int> positions;
        bool on = false;
        bool isNew = false; ///< nobody has used it yet
    };
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<Choice> choices)
    {
        beginResetModel();
        m_choices = std::move(choices);
        endResetModel();
    }
    const Choice &at(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Choice &choice = at(index.row());
        const QString shown = harmless(choice.label);
        if (role == Qt::DisplayRole)
            return choice.isNew ? LabelPicker::tr("New label “%1”").arg(shown) : shown;
        if (role == Qt::AccessibleTextRole)
            return choice.isNew ? LabelPicker::tr("New label “%1”").arg(shown) : (choice.on ? LabelPicker::tr("%1, on").arg(shown) : LabelPicker::tr("%1, off").arg(shown));
        return {};
    }

private:
    std::vector<Choice> m_choices;
};

namespace {

class LabelDelegate final : public QStyledItemDelegate {
public:
    LabelDelegate(const LabelChoices *choices, QObject *parent) : QStyledItemDelegate(parent), m_choices(choices) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {option.rect.width(), pickerRowHeight(themeOf(option.widget))}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const LabelChoices::Choice &choice = m_choices->at(index.row());
        const QRect r = option.rect;
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, r, logical); };
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(r, theme.color(Color::Selection));
            outlineChosen(*painter, r, theme);
            painter->fillRect(place(QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
        }
        const int glyph = theme.grown(16);
        const QRect at(r.left() + 18, r.top() + (r.height() - glyph) / 2, glyph, glyph);
        if (choice.on || choice.isNew)
            paintIcon(*painter, place(at), choice.isNew ? QStringLiteral("plus") : QStringLiteral("check"), theme.color(Color::Accent), option.direction, theme.highContrast());
        const int x = at.right() + 1 + 12;
        drawMatched(*painter, place(QRect(x, r.top(), r.right() - x - 12, r.height())), index.data().toString(), choice.isNew ? QList<int>() : choice.positions, theme, theme.color(Color::Text),
            option.direction);
    }

private:
    const LabelChoices *m_choices;
};

} // namespace

LabelPicker::LabelPicker(const Desk &desk, QWidget *window) : Overlay(window, pickerWidth, 96), m_desk(desk)
{
    setSpokenName(box(), tr("Labels"));
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(17, 0, 16, 0);
    top->setSpacing(12);
    m_field = new QLineEdit(box());
    m_field->setFrame(false);
    setSpokenName(m_field, tr("Find or write a label"));
    m_field->setPlaceholderText(tr("Find or write a label"));
    m_field->setMaxLength(int(mostLabelBytes));
    m_field->setMinimumHeight(44);
    QPalette clear = m_field->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_field->setPalette(clear);
    top->addWidget(new Glyph(QStringLiteral("tag"), 16, Color::Text2));
    top->addWidget(m_field, 1);
    column->addLayout(top);
    column->addWidget(new Rule(box()));
    m_choices = new LabelChoices(this);
    m_list = new QListView(box());
    m_list->setFrameShape(QFrame::NoFrame);
    setSpokenName(m_list, tr("Labels that fit"));
    m_list->setItemDelegate(new LabelDelegate(m_choices, m_list));
    m_list->setModel(m_choices);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_field->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    column->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 6, 16, 8);
    m_foot = new TextLabel({}, Step::Caption, Color::Text3);
    m_foot->setElides();
    makeAnnouncing(m_foot);
    foot->addWidget(m_foot);
    foot->addStretch();
    column->addLayout(foot);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_isChosen = false;
        fill();
    });
    connect(m_list, &QListView::clicked, this, [this] { take(true); });
}

QWidget *LabelPicker::firstFocus() const { return m_field; }

bool LabelPicker::isFull() const { return std::size_t(m_labels.size()) >= mostLabels; }

void LabelPicker::ask(const ClientId &client, const QStringList &labels, Change change)
{
    m_labels = m_order = labels;
    m_offered = keysOf(labels);
    m_isChosen = false;
    m_change = std::move(change);
    m_field->clear();
    fill();
    open();
    m_desk.store.read([client](CacheReader &reader) { return reader.labelsInUse(client); },
        m_mailbox.receive([this, asked = ++m_asked](const Result<std::vector<std::string>> &found) {
            if (asked != m_asked || found.hasError())
                return;
            for (const std::string &label : found.value())
                offer(fromUtf8(label));
            fill();
        }));
}

void LabelPicker::setLabels(const QStringList &labels)
{
    if (!isOpen() || labels == m_labels)
        return;
    m_labels = labels;
    fill();
}

/// Those it had when it was asked first stand first, then those in use.
void LabelPicker::offer(const QString &label)
{
    const QByteArray key = keyOf(label);
    if (m_offered.contains(key))
        return;
    m_offered << key;
    m_order << label;
}

/// What was offered and fits; what is typed and none of them, as a new one.
void LabelPicker::fill()
{
    const int at = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const QString chosen = at >= 0 && at < m_choices->rowCount() ? m_choices->at(at).label : QString();
    const QString typed = fromUtf8(std::string {clipUtf8(labelOf(m_field->text().toStdString()), mostLabelBytes)});
    for (const QString &label : std::as_const(m_labels))
        offer(label);
    fillAnew(typed);
    const QByteArray meant = keyOf(typed);
    int row = 0;
    for (int i = 0; i < m_choices->rowCount(); ++i) {
        const LabelChoices::Choice &choice = m_choices->at(i);
        // What was written whole is meant; else what was chosen stays so. A new one only where nothing fits, or where it was chosen.
        const bool isMeant = !m_isChosen && !choice.isNew && keyOf(choice.label) == meant;
        if (isMeant || (choice.label == chosen && (m_isChosen || (typed.isEmpty() && !choice.isNew))))
            row = i;
    }
    m_list->setCurrentIndex(m_choices->rowCount() > 0 ? m_choices->index(row) : QModelIndex());
    m_list->setFixedHeight(std::clamp(m_choices->rowCount(), 1, pickerRows) * pickerRowHeight(themeOf(this)));
    m_foot->setText(isFull() ? tr("A conversation has at most %n label(s)", "", int(mostLabels)) : tr("Enter puts it on or takes it off, Esc closes"));
    if (isOpen())
        place();
}

void LabelPicker::fillAnew(const QString &typed)
{
    std::vector<LabelChoices::Choice> choices;
    const QSet<QByteArray> on = keysOf(m_labels);
    for (const QString &label : std::as_const(m_order)) {
        if (const auto match = fuzzyMatch(typed, label))
            choices.push_back({label, match->positions, on.contains(keyOf(label)), false});
    }
    if (!typed.isEmpty() && !m_offered.contains(keyOf(typed)))
        choices.push_back({typed, {}, false, true});
    m_choices->set(std::move(choices));
}

void LabelPicker::step(int by)
{
    const int all = m_choices->rowCount();
    if (all == 0)
        return;
    const int now = std::max(0, m_list->currentIndex().row());
    m_list->setCurrentIndex(m_choices->index((now + by + all) % all));
    m_isChosen = true;
    tell();
}

void LabelPicker::tell()
{
    announce(m_foot, m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

/// What was found by letters stays in its place under the pointer; by key the next one is looked for.
void LabelPicker::take(bool byPointer)
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_choices->rowCount())
        return;
    const LabelChoices::Choice choice = m_choices->at(row);
    if (!choice.on && isFull())
        return announce(m_foot, m_foot->text());
    offer(choice.label);
    // Shown as it will be: the act's echo says the same a moment later.
    if (choice.on)
        m_labels.removeIf([key = keyOf(choice.label)](const QString &one) { return keyOf(one) == key; });
    else
        m_labels << choice.label;
    m_change(choice.label, !choice.on);
    if (byPointer) {
        m_isChosen = true;
        m_field->selectAll();
    } else {
        m_field->clear();
    }
    fill();
    tell();
}

bool LabelPicker::eventFilter(QObject *watched, QEvent *event)
{
    // The second press of a double click would take back what the first one did.
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonDblClick)
        return true;
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take(false);
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace foredeck::ui
