#include "net/codec/domaincodec.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/writefirst.h"
#include "server/services/lead/leadacts.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// A person writes to somebody who has not written, over the real doors to a loopback vendor.
class WriteFirst : public Rig {
protected:
    Lead enter(const std::string &name = "Ines", const std::string &phone = "(305) 555-0177")
    {
        Lead lead;
        by(rosa, [&](OpContext &op) {
            NewLead entry;
            entry.name = name;
            entry.phones = {{{}, phone}};
            entry.source = ChannelKind::Call;
            const auto made = createLead(op, entry);
            ASSERT_TRUE(made.hasValue());
            lead = made.value().lead;
        });
        return lead;
    }
    Result<Conversation> write(const LeadId &lead, ChannelKind channel, const std::string &text, const std::optional<TemplateUse> &use = {})
    {
        std::optional<Result<Conversation>> written;
        by(rosa, [&](OpContext &op) {
            written.emplace(writeFirst(op, {MessageId {op.op.value}, lead, channel, text, use}));
            if (written->hasError())
                op.tx.fail(written->error());
        });
        return *written;
    }
    static std::string fieldOf(const Result<Conversation> &result)
    {
        return result.hasError() && !result.error().fields.empty() ? result.error().fields.front().field : std::string {};
    }
    void setTemplates(const std::vector<MessageTemplate> &templates)
    {
        (void)store->write([&](WriteTx &tx) {
            auto settings = SettingsRepository::ofClient(tx, client.id).value_or(ClientSettings {});
            settings.templates = templates;
            SettingsRepository::update(tx, settings, clock.now());
        });
    }

    const Actor rosa {ActorKind::User, UserId {"u1"}, "Rosa"};
};

TEST_F(WriteFirst, AnSmsSaysWhoWritesAndHowToEnd)
{
    const auto lead = enter();
    const auto talk = write(lead.id, ChannelKind::Sms, " Your berth is free. ");
    ASSERT_TRUE(talk.hasValue()) << talk.error().detail;
    EXPECT_EQ(talk.value().owner.user, rosa.user);
    EXPECT_EQ(talk.value().channelKind, ChannelKind::Sms);
    EXPECT_FALSE(talk.value().waitingSince);
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto sent = provider.handed().front();
    EXPECT_EQ(sent.to, "+13055550177");
    EXPECT_TRUE(sent.text.starts_with(client.name + ": Your berth is free.")) << sent.text;
    EXPECT_NE(sent.text.find("STOP"), std::string::npos);
    EXPECT_EQ(messages(talk.value().id).back().text, sent.text) << "what went out is what is kept";
    EXPECT_EQ(messages(talk.value().id).back().delivery.state, DeliveryState::Sent);

    const auto again = write(lead.id, ChannelKind::Sms, "Still free.");
    ASSERT_TRUE(again.hasValue());
    EXPECT_EQ(again.value().id, talk.value().id) << "one conversation a day";
    settle();
    EXPECT_EQ(provider.handed().back().text, "Still free.") << "they have been told";
}

TEST_F(WriteFirst, TheAnswerWaitsForAPersonAndTheAssistantKeepsStill)
{
    const auto lead = enter();
    const auto talk = write(lead.id, ChannelKind::Sms, "Your berth is free.");
    settle();
    sms("What time is check-in?", "SM1", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    const auto row = conversations().back();
    EXPECT_EQ(row.id, talk.value().id);
    EXPECT_EQ(row.lead, lead.id);
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody) << "she holds no claim, and may have gone";
    EXPECT_TRUE(awaitsPerson(row));
    // Now there is something to answer.
    EXPECT_EQ(write(lead.id, ChannelKind::Sms, "And?").error().kind, Error::Kind::Conflict);
}

TEST_F(WriteFirst, NobodyWritesFirstWhereAnotherHas)
{
    const auto lead = enter();
    const auto talk = write(lead.id, ChannelKind::Sms, "Your berth is free.");
    ASSERT_TRUE(talk.hasValue());
    by({ActorKind::User, UserId {"u2"}, "Eva"}, [&](OpContext &op) {
        const auto second = writeFirst(op, {MessageId {op.op.value}, lead.id, ChannelKind::Sms, "Your berth is taken.", {}});
        ASSERT_TRUE(second.hasError());
        EXPECT_EQ(second.error().kind, Error::Kind::Conflict);
        op.tx.fail(second.error());
    });
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations().back().owner.user, rosa.user);
}

// Eva has left, and nobody resolved what she had.
TEST_F(WriteFirst, WhoHasHadThemForDaysAndIsNotThereIsNotWaitedFor)
{
    const auto lead = enter();
    std::optional<Conversation> hers;
    by({ActorKind::User, UserId {"u2"}, "Eva"}, [&](OpContext &op) {
        const auto first = writeFirst(op, {MessageId {op.op.value}, lead.id, ChannelKind::Sms, "Your berth is free.", {}});
        ASSERT_TRUE(first.hasValue());
        hers = first.value();
    });
    settle();
    clock.advance(23h);
    EXPECT_EQ(write(lead.id, ChannelKind::Sms, "Still free.").error().kind, Error::Kind::Conflict);
    clock.advance(24h * 60);
    const auto talk = write(lead.id, ChannelKind::Sms, "There is another berth.");
    ASSERT_TRUE(talk.hasValue()) << talk.error().detail;
    EXPECT_EQ(talk.value().id, hers->id);
    EXPECT_EQ(talk.value().owner.user, rosa.user);
    settle();
    EXPECT_EQ(provider.handed().back().text, "There is another berth.");
}

