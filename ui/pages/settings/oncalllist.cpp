#include "ui/pages/settings/oncalllist.h"

#include "models/ports/ephemera.h"
#include "ui/shell/host.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/domainwords.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

bool mayAnswer(const User &user)
{
    return user.status == UserStatus::Active && mayDo(user.role.value(), Right::Work);
}

const OnCall *entryOf(const std::vector<OnCall> &list, const UserId &user)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const OnCall &one) { return one.user == user; });
    return found == list.end() ? nullptr : &*found;
}

bool isAlways(const OnCall &one)
{
    return std::all_of(one.week.begin(), one.week.end(), [](const auto &day) { return day.empty(); });
}

} // namespace

OnCallList::OnCallList(const Desk &desk, QWidget *parent) : Card(parent), m_desk(desk), m_model(desk.store)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 10, 16, 10);
    m_column->setSpacing(8);
    connect(&m_model, &UserListModel::loaded, this, &OnCallList::refresh);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &OnCallList::refresh);
}

void OnCallList::setClient(const ClientId &client)
{
    m_model.setClient(client);
}

void OnCallList::setList(const std::vector<OnCall> &list)
{
    m_known = list;
    m_list = list;
    refresh();
}

std::vector<OnCallList::Row> OnCallList::rows() const
{
    std::vector<Row> rows;
    for (const User &user : m_model.items()) {
        const OnCall *entry = entryOf(m_known, user.id);
        if (!mayAnswer(user) && !entry)
            continue;
        const QString name = harmless(fromUtf8(user.name));
        const bool me = user.id == m_desk.ephemera.me().id;
        const QString mine = m_desk.host.isSample() ? tr("You") : tr("%1 (you)").arg(name);
        QString aside;
        if (!mayAnswer(user))
            aside = tr("may not answer any more");
        else if (user.onCall)
            aside = tr("on call for every client");
        else if (entry && !isAlways(*entry))
            aside = tr("at certain times");
        rows.push_back({user.id, me ? mine : name, aside});
    }
    for (const OnCall &entry : m_known) {
        if (std::none_of(rows.begin(), rows.end(), [&](const Row &row) { return row.user == entry.user; }))
            rows.push_back({entry.user, tr("Somebody who is not here any more"), {}});
    }
    return rows;
}

void OnCallList::addRow(const Row &row)
{
    auto *line = new QWidget;
    auto *inside = new QHBoxLayout(line);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(10);
    QString words = row.name;
    auto *box = new QCheckBox(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
    box->setObjectName(fromUtf8(row.user.value));
    setSpokenName(box, row.name);
    box->setAccessibleDescription(row.aside);
    inside->addWidget(box);
    inside->addStretch();
    inside->addWidget(new TextLabel(row.aside, Step::Small, Color::Text3));
    m_column->addWidget(line);
    connect(box, &QCheckBox::toggled, this, [this, user = row.user](bool on) {
        if (!m_loading)
            change(user, on);
    });
}

void OnCallList::change(const UserId &user, bool on)
{
    std::erase_if(m_list, [&](const OnCall &one) { return one.user == user; });
    if (on) {
        const OnCall *known = entryOf(m_known, user);
        m_list.push_back(known ? *known : OnCall {user, {}});
    }
    Q_EMIT edited();
}

void OnCallList::refresh()
{
    m_loading = true;
    const std::vector<Row> now = rows();
    // The boxes stay while nothing of theirs has changed: one of them may have the keyboard.
    if (now != m_shown || m_column->count() == 0) {
        const QWidget *focus = QApplication::focusWidget();
        const QString held = focus && isAncestorOf(focus) ? focus->objectName() : QString();
        while (QLayoutItem *item = m_column->takeAt(0)) {
            item->widget()->hide();
            item->widget()->setObjectName({});
            for (QCheckBox *box : item->widget()->findChildren<QCheckBox *>())
                box->setObjectName({});
            item->widget()->deleteLater();
            delete item;
        }
        for (const Row &row : now)
            addRow(row);
        if (now.empty())
            m_column->addWidget(new TextLabel(tr("Nobody may answer yet"), Step::Small, Color::Text3));
        m_shown = now;
        if (QWidget *again = held.isEmpty() ? nullptr : findChild<QWidget *>(held))
            again->setFocus(Qt::OtherFocusReason);
    }
    for (const Row &row : m_shown) {
        if (auto *box = findChild<QCheckBox *>(fromUtf8(row.user.value)))
            box->setChecked(entryOf(m_list, row.user) != nullptr);
    }
    m_loading = false;
}

} // namespace foredeck::ui
