#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QAbstractItemModel;
class QListView;

namespace foredeck::ui {

class ComposerEdit;

/// What is typed to find something: a sign, and what follows it up to the caret.
struct SignWords {
    int sign = 0; ///< where it stands in the line
    QString query;
};

/// A list that a sign opens in the composer, beside the caret. The keyboard stays in the text. Up and Down choose, Enter or
/// Tab or a click puts what is chosen in the sign's place; Escape leaves what is typed.
class CaretPopup : public QWidget {
    Q_OBJECT

public:
    /// The text changed; `typed`: by a person, and not because another one is shown.
    void follow(bool typed);
    bool isOpen() const { return isVisible(); }
    void shut();
    QListView *list() const noexcept { return m_list; }

Q_SIGNALS:
    void openChanged();

protected:
    /// A child of the window that `edit` stands in, once it opens. `name` is the list's, `keys` what they do.
    CaretPopup(ComposerEdit *edit, const QString &name, const QString &keys);
    /// The rows and how they are painted, once.
    void setRows(QAbstractItemModel *rows);

    /// Of a line up to the caret; nothing: it asks for none.
    virtual std::optional<SignWords> wordsIn(const QString &lineToCaret) const = 0;
    /// Puts what fits in the rows, best first.
    virtual void fill(const QString &query) = 0;
    /// What tells a row apart, whatever stands before it.
    virtual QString keyOf(int row) const = 0;
    virtual QString spoken(int row) const = 0;
    /// In the place of these characters.
    virtual void put(int row, int from, int to) = 0;

    /// As if the sign were typed where the caret is: what stands there makes one more line of it, or a blank.
    void beginWith(const QString &sign, const QString &between, bool isBegun);
    /// What can be offered is another.
    void offersChanged();
    ComposerEdit *edit() const noexcept { return m_edit; }

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void look();
    void open(const SignWords &words);
    void place();
    void step(int by);
    void take(int row);
    void tell();
    bool takeKey(int key);
    int rows() const;

    ComposerEdit *m_edit;
    QListView *m_list;
    bool m_isTaking = false;
    bool m_mayOpen = false; ///< the sign was typed, not found where it stands
    QString m_query; ///< what the list was asked for
    int m_sign = -1; ///< where it stands in the text; below 0: none is looked at
    int m_left = -1; ///< the sign at which it was left by Escape
};

} // namespace foredeck::ui
