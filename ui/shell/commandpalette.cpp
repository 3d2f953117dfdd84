#include "ui/shell/commandpalette.h"

#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <cmath>

namespace foredeck::ui {

namespace {

class PaletteDelegate final : public QStyledItemDelegate {
public:
    PaletteDelegate(const PaletteModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        return {option.rect.width(), m_model->itemAt(index.row()).header.isEmpty() ? theme.rowHeight(40, 18) : theme.rowHeight(34, 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const PaletteItem &item = m_model->itemAt(index.row());
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
        const QRect r = option.rect;
        if (!item.header.isEmpty()) {
            drawLine(*painter, place(r.adjusted(16, 6, -16, 0)), item.header, {theme.font(Step::Caption, QFont::DemiBold), theme.color(Color::Text2), option.direction});
            return;
        }
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) {
            painter->fillRect(r, theme.color(Color::Selection));
            outlineChosen(*painter, r, theme);
            painter->fillRect(place(QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
        }
        const bool can = item.reason.isEmpty();
        const QColor ink = theme.color(can ? Color::Text : Color::Text3);
        const int glyph = theme.grown(16);
        const QRect at(r.left() + 18, r.top() + (r.height() - glyph) / 2, glyph, glyph);
        if (!item.initials.isEmpty())
            drawAvatar(*painter, place(at.adjusted(-2, -2, 2, 2)), item.initials, AvatarKind::Person, theme);
        else
            paintIcon(*painter, place(at), item.glyph, theme.color(chosen ? Color::Accent : Color::Text2), option.direction, theme.highContrast());
        int end = paintEnd(*painter, theme, item, r, option.direction);
        const int x = at.right() + 1 + 14;
        const int words = drawMatched(*painter, place(QRect(x, r.top(), end - x, r.height())), item.text, item.positions, theme, ink, option.direction);
        const int beside = x + words + 12;
        if (!item.place.isEmpty() && beside < end)
            drawLine(*painter, place(QRect(beside, r.top(), end - beside - 8, r.height())), item.place, {theme.font(Step::Small), theme.color(Color::Text3), option.direction});
    }

private:
    /// The key caps or the reason at the row's end; returns where they begin.
    int paintEnd(QPainter &painter, const Theme &theme, const PaletteItem &item, const QRect &r, Qt::LayoutDirection direction) const
    {
        int end = r.right() + 1 - 16;
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(direction, r, logical); };
        if (!item.reason.isEmpty()) {
            const Ink ink {theme.font(Step::Small), theme.color(Color::Text2), direction};
            const int width = qMin(int(std::ceil(textWidth(ink.font, item.reason))), r.width() / 2);
            end -= width;
            drawLine(painter, place(QRect(end, r.top(), width + 1, r.height())), item.reason, ink, Side::End);
            return end - 12;
        }
        for (auto key = item.keys.crbegin(); key != item.keys.crend(); ++key) {
            const int cap = keyCapWidth(theme, *key);
            end -= cap;
            drawKeyCap(painter, place(QRect(end, r.top() + (r.height() - theme.grown(18)) / 2, cap, theme.grown(18))), *key, theme, theme.color(Color::Text3),
                theme.color(Color::Line), theme.color(Color::Sunken));
            end -= 4;
        }
        return end - 8;
    }

    const PaletteModel *m_model;
};

/// As high as it likes where there is room, lower in a low window.
class FoundList final : public QListView {
public:
    using QListView::QListView;
    QSize sizeHint() const override { return {QListView::sizeHint().width(), 440}; }
    QSize minimumSizeHint() const override { return {0, 80}; }
};

QWidget *makeFoot(QWidget *parent)
{
    auto *foot = new QWidget(parent);
    foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(4);
    const auto add = [&](const QStringList &keys, const QString &word) {
        for (const QString &key : keys)
            row->addWidget(new KeyCap(key));
        row->addWidget(new TextLabel(word, Step::Caption, Color::Text2));
        row->addSpacing(8);
    };
    add({QStringLiteral(">")}, CommandPalette::tr("commands"));
    add({QStringLiteral("@")}, CommandPalette::tr("people"));
    row->addStretch();
    add({QStringLiteral("↑"), QStringLiteral("↓")}, CommandPalette::tr("choose"));
    add({QStringLiteral("⏎")}, CommandPalette::tr("run"));
    row->addWidget(new KeyCap(QStringLiteral("Esc")));
    row->addWidget(new TextLabel(CommandPalette::tr("close"), Step::Caption, Color::Text2));
    return foot;
}

} // namespace

CommandPalette::CommandPalette(CommandRegistry &commands, QWidget *window) : Overlay(window, 640, 96), m_commands(commands)
{
    setSpokenName(box(), tr("Search or run"));
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(17, 0, 16, 0);
    top->setSpacing(12);
    m_field = new QLineEdit(box());
    m_field->setFrame(false);
    setSpokenName(m_field, tr("Search or run a command"));
    m_field->setPlaceholderText(tr("Search or run"));
    m_field->setMinimumHeight(48);
    m_field->installEventFilter(this);
    QPalette clear = m_field->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_field->setPalette(clear);
    m_found = new TextLabel({}, Step::Small, Color::Text3);
    top->addWidget(new Glyph(QStringLiteral("search"), 16, Color::Text2));
    top->addWidget(m_field, 1);
    top->addWidget(m_found);
    column->addLayout(top);
    column->addWidget(new Rule(box()));
    m_model = new PaletteModel(commands, this);
    m_list = new FoundList(box());
    m_list->setFrameShape(QFrame::NoFrame);
    setSpokenName(m_list, tr("Found"));
    m_list->setItemDelegate(new PaletteDelegate(m_model, m_list));
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list);
    m_nothing = new TextLabel({}, Step::Body, Color::Text2);
    m_nothing->setElides();
    m_nothing->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(17, 14, 16, 14);
    row->addWidget(m_nothing);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(new Rule(box()));
    column->addWidget(makeFoot(box()));
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setQuery(text);
        Q_EMIT peopleWanted(m_model->peopleQuery());
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QModelIndex chosen = m_list->currentIndex();
        m_chosen = chosen.isValid() ? m_model->itemAt(chosen.row()).key : QString();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_found->setText(tr("%n found", "", m_model->found()));
        const bool nothing = m_model->found() == 0 && !m_model->query().trimmed().isEmpty();
        m_nothing->setText(nothing ? tr("Nothing found for “%1”").arg(harmless(m_model->query().trimmed())) : QString());
        m_nothing->setVisible(nothing);
        m_list->setVisible(!nothing);
        if (isOpen())
            place();
        // Who is found for the same letters comes beside what was chosen among them.
        const int kept = m_query == m_model->query() ? m_model->rowOf(m_chosen) : -1;
        m_query = m_model->query();
        choose(kept < 0 ? m_model->firstChoice() : kept);
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

QWidget *CommandPalette::firstFocus() const
{
    return m_field;
}

void CommandPalette::toggle()
{
    if (isOpen())
        return close();
    m_commands.refresh();
    m_field->clear();
    m_model->setQuery({});
    choose(m_model->nextChoice(-1, 1));
    open();
}

void CommandPalette::choose(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row == m_model->nextChoice(-1, 1))
        m_list->scrollToTop();
}

void CommandPalette::pick(int row)
{
    if (row >= 0)
        m_model->hold(m_model->itemAt(row).key);
    choose(row);
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model->itemAt(index.row()).run || !m_model->itemAt(index.row()).reason.isEmpty())
        return;
    const std::function<void()> act = m_model->itemAt(index.row()).run;
    close();
    act();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const int at = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
        switch (key->key()) {
        case Qt::Key_Down:
            pick(m_model->nextChoice(at, 1));
            return true;
        case Qt::Key_Up:
            pick(m_model->nextChoice(at < 0 ? 0 : at, -1));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
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
