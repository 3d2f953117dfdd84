#include "ui/shell/navigation.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int besideFigures = 4; ///< by so much the bar with which saved views scroll stands off their figures

/// Who is signed in; opens the menu of oneself.
class MeButton final : public QAbstractButton {
public:
    explicit MeButton(QWidget *parent) : QAbstractButton(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void set(const QString &name, const QString &presence)
    {
        setText(name);
        m_presence = presence;
        setSpokenName(this, name + QStringLiteral(", ") + presence);
        setToolTip(plainTip(accessibleName()));
        update();
    }
    void setSlim(bool slim)
    {
        m_slim = slim;
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return {m_slim ? 36 : theme.grown(120), theme.rowHeight(40, 18)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
        const int disc = theme.grown(20);
        const QRect at = m_slim ? QRect((width() - disc) / 2, (height() - disc) / 2, disc, disc) : place(QRect(6, (height() - disc) / 2, disc, disc));
        drawAvatar(painter, at, initialsOf(text()), AvatarKind::Me, theme);
        if (m_slim)
            return;
        const Ink aside {theme.font(Step::Caption), theme.color(Color::Text3), layoutDirection()};
        const int word = int(textWidth(aside.font, m_presence)) + 1;
        const int end = width() - 6 - word;
        drawLine(painter, place(QRect(end, 0, word, height())), m_presence, aside, Side::End);
        const int x = 6 + disc + 8;
        drawLine(painter, place(QRect(x, 0, end - x - 8, height())), text(), {theme.font(Step::Body, QFont::Medium), theme.color(Color::Text), layoutDirection()});
    }

private:
    QString m_presence;
    bool m_slim = false;
};

/// As high as what is in it, or as there is room, but for one of its rows.
class SavedArea final : public QScrollArea {
public:
    explicit SavedArea(QWidget *parent) : QScrollArea(parent)
    {
        setFrameShape(NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
        viewport()->setAutoFillBackground(false);
    }
    QSize sizeHint() const override { return {0, widget()->sizeHint().height()}; }
    QSize minimumSizeHint() const override { return {0, qMin(themeOf(this).rowHeight(themeOf(this).space().navView, 18), sizeHint().height())}; }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

Navigation::Navigation(QWidget *parent) : Pane(Color::Window, End, parent)
{
    setSpokenName(this, tr("Navigation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(2);
    m_head = new NavHead(this);
    column->addWidget(m_head);
    m_search = new SearchButton(this);
    column->addSpacing(-2);
    column->addWidget(m_search);
    column->addSpacing(10);
    addPlace(column, Place::Inbox, QStringLiteral("inbox"), tr("Inbox"));
    for (const View view : {View::Mine, View::Unassigned, View::Waiting, View::Escalated, View::Due, View::Mentions, View::Snoozed, View::Ended, View::All}) {
        auto *entry = new NavEntry(NavEntry::Kind::View, {}, viewWord(view), this);
        m_views[view] = entry;
        column->addWidget(entry);
        connect(entry, &QAbstractButton::toggled, this, [this, view](bool on) {
            if (on == isShown(view))
                return;
            setCurrent(m_current, m_view);
            Q_EMIT viewChosen(view);
        });
    }
    auto *area = new SavedArea(this);
    auto *inside = new QWidget;
    auto *insideRow = new QHBoxLayout(inside);
    insideRow->setContentsMargins(0, 0, 0, 0);
    insideRow->setSpacing(0);
    m_savedColumn = new QVBoxLayout;
    m_savedColumn->setSpacing(2);
    insideRow->addLayout(m_savedColumn);
    insideRow->addSpacing(besideFigures);
    area->setWidget(inside);
    inside->setAutoFillBackground(false); // a scroll area turns it on
    m_savedArea = area;
    m_savedArea->hide();
    auto *areaRow = new QHBoxLayout;
    areaRow->setSpacing(0);
    areaRow->addWidget(m_savedArea, 1);
    areaRow->addSpacing(-besideFigures);
    column->addLayout(areaRow);
    addPlace(column, Place::Escalations, QStringLiteral("escalation"), tr("Escalations"));
    m_places[Place::Escalations]->setCount(-1);
    addPlace(column, Place::Leads, QStringLiteral("leads"), tr("Leads"));
    m_places[Place::Leads]->setCount(-1);
    addPlace(column, Place::Dashboard, QStringLiteral("dashboard"), tr("Dashboard"));
    m_places[Place::Dashboard]->setCount(-1);
    column->addStretch();
    addPlace(column, Place::Outbox, QStringLiteral("outbox"), tr("Outbox"));
    addPlace(column, Place::Settings, QStringLiteral("settings"), tr("Settings"));
    m_places[Place::Settings]->setCount(-1);
    column->addSpacing(4);
    m_me = new MeButton(this);
    column->addWidget(m_me);
    connect(m_me, &QAbstractButton::clicked, this, [this] { Q_EMIT meMenuWanted(m_me->mapToGlobal(QPoint(0, 0))); });
    setCurrent(Place::Inbox, View::All);
    fitWidth();
}

void Navigation::addPlace(QVBoxLayout *column, Place place, const QString &glyph, const QString &word)
{
    auto *entry = new NavEntry(NavEntry::Kind::Place, glyph, word, this);
    m_places[place] = entry;
    column->addWidget(entry);
    // A click toggles, and assistive technology does nothing else. Which one is marked follows what is on screen.
    connect(entry, &QAbstractButton::toggled, this, [this, place](bool on) {
        if (on == (m_current == place))
            return;
        setCurrent(m_current, m_view);
        Q_EMIT placeChosen(place);
    });
}

bool Navigation::isShown(View view) const
{
    return m_current == Place::Inbox && m_view == view && m_savedShown.isEmpty();
}

bool Navigation::isShown(const QString &saved) const
{
    return m_current == Place::Inbox && m_savedShown == saved;
}

NavEntry *Navigation::makeSaved(const QString &id)
{
    auto *entry = new NavEntry(NavEntry::Kind::View, {}, {}, m_savedColumn->parentWidget());
    entry->setCount(-1); // not known yet
    entry->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(entry, &QAbstractButton::toggled, this, [this, id](bool on) {
        if (on == isShown(id))
            return;
        setCurrent(m_current, m_view);
        Q_EMIT savedChosen(id);
    });
    connect(entry, &QWidget::customContextMenuRequested, this, [this, id, entry](const QPoint &at) { Q_EMIT savedMenuWanted(id, entry->mapToGlobal(at)); });
    return entry;
}

void Navigation::setSavedViews(const std::vector<SavedView> &views, const QString &current)
{
    std::map<QString, NavEntry *> before = std::exchange(m_saved, {});
    QWidget *above = m_views[View::All];
    for (const SavedView &view : views) {
        const auto known = before.find(view.id);
        NavEntry *entry = known == before.end() ? makeSaved(view.id) : known->second;
        if (known != before.end())
            before.erase(known);
        entry->setWord(harmless(view.name));
        m_savedColumn->removeWidget(entry);
        m_savedColumn->addWidget(entry);
        m_saved[view.id] = entry;
        setTabOrder(above, entry); // where it stands, not when it was made
        above = entry;
    }
    for (const auto &[id, entry] : before) {
        if (entry->hasFocus())
            m_places[Place::Inbox]->setFocus(Qt::OtherFocusReason);
        entry->hide();
        entry->deleteLater();
    }
    m_savedShown = current;
    setCurrent(m_current, m_view);
    m_savedArea->updateGeometry();
}

void Navigation::setSavedCount(const QString &id, int count, bool more)
{
    if (const auto entry = m_saved.find(id); entry != m_saved.end())
        entry->second->setCount(count, more);
}

void Navigation::setCurrent(Place place, View view)
{
    m_current = place;
    m_view = view;
    for (const auto &[key, entry] : m_places)
        entry->setChecked(key == place);
    for (const auto &[key, entry] : m_views) {
        entry->setChecked(isShown(key));
        entry->setVisible(place == Place::Inbox && !m_slim);
    }
    for (const auto &[id, entry] : m_saved) {
        entry->setChecked(isShown(id));
        entry->show();
    }
    m_savedArea->setVisible(!m_saved.empty() && place == Place::Inbox && !m_slim);
}

void Navigation::setPlaceCount(Place place, int count, bool urgent)
{
    m_places[place]->setCount(place != Place::Inbox && count == 0 ? -1 : count);
    m_places[place]->setUrgent(urgent && count > 0);
}

void Navigation::setViewCount(View view, int count, bool urgent)
{
    m_views[view]->setCount(count);
    m_views[view]->setUrgent(urgent && count > 0);
}

void Navigation::setMe(const QString &name, const QString &presence)
{
    static_cast<MeButton *>(m_me)->set(name, presence);
}

void Navigation::setSlim(bool slim)
{
    if (m_slim == slim)
        return;
    m_slim = slim;
    m_head->setSlim(slim);
    m_search->setSlim(slim);
    for (const auto &[key, entry] : m_places)
        entry->setSlim(slim);
    static_cast<MeButton *>(m_me)->setSlim(slim);
    for (const auto &[key, entry] : m_views)
        entry->setVisible(m_current == Place::Inbox && !slim);
    m_savedArea->setVisible(!m_saved.empty() && m_current == Place::Inbox && !slim);
    fitWidth();
}

void Navigation::fitWidth()
{
    const Theme &theme = themeOf(this);
    setFixedWidth(m_slim ? qMax(theme.layout().navSlim, theme.grown(36) + 17) : theme.grown(theme.layout().nav));
}

void Navigation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        fitWidth();
    Pane::changeEvent(event);
}

} // namespace foredeck::ui
