#pragma once

#include "server/services/escalation/escalationwriter.h"
#include "server/services/escalation/ladderfacts.h"
#include "server/services/op/queues.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

namespace foredeck::tests {

using namespace std::chrono_literals;

inline constexpr auto ownerPhone = "+13055550177";

/// People of a desk, a customer who waits, and time that goes by.
class LadderJobs : public Rig {
protected:
    LadderJobs()
    {
        ana = hire("Ana", Role::Agent);
        max = hire("Max", Role::Manager);
        rosa = hire("Rosa", Role::Admin);
        settings([](ClientSettings &s) { s.alerts.ownerPhone = ownerPhone; });
    }
    UserId hire(const std::string &name, Role role)
    {
        User user;
        user.id = UserId::make(clock.now());
        user.agency = client.agency;
        user.clients = {client.id};
        user.role = role;
        user.name = name;
        user.email = name + "@example.com";
        (void)store->write([&](WriteTx &tx) { UserRepository::insert(tx, user); });
        return user.id;
    }
    void settings(const std::function<void(ClientSettings &)> &change)
    {
        (void)store->write([&](WriteTx &tx) {
            auto row = SettingsRepository::ofClient(tx, client.id).value();
            change(row);
            SettingsRepository::update(tx, row, clock.now());
        });
    }
    void channel(const std::function<void(Channel &)> &change)
    {
        (void)store->write([&](WriteTx &tx) {
            auto row = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms).value();
            change(row);
            ChannelRepository::update(tx, row);
            announce(tx, clientStream(client.id), "channel.updated", row, {});
        });
    }
    void comes(const UserId &user) { background->consoles().opened(user); }
    void goes(const UserId &user) { background->consoles().closed(user); }

    /// Consoles that were there before count from the start.
    void handOver()
    {
        clock.advance(2min);
        whatsApp("Do you have a helipad?", "wamid.1");
        settle();
        ASSERT_TRUE(open());
    }
    void pass(std::chrono::seconds time)
    {
        const auto end = clock.now() + time;
        while (clock.now() < end) {
            clock.advance(std::min<std::chrono::milliseconds>(15s, end - clock.now()));
            drain();
        }
    }
    std::optional<Escalation> open() { return escalation(conversations().at(0).id); }
    Escalation stored(const EscalationId &id)
    {
        std::optional<Escalation> found;
        (void)store->read([&](Tx &tx) { found = EscalationRepository::byId(tx, client.id, id); });
        return found.value_or(Escalation {});
    }
    void change(const std::function<void(Escalation &)> &how)
    {
        (void)store->write([&](WriteTx &tx) {
            ActContext act {tx, client.id, {}, {}, clock.now()};
            auto row = EscalationRepository::openOf(tx, client.id, conversations().at(0).id).value();
            how(row);
            saveEscalation(act, row);
        });
    }
    void acknowledge()
    {
        change([&](Escalation &e) { e.acknowledgedAt = clock.now(); });
    }
    /// "Ana:console+2"
    std::vector<std::string> trail()
    {
        std::vector<std::string> words;
        const auto escalation = open().value_or(Escalation {});
        for (const auto &step : escalation.ladder)
            words.push_back(step.who.name + ":" + step.how + (step.repeats > 0 ? "+" + std::to_string(step.repeats) : ""));
        return words;
    }
    Delivery textDelivery()
    {
        const auto ladder = open().value_or(Escalation {}).ladder;
        const auto step = std::find_if(ladder.begin(), ladder.end(), [](const LadderStep &s) { return s.how == toldBy::sms; });
        return step == ladder.end() ? Delivery {} : step->delivery.value_or(Delivery {});
    }
    std::vector<Alert> alerts(const UserId &user)
    {
        std::vector<Alert> list;
        (void)store->read([&](Tx &tx) {
            for (const auto &event : EventRepository::after(tx, userStream(user), 0, 1000)) {
                if (event.kind == "escalation.alert") {
                    list.push_back(decode<Alert>(event.data).value());
                    EXPECT_EQ(event.entity, list.back().escalation.value);
                    EXPECT_EQ(event.version, list.back().version);
                }
            }
        });
        return list;
    }
    std::vector<Handed> texts()
    {
        auto list = provider.handed();
        std::erase_if(list, [](const Handed &h) { return h.to != ownerPhone; });
        return list;
    }
    std::string lastSid() { return "SMout" + std::to_string(provider.handed().size()); }
    bool ladderWaits()
    {
        std::optional<Timestamp> next;
        (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, queues::escalationLadder); });
        return next.has_value();
    }
    using Words = std::vector<std::string>;

    UserId ana, max, rosa;
};

} // namespace foredeck::tests
