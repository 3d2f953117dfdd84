#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QAction;
class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Glyph;
class TextLabel;

/// A state that lasts, in one strip under the header: glyph, sentence, one action, age. `rank` says how bad it is: the
/// worst one is shown with its action, the next one in a line of words below it and, where there is room, its action behind
/// the first, the number of the others at its end.
struct BannerState {
    enum class Kind { Notice, Warning, Danger };

    QString key; ///< what state it is; the same key replaces
    Kind kind = Kind::Notice;
    int rank = 0; ///< higher is worse
    QString strong; ///< 600, first
    QString words;
    QString aside; ///< at the end: age, percentage
    QAction *action = nullptr; ///< not owned
    QString subject {}; ///< whom or what it tells of: another one is news
};

class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void set(const BannerState &state);
    void clear(const QString &key);
    bool shows(const QString &key) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    /// A button of an action: made, kept or taken away.
    struct Act {
        QPointer<QAction> action;
        Button *button = nullptr;
    };
    void offer(Act &act, QAction *action, int place);
    void sayOnce(const BannerState &state);
    void fit();

    std::vector<BannerState> m_states;
    BannerState::Kind m_kind = BannerState::Kind::Notice;
    QString m_said; ///< the state that was announced last; empty: none is shown
    QHBoxLayout *m_row;
    QBoxLayout *m_texts;
    QVBoxLayout *m_lines;
    Glyph *m_glyph;
    TextLabel *m_strong;
    TextLabel *m_words;
    TextLabel *m_aside;
    TextLabel *m_next;
    Act m_act;
    Act m_nextAct;
};

} // namespace foredeck::ui
