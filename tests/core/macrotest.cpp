#include "models/domain/macro.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

std::vector<std::string> names(std::string_view text)
{
    std::vector<std::string> list;
    for (const Placeholder &one : placeholdersIn(text))
        list.push_back(one.name);
    return list;
}

std::string problem(std::string_view text)
{
    const auto found = problemOf(text);
    return found ? (found->kind == MacroProblem::Kind::UnknownVariable ? "unknown " : "unfinished ") + found->what : std::string {};
}

MacroValues elena()
{
    MacroFacts facts;
    facts.lead = " Elena  Vásquez ";
    facts.leadPhone = "+1 305 555 0142";
    facts.business = "Casa Marisol";
    facts.user = "Tomás";
    return valuesOf(facts);
}

} // namespace

TEST(Macro, VariablesStandInTwoBracesWithOrWithoutBlanks)
{
    const auto found = placeholdersIn("¡Hola {{ lead.first_name }}, {{business.name}}!");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0], (Placeholder {7, 21, "lead.first_name", MacroVariable::LeadFirstName}));
    EXPECT_EQ(found[1].variable, MacroVariable::BusinessName);
    EXPECT_EQ(names("{{lead.mood}}"), (std::vector<std::string> {"lead.mood"}));
    EXPECT_EQ(placeholdersIn("{{lead.mood}}")[0].variable, MacroVariable::Unknown);
    EXPECT_EQ(names("{{{user.name}}}"), (std::vector<std::string> {"user.name"}));
    EXPECT_EQ(names("{{ {{lead.name}}"), (std::vector<std::string> {"lead.name"}));
    EXPECT_TRUE(names("{lead.name} {{}} {{ }} {{two words}} {{lead.\nname}} {{lead.name}").empty());
    EXPECT_TRUE(names("{{" + std::string(200, 'x') + "}}").empty());
    const auto padded = [](std::size_t blanks) { return "{{" + std::string(60, 'x') + std::string(blanks, ' ') + "}}"; };
    EXPECT_EQ(names(padded(60)).size(), 1u);
    EXPECT_TRUE(names(padded(61)).empty()) << "who types this means no variable";
    EXPECT_TRUE(names("").empty());
}

TEST(Macro, WhatIsNoVariableIsNamed)
{
    EXPECT_EQ(problem("Plain, with { one } and } two }}."), "");
    EXPECT_EQ(problem("{{lead.name}} {{ user.first_name }}"), "");
    EXPECT_EQ(problem("Dear {{lead.name}}, {{ lead.mood }} {{x}}"), "unknown {{lead.mood}}");
    EXPECT_EQ(problem("Dear {{lead.name"), "unfinished {{lead.name");
    EXPECT_EQ(problem("{{lead name}} {{lead.mood}}"), "unfinished {{lead name}} {{lead.mood}}");
    EXPECT_EQ(problem("{{lead.name}} {{"), "unfinished {{");
}

TEST(Macro, WhatHasAValueIsFilledInAndTheRestStaysToBeSeen)
{
    EXPECT_EQ(expanded("Hello {{lead.first_name}} ({{lead.name}}), this is {{ user.first_name }} at {{business.name}}.", elena()),
        "Hello Elena (Elena Vásquez), this is Tomás at Casa Marisol.");
    EXPECT_EQ(expanded("To {{lead.email}}: {{lead.phone}}", elena()), "To {{lead.email}}: +1 305 555 0142");
    EXPECT_EQ(expanded("{{lead.mood}}", elena()), "{{lead.mood}}");
    EXPECT_EQ(expanded("", elena()), "");
    EXPECT_EQ(expanded("no variable", {}), "no variable");
}

TEST(Macro, AValueIsOneLineAndItsBracesAreText)
{
    MacroFacts facts;
    facts.lead = "{{business.name}}\nBcc: all";
    facts.business = "Casa Marisol";
    facts.leadEmail = " \n ";
    const MacroValues values = valuesOf(facts);
    EXPECT_EQ(expanded("{{lead.name}}", values), "{{business.name}} Bcc: all") << "what a customer calls themselves is not read again";
    EXPECT_FALSE(values.contains(MacroVariable::LeadEmail)) << "blanks are no value";
    EXPECT_FALSE(values.contains(MacroVariable::UserName));
    EXPECT_EQ(valuesOf({}).size(), 0u);
}
