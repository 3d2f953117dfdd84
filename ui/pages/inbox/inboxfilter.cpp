#include "ui/pages/inbox/inboxfilter.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/domain/labels.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int mostLabelsOffered = 10; ///< of those in use, the commonest
constexpr std::array degrees {Temperature::Hot, Temperature::Warm, Temperature::Cold, Temperature::Unscored};

QString degreeWord(Temperature degree)
{
    QString word = temperatureSign(degree).word;
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    return word;
}

template <class T>
void put(std::set<T> &wanted, const T &value, bool on)
{
    if (on)
        wanted.insert(value);
    else
        wanted.erase(value);
}

/// What is put on or taken off leaves it open for the next; Esc, or a press beside it, ends it.
class StayingMenu final : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!chooses(actionAt(event->position().toPoint())))
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool takes = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!takes || !chooses(activeAction()))
            QMenu::keyPressEvent(event);
    }

private:
    static bool chooses(QAction *action)
    {
        if (!action || !action->isEnabled() || !action->isCheckable())
            return false;
        action->trigger();
        return true;
    }
};

} // namespace

InboxFilter::InboxFilter(const Desk &desk, ListPane &list, QObject *parent) : QObject(parent), m_desk(desk), m_list(list) { }

void InboxFilter::set(RowFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    showChips();
    Q_EMIT changed();
}

void InboxFilter::ask(const ClientId &client)
{
    if (m_menu)
        return; // a press on what opened it has just closed it
    m_menu = new StayingMenu(&m_list);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    setSpokenName(m_menu, tr("What the list shows"));
    offer(tr("Only unread"), m_filter.unread, [](RowFilter &filter, bool on) { filter.unread = on; });
    m_menu->addSeparator();
    for (const auto &[kind, name] : EnumNames<ChannelKind>::names)
        offer(channelSign(kind).word, m_filter.channels.contains(kind), [kind = kind](RowFilter &filter, bool on) { put(filter.channels, kind, on); });
    m_menu->addSeparator();
    for (const Temperature degree : degrees)
        offer(degreeWord(degree), m_filter.temperatures.contains(degree), [degree](RowFilter &filter, bool on) { put(filter.temperatures, degree, on); });
    // It opens whole: nothing in it moves under the pointer.
    m_desk.store.read([client](CacheReader &reader) { return reader.labelsInUse(client); },
        m_mailbox.receive([this](const Result<std::vector<std::string>> &found) {
            if (!m_menu)
                return;
            offerLabels(found.valueOr({}));
            m_list.popUp(m_menu);
        }));
}

/// Those that narrow the list already can always be taken off.
void InboxFilter::offerLabels(const std::vector<std::string> &labels)
{
    std::vector<std::string> offered(m_filter.labels.begin(), m_filter.labels.end());
    for (const std::string &label : labels) {
        const bool isThere = std::any_of(offered.begin(), offered.end(), [&](const std::string &one) { return sameLabel(one, label); });
        if (!isThere && offered.size() < mostLabelsOffered)
            offered.push_back(label);
    }
    if (offered.empty())
        return;
    m_menu->addSeparator();
    for (const std::string &label : offered)
        offer(m_menu->fontMetrics().elidedText(harmless(fromUtf8(label)), Qt::ElideRight, m_menu->fontMetrics().averageCharWidth() * 40), m_filter.labels.contains(label),
            [label](RowFilter &filter, bool on) { put(filter.labels, label, on); });
}

void InboxFilter::offer(const QString &words, bool on, std::function<void(RowFilter &, bool)> change)
{
    QString text = words;
    QAction *action = m_menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(on);
    connect(action, &QAction::triggered, this, [this, change = std::move(change)](bool checked) {
        RowFilter filter = m_filter;
        change(filter, checked);
        set(std::move(filter));
    });
}

void InboxFilter::showChips()
{
    std::vector<ListPane::Chip> chips;
    const auto add = [&](const QString &words, std::function<void(RowFilter &)> without) {
        chips.push_back({words, [this, without = std::move(without)] {
            RowFilter filter = m_filter;
            without(filter);
            set(std::move(filter));
        }});
    };
    if (m_filter.unread)
        add(tr("Only unread"), [](RowFilter &filter) { filter.unread = false; });
    for (const ChannelKind kind : m_filter.channels)
        add(channelSign(kind).word, [kind](RowFilter &filter) { filter.channels.erase(kind); });
    for (const Temperature degree : degrees) {
        if (m_filter.temperatures.contains(degree))
            add(degreeWord(degree), [degree](RowFilter &filter) { filter.temperatures.erase(degree); });
    }
    for (const std::string &label : m_filter.labels)
        add(harmless(fromUtf8(label)), [label](RowFilter &filter) { filter.labels.erase(label); });
    m_list.setChips(std::move(chips));
}

} // namespace foredeck::ui
