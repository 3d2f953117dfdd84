#pragma once

#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;

namespace foredeck::ui {

class Glyph;

/// Label above, control, help or error below. The placeholder is an example, never the label; an error replaces the help
/// with a glyph and a sentence and turns the border.
class Field : public QWidget {
    Q_OBJECT

public:
    /// Takes ownership of the control and becomes its label; without one where a title above says it.
    Field(const QString &label, QWidget *control, QWidget *parent = nullptr);
    void setHelp(const QString &help);
    /// Good news about the value, with a check mark ("Northquay answers").
    void setConfirmed(const QString &words);
    void setError(const QString &sentence);
    bool hasError() const;
    QWidget *control() const noexcept { return m_control; }
    /// Beside the label, at its end: a chip, a Reset link.
    void addBesideLabel(QWidget *widget);

private:
    QWidget *m_control;
    QHBoxLayout *m_head;
    Glyph *m_glyph;
    TextLabel *m_foot;
    QString m_help;
};

/// A line of text, 32 high; optionally a glyph at its start and, for passwords, an eye that shows them.
class LineEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit LineEdit(const QString &accessibleName, const QString &example = {}, QWidget *parent = nullptr);
    void setGlyph(const QString &name);
    void setPassword();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// For the glyph, at the start.
    void makeRoom();

    QString m_glyph;
};

} // namespace foredeck::ui
