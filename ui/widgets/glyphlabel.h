#pragma once

#include "ui/widgets/textlabel.h"

namespace foredeck::ui {

/// A glyph alone, in a colour of the theme. Decoration: the words beside it say the same.
class Glyph : public QWidget {
    Q_OBJECT

public:
    Glyph(const QString &name, int size, Color color, QWidget *parent = nullptr);
    void setGlyph(const QString &name, Color color);
    const QString &name() const noexcept { return m_name; }
    /// Instead of the glyph: a ring with the rest of a time (0–1) filled; below 0 the glyph again.
    void setRing(double rest);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    int m_size;
    Color m_color;
    double m_ring = -1;
};

/// Two capital letters on a tint: a tenant, or the agency.
class MarkBadge : public QWidget {
    Q_OBJECT

public:
    MarkBadge(const QString &letters, int seed, QSize size, QWidget *parent = nullptr);
    void setMark(const QString &letters, int seed);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    int m_seed; ///< below 0: the agency's grey
    QSize m_size;
};

/// A person's initials in a disc.
class AvatarBadge : public QWidget {
    Q_OBJECT

public:
    AvatarBadge(const QString &name, bool me, int size, QWidget *parent = nullptr);
    void setName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
    bool m_me;
    int m_size;
};

/// A small grey chip: where a value comes from, a count, a state.
class Chip : public QLabel {
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A key cap by itself.
class KeyCap : public QLabel {
    Q_OBJECT

public:
    explicit KeyCap(const QString &words, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace foredeck::ui
