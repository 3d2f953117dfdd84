#include "server/services/secret/secretbox.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace foredeck;

namespace {

class SecretBoxTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "foredeck-secret-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    std::string path() const { return (m_folder / "secret.key").string(); }

    std::filesystem::path m_folder;
};

} // namespace

TEST_F(SecretBoxTest, SealsAndUnsealsAcrossAReopening)
{
    const auto made = SecretBox::create(path());
    ASSERT_TRUE(made.hasValue());
    const auto sealed = made.value().seal("app-secret");
    EXPECT_EQ(sealed.find("app-secret"), std::string::npos);
    EXPECT_NE(sealed, made.value().seal("app-secret")) << "every sealing has its own nonce";

    const auto again = SecretBox::open(path());
    ASSERT_TRUE(again.hasValue());
    EXPECT_EQ(again.value().unseal(sealed).value(), "app-secret");
    EXPECT_EQ(again.value().unseal("").value(), "");
    EXPECT_EQ(again.value().tokenKey(), made.value().tokenKey());
    EXPECT_EQ(again.value().tokenKey().size(), 32u);
}

TEST_F(SecretBoxTest, RefusesAlteredTextsAndOtherKeys)
{
    const auto box = SecretBox::create(path()).value();
    auto sealed = box.seal("app-secret");
    const SecretBox other {SecretBox::Key {1, 2, 3}};
    EXPECT_EQ(other.unseal(sealed).error().kind, Error::Kind::Corrupt);
    sealed[40] = sealed[40] == 'A' ? 'B' : 'A';
    EXPECT_EQ(box.unseal(sealed).error().kind, Error::Kind::Corrupt);
    EXPECT_EQ(box.unseal("short").error().kind, Error::Kind::Corrupt);
    EXPECT_EQ(box.unseal("not base64 !").error().kind, Error::Kind::Corrupt);
}

TEST_F(SecretBoxTest, TheKeyFileIsOursAlone)
{
    ASSERT_TRUE(SecretBox::create(path()).hasValue());
    struct stat status {};
    ASSERT_EQ(::stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    EXPECT_EQ(SecretBox::create(path()).error().kind, Error::Kind::Conflict) << "an existing key is never replaced";
    ASSERT_EQ(::chmod(path().c_str(), 0640), 0);
    EXPECT_EQ(SecretBox::open(path()).error().kind, Error::Kind::Invalid);
}

TEST_F(SecretBoxTest, SaysWhatIsWrongWithAKeyFile)
{
    EXPECT_EQ(SecretBox::open(path()).error().kind, Error::Kind::NotFound);
    std::ofstream {path()} << "abc\n";
    ASSERT_EQ(::chmod(path().c_str(), 0600), 0);
    EXPECT_EQ(SecretBox::open(path()).error().kind, Error::Kind::Invalid);
}

TEST(SecretBoxFingerprint, TellsTextsApartOnlyWithItsKey)
{
    const SecretBox one {SecretBox::Key {1}}, two {SecretBox::Key {2}};
    EXPECT_EQ(one.fingerprint("a"), one.fingerprint("a"));
    EXPECT_NE(one.fingerprint("a"), one.fingerprint("b"));
    EXPECT_NE(one.fingerprint("a"), two.fingerprint("a"));
    EXPECT_EQ(one.fingerprint("a").size(), 64u);
}

TEST(SecretHelpers, TokensAndHashes)
{
    EXPECT_EQ(randomToken().size(), 43u);
    EXPECT_NE(randomToken(), randomToken());
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_TRUE(equalInConstantTime("abc", "abc"));
    EXPECT_FALSE(equalInConstantTime("abc", "abd"));
    EXPECT_FALSE(equalInConstantTime("abc", "ab"));
}
