#pragma once

#include "models/domain/hours.h"

#include <QWidget>

#include <array>

class QComboBox;
class QTimeEdit;
class QCheckBox;
class QGridLayout;

namespace foredeck::ui {

class Switch;
class TextLabel;

/// Opening hours of one place: a zone, a switch and a window for each day. A second window of a day that came from
/// elsewhere is kept as it is and shown in words.
class WeekEditor final : public QWidget {
    Q_OBJECT

public:
    enum class Room { Page, Panel }; ///< in a panel the days' names are short and the switches have no words
    explicit WeekEditor(Room room = Room::Page, QWidget *parent = nullptr);
    void setHours(const OpeningHours &hours);
    OpeningHours hours() const;

Q_SIGNALS:
    void edited();

private:
    void addDay(QGridLayout *grid, int day);
    void refresh();

    struct Day {
        Switch *open = nullptr;
        QTimeEdit *from = nullptr;
        QTimeEdit *until = nullptr;
        TextLabel *more = nullptr;
        std::vector<OpenWindow> rest;
    };
    Room m_room;
    std::array<Day, 7> m_days;
    QComboBox *m_zone;
    Switch *m_always;
    std::vector<std::string> m_closedDates;
    bool m_loading = false;
};

/// The zone of this computer in IANA's words.
QString systemZone();

} // namespace foredeck::ui
