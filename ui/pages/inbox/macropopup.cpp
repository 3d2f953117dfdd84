#include "ui/pages/inbox/macropopup.h"

#include "ui/delegates/macrodelegate.h"
#include "ui/pages/inbox/composer.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/macrowords.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int popupWidth = 440;
constexpr int popupRows = 6;
constexpr int popupGap = 6;
constexpr int popupCharacters = 200;

} // namespace

/// What fits what is typed, with the text that each would put there.
class MacroChoices final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<MacroChoice> choices, const MacroValues &values)
    {
        beginResetModel();
        m_choices = std::move(choices);
        m_texts.clear();
        for (const MacroChoice &choice : m_choices)
            m_texts << QString::fromStdString(expanded(choice.macro.text, values));
        endResetModel();
    }
    const MacroChoice &at(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    QString preview(int row) const { return harmless(m_texts[row].left(popupCharacters).simplified()); }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        const QString name = macroName(at(index.row()).macro);
        return role == Qt::DisplayRole ? name : name + QStringLiteral(". ") + preview(index.row());
    }

private:
    std::vector<MacroChoice> m_choices;
    QStringList m_texts;
};

MacroPopup::MacroPopup(ComposerEdit *edit) : QWidget(edit), m_edit(edit)
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    makeAnnouncing(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 5);
    column->setSpacing(0);
    m_choices = new MacroChoices(this);
    m_list = new QListView(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Macros"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new MacroDelegate(
        [this](int row) { return MacroDelegate::Line {macroName(m_choices->at(row).macro), m_choices->at(row).positions, m_choices->preview(row), {}}; }, m_list));
    m_list->setModel(m_choices);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 16, 2);
    auto *keys = new TextLabel(tr("Enter puts it in, Esc keeps what is typed"), Step::Caption, Color::Text3, QFont::Normal, this);
    keys->setElides();
    foot->addWidget(keys);
    setAccessibleDescription(keys->text());
    column->addWidget(m_list);
    column->addLayout(foot);
    m_edit->installEventFilter(this);
    connect(m_edit, &QTextEdit::cursorPositionChanged, this, [this] {
        if (isOpen() || m_mayOpen)
            look();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
}

MacroPopup::~MacroPopup() = default;

void MacroPopup::setMacros(std::vector<Macro> macros)
{
    m_macros = std::move(macros);
    // A slash may have been typed before they were read.
    if (isOpen() || m_mayOpen)
        look();
}

void MacroPopup::begin()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    QTextCursor cursor = m_edit->textCursor();
    cursor.clearSelection();
    const bool isBegun = !cursor.block().text().left(cursor.positionInBlock()).trimmed().isEmpty();
    m_left = -1;
    m_edit->setTextCursor(cursor);
    if (isOpen())
        return;
    m_edit->insertPlainText(isBegun ? QStringLiteral("\n/") : QStringLiteral("/"));
}

void MacroPopup::follow(bool typed)
{
    if (m_isTaking)
        return;
    m_mayOpen = typed;
    look();
}

void MacroPopup::look()
{
    const QTextCursor cursor = m_edit->textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype start = line.lastIndexOf(QChar::LineSeparator) + 1;
    const std::optional<SlashWords> words = cursor.hasSelection() ? std::nullopt : slashWords(line.mid(start));
    if (!words) {
        m_mayOpen = false;
        m_left = -1;
        return shut();
    }
    m_slash = cursor.block().position() + int(start) + words->slash;
    // A window that another one covers for a moment keeps its place.
    if (!m_mayOpen || m_slash == m_left || m_edit->window()->focusWidget() != m_edit)
        return shut();
    open(*words);
}

void MacroPopup::open(const SlashWords &words)
{
    const bool opens = !isOpen();
    const MacroId before = !opens && m_list->currentIndex().isValid() ? m_choices->at(m_list->currentIndex().row()).macro.id : MacroId();
    const bool isSame = std::exchange(m_query, words.query) == words.query && !opens;
    m_choices->set(macrosFor(words.query, m_macros), m_values());
    // Nothing fits: what is typed is a text like any other.
    if (m_choices->rowCount() == 0)
        return shut();
    // Macros that are read anew under one's eyes leave what was chosen among them.
    int row = 0;
    for (int i = 0; isSame && i < m_choices->rowCount(); ++i)
        row = m_choices->at(i).macro.id == before ? i : row;
    m_list->setCurrentIndex(m_choices->index(row));
    if (!isSame)
        m_list->scrollToTop();
    place();
    show();
    raise();
    if (opens)
        Q_EMIT openChanged();
    if (opens || before != m_choices->at(row).macro.id)
        tell();
}

