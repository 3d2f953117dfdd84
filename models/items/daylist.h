#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What one business has before it until its day ends.
struct DayBusiness {
    ClientId client;
    std::string name;
    std::string zone; ///< whose clock its day goes by: its first place's, else where the person is
    std::vector<DueTask> tasks; ///< open ones that are due before its next midnight, those of days before included; the soonest first
    /// Leads whose status says that an appointment is booked, whoever wrote last first. Nothing records when it is (decision
    /// 27): whether it is today only the customer's words tell.
    std::vector<LeadRow> booked;
    std::int64_t bookedFound = 0; ///< how many there are; of them no more than DayList::mostBooked are told
};

/// Of all businesses in view those that have something before them, by name.
struct DaySheet {
    Timestamp at; ///< the moment in whose day it is
    std::vector<DayBusiness> businesses;
};

/// The list of a day for paper, read once when it is asked for, on the reader's thread and from the cache alone. Interface
/// thread.
class DayList final : public QObject {
    Q_OBJECT
public:
    static constexpr int mostBooked = 100; ///< of one business

    explicit DayList(const LocalStore &store, QObject *parent = nullptr);
    /// `client` empty: all. `now` is server time; `home` the zone where the person is.
    void ask(const ClientId &client, Timestamp now, const std::string &home);
    /// Another person has come.
    void forget();
    /// Nothing until `loaded`.
    const std::optional<DaySheet> &sheet() const { return m_sheet; }

Q_SIGNALS:
    void loaded();
    void readFailed(const QString &why);

private:
    const LocalStore &m_store;
    std::optional<DaySheet> m_sheet;
    quint64 m_asked = 0; ///< answers to an older question are dropped
    Mailbox m_mailbox;
};

} // namespace foredeck
