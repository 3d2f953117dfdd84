#pragma once

#include "models/items/bellrules.h"
#include "models/items/userlistmodel.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/settingssection.h"
#include "ui/words/timewords.h"

#include <functional>
#include <utility>
#include <vector>

namespace foredeck::ui {

class Button;
class Segment;
class Switch;
class TimeField;

/// How this person hears of hand-overs on this computer. Applied at once.
class NotificationsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit NotificationsSection(const Desk &desk, QWidget *parent = nullptr);
    bool perClient() const override { return false; }
    void forget() override;
    void tick() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addHow();
    void addWhenNot();
    void addQuietTimes();
    Switch *addSwitch(const QString &name, const QString &on, const QString &off, bool BellSettings::*field);
    void setDisturbance(int part);
    void showTeam();
    void setQuietTimes();
    /// One change of what is stored; the rest stays.
    void change(const std::function<void(BellSettings &)> &what);
    void refresh();
    BellSettings settings() const;
    TimeContext time() const;

    Desk m_desk;
    std::vector<std::pair<Switch *, bool BellSettings::*>> m_switches;
    TextLabel *m_service;
    UserListModel m_people;
    Switch *m_team;
    ActFollower m_telling;
    Segment *m_disturb;
    TextLabel *m_disturbWords;
    TimeField *m_from;
    TimeField *m_to;
    QWidget *m_quietTimes;
    bool m_loading = false;
};

} // namespace foredeck::ui
