#pragma once

#include "models/core/clock.h"

#include <QObject>

#include <chrono>

namespace foredeck::ui {

/// How long nobody has pressed, typed, scrolled or moved anything in this program's windows. By the clock of the wall, which
/// goes on while the computer sleeps; one that is set back begins anew.
class IdleWatch final : public QObject {
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);
    std::chrono::milliseconds idle();
    /// Somebody is there.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    Timestamp m_since;
};

} // namespace foredeck::ui
