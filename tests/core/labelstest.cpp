#include "models/domain/labels.h"

#include <gtest/gtest.h>

using namespace foredeck;

using Labels = std::vector<std::string>;

TEST(Labels, AreOneLineWithoutBlanksAround)
{
    EXPECT_EQ(labelOf("  van too\thigh\n"), "van too high");
    EXPECT_EQ(labelOf(" \n "), "");
    EXPECT_EQ(labelOf(std::string(200, 'x')).size(), 200u);
}

TEST(Labels, AreAddedAndTakenOffWhateverTheirCase)
{
    EXPECT_EQ(relabelled({"vip"}, {"Pool"}, {}), (Labels {"vip", "Pool"}));
    EXPECT_EQ(relabelled({"vip", "Pool"}, {"VIP", "pool"}, {}), (Labels {"vip", "Pool"})) << "it is there already";
    EXPECT_EQ(relabelled({"vip", "Pool", "van"}, {}, {"POOL", "none"}), (Labels {"vip", "van"}));
    EXPECT_EQ(relabelled({"vip"}, {"VIP"}, {"vip"}), (Labels {"VIP"})) << "written anew";
    EXPECT_EQ(relabelled({}, {"", "a", "A"}, {}), (Labels {"a"}));
}
