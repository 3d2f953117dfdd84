#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace foredeck::ui {

/// Two or more choices side by side, one of them chosen: radio buttons in the shape of a strip, 28 high.
class Segment : public QWidget {
    Q_OBJECT

public:
    explicit Segment(const QString &accessibleName, QWidget *parent = nullptr);
    /// Returns the part's index. `glyph` may be empty.
    int addPart(const QString &text, const QString &glyph);
    int current() const;
    void setCurrent(int index);
    QAbstractButton *part(int index) const;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

/// On or off, applied at once. Its words stand beside it, so that the state is never colour alone.
class Switch : public QAbstractButton {
    Q_OBJECT

public:
    explicit Switch(const QString &accessibleName, QWidget *parent = nullptr);
    /// The word shown beside the switch in each state.
    void setWords(const QString &on, const QString &off);
    QString shownWord() const { return isChecked() ? m_on : m_off; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_on;
    QString m_off;
};

} // namespace foredeck::ui
