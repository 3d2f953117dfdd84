#include "ui/widgets/lineeditaccessible.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QLineEdit>
#include <QPointer>
#include <QSpinBox>
#include <QTextBoundaryFinder>
#include <QValidator>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr int atTheEnd = -1; ///< as AT-SPI writes these two
constexpr int atTheCaret = -2;

/// As Qt's own, but for the ends of the text, and that nothing is written where people cannot. What is typed as a password is told to
/// nobody.
class LineEditAccessible : public QAccessibleWidget, public QAccessibleTextInterface, public QAccessibleEditableTextInterface {
public:
    LineEditAccessible(QWidget *face, QLineEdit *edit, QAccessible::Role role) : QAccessibleWidget(face, role), m_edit(edit) { }

    bool isValid() const override { return m_edit && QAccessibleWidget::isValid(); }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        if (type == QAccessible::EditableTextInterface)
            return static_cast<QAccessibleEditableTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return isOpen() ? edit()->text() : QString(edit()->text().size(), QLatin1Char('*'));
        const QString words = QAccessibleWidget::text(kind);
        return words.isEmpty() && kind == QAccessible::Description ? edit()->placeholderText() : words;
    }
    void setText(QAccessible::Text kind, const QString &words) override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::setText(kind, words);
        QString wanted = words;
        int at = 0;
        if (!edit()->validator() || edit()->validator()->validate(wanted, at) == QValidator::Acceptable)
            write(wanted);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.editable = true;
        state.readOnly = edit()->isReadOnly();
        state.passwordEdit = !isOpen();
        state.selectableText = true;
        return state;
    }

    int selectionCount() const override { return edit()->hasSelectedText() ? 1 : 0; }
    void selection(int index, int *from, int *to) const override
    {
        const bool is = index == 0 && edit()->hasSelectedText();
        *from = is ? edit()->selectionStart() : 0;
        *to = is ? edit()->selectionEnd() : 0;
    }
    void addSelection(int from, int to) override { setSelection(0, from, to); }
    void removeSelection(int index) override
    {
        if (index == 0)
            edit()->deselect();
    }
    void setSelection(int index, int from, int to) override
    {
        if (index == 0 && from >= 0 && from <= characterCount())
            edit()->setSelection(from, to - from);
    }
    int cursorPosition() const override { return edit()->cursorPosition(); }
    void setCursorPosition(int at) override { edit()->setCursorPosition(at); }
    int characterCount() const override { return static_cast<int>(edit()->text().size()); }
    QString text(int from, int to) const override { return isOpen() && from <= to ? edit()->text().mid(from, to - from) : QString(); }
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType boundary, int *from, int *to) const override
    {
        *from = *to = -1;
        return isOpen() ? QAccessibleTextInterface::textBeforeOffset(placeOf(offset), boundary, from, to) : QString();
    }
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType boundary, int *from, int *to) const override
    {
        *from = *to = -1;
        return isOpen() ? QAccessibleTextInterface::textAfterOffset(placeOf(offset), boundary, from, to) : QString();
    }
    QString textAtOffset(int offset, QAccessible::TextBoundaryType boundary, int *from, int *to) const override
    {
        *from = *to = -1;
        const int at = placeOf(offset);
        const bool isItem = boundary == QAccessible::WordBoundary || boundary == QAccessible::SentenceBoundary;
        if (!isOpen() || at < 0 || at > characterCount() || characterCount() == 0)
            return {};
        return isItem ? itemAt(at, boundary, from, to) : QAccessibleTextInterface::textAtOffset(at, boundary, from, to);
    }
    QRect characterRect(int offset) const override
    {
        const QString one = text(offset, offset + 1);
        if (offset < 0 || one.isEmpty())
            return {};
        // Where the caret stands in front of it is told by where a press puts it there.
        const QFontMetrics metrics(edit()->font());
        int left = 0;
        for (int right = edit()->width(); left < right;) {
            const int middle = (left + right) / 2;
            if (edit()->cursorPositionAt({middle, edit()->height() / 2}) < offset)
                left = middle + 1;
            else
                right = middle;
        }
        return {edit()->mapToGlobal(QPoint(left, (edit()->height() - metrics.height()) / 2)), QSize(metrics.horizontalAdvance(one), metrics.height())};
    }
    int offsetAtPoint(const QPoint &point) const override { return edit()->cursorPositionAt(edit()->mapFromGlobal(point)); }
    void scrollToSubstring(int from, int to) override
    {
        edit()->setCursorPosition(to);
        edit()->setCursorPosition(from);
    }
    QString attributes(int offset, int *from, int *to) const override
    {
        *from = *to = offset;
        return {};
    }

    void deleteText(int from, int to) override { write(edit()->text().remove(from, to - from)); }
    void insertText(int offset, const QString &words) override { write(edit()->text().insert(offset, words)); }
    void replaceText(int from, int to, const QString &words) override { write(edit()->text().replace(from, to - from, words)); }

