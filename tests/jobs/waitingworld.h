#pragma once

#include "server/services/escalation/escalationacts.h"
#include "server/services/upkeep/upkeep.h"
#include "tests/jobs/handovers.h"

#include <array>
#include <map>
#include <mutex>
#include <string_view>

struct sqlite3;

namespace foredeck::tests {

/// What customers, people, vendors and the clock do. Written as "kind:at:who:n", with a "!" where the jobs run afterwards, so that
/// what a failing test prints can be put into one as it is.
struct Deed {
    enum Kind {
        Ask, Thank, Stop, Start, Help, Form, AskElsewhere, StopElsewhere, Call, // customer `at`; n: the words. Elsewhere: the first one, by SMS
        Take, Claim, Reply, TwoReplies, LateReply, ReplyAnyway, GiveUp, HandBack, AssignNobody, Assign, End, EndAnyway, Reopen, Snooze, Wake, WriteFirst, // conversation `at`
        Escalate, TakeCase, Seen, AssignCase, GiveUpCase, HandBackCase, Resolve, ResolveAndEnd, // the escalation of conversation `at`
        Sent, Arrived, Failed, AllFailed, // of conversation `at`; n: which of ours, the newest first
        Refuse, Busy, Serve, // the vendor
        Pass, Off, OffForAWhile, On, Rules, Work, // the clock, the assistant's switch, the client's own rules; a turn's delay and everything that is due
        Kinds
    };
    Kind kind = Work;
    int at = 0;
    int who = 0;
    int n = 0;
    bool works = false;
};
std::string textOf(const std::vector<Deed> &deeds);
std::vector<Deed> deedsOf(std::string_view text);

/// Two people, the assistant, a vendor and up to three customers, on one store for many sequences one after another.
class World : public HandOvers {
public:
    World();
    ~World() override;
    void TestBody() override { }

    /// Does all of it and lets enough time pass. What is broken then, a line each; empty: nothing is.
    std::vector<std::string> faultsOf(const std::vector<Deed> &deeds);

private:
    struct Job {
        std::string queue;
        std::string key;
        std::string payload;
    };
    /// Everything about one conversation.
    struct Case {
        Conversation row;
        std::vector<Message> messages;
        std::map<std::string, Decision> decisions;
        std::vector<Transition> changes; ///< by position
        std::vector<Escalation> escalations;
        bool isListed = false; ///< in the view of those who wait
        bool isOut = false;
        ConversationSummary summary; ///< as it would be made now
    };
    struct Memory {
        std::int64_t fence = 0;
        std::int64_t seen = 0;
    };
    enum class Vendor { Serves, Refuses, IsBusy };

    void carryOut(const Deed &deed);
    void customer(const Deed &deed);
    void keyword(const std::string &text, const std::string &id, const std::string &from);
    void makeRules(int n);
    /// Without the sign before it.
    std::string numberOf(int customer) const;
    void conversation(const Deed &deed, Conversation row);
    void escalationOf(const Deed &deed, const Conversation &row);
    void delivery(const Deed &deed, const Conversation &row);
    void pass(int n);
    void letTimePass();
    void clearUp();
    bool doAs(int who, const std::function<Result<void>(OpContext &)> &what, Role role = Role::Agent);
    bool say(int who, const ConversationId &id, std::int64_t seen, std::int64_t fence, bool anyway);
    void remember(int who, const ConversationId &id);
    const Actor &person(int who) const { return who % 2 ? eva : tom; }

    std::vector<Conversation> mine();
    Case caseOf(Tx &tx, const Conversation &row);
    std::vector<Job> jobs();
    bool hasJob(const std::vector<Job> &jobs, std::string_view queue, const std::string &key) const;
    std::string storyOf(const Case &c) const;
    void check(bool atRest, std::vector<std::string> &faults);
    bool isUnanswered(const Case &c) const;
    void checkAnswered(const Case &c, std::vector<std::string> &faults) const;
    void checkEachAnswered(const Case &c, std::vector<std::string> &faults) const;
    void checkTold(const Case &c, const std::vector<Job> &jobs, std::vector<std::string> &faults) const;
    void checkRow(const Case &c, const std::vector<Job> &jobs, bool atRest, std::vector<std::string> &faults) const;
    void checkAbsent(const Case &c, std::vector<std::string> &faults) const;
    void checkSilence(const std::map<std::string, bool> &outBefore, std::vector<std::string> &faults);
    std::map<std::string, bool> whoIsOut();

    sqlite3 *m_database = nullptr;
    std::unique_ptr<Upkeep> m_upkeep;
    std::mutex m_mutex;
    Vendor m_vendor = Vendor::Serves;
    std::vector<Handed> m_handed;
    std::map<std::pair<int, std::string>, Memory> m_memory;
    Timestamp m_began;
    int m_sequence = 0;
    int m_words = 0; ///< that came in, for their ids
};

} // namespace foredeck::tests
