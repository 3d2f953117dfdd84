#pragma once

#include "models/domain/snooze.h"
#include "models/items/details.h"
#include "ui/shell/desk.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

#include <functional>

namespace foredeck::ui {

class Button;
class DayField;
class Field;
class TimeField;

/// Asks for a day and a time that are still to come.
class SnoozeUntil final : public Overlay {
    Q_OBJECT

public:
    explicit SnoozeUntil(QWidget *window);
    /// `time`: asked when it is taken, too, however long that lasts. `zone`: on whose clock that is, where one can mistake it.
    /// `then` is handed the moment; nothing happens on Esc.
    void ask(std::function<TimeContext()> time, const QString &zone, Timestamp proposed, std::function<void(Timestamp)> then);

protected:
    QWidget *firstFocus() const override;

private:
    void take();

    std::function<TimeContext()> m_time;
    DayField *m_day;
    TimeField *m_hour;
    Field *m_field;
    Button *m_do;
    std::function<void(Timestamp)> m_then;
};

/// The small menu that puts a conversation away: by the opening hours of the place it belongs to, or until a day and a time.
class SnoozeAsker final : public QObject {
    Q_OBJECT

public:
    SnoozeAsker(const Desk &desk, QWidget *page);
    /// Whose hours count; set when a conversation is opened, so that they are known when it is asked. Empty: none is open, and
    /// what was asked about the one before is asked no more.
    void setClient(const ClientId &client);
    /// Once the hours are known. `wake`: offered where it is snoozed; else empty.
    void ask(const QPoint &globalPos, std::function<void(Timestamp)> then, std::function<void()> wake);
    QMenu *menu() const noexcept { return m_menu; }
    SnoozeUntil *dialog() const noexcept { return m_dialog; }

private:
    TimeContext time() const;
    OpeningHours hours() const;
    std::vector<SnoozeOption> options() const;
    void open(const QPoint &globalPos, std::function<void(Timestamp)> then, std::function<void()> wake);

    Desk m_desk;
    QWidget *m_page;
    ClientDetails m_details;
    std::function<void()> m_asked; ///< opens the menu when the hours are read
    QPointer<QMenu> m_menu;
    SnoozeUntil *m_dialog = nullptr;
};

} // namespace foredeck::ui
