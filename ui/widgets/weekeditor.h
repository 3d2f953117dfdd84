#pragma once

#include "models/domain/hours.h"

#include <QWidget>

#include <array>

class QComboBox;
class QGridLayout;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Field;
class Switch;
class TextLabel;
class TimeField;

/// Opening hours of one place: a zone, and for each day a switch and its times, two of them where a day has a break. What
/// is no time or overlaps is told at its day. Or the quiet times of a week: the same days, without a zone of their own.
class WeekEditor final : public QWidget {
    Q_OBJECT

public:
    enum class Room { Page, Panel }; ///< in a panel the days' names are short and the switches have no words
    enum class Of { Opening, Quiet };
    explicit WeekEditor(Room room = Room::Page, Of of = Of::Opening, QWidget *parent = nullptr);
    void setHours(const OpeningHours &hours);
    /// What is no time is as it was before.
    OpeningHours hours() const;
    /// A sentence why these hours cannot be told to anybody; empty: they can.
    QString problem() const;
    /// The same, when they are to be kept: a time zone that is none is told as well, beside its field, and the keyboard
    /// goes there.
    QString showProblem();

Q_SIGNALS:
    void edited();

private:
    /// One line of a day. Its button adds a second one or takes this one away.
    struct Times {
        QWidget *line = nullptr;
        TimeField *from = nullptr;
        TimeField *until = nullptr;
        Button *act = nullptr;
    };
    struct Day {
        QString name;
        Switch *open = nullptr;
        QVBoxLayout *more = nullptr; ///< the lines below the first
        TextLabel *hint = nullptr;
        std::vector<Times> times;
        bool isWrong = false;
    };

    void addZone(QVBoxLayout *column);
    void addDay(QGridLayout *grid, int day);
    void addTimes(Day &day, OpenWindow window);
    OpenWindow usual() const; ///< of a day that is switched on
    static void removeLast(Day &day);
    static OpenWindow windowOf(const Times &times);
    void addOrRemove(Day &day, const QWidget *line);
    void showOpen(Day &day);
    void tell(std::size_t day, const OpeningHours &hours);
    QString zoneProblem() const;
    void takeOnlyMatch();
    void take();
    void refresh();

    Room m_room;
    Of m_of;
    std::array<Day, 7> m_days;
    QComboBox *m_zone;
    Field *m_zoneField;
    Switch *m_always;
    std::vector<std::string> m_closedDates;
    bool m_loading = false;
};

/// The zone of this computer in IANA's words.
QString systemZone();

} // namespace foredeck::ui