private:
    /// A word or a sentence, or what stands between two or in front of the first. Qt's own goes on for ever behind the last and,
    /// where the first character is a blank or a sign, in front of it. At the end stands the last one.
    QString itemAt(int at, QAccessible::TextBoundaryType boundary, int *from, int *to) const
    {
        const QString words = edit()->text();
        QTextBoundaryFinder finder(boundary == QAccessible::WordBoundary ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Sentence, words);
        const auto isEdge = [&finder] { return bool(finder.boundaryReasons() & (QTextBoundaryFinder::StartOfItem | QTextBoundaryFinder::EndOfItem)); };
        finder.setPosition(std::min<qsizetype>(at, words.size() - 1));
        while (finder.position() > 0 && !isEdge())
            finder.toPreviousBoundary();
        *from = static_cast<int>(std::max<qsizetype>(0, finder.position()));
        do
            finder.toNextBoundary();
        while (finder.position() >= 0 && finder.position() < words.size() && !isEdge());
        *to = static_cast<int>(finder.position() < 0 ? words.size() : finder.position());
        return words.mid(*from, *to - *from);
    }

    void write(const QString &words)
    {
        if (!edit()->isReadOnly())
            edit()->setText(words);
    }

    QLineEdit *edit() const { return m_edit; }
    bool isOpen() const { return edit()->echoMode() == QLineEdit::Normal; }
    int placeOf(int offset) const { return offset == atTheEnd ? characterCount() : offset == atTheCaret ? cursorPosition() : offset; }

    QPointer<QLineEdit> m_edit; ///< the widget itself, or the line in it
};

/// A number, with its bounds.
class SpinBoxAccessible final : public LineEditAccessible, public QAccessibleValueInterface {
public:
    SpinBoxAccessible(QSpinBox *box, QLineEdit *edit) : LineEditAccessible(box, edit, QAccessible::SpinBox) { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this) : LineEditAccessible::interface_cast(type);
    }
    QVariant currentValue() const override { return box()->value(); }
    void setCurrentValue(const QVariant &value) override { box()->setValue(value.toInt()); }
    QVariant maximumValue() const override { return box()->maximum(); }
    QVariant minimumValue() const override { return box()->minimum(); }
    QVariant minimumStepSize() const override { return box()->singleStep(); }

private:
    QSpinBox *box() const { return static_cast<QSpinBox *>(object()); }
};

/// The line in a number or a date is a part of that, and has no face of its own.
QAccessibleInterface *lineEditFactory(const QString &className, QObject *object)
{
    const QString inside = QStringLiteral("qt_spinbox_lineedit");
    if (className == QStringLiteral("QAbstractSpinBox") || className == QStringLiteral("QSpinBox")) {
        auto *edit = object->findChild<QLineEdit *>(inside, Qt::FindDirectChildrenOnly);
        auto *number = qobject_cast<QSpinBox *>(object);
        if (edit && number)
            return new SpinBoxAccessible(number, edit);
        return edit ? new LineEditAccessible(qobject_cast<QWidget *>(object), edit, QAccessible::SpinBox) : nullptr;
    }
    auto *edit = className == QStringLiteral("QLineEdit") ? qobject_cast<QLineEdit *>(object) : nullptr;
    return edit && edit->objectName() != inside ? new LineEditAccessible(edit, edit, QAccessible::EditableText) : nullptr;
}

} // namespace

void installLineEditAccessibility()
{
    QAccessible::installFactory(lineEditFactory); // once, however often it is told
}

} // namespace foredeck::ui
