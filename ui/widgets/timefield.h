#pragma once

#include "ui/widgets/field.h"

#include <optional>

namespace foredeck::ui {

/// A time of the day, typed as people write it: "8", "830", "8:30", "08.30". What makes no time stays as it was typed, so
/// that it can be seen and mended.
class TimeField final : public LineEdit {
    Q_OBJECT

public:
    explicit TimeField(const QString &accessibleName, QWidget *parent = nullptr);
    /// Of the local day; 1440 is midnight like 0.
    void setMinute(int minute);
    /// 0 … 1439; nothing when what stands here is no time.
    std::optional<int> minute() const;
    /// Where it is no time, the last one that stood here.
    int lastMinute() const { return minute().value_or(m_last); }
    /// Takes what stands in another one, be it a time or not.
    void takeFrom(const TimeField &other);
    /// It is no time, and nobody is typing it to its end.
    bool isWrong() const;
    void setWrong(bool wrong);

Q_SIGNALS:
    void edited();

private:
    void finish();

    bool m_isTyping = false;
    int m_last = 0;
};

inline constexpr int minutesPerDay = 24 * 60;

/// "08:30"
QString timeWord(int minute);

} // namespace foredeck::ui
