#include "server/services/auth/cpupool.h"
#include "server/services/auth/passwords.h"

#include <future>

#include <gtest/gtest.h>

using namespace foredeck;

TEST(Passwords, HashesAndVerifies)
{
    const Passwords passwords {PasswordCost::Light};
    const auto hash = passwords.hash("correct horse").value();
    EXPECT_EQ(hash.rfind("$argon2id$", 0), 0u);
    EXPECT_NE(hash, passwords.hash("correct horse").value());
    EXPECT_TRUE(passwords.verify(hash, "correct horse"));
    EXPECT_FALSE(passwords.verify(hash, "correct horse "));
    EXPECT_FALSE(passwords.verify("", "correct horse")) << "nobody is never right";
    EXPECT_FALSE(passwords.verify("", ""));
    EXPECT_FALSE(passwords.verify("no hash", "correct horse"));
}

TEST(Passwords, RefusesShortLongAndWellKnownOnes)
{
    EXPECT_TRUE(Passwords::acceptable("ten chars!").hasValue());
    EXPECT_TRUE(Passwords::acceptable("ñandú ñandú").hasValue());
    EXPECT_TRUE(Passwords::acceptable("ñúñúñ").hasError()) << "ten bytes are five characters";
    EXPECT_EQ(Passwords::acceptable("nine char").error().fields.at(0).field, "password");
    EXPECT_TRUE(Passwords::acceptable(std::string(257, 'x') + "y").hasError());
    EXPECT_TRUE(Passwords::acceptable("PassWord123").hasError());
    EXPECT_TRUE(Passwords::acceptable("zzzzzzzzzzzz").hasError());
}

TEST(CpuPool, IsBoundedAndRunsWhatItTook)
{
    std::promise<void> gate;
    const auto open = gate.get_future().share();
    std::promise<void> running;
    std::atomic<int> done {0};
    {
        CpuPool pool {1, 2};
        ASSERT_TRUE(pool.post([&] {
            running.set_value();
            open.wait();
            ++done;
        }));
        running.get_future().wait();
        EXPECT_TRUE(pool.post([&] { ++done; }));
        EXPECT_TRUE(pool.post([&] { ++done; }));
        EXPECT_FALSE(pool.post([&] { ++done; }));
        gate.set_value();
    }
    EXPECT_EQ(done, 3);
}
