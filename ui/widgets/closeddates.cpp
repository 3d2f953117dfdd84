#include "ui/widgets/closeddates.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

QString isoOf(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString dayWord(const std::string &date)
{
    const QDate day = QDate::fromString(QString::fromStdString(date), Qt::ISODate);
    return day.isValid() ? QLocale().toString(day, QLocale::LongFormat) : harmless(QString::fromStdString(date));
}

/// An example of how a day is typed: the next Christmas.
QString exampleOf(QDate today)
{
    const QDate christmas(today.year(), 12, 25);
    return QLocale().toString(christmas < today ? christmas.addYears(1) : christmas, QLocale::ShortFormat);
}

/// "M/d/yy" → "M/d"
QString withoutYear(QString format)
{
    static const QRegularExpression year(QStringLiteral("[^dMy]*y+[^dMy]*"));
    return format.remove(year);
}

QString withLongYear(QString format)
{
    static const QRegularExpression year(QStringLiteral("y+"));
    return format.replace(year, QStringLiteral("yyyy"));
}

} // namespace

std::optional<QDate> dayOf(const QString &typed, const QLocale &locale, QDate today)
{
    const QString words = typed.simplified();
    if (const QDate iso = QDate::fromString(words, QStringLiteral("yyyy-MM-dd")); iso.isValid())
        return iso;
    const QString brief = locale.dateFormat(QLocale::ShortFormat);
    // The longer year first: two digits of four would be read as a year of their own.
    for (const QString &format : {withLongYear(brief), locale.dateFormat(QLocale::LongFormat)}) {
        const QDate day = locale.toDate(words, format);
        if (day.isValid() && day.year() >= 1000)
            return day;
    }
    if (const QDate day = locale.toDate(words, brief); day.isValid()) // two digits are of the last century to Qt
        return day.year() < 2000 ? day.addYears(100) : day;
    // Of a leap year, so that 29 February is a day.
    const QString format = withoutYear(brief);
    const QDate day = locale.toDate(words + QStringLiteral(" 2000"), format + QStringLiteral(" yyyy"));
    if (!day.isValid())
        return std::nullopt;
    for (int year = today.year(); year < today.year() + 9; ++year) {
        if (const QDate next(year, day.month(), day.day()); next.isValid() && next >= today)
            return next;
    }
    return std::nullopt;
}

ClosedDates::ClosedDates(QWidget *parent) : QWidget(parent), m_today(QDate(2000, 1, 1))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_edit = new LineEdit(tr("A day to add to the closed days"));
    m_add = new Button(tr("Add day"), Button::Look::Quiet);
    m_add->setSmall(true);
    m_field = new Field(tr("Closed days"), m_edit);
    m_field->addBesideLabel(m_add);
    growMostWidth(m_edit, 320); // not the field: what its sentence needs is reckoned over the whole width
    column->addWidget(m_field);
    setTabOrder(m_edit, m_add);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(2);
    column->addLayout(m_rows);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_field->setError({});
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &ClosedDates::takeTyped);
    connect(m_add, &QPushButton::clicked, this, [this] {
        takeTyped();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
}

void ClosedDates::setDates(const std::vector<std::string> &dates, QDate today)
{
    m_dates = dates;
    m_today = today;
    m_edit->clear();
    m_field->setError({});
    m_edit->setPlaceholderText(exampleOf(today));
    m_field->setHelp(tr("Holidays and the like, such as %1.").arg(exampleOf(today)));
    refresh();
}

QString ClosedDates::problemOf(const QString &typed, const std::optional<QDate> &day) const
{
    if (!day)
        return tr("“%1” is no day; write %2, for example.").arg(harmless(typed), exampleOf(m_today));
    if (*day < m_today)
        return tr("%1 is past.", "a day").arg(QLocale().toString(*day, QLocale::LongFormat));
    if (std::find(m_dates.begin(), m_dates.end(), isoOf(*day).toStdString()) != m_dates.end())
        return tr("%1 is in the list already.", "a day").arg(QLocale().toString(*day, QLocale::LongFormat));
    return {};
}

bool ClosedDates::hasTyped() const { return !m_edit->text().trimmed().isEmpty(); }

QString ClosedDates::takeTyped()
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        return {};
    const auto day = dayOf(typed, QLocale(), m_today);
    const QString problem = problemOf(typed, day);
    m_field->setError(problem);
    if (!problem.isEmpty()) {
        m_edit->setFocus(Qt::OtherFocusReason);
        return problem;
    }
    const std::string date = isoOf(*day).toStdString();
    m_dates.insert(std::lower_bound(m_dates.begin(), m_dates.end(), date), date);
    m_edit->clear();
    refresh();
    Q_EMIT edited();
    return {};
}

void ClosedDates::remove(const std::string &date)
{
    std::erase(m_dates, date);
    m_edit->setFocus(Qt::OtherFocusReason); // before the button that has it goes
    refresh();
    Q_EMIT edited();
}

void ClosedDates::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be its own button that is pressed
        }
        delete item;
    }
    for (const std::string &date : m_dates) {
        const QString word = dayWord(date);
        const bool past = date < isoOf(m_today).toStdString();
        auto *row = new QWidget;
        auto *inside = new QHBoxLayout(row);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(8);
        inside->addWidget(new TextLabel(past ? tr("%1 (past)", "a day").arg(word) : word, Step::Body, past ? Color::Text3 : Color::Text));
        auto *away = new Button(tr("Remove %1", "a day from the closed days").arg(word), Button::Look::Bare);
        away->setSmall(true);
        away->setIconOnly(true);
        away->setGlyph(QStringLiteral("close"));
        setSpokenName(away, away->text());
        away->setToolTip(plainTip(away->text()));
        connect(away, &QPushButton::clicked, this, [this, date] { remove(date); });
        inside->addWidget(away);
        inside->addStretch();
        m_rows->addWidget(row);
        row->show(); // at once, so that it takes its place in the order of the keyboard
    }
}

} // namespace foredeck::ui
