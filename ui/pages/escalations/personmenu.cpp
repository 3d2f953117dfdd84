#include "ui/pages/escalations/personmenu.h"

#include <QKeyEvent>

#include <algorithm>

namespace foredeck::ui {

namespace {

bool hasWord(const QString &words, const QString &beginning)
{
    if (words.startsWith(beginning, Qt::CaseInsensitive))
        return true;
    const QStringList all = words.split(QLatin1Char(' '));
    return std::any_of(all.begin(), all.end(), [&](const QString &word) { return word.startsWith(beginning, Qt::CaseInsensitive); });
}

} // namespace

PersonMenu::PersonMenu(QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_head = addAction(QString());
    m_head->setEnabled(false);
}

void PersonMenu::addPerson(const QString &words, std::function<void()> chosen)
{
    QString shown = words;
    QAction *one = addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
    one->setData(words);
    connect(one, &QAction::triggered, this, [chosen = std::move(chosen)] { chosen(); });
    m_people.push_back(one);
}

void PersonMenu::addBelow(QAction *action)
{
    m_below = {addSeparator(), action};
    addAction(action);
}

void PersonMenu::showEvent(QShowEvent *event)
{
    narrow({});
    QMenu::showEvent(event);
}

void PersonMenu::narrow(const QString &typed)
{
    m_typed = typed;
    QAction *first = nullptr;
    for (QAction *one : m_people) {
        one->setVisible(typed.isEmpty() || hasWord(one->data().toString(), typed));
        if (one->isVisible() && !first)
            first = one;
    }
    for (QAction *one : m_below) {
        if (!typed.isEmpty() && actions().contains(one))
            removeAction(one);
        else if (typed.isEmpty() && !actions().contains(one))
            addAction(one);
    }
    QString shown = typed;
    shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
    m_head->setText(typed.isEmpty() ? tr("Type a name") : (first ? tr("“%1”", "what is typed").arg(shown) : tr("Nobody is called “%1”").arg(shown)));
    setActiveAction(first);
}

void PersonMenu::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    // A blank only within a name: at the beginning it chooses, as in every menu.
    if (plain && text.size() == 1 && text.front().isPrint() && !(m_typed.isEmpty() && text.front().isSpace()))
        return narrow(m_typed + text);
    if (event->key() == Qt::Key_Backspace && !m_typed.isEmpty())
        return narrow(m_typed.chopped(1));
    if (event->key() == Qt::Key_Escape && !m_typed.isEmpty())
        return narrow({});
    QMenu::keyPressEvent(event);
}

} // namespace foredeck::ui
