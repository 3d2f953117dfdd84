#pragma once

#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/formbasis.h"
#include "ui/pages/settings/settingssection.h"

#include <functional>

class QComboBox;

namespace foredeck::ui {

class Button;
class ClosedDates;
class Field;
class TextLabel;
class WeekEditor;

/// When a place is open, in its own zone: what the assistant tells customers and what clocks pause by.
class HoursSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit HoursSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;

Q_SIGNALS:
    /// Another place is wanted while this one holds what is not saved: `act` drops that and shows it.
    void leaving(const std::function<void()> &act);

private:
    void leaveFor(int index);
    void choose(int index);
    void save();
    void saved();
    void refused(const QString &why);
    /// What is stored of the place that is shown, where nothing is typed beside it.
    void meet();
    void goOnFrom(const Location &stored);
    /// As they stand in the form.
    OpeningHours shown() const;
    /// Nothing has been changed or begun since it was placed.
    bool shownIsSent() const;
    void touched();
    void refresh();

    Desk m_desk;
    std::vector<Location> m_locations;
    int m_current = -1;
    bool m_dirty = false; ///< until the server has taken what is shown
    bool m_may = false;
    ActFollower m_saving;
    FormBasis<OpeningHours> m_basis;
    std::int64_t m_version = 0; ///< of what it goes on from
    LocationId m_sentPlace;
    QComboBox *m_place;
    Field *m_placeField;
    WeekEditor *m_week;
    ClosedDates *m_closed;
    TextLabel *m_clash; ///< what both have changed
    Button *m_save;
    Button *m_undo;
};

} // namespace foredeck::ui