TEST_F(WriteFirst, WhoHasOptedOutIsNotWrittenTo)
{
    const auto lead = enter();
    ASSERT_TRUE(write(lead.id, ChannelKind::Sms, "Your berth is free.").hasValue());
    settle();
    sms("STOP", "SM1", "+13055550177");
    settle();
    const auto handed = provider.handed().size();
    EXPECT_EQ(write(lead.id, ChannelKind::Sms, "Please?").error().kind, Error::Kind::Unprocessable);
    // By another lead's words, too: the number is out.
    const auto other = enter("Ben", "(305) 555-0188");
    (void)store->write([&](WriteTx &tx) {
        ConsentRepository::put(tx, {client.id, ChannelKind::Sms, "+13055550188", {}, {ConsentState::OptedOut, clock.now(), "STOP"}});
    });
    EXPECT_EQ(write(other.id, ChannelKind::Sms, "Please?").error().kind, Error::Kind::Unprocessable);
    settle();
    EXPECT_EQ(provider.handed().size(), handed);
}

TEST_F(WriteFirst, OutsideTheWindowWhatsAppTakesATemplateAlone)
{
    const auto lead = enter();
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WhatsApp, "Hello")), "template");
    const TemplateUse use {"hello_again", "en_US", {"Ines", "the berth"}};
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WhatsApp, {}, use)), "template") << "none is configured";
    setTemplates({{"hello_again", "en_US", "Hello {{1}}, about {{2}}."}});
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WhatsApp, {}, TemplateUse {"hello_again", "de", {"Ines", "x"}})), "template");
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WhatsApp, {}, TemplateUse {"hello_again", "en_US", {"Ines"}})), "template.values");
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WhatsApp, {}, TemplateUse {"hello_again", "en_US", {"Ines", "two\nlines"}})), "template.values");
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::Sms, {}, use)), "template");
    EXPECT_TRUE(conversations().empty()) << "nothing of it was kept";

    const auto talk = write(lead.id, ChannelKind::WhatsApp, {}, use);
    ASSERT_TRUE(talk.hasValue()) << talk.error().detail;
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    JsonDocument document;
    const auto root = document.parse(provider.handed().front().body);
    ASSERT_TRUE(root.hasValue());
    EXPECT_EQ(root.value()["type"].asString(), std::string_view {"template"});
    EXPECT_EQ(root.value()["to"].asString(), std::string_view {"13055550177"});
    EXPECT_EQ(root.value()["template"]["name"].asString(), std::string_view {"hello_again"});
    EXPECT_EQ(root.value()["template"]["language"]["code"].asString(), std::string_view {"en_US"});
    std::vector<std::string> values;
    root.value()["template"]["components"].eachElement([&](JsonValue part) {
        EXPECT_EQ(part["type"].asString(), std::string_view {"body"});
        part["parameters"].eachElement([&](JsonValue one) {
            values.emplace_back(one["text"].asString().value_or(""));
            return true;
        });
        return true;
    });
    EXPECT_EQ(values, use.values);
    const auto kept = messages(talk.value().id).back();
    EXPECT_EQ(kept.text, "Hello Ines, about the berth.");
    EXPECT_EQ(kept.delivery.state, DeliveryState::Sent);
    EXPECT_EQ(decode<Message>(encode(kept)).value().useTemplate, std::optional {use});
}

TEST_F(WriteFirst, InsideTheWindowOneWritesFreely)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto lead = leads().back();
    const auto row = conversations().back();
    by(rosa, [&](OpContext &op) {
        auto edit = ConversationEdit::open(op, row.id);
        edit.value().row().waitingSince.reset();
        (void)edit.value().save();
    });
    const auto before = provider.handed().size();
    const auto talk = write(lead.id, ChannelKind::WhatsApp, "One more thing.");
    ASSERT_TRUE(talk.hasValue()) << talk.error().detail;
    EXPECT_EQ(talk.value().id, row.id);
    EXPECT_EQ(talk.value().owner.user, rosa.user);
    settle();
    ASSERT_EQ(provider.handed().size(), before + 1);
    EXPECT_EQ(provider.handed().back().text, "One more thing.");
}

TEST_F(WriteFirst, WhatCannotBeSaysWhy)
{
    const auto lead = enter();
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::WebForm, "Hello")), "channel");
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::Sms, "  ")), "text");
    EXPECT_EQ(fieldOf(write(lead.id, ChannelKind::Sms, std::string(1590, 'x'))), "text") << "with what is added it is too long";
    EXPECT_EQ(write(LeadId {"nobody"}, ChannelKind::Sms, "Hello").error().kind, Error::Kind::NotFound);
    EXPECT_EQ(fieldOf(write(enter("Max", "her office").id, ChannelKind::Sms, "Hello")), "lead_id");
    (void)store->write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms);
        channel.hasToken = false;
        ChannelRepository::update(tx, channel);
    });
    const auto refused = write(lead.id, ChannelKind::Sms, "Hello");
    EXPECT_EQ(refused.error().kind, Error::Kind::Unprocessable);
    EXPECT_EQ(refused.error().detail, "channel: is not configured");
}

} // namespace foredeck::tests
