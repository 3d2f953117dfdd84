#pragma once

#include "models/core/id.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace foredeck::ui {

/// People to choose from. What is typed narrows them to those with a word that begins so, the first of them ready for
/// Enter; Backspace and Escape take it back.
class PersonMenu final : public QMenu {
    Q_OBJECT

public:
    explicit PersonMenu(QWidget *parent = nullptr);
    /// `words`: as it is shown; it is found by them.
    void addPerson(const QString &words, std::function<void()> chosen);
    /// Below the people, there while nothing is typed.
    void addBelow(QAction *action);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void narrow(const QString &typed);

    QString m_typed;
    QAction *m_head; ///< says what to do, or what is typed
    std::vector<QAction *> m_people;
    std::vector<QAction *> m_below;
};

} // namespace foredeck::ui
