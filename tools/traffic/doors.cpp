#include "tools/traffic/doors.h"

#include "net/codec/codec.h"

#include <fstream>
#include <sstream>

namespace foredeck::traffic {

namespace {

struct File {
    std::vector<Business> clients;
};

} // namespace

} // namespace foredeck::traffic

namespace foredeck {

template <>
struct Fields<traffic::Door> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v("id", x.id);
        v("number", x.number);
        v("phone_number_id", x.phoneNumberId);
        v("account", x.account);
        v("public_url", x.publicUrl);
        v("secret", x.secret);
        v("token", x.token);
        v("verify_token", x.verifyToken);
    }
};

template <>
struct Fields<traffic::Business> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("slug", x.slug);
        v("id", x.id);
        v.required("channels", x.channels);
    }
};

template <>
struct Fields<traffic::File> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("clients", x.clients);
    }
};

} // namespace foredeck

namespace foredeck::traffic {

const Door *Business::door(ChannelKind kind) const noexcept
{
    for (const Door &door : channels) {
        if (door.kind == kind)
            return &door;
    }
    return nullptr;
}

Result<std::vector<Business>> parseDoors(std::string_view json)
{
    auto file = decode<File>(json);
    if (file.hasError())
        return std::move(file).error();
    if (file.value().clients.empty())
        return Error::invalid("clients", "names nobody");
    return std::move(file.value().clients);
}

Result<std::vector<Business>> readDoors(const std::string &path)
{
    std::ifstream in {path};
    if (!in)
        return Error::of(Error::Kind::Io, "cannot read " + path);
    std::ostringstream text;
    text << in.rdbuf();
    auto doors = parseDoors(text.str());
    if (doors.hasError())
        return Error::of(Error::Kind::Invalid, path + ": " + doors.error().detail);
    return doors;
}

} // namespace foredeck::traffic
