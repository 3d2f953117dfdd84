#pragma once

#include "ui/widgets/pane.h"

class QAction;

namespace foredeck::ui {

class Button;
class TextLabel;

/// The page's name, whose rules they are, what became of the last act, and the way to a new one.
class RulesHeader final : public Pane {
    Q_OBJECT

public:
    explicit RulesHeader(QWidget *parent = nullptr);
    void setActions(QAction *make);
    void setClient(const QString &name);
    void say(const QString &words, bool bad = false);
    QString said() const;
    Button *client() const noexcept { return m_client; }

Q_SIGNALS:
    void backWanted();
    void clientMenuWanted();

private:
    Button *m_back;
    Button *m_client;
    Button *m_new;
    TextLabel *m_said;
};

} // namespace foredeck::ui