void MacroPopup::shut()
{
    const bool was = isOpen();
    hide();
    if (was)
        Q_EMIT openChanged();
}

/// Above the caret, where a composer's room is; below it where there is more.
void MacroPopup::place()
{
    QWidget *window = m_edit->window();
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
    }
    // The box grows with what is typed: the caret is looked for where it will stand.
    for (const QWidget *one = m_edit; one; one = one->parentWidget()) {
        if (QLayout *layout = one->layout())
            layout->activate();
    }
    QTextCursor slash = m_edit->textCursor();
    slash.setPosition(m_slash);
    const QRect caret = m_edit->cursorRect(slash);
    const QRect at(m_edit->viewport()->mapTo(window, caret.topLeft()), caret.size());
    const Theme &theme = themeOf(this);
    const int row = MacroDelegate::rowHeight(theme);
    m_list->setFixedHeight(row);
    const int rest = sizeHint().height() - row;
    const int wanted = std::min(m_choices->rowCount(), popupRows);
    const int roomAbove = at.top() - 2 * popupGap;
    const bool isAbove = roomAbove >= rest + wanted * row || at.top() > window->height() / 2;
    const int room = isAbove ? roomAbove : window->height() - at.bottom() - 2 * popupGap;
    // As many as there is room for: the line that is typed stays to be seen.
    m_list->setFixedHeight(std::clamp((room - rest) / row, 1, wanted) * row);
    const QSize size(std::min(theme.grown(popupWidth), window->width() - 2 * popupGap), sizeHint().height());
    const int y = isAbove ? std::max(popupGap, at.top() - popupGap - size.height()) : at.bottom() + popupGap;
    const int x = layoutDirection() == Qt::RightToLeft ? at.right() - size.width() : at.left();
    setGeometry(QRect(QPoint(std::clamp(x, popupGap, std::max(popupGap, window->width() - popupGap - size.width())), y), size));
}

void MacroPopup::step(int by)
{
    const int all = m_choices->rowCount();
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    m_list->setCurrentIndex(m_choices->index((now + by + all) % all));
    tell();
}

void MacroPopup::take(int row)
{
    if (row < 0 || row >= m_choices->rowCount())
        return;
    // With what is known by now: a value may have been read since the list opened.
    const QString text = QString::fromStdString(expanded(m_choices->at(row).macro.text, m_values()));
    const int caret = m_edit->textCursor().position();
    m_mayOpen = false;
    shut();
    const QScopedValueRollback taking(m_isTaking, true);
    m_edit->replaceWords(m_slash, caret, text);
}

void MacroPopup::tell()
{
    const int row = m_list->currentIndex().row();
    announce(this, tr("%1, %2 of %3. %4").arg(macroName(m_choices->at(row).macro), QString::number(row + 1), QString::number(m_choices->rowCount()), m_choices->preview(row)));
}

bool MacroPopup::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        m_left = m_slash;
        shut();
        return true;
    default:
        return false;
    }
}

bool MacroPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (isOpen() && watched == parentWidget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &MacroPopup::place, Qt::QueuedConnection);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isOpen() || watched != m_edit || !isKey)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    static constexpr int ours[] {Qt::Key_Down, Qt::Key_Up, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Escape};
    if (std::find(std::begin(ours), std::end(ours), key->key()) == std::end(ours))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return takeKey(key->key());
}

void MacroPopup::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    strokeRounded(painter, rect(), radiusPopup, theme.color(Color::LineStrong), 1, theme.color(Color::Raised));
}

void MacroPopup::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // After the widgets in it have taken their new sizes.
    if (event->type() == QEvent::StyleChange && isOpen())
        QMetaObject::invokeMethod(this, &MacroPopup::place, Qt::QueuedConnection);
}

} // namespace foredeck::ui
