#include "server/services/evaluate/triageevaluation.h"

#include <sstream>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

std::string answersTo(const std::string &rows, TriageEvaluation &evaluation)
{
    std::istringstream in {rows};
    std::ostringstream out;
    evaluate(evaluation, in, out);
    return out.str();
}

std::string answersTo(const std::string &rows)
{
    TriageEvaluation evaluation {RuleBook::builtin()};
    return answersTo(rows, evaluation);
}

} // namespace

TEST(TriageEvaluation, PredictsEveryFieldInTheRowsOrder)
{
    const auto out = answersTo(R"({"id":"b","text":"Please stop texting me"}
{"id":7,"text":"The kitchen is on fire!","industry":"restaurant"}
)");
    EXPECT_EQ(out,
        R"({"id":"b","language":"en","urgency":"normal","escalate":false,"escalate_reason":null,"opt_out":true,"opt_out_asked":false,"help":false,"why":"consent.opt_out.phrase \"stop texting\""}
{"id":7,"language":"en","urgency":"emergency","escalate":true,"escalate_reason":"emergency","opt_out":false,"opt_out_asked":false,"help":false,"why":"emergency.fire \"on fire\""}
)");
}

TEST(TriageEvaluation, WhatNobodyCanTellIsNull)
{
    const auto out = answersTo(R"({"id":"x","text":"👍"})");
    EXPECT_NE(out.find(R"("language":null)"), std::string::npos) << out;
    EXPECT_NE(out.find(R"("why":"no rule fired")"), std::string::npos) << out;
}

TEST(TriageEvaluation, ARowThatCannotBeReadSaysWhyAndTheRunGoesOn)
{
    TriageEvaluation evaluation {RuleBook::builtin()};
    const auto out = answersTo("not json\n\n{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":5}\n[1]\n{\"text\":\"hi\"}\n{\"id\":\"c\",\"text\":\"\xff\"}\n{\"id\":\"d\",\"text\":\"hi\"}\r\n", evaluation);
    EXPECT_EQ(evaluation.answered(), 1u);
    std::istringstream lines {out};
    std::vector<std::string> answers;
    for (std::string line; std::getline(lines, line);)
        answers.push_back(line);
    ASSERT_EQ(answers.size(), 7u) << out;
    EXPECT_EQ(answers[0].find(R"({"id":null,"error":")"), 0u) << answers[0];
    EXPECT_EQ(answers[1], R"({"id":"a","error":"text: must be a text"})");
    EXPECT_EQ(answers[2], R"({"id":"b","error":"text: must be a text"})");
    EXPECT_EQ(answers[3], R"({"id":null,"error":"a row must be an object"})");
    EXPECT_EQ(answers[4], R"({"id":null,"error":"id: must be a text or a whole number"})");
    EXPECT_EQ(answers[5].find(R"({"id":null,"error":")"), 0u) << answers[5];
    EXPECT_EQ(answers[6].find(R"({"id":"d","language":)"), 0u) << answers[6];
}

TEST(TriageEvaluation, ALabelOfAnotherTypeIsAnError)
{
    EXPECT_EQ(answersTo(R"({"id":"a","text":"hi","opt_out":3})"), "{\"id\":\"a\",\"error\":\"opt_out: must be a text, true, false or null\"}\n");
}

TEST(TriageEvaluation, OnlyLabelsThatARowCarriesAreCounted)
{
    TriageEvaluation evaluation {RuleBook::builtin()};
    answersTo(R"({"id":1,"text":"STOP","opt_out":true}
{"id":2,"text":"bus stop?","opt_out":true,"language":null}
{"id":3,"text":"hi"}
)",
        evaluation);
    const auto table = evaluation.table();
    EXPECT_NE(table.find("opt_out: 1 of 2 right"), std::string::npos) << table;
    EXPECT_NE(table.find("1 x yes taken for no"), std::string::npos) << table;
    EXPECT_EQ(table.find("urgency"), std::string::npos) << table;
    TriageEvaluation without {RuleBook::builtin()};
    answersTo(R"({"id":3,"text":"hi"})", without);
    EXPECT_EQ(without.table(), "");
}

TEST(TriageEvaluation, WhatIsOnlyAskedAboutIsNotCountedAsActedUpon)
{
    TriageEvaluation evaluation {RuleBook::builtin()};
    const auto out = answersTo(R"({"id":1,"text":"kindly take us off whatever list you got us from","opt_out":true}
{"id":2,"text":"STOP","opt_out":true}
{"id":3,"text":"two people for dinner on Friday","opt_out":false}
)",
        evaluation);
    EXPECT_NE(out.find(R"("escalate":true,"escalate_reason":"low_confidence","opt_out":false,"opt_out_asked":true)"), std::string::npos) << out;
    const auto table = evaluation.table();
    EXPECT_NE(table.find("opt_out: 2 of 3 right"), std::string::npos) << table;
    EXPECT_NE(table.find("opt_out_asked: 2 of 2 right"), std::string::npos) << table;
}
