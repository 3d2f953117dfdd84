#include "server/channels/whatsapp/whatsapppayload.h"

#include <random>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

// The form of Meta's own examples (facebook/openapi v23.0), with made-up people.
std::string body(const std::string &messages, const std::string &extra = {})
{
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{"messaging_product":"whatsapp","metadata":)"
           R"({"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Sheena Nelson"},"wa_id":"16505551234"}])"
        + (messages.empty() ? std::string {} : ",\"messages\":[" + messages + "]") + extra + R"(},"field":"messages"}]}]})";
}

std::string message(const std::string &content, const std::string &id = "wamid.A")
{
    return R"({"from":"16505551234","id":")" + id + R"(","timestamp":"1749416383",)" + content + "}";
}

Inbound one(const std::string &content)
{
    const auto items = parseWhatsApp(body(message(content)));
    EXPECT_TRUE(items.hasValue()) << (items.hasError() ? items.error().detail : "");
    EXPECT_EQ(items.valueOr({}).items.size(), 1u);
    return items.hasValue() && !items.value().items.empty() ? items.value().items.front().inbound : Inbound {};
}

} // namespace

// A card is the customer's to fill; what it becomes must fit a message's event.
TEST(WhatsAppPayload, ACardWithAThousandNumbersIsCut)
{
    std::string phones;
    for (int i = 0; i < 1000; ++i)
        phones += std::string {i == 0 ? "" : ","} + R"({"phone":"+1 305 555 )" + std::to_string(1000 + i) + "\"}";
    const auto card = one(R"("type":"contacts","contacts":[{"name":{"formatted_name":"Ana"},"phones":[)" + phones + "]}]");
    ASSERT_EQ(card.attachments.size(), 1u);
    EXPECT_LT(card.attachments[0].caption.size(), 2200u);
}

TEST(WhatsAppPayload, Text)
{
    const auto items = parseWhatsApp(body(message(R"("type":"text","text":{"body":"Does it come in another color?"})")));
    ASSERT_TRUE(items.hasValue());
    const auto &item = items.value().items.at(0);
    EXPECT_EQ(item.phoneNumberId, "106540352242922");
    EXPECT_EQ(item.inbound.text, "Does it come in another color?");
    EXPECT_EQ(item.inbound.from, "16505551234");
    EXPECT_EQ(item.inbound.name, "Sheena Nelson");
    EXPECT_EQ(item.inbound.providerId, "wamid.A");
    EXPECT_EQ(toMs(*item.inbound.sentAt), 1749416383000);
}

TEST(WhatsAppPayload, TextWithProductAndAdvertisement)
{
    const auto product = one(R"("type":"text","text":{"body":"Is this still available?"},"context":{"from":"1","id":"wamid.B","referred_product":{"catalog_id":"194","product_retailer_id":"di9"}})");
    EXPECT_EQ(product.replyTo, "wamid.B");
    EXPECT_EQ(product.refs.at("whatsapp_product"), "di9");
    ASSERT_EQ(product.attachments.size(), 1u);
    const auto ad = one(R"("type":"text","text":{"body":"Hello!"},"referral":{"source_url":"https://fb.me/x","source_id":"120","source_type":"ad","headline":"Chat with us","body":"Summer","ctwa_clid":"Aff"})");
    EXPECT_EQ(ad.refs.at("whatsapp_ad_ctwa_clid"), "Aff");
    EXPECT_EQ(ad.attachments.at(0).caption, "Chat with us – Summer");
}

TEST(WhatsAppPayload, Reaction)
{
    const auto reaction = one(R"("type":"reaction","reaction":{"message_id":"wamid.C","emoji":"👍"})");
    EXPECT_EQ(reaction.kind, InboundKind::Reaction);
    EXPECT_EQ(reaction.text, "👍");
    EXPECT_EQ(reaction.replyTo, "wamid.C");
    EXPECT_EQ(wamidOf(reaction.providerId), "wamid.A");
}

TEST(WhatsAppPayload, ImageLocationContact)
{
    const auto image = one(R"("type":"image","image":{"caption":"Taj Mahal","mime_type":"image/jpeg","sha256":"SfIn","id":"100"})");
    EXPECT_EQ(image.text, "Taj Mahal");
    EXPECT_EQ(image.attachments.at(0).providerId, "100");
    EXPECT_EQ(image.attachments.at(0).mediaType, "image/jpeg");
    const auto place = one(R"("type":"location","location":{"address":"101 Forest Ave, Palo Alto","latitude":37.44221,"longitude":-122.16166,"name":"Philz Coffee"})");
    EXPECT_EQ(place.text, "Philz Coffee, 101 Forest Ave, Palo Alto");
    EXPECT_EQ(place.place, "101 Forest Ave, Palo Alto");
    EXPECT_EQ(place.attachments.at(0).caption, "37.44221,-122.16166");
    const auto card = one(R"("type":"contacts","contacts":[{"name":{"formatted_name":"Lucía Gómez"},"org":{"company":"Google"},"phones":[{"phone":"+1 (983) 555-2319"}]}])");
    EXPECT_EQ(card.text, "Lucía Gómez"); // the number is not the writer's: it stands in the attachment
    EXPECT_NE(card.attachments.at(0).caption.find("555-2319"), std::string::npos);
}

TEST(WhatsAppPayload, ButtonsAndLists)
{
    const auto button = one(R"("type":"button","button":{"payload":"Unsubscribe","text":"Unsubscribe"})");
    EXPECT_EQ(button.text, "Unsubscribe");
    EXPECT_FALSE(button.chosen);
    const auto list = one(R"("type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"priority_express","title":"Priority Mail Express","description":"Next Day"}})");
    EXPECT_EQ(list.text, "Priority Mail Express");
    EXPECT_TRUE(list.chosen);
    EXPECT_EQ(list.attachments.at(0).providerId, "priority_express");
    const auto form = one(R"("type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"t\",\"guests\":4,\"allergy\":\"nuts, \u00e9\",\"days\":[\"Fri\"]}"}})");
    EXPECT_EQ(form.text, "guests: 4\nallergy: nuts, é\ndays: [\"Fri\"]") << "what they filled in";
    EXPECT_FALSE(form.chosen);
    EXPECT_EQ(one(R"("type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"no json"}})").text, "no json");
    EXPECT_EQ(one(R"("type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"cancel-button","title":"Cancel"}})").text, "Cancel");
}

