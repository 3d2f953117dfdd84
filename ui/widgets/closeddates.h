#pragma once

#include <QDate>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QLocale;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;

/// A day as people write it in this language, with or without its year, or as ISO 8601; without one it is the next such day.
/// Nothing when it is no day. Pure.
std::optional<QDate> dayOf(const QString &typed, const QLocale &locale, QDate today);

/// The days on which a place stays closed whatever its week says: a list, and a field that takes one more. What is no day,
/// is past or stands there already is told below the field and stays in it.
class ClosedDates final : public QWidget {
    Q_OBJECT

public:
    explicit ClosedDates(QWidget *parent = nullptr);
    /// `dates` as OpeningHours holds them; `today`: at the place.
    void setDates(const std::vector<std::string> &dates, QDate today);
    const std::vector<std::string> &dates() const noexcept { return m_dates; }
    /// Something stands in the field that is in no list.
    bool hasTyped() const;
    /// Takes what still stands in the field. A sentence why that is not possible; empty: nothing stands there any more.
    QString takeTyped();

Q_SIGNALS:
    void edited();

private:
    QString problemOf(const QString &typed, const std::optional<QDate> &day) const;
    void remove(const std::string &date);
    void refresh();

    std::vector<std::string> m_dates;
    QDate m_today;
    QVBoxLayout *m_rows;
    LineEdit *m_edit;
    Field *m_field;
    Button *m_add;
};

} // namespace foredeck::ui
