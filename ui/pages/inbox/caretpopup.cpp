#include "ui/pages/inbox/caretpopup.h"

#include "ui/delegates/macrodelegate.h"
#include "ui/pages/inbox/composer.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/textlabel.h"

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

} // namespace

CaretPopup::CaretPopup(ComposerEdit *edit, const QString &name, const QString &keyWords) : QWidget(edit), m_edit(edit)
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    makeAnnouncing(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 5);
    column->setSpacing(0);
    m_list = new QListView(this);
    m_list->setFrameShape(QFrame::NoFrame);
    setSpokenName(m_list, name);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 16, 2);
    auto *keys = new TextLabel(keyWords, Step::Caption, Color::Text3, QFont::Normal, this);
    keys->setElides();
    foot->addWidget(keys);
    foot->addStretch();
    setAccessibleDescription(keys->text());
    column->addWidget(m_list);
    column->addLayout(foot);
    m_edit->installEventFilter(this);
    connect(m_edit, &QTextEdit::cursorPositionChanged, this, &CaretPopup::offersChanged);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
}

void CaretPopup::setRows(QAbstractItemModel *model)
{
    m_list->setModel(model);
}

/// A sign may have been typed before it was known what it finds.
void CaretPopup::offersChanged()
{
    if (isOpen() || m_mayOpen)
        look();
}

void CaretPopup::beginWith(const QString &sign, const QString &between, bool isBegun)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.clearSelection();
    m_left = -1;
    m_edit->setTextCursor(cursor);
    if (isOpen())
        return;
    m_edit->insertPlainText(isBegun ? between + sign : sign);
}

void CaretPopup::follow(bool typed)
{
    if (m_isTaking)
        return;
    m_mayOpen = typed;
    look();
}

void CaretPopup::look()
{
    const QTextCursor cursor = m_edit->textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype start = line.lastIndexOf(QChar::LineSeparator) + 1;
    const std::optional<SignWords> words = cursor.hasSelection() ? std::nullopt : wordsIn(line.mid(start));
    if (!words) {
        m_mayOpen = false;
        m_left = -1;
        return shut();
    }
    m_sign = cursor.block().position() + int(start) + words->sign;
    // A window that another one covers for a moment keeps its place.
    if (!m_mayOpen || m_sign == m_left || !m_edit->isVisible() || m_edit->window()->focusWidget() != m_edit)
        return shut();
    open(*words);
}

void CaretPopup::open(const SignWords &words)
{
    const bool opens = !isOpen();
    const QString before = !opens && m_list->currentIndex().isValid() ? keyOf(m_list->currentIndex().row()) : QString();
    const bool isSame = std::exchange(m_query, words.query) == words.query && !opens;
    fill(words.query);
    // Nothing fits: what is typed is a text like any other.
    if (rows() == 0)
        return shut();
    // What is read anew under one's eyes leaves what was chosen in it.
    int row = 0;
    for (int i = 0; isSame && i < rows(); ++i)
        row = keyOf(i) == before ? i : row;
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    if (!isSame)
        m_list->scrollToTop();
    place();
    show();
    raise();
    if (opens)
        Q_EMIT openChanged();
    if (opens || before != keyOf(row))
        tell();
}

void CaretPopup::shut()
{
    const bool was = isOpen();
    hide();
    if (was)
        Q_EMIT openChanged();
}

/// Above the caret, where a composer's room is; below it where there is more.
void CaretPopup::place()
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
    QTextCursor sign = m_edit->textCursor();
    sign.setPosition(m_sign);
    const QRect caret = m_edit->cursorRect(sign);
    const QRect at(m_edit->viewport()->mapTo(window, caret.topLeft()), caret.size());
    const Theme &theme = themeOf(this);
    const int row = MacroDelegate::rowHeight(theme);
    m_list->setFixedHeight(row);
    const int rest = sizeHint().height() - row;
    const int wanted = std::min(rows(), popupRows);
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

void CaretPopup::step(int by)
{
    const int all = rows();
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    m_list->setCurrentIndex(m_list->model()->index((now + by + all) % all, 0));
    tell();
}

void CaretPopup::take(int row)
{
    if (row < 0 || row >= rows())
        return;
    const int caret = m_edit->textCursor().position();
    m_mayOpen = false;
    shut();
    const QScopedValueRollback taking(m_isTaking, true);
    put(row, m_sign, caret);
}

void CaretPopup::tell()
{
    announce(this, spoken(m_list->currentIndex().row()));
}

int CaretPopup::rows() const
{
    return m_list->model() ? m_list->model()->rowCount() : 0;
}

bool CaretPopup::takeKey(int key)
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
        m_left = m_sign;
        shut();
        return true;
    default:
        return false;
    }
}

bool CaretPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::Hide)
        shut(); // a lock or another page stands there now
    if (isOpen() && watched == parentWidget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &CaretPopup::place, Qt::QueuedConnection);
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

void CaretPopup::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    strokeRounded(painter, rect(), radiusPopup, theme.color(Color::LineStrong), 1, theme.color(Color::Raised));
}

void CaretPopup::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // After the widgets in it have taken their new sizes.
    if (event->type() == QEvent::StyleChange && isOpen())
        QMetaObject::invokeMethod(this, &CaretPopup::place, Qt::QueuedConnection);
}

} // namespace foredeck::ui
