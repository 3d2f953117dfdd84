#include "ui/transcript/transcriptaccessible.h"

#include "ui/transcript/transcriptview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace foredeck::ui {

namespace {

/// The same in every language: what assistive technology asks for.
QString nameOf(EntryAct act)
{
    switch (act) {
    case EntryAct::ShowAll:
        return QStringLiteral("show_all");
    case EntryAct::ToggleDecision:
        return QStringLiteral("toggle_decision");
    case EntryAct::Retry:
        return QStringLiteral("retry");
    case EntryAct::Edit:
        return QStringLiteral("edit");
    case EntryAct::SendAnyway:
        return QStringLiteral("send_anyway");
    case EntryAct::Drop:
        return QStringLiteral("drop");
    case EntryAct::None:
        break;
    }
    return {};
}

/// One entry. Lives until the rows are renumbered; answers nothing after its view is gone.
class EntryAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    EntryAccessible(TranscriptView *view, int row) : m_view(view), m_row(row) { }

    bool isValid() const override { return m_view && m_row < m_view->rowCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_view->accessibleWords(m_row);
        QStringList words;
        if (kind == QAccessible::Description) {
            for (const auto &[act, word] : m_view->actsOf(m_row))
                words << word;
        }
        return words.join(QStringLiteral(", "));
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override
    {
        QStringList names;
        if (isValid()) {
            for (const auto &[act, word] : m_view->actsOf(m_row))
                names << nameOf(act);
        }
        return names;
    }
    QString localizedActionName(const QString &name) const override
    {
        if (isValid()) {
            for (const auto &[act, word] : m_view->actsOf(m_row)) {
                if (nameOf(act) == name)
                    return word;
            }
        }
        return {};
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        for (const auto &[act, word] : m_view->actsOf(m_row)) {
            if (nameOf(act) == name)
                return m_view->act(m_row, act);
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = m_view->rowRect(m_row);
        return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = isValid() && m_view->hasFocus() && m_view->currentRow() == m_row;
        state.offscreen = isValid() && !m_view->viewport()->rect().intersects(m_view->rowRect(m_row));
        state.invalid = !isValid();
        return state;
    }

private:
    QPointer<TranscriptView> m_view;
    int m_row;
};

class TranscriptAccessible final : public QAccessibleWidget {
public:
    explicit TranscriptAccessible(TranscriptView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) { }
    ~TranscriptAccessible() override { forget(); }

    int childCount() const override { return m_view ? m_view->rowCount() : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (!m_view || index < 0 || index >= m_view->rowCount())
            return nullptr;
        const auto known = m_children.constFind(index);
        if (known != m_children.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *entry = new EntryAccessible(m_view, index);
        m_children.insert(index, QAccessible::registerAccessibleInterface(entry));
        return entry;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!m_view)
            return nullptr;
        const QPoint at = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        for (int row = 0; row < m_view->rowCount(); ++row) {
            if (m_view->rowRect(row).contains(at))
                return child(row);
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_children.constBegin(); it != m_children.constEnd(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child)
                return it.key();
        }
        return -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_view && m_view->hasFocus() && m_view->currentRow() >= 0 ? child(m_view->currentRow()) : nullptr;
    }
    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

private:
    QPointer<TranscriptView> m_view;
    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *transcriptFactory(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace

void installTranscriptAccessibility()
{
    QAccessible::installFactory(transcriptFactory); // once, however often it is told
}

void forgetTranscriptChildren(TranscriptView *view)
{
    if (auto *accessible = dynamic_cast<TranscriptAccessible *>(QAccessible::queryAccessibleInterface(view)))
        accessible->forget();
}

void tellTranscriptRow(TranscriptView *view, QAccessible::Event what, int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(view, what);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace foredeck::ui
