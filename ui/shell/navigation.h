#pragma once

#include "models/cache/view.h"
#include "ui/shell/savedview.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>

#include <map>

class QAction;
class QVBoxLayout;

namespace foredeck::ui {

class AvatarBadge;
class MarkBadge;
class TextLabel;

/// One place to go. Slim shows the glyph alone with a badge; the word is then its tooltip.
class NavEntry final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { Place, View };
    NavEntry(Kind kind, const QString &glyph, const QString &word, QWidget *parent = nullptr);
    void setWord(const QString &word);
    /// `more`: at least so many.
    void setCount(int count, bool more = false);
    /// A filled red pill: somebody waits and nobody has taken it.
    void setUrgent(bool urgent);
    bool isUrgent() const noexcept { return m_urgent; }
    void setSlim(bool slim);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void rename();

    Kind m_kind;
    QString m_glyph;
    int m_count = 0;
    bool m_more = false;
    bool m_urgent = false;
    bool m_slim = false;
};

/// The agency with the clients in view; opens the menu of clients.
class NavHead final : public QAbstractButton {
    Q_OBJECT

public:
    explicit NavHead(QWidget *parent = nullptr);
    void setAgency(const QString &name, const QString &mark, const QString &scope);
    void setSlim(bool slim);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_mark;
    QString m_scope;
    bool m_slim = false;
};

/// Looks like a field, opens the palette.
class SearchButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit SearchButton(QWidget *parent = nullptr);
    void setKeyWords(const QString &words);
    void setSlim(bool slim);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
    bool m_slim = false;
};

/// The places of the program. It holds no data: counts, names and what is current are set from outside; only places that
/// have a page are listed.
class Navigation final : public Pane {
    Q_OBJECT

public:
    enum class Place { Inbox, Escalations, Leads, Dashboard, Outbox, Settings };

    explicit Navigation(QWidget *parent = nullptr);
    NavHead *head() const noexcept { return m_head; }
    SearchButton *search() const noexcept { return m_search; }
    void setCurrent(Place place, View view);
    /// `urgent`: in a filled red pill, while there are any.
    void setPlaceCount(Place place, int count, bool urgent = false);
    void setViewCount(View view, int count, bool urgent = false);
    /// Those that somebody saved; `current` shows, in place of the view it rests on. Their counts are told afterwards.
    void setSavedViews(const std::vector<SavedView> &views, const QString &current);
    void setSavedCount(const QString &id, int count, bool more);
    void setMe(const QString &name, const QString &presence);
    void setSlim(bool slim);
    bool isSlim() const noexcept { return m_slim; }

Q_SIGNALS:
    void placeChosen(foredeck::ui::Navigation::Place place);
    void viewChosen(foredeck::View view);
    void savedChosen(const QString &id);
    void savedMenuWanted(const QString &id, const QPoint &globalPos);
    void meMenuWanted(const QPoint &globalPos);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPlace(QVBoxLayout *column, Place place, const QString &glyph, const QString &word);
    bool isShown(View view) const;
    bool isShown(const QString &saved) const;
    NavEntry *makeSaved(const QString &id);
    void fitWidth();

    NavHead *m_head;
    SearchButton *m_search;
    std::map<Place, NavEntry *> m_places;
    std::map<View, NavEntry *> m_views;
    QWidget *m_savedArea; ///< gives way, and scrolls, where there is no room for all of them
    QVBoxLayout *m_savedColumn;
    std::map<QString, NavEntry *> m_saved; ///< by id
    QString m_savedShown;
    QAbstractButton *m_me;
    bool m_slim = false;
    Place m_current = Place::Inbox;
    View m_view = View::All;
};

} // namespace foredeck::ui