TEST(WhatsAppPayload, OrderSystemUnsupportedAndTheUnknown)
{
    const auto order = one(R"("type":"order","order":{"catalog_id":"1","text":"","product_items":[{"product_retailer_id":"di9","quantity":2,"item_price":30,"currency":"USD"},{"product_retailer_id":"nqr","quantity":1,"item_price":25,"currency":"USD"}]})");
    EXPECT_EQ(order.text, "Order: 2 × di9, 1 × nqr");
    EXPECT_EQ(order.value->minor, 8500);
    const auto quoted = one(R"("type":"order","order":{"product_items":[{"product_retailer_id":"di9","quantity":"2","item_price":"30.50","currency":"USD"},{"product_retailer_id":"nqr","quantity":"1e300","item_price":"x","currency":"USD"}]})");
    EXPECT_EQ(quoted.text, "Order: 2 × di9, 1000000000 × nqr");
    EXPECT_EQ(quoted.value->minor, 6100);
    std::string many;
    for (int i = 0; i < 400; ++i)
        many += (i ? "," : "") + std::string {R"({"product_retailer_id":"article-of-a-long-name","quantity":1,"item_price":1500,"currency":"JPY"})"};
    const auto yen = one(R"("type":"order","order":{"product_items":[)" + many + "]}");
    EXPECT_EQ(yen.value->minor, 600'000) << "yen have no minor unit, and the sum goes on where the list is cut";
    EXPECT_LT(yen.text.size(), 3000u);
    EXPECT_FALSE(one(R"("type":"order","order":{"product_items":[{"quantity":1,"item_price":1,"currency":"EUR"},{"quantity":1,"item_price":1,"currency":"USD"}]})").value.has_value());
    const auto moved = one(R"("type":"system","system":{"body":"User changed","wa_id":"12195555358","type":"user_changed_number"})");
    EXPECT_EQ(moved.kind, InboundKind::NewNumber);
    EXPECT_EQ(moved.newNumber, "12195555358");
    const auto unsupported = one(R"("type":"unsupported","errors":[{"code":131051,"title":"Message type unknown","error_data":{"details":"Message type is currently not supported."}}])");
    EXPECT_EQ(unsupported.attachments.at(0).caption, "Message type is currently not supported. (131051)");
    EXPECT_EQ(one(R"("type":"hologram")").attachments.at(0).mediaType, "application/x-unsupported");
    for (const auto *empty : {R"("type":"text","text":{})", R"("type":"text","text":{"body":null})", R"("type":"text")"}) {
        const auto silent = parseWhatsApp(body(message(empty, "wamid.1") + "," + message(R"("type":"text","text":{"body":"2"})", "wamid.2")));
        ASSERT_TRUE(silent.hasValue()) << empty << " takes nothing with it that came beside it";
        ASSERT_EQ(silent.value().items.size(), 2u);
        EXPECT_EQ(silent.value().items[0].inbound.attachments.at(0).mediaType, "application/x-unsupported");
        EXPECT_EQ(silent.value().items[1].inbound.text, "2");
    }
}

TEST(WhatsAppPayload, StatusesAndGroups)
{
    const auto items = parseWhatsApp(body("", R"(,"statuses":[{"id":"wamid.S","status":"failed","timestamp":"1749416383","recipient_id":"1650","errors":[{"code":131026,"title":"Undeliverable"}]},{"id":"wamid.S","status":"read","timestamp":"1749416384"}])"));
    ASSERT_TRUE(items.hasValue());
    ASSERT_EQ(items.value().items.size(), 2u);
    EXPECT_EQ(items.value().items[0].inbound.code, "131026");
    EXPECT_EQ(items.value().items[0].inbound.reason, "Number unreachable on WhatsApp") << "as when it is refused at once";
    EXPECT_EQ(items.value().items[1].inbound.state, "read");
    EXPECT_NE(items.value().items[0].inbound.providerId, items.value().items[1].inbound.providerId);
    const auto group = parseWhatsApp(body("", R"(,"groups":[{"timestamp":"1750269342","group_id":"Y2","type":"group_create","request_id":"784D"}])"));
    EXPECT_EQ(group.value().items.at(0).inbound.kind, InboundKind::Notice);
}

TEST(WhatsAppPayload, EveryEntryChangeAndMessage)
{
    const auto both = message(R"("type":"text","text":{"body":"1"})", "wamid.1") + "," + message(R"("type":"text","text":{"body":"2"})", "wamid.2");
    auto two = body(both);
    const auto entry = two.substr(two.find("{\"id\":\"1\""), two.size() - two.find("{\"id\":\"1\"") - 2);
    two.insert(two.size() - 2, "," + entry);
    const auto items = parseWhatsApp(two);
    ASSERT_TRUE(items.hasValue()) << items.error().detail;
    EXPECT_EQ(items.value().items.size(), 4u);
}

TEST(WhatsAppPayload, NamesWhatIsWrong)
{
    const auto field = [](const std::string &text) {
        const auto items = parseWhatsApp(text);
        return items.hasError() && !items.error().fields.empty() ? items.error().fields[0].field : std::string {};
    };
    EXPECT_EQ(field(R"({"object":"page"})"), "object");
    EXPECT_EQ(field(R"({"object":"whatsapp_business_account"})"), "entry");
    EXPECT_EQ(field(R"({"object":"whatsapp_business_account","entry":[5]})"), "entry[0]");
    EXPECT_EQ(field(R"({"object":"whatsapp_business_account","entry":[{"changes":[{}]}]})"), "entry[0].changes[0].value");
    EXPECT_EQ(field(body(message(R"("type":"text","text":{"body":7})"))), "entry[0].changes[0].value.messages[0].text.body");
    EXPECT_EQ(field(body(message(R"("type":"text","text":"x")"))), "entry[0].changes[0].value.messages[0].text.body");
    EXPECT_EQ(field(body(R"({"id":"x","type":"text"})")), "entry[0].changes[0].value.messages[0].from");
    EXPECT_EQ(field(body(message(R"("type":"text","text":{"body":"x"})", std::string(513, 'w')))), "entry[0].changes[0].value.messages[0].id");
    EXPECT_EQ(field(body("", R"(,"statuses":[{"status":"read","id":")" + std::string(513, 'w') + R"("}])")), "entry[0].changes[0].value.statuses[0].id");
    EXPECT_EQ(field(body(message(R"("type":"location","location":{"latitude":900,"longitude":1})"))), "entry[0].changes[0].value.messages[0].location");
}

TEST(WhatsAppPayload, WhatCannotBeReadTakesNothingWithIt)
{
    const auto good = message(R"("type":"text","text":{"body":"My tooth was knocked out!"})", "wamid.2");
    for (const auto *unread : {R"({"id":"x","type":"text"})", R"({"from":"1","id":"x"})", R"({"from":"1","id":"x","type":"image","image":{}})"}) {
        const auto read = parseWhatsApp(body(std::string {unread} + "," + good));
        ASSERT_TRUE(read.hasValue()) << unread;
        ASSERT_EQ(read.value().items.size(), 1u);
        EXPECT_EQ(read.value().items[0].inbound.text, "My tooth was knocked out!");
        ASSERT_TRUE(read.value().unread) << "it must be told, and come again";
        EXPECT_TRUE(read.value().unread->fields.at(0).field.starts_with("entry[0].changes[0].value.messages[0]")) << read.value().unread->detail;
    }
    const auto status = parseWhatsApp(body(good, R"(,"statuses":[{"status":"read"}])"));
    ASSERT_EQ(status.value().items.size(), 1u);
    EXPECT_TRUE(status.value().unread);
    EXPECT_FALSE(parseWhatsApp(body(good)).value().unread);
}

TEST(WhatsAppPayload, MutatedBodiesNeverCrash)
{
    const std::string seed = body(message(R"("type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"p","title":"T"}},"context":{"id":"x"})"),
        R"(,"statuses":[{"id":"wamid.S","status":"read","timestamp":"1749416384"}])");
    std::mt19937 random {7};
    for (int round = 0; round < 20'000; ++round) {
        auto text = seed;
        for (int change = 0; change < 3; ++change) {
            const auto at = random() % text.size();
            switch (random() % 4) {
            case 0: text[at] = static_cast<char>(random() % 256); break;
            case 1: text.erase(at, random() % 20); break;
            case 2: text.insert(at, text.substr(random() % text.size(), random() % 30)); break;
            default: text[at] = "{}[]\":,0"[random() % 8]; break;
            }
            if (text.empty())
                text = "{";
        }
        (void)parseWhatsApp(text);
    }
}
