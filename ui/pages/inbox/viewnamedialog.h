#pragma once

#include "ui/widgets/overlay.h"

#include <functional>

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class TextLabel;

/// Asks how a view is to be called.
class ViewNameDialog final : public Overlay {
    Q_OBJECT

public:
    explicit ViewNameDialog(QWidget *window);
    /// `name`: what it is called now; `wrong`: why a name cannot be taken, or nothing; `take` gets one that can.
    void ask(const QString &title, const QString &what, const QString &name, std::function<QString(const QString &)> wrong, std::function<void(const QString &)> take);
    bool holdsWords() const override;
    void dropWords() override;
    LineEdit *name() const noexcept { return m_name; }
    Button *save() const noexcept { return m_save; }

protected:
    QWidget *firstFocus() const override;

private:
    void take();

    TextLabel *m_title;
    TextLabel *m_what;
    LineEdit *m_name;
    Field *m_field;
    Button *m_save;
    std::function<QString(const QString &)> m_wrong;
    std::function<void(const QString &)> m_take;
};

} // namespace foredeck::ui
