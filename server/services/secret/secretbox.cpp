#include "server/services/secret/secretbox.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foredeck {

namespace {

static_assert(crypto_secretbox_KEYBYTES == SecretBox::keyBytes);
static_assert(crypto_kdf_KEYBYTES == SecretBox::keyBytes);
constexpr int base64Variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

std::string toBase64(const unsigned char *bytes, std::size_t size)
{
    std::string text(sodium_base64_encoded_len(size, base64Variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, base64Variant);
    text.resize(std::strlen(text.c_str()));
    return text;
}

std::string toHex(const unsigned char *bytes, std::size_t size)
{
    std::string hex(2 * size + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes, size);
    hex.pop_back();
    return hex;
}

class File {
public:
    explicit File(int fd) : m_fd(fd) { }
    ~File()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    int fd() const noexcept { return m_fd; }

private:
    int m_fd;
};

Error ioError(const std::string &path)
{
    return Error::of(Error::Kind::Io, path + ": " + std::strerror(errno));
}

} // namespace

SecretBox::SecretBox(const Key &master)
{
    sodiumReady();
    crypto_kdf_derive_from_key(m_seal.data(), m_seal.size(), 1, "fd-seal_", master.data());
    crypto_kdf_derive_from_key(m_token.data(), m_token.size(), 2, "fd-token", master.data());
}

SecretBox::~SecretBox()
{
    sodium_memzero(m_seal.data(), m_seal.size());
    sodium_memzero(m_token.data(), m_token.size());
}

Result<SecretBox> SecretBox::open(const std::string &path)
{
    const File file {::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (file.fd() < 0)
        return errno == ENOENT ? Error::of(Error::Kind::NotFound, path + " is missing; put it back, or make a new one with `foredeckd renew-key` and enter the channels' keys again") : ioError(path);
    struct stat status {};
    if (::fstat(file.fd(), &status) != 0)
        return ioError(path);
    if ((status.st_mode & 077) != 0)
        return Error::of(Error::Kind::Invalid, path + " may be read by others; its mode must be 0600");
    std::array<char, 2 * keyBytes> hex {};
    Key master {};
    std::size_t length = 0;
    if (::read(file.fd(), hex.data(), hex.size()) != static_cast<ssize_t>(hex.size())
        || sodium_hex2bin(master.data(), master.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0
        || length != master.size())
        return Error::of(Error::Kind::Invalid, path + " does not hold a key of 64 hexadecimal digits");
    SecretBox box {master};
    sodium_memzero(master.data(), master.size());
    sodium_memzero(hex.data(), hex.size());
    return box;
}

Result<SecretBox> SecretBox::create(const std::string &path)
{
    if (!sodiumReady())
        return Error::of(Error::Kind::Internal, "no source of randomness");
    const File file {::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (file.fd() < 0)
        return errno == EEXIST ? Error::of(Error::Kind::Conflict, path + " exists already") : ioError(path);
    Key master {};
    randombytes_buf(master.data(), master.size());
    std::array<char, 2 * keyBytes + 1> hex {};
    sodium_bin2hex(hex.data(), hex.size(), master.data(), master.size());
    hex.back() = '\n';
    if (::write(file.fd(), hex.data(), hex.size()) != static_cast<ssize_t>(hex.size()) || ::fsync(file.fd()) != 0)
        return ioError(path);
    SecretBox box {master};
    sodium_memzero(master.data(), master.size());
    sodium_memzero(hex.data(), hex.size());
    return box;
}

std::string SecretBox::seal(std::string_view secret) const
{
    if (secret.empty())
        return {};
    std::vector<unsigned char> out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
    randombytes_buf(out.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(out.data() + crypto_secretbox_NONCEBYTES, bytesOf(secret), secret.size(), out.data(), m_seal.data());
    return toBase64(out.data(), out.size());
}

Result<std::string> SecretBox::unseal(std::string_view sealed) const
{
    if (sealed.empty())
        return std::string {};
    std::vector<unsigned char> in(sealed.size());
    std::size_t length = 0;
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const bool read = sodium_base642bin(in.data(), in.size(), sealed.data(), sealed.size(), nullptr, &length, nullptr, base64Variant) == 0;
    if (!read || length < overhead)
        return Error::of(Error::Kind::Corrupt, "a sealed secret cannot be read");
    std::string secret(length - overhead, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char *>(secret.data()), in.data() + crypto_secretbox_NONCEBYTES,
            length - crypto_secretbox_NONCEBYTES, in.data(), m_seal.data())
        != 0)
        return Error::of(Error::Kind::Corrupt, "a sealed secret was altered, or secret.key is another one");
    return secret;
}

std::string SecretBox::tokenKey() const { return {m_token.begin(), m_token.end()}; }

std::string SecretBox::fingerprint(std::string_view text) const
{
    std::array<unsigned char, 32> hash {};
    crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), m_seal.data(), m_seal.size());
    return toHex(hash.data(), hash.size());
}

std::string randomToken(std::size_t bytes)
{
    sodiumReady();
    std::vector<unsigned char> random(bytes);
    randombytes_buf(random.data(), random.size());
    return toBase64(random.data(), random.size());
}

std::string sha256Hex(std::string_view text)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash {};
    crypto_hash_sha256(hash.data(), bytesOf(text), text.size());
    return toHex(hash.data(), hash.size());
}

bool equalInConstantTime(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace foredeck
