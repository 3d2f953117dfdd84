#pragma once

#include <QList>
#include <QString>
#include <QStyledItemDelegate>

#include <functional>

namespace foredeck::ui {

class Theme;

/// A macro in a list: its name, and below it how its text begins.
class MacroDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    struct Line {
        QString name;
        QList<int> positions; ///< the letters of the name that a search has met
        QString preview; ///< one line
        QString aside; ///< at the end, such as how far an act has come
    };
    using Lines = std::function<Line(int row)>;

    MacroDelegate(Lines lines, QObject *parent);
    static int rowHeight(const Theme &theme);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Lines m_lines;
};

} // namespace foredeck::ui
