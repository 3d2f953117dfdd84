#include "net/codec/domaincodec.h"
#include "net/codec/unknownmembers.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

Error errorOf(std::string_view text)
{
    JsonDocument document;
    const auto root = document.parse(text);
    EXPECT_TRUE(root.hasError()) << text;
    return root.hasError() ? root.error() : Error {};
}

} // namespace

TEST(Json, NamesThePlaceWhereItStops)
{
    EXPECT_EQ(errorOf(R"({"entry":[{"id":"a"},{"id":tru}]})").fields.at(0).field, "entry[1].id");
    EXPECT_EQ(errorOf(R"({"name":"a","message":"\ud800"})").fields.at(0).field, "message");
    EXPECT_EQ(errorOf(R"({"name":"a","message":"a\udfff"})").fields.at(0).field, "message"); // the second half of a pair alone
    EXPECT_EQ(errorOf(R"({"lead":{"name":"\ude00b","message":"a"}})").fields.at(0).field, "lead.name");
    EXPECT_EQ(errorOf("{\"name\":\"\xff\"}").fields.at(0).field, "name");
    EXPECT_EQ(errorOf("").kind, Error::Kind::Invalid);
    EXPECT_EQ(errorOf("{} {}").kind, Error::Kind::Invalid);
}

TEST(Json, NamesWhatNothingReads)
{
    const auto unknownIn = [](std::string_view text) {
        JsonDocument document;
        const auto root = document.parse(text);
        return UnknownMembers::of<Client>(root.value());
    };
    EXPECT_TRUE(unknownIn(R"({"id":"c1","name":"Casa","slug":"casa"})").empty());
    const auto found = unknownIn(R"({"id":"c1","nmae":"Casa","notices":[{"text":"a","frm":"b"}]})");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].field, "notices[0].frm");
    EXPECT_EQ(found[1].field, "nmae");
    EXPECT_NE(found[1].reason.find("name"), std::string::npos) << "tells what is known there";
}

TEST(Json, RefusesWhatIsNestedTooDeep)
{
    std::string deep;
    for (int i = 0; i < 40; ++i)
        deep += R"({"a":)";
    deep += "1" + std::string(40, '}');
    const auto error = errorOf(deep);
    EXPECT_NE(error.detail.find("nested deeper"), std::string::npos) << error.detail;
    EXPECT_EQ(error.fields.at(0).field.substr(0, 5), "a.a.a");
    JsonDocument document;
    EXPECT_TRUE(document.parse(std::string(30, '[') + std::string(30, ']')).hasValue());
}

TEST(Json, NeverWritesInvalidText)
{
    JsonWriter json;
    json.beginObject();
    json.key("t");
    json.string("a\xff" "b\xed\xa0\x80");
    json.key("n");
    json.real(0.0 / 0.0);
    json.endObject();
    EXPECT_TRUE(isUtf8(json.text()));
    JsonDocument document;
    const auto root = document.parse(json.text());
    ASSERT_TRUE(root.hasValue());
    EXPECT_EQ(root.value()["t"].asString(), "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    EXPECT_TRUE(root.value()["n"].isNull());
}

TEST(Json, TextOfAValueReadsBackTheSame)
{
    const std::string text = R"({"a":[1,-2,3.5,true,null,"q\"\\\n\u0001é"],"b":{}})";
    JsonDocument document;
    const auto once = document.parse(text).value().toJson();
    JsonDocument again;
    EXPECT_EQ(again.parse(once).value().toJson(), once);
    EXPECT_EQ(again.parse(once).value()["a"].size(), 6u);
}
