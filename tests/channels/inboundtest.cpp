#include "models/core/text.h"
#include "server/channels/inbound.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(Inbound, KeepsTextAsItIsButForWhatCannotBeStored)
{
    EXPECT_EQ(cleanText("<b>hi</b> \xe2\x80\xae x"), "<b>hi</b> \xe2\x80\xae x");
    EXPECT_EQ(cleanText(std::string_view {"a\0b", 3}), "a\xef\xbf\xbd" "b");
    EXPECT_EQ(cleanText("a\xff" "b\xf0\x9f"), "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd");
    EXPECT_TRUE(isUtf8(cleanText("\xed\xa0\x80 lone surrogate")));
}

TEST(Inbound, LosesNothingOfALongText)
{
    std::string text(maxMessageBytes - 1, 'a');
    text += "ü and the rest";
    Inbound inbound;
    setText(inbound, text);
    EXPECT_EQ(inbound.text.size(), maxMessageBytes - 1);
    EXPECT_EQ(inbound.rest, "ü and the rest");
    EXPECT_EQ(inbound.text + inbound.rest, text);
}

TEST(Inbound, TravelsThroughTheInbox)
{
    Inbound inbound;
    inbound.kind = InboundKind::Status;
    inbound.providerId = "status:wamid.X:read";
    inbound.text = "é\n\"";
    inbound.refs["page"] = "/contact";
    inbound.value = Money {8500, "USD"};
    inbound.attachments.push_back({"", "image", "image/jpeg", 0, "abc", "123", "Taj Mahal"});
    const auto again = decode<Inbound>(encode(inbound));
    ASSERT_TRUE(again.hasValue());
    EXPECT_EQ(encode(again.value()), encode(inbound));
}
