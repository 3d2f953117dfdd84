#pragma once

#include "net/codec/domaincodec.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What `foredeckd init` makes a data folder from; the sample business has the same form.
struct ChannelSpec {
    Open<ChannelKind> kind;
    std::string name;
    std::string number;
    std::string phoneNumberId;
    std::string account;
    std::string baseUrl;
    std::string publicUrl;
    std::string secret;
    std::string token;
    std::string verifyToken;
    bool generateSecrets = false; ///< random ones for those that are not given
};

struct LocationSpec {
    std::string name;
    std::string address;
    std::string zip;
    OpeningHours hours;
};

struct FaqSpec {
    std::string question;
    std::string answer;
    std::string language;
    std::string category;
};

struct MacroSpec {
    std::string name;
    std::string text;
};

struct ClientSpec {
    std::string name;
    std::string slug;
    std::string mark;
    std::string industry;
    std::string language = "en";
    std::string region = "US";
    bool safeMode = true;
    bool assistantOn = true;
    std::vector<LocationSpec> locations;
    ClientSettings settings;
    std::vector<FaqSpec> faqs;
    std::vector<MacroSpec> macros;
    std::vector<ChannelSpec> channels;
};

struct OwnerSpec {
    std::string name;
    std::string email;
    std::string password; ///< empty: signs in by the embedded token only
};

struct AgencySpec {
    std::string name;
    std::string mark;
};

struct InitSpec {
    AgencySpec agency;
    OwnerSpec owner;
    bool sample = false;
    std::vector<ClientSpec> clients;
};

/// What foredeck-traffic needs to knock at the doors; written for its owner's eyes only.
struct DoorsFileChannel {
    Open<ChannelKind> kind;
    ChannelId id;
    std::string number;
    std::string phoneNumberId;
    std::string account;
    std::string publicUrl;
    std::string secret;
    std::string token;
    std::string verifyToken;
};
struct DoorsFileClient {
    std::string slug;
    ClientId id;
    std::vector<DoorsFileChannel> channels;
};
struct DoorsFile {
    std::vector<DoorsFileClient> clients;
};

template <>
struct Fields<ChannelSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v("name", x.name);
        v("number", x.number);
        v("phone_number_id", x.phoneNumberId);
        v("account", x.account);
        v("base_url", x.baseUrl);
        v("public_url", x.publicUrl);
        v("secret", x.secret);
        v("token", x.token);
        v("verify_token", x.verifyToken);
        v("generate_secrets", x.generateSecrets);
    }
};
template <>
struct Fields<LocationSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v("address", x.address);
        v("zip", x.zip);
        v.required("hours", x.hours);
    }
};
template <>
struct Fields<FaqSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("question", x.question);
        v.required("answer", x.answer);
        v("language", x.language);
        v("category", x.category);
    }
};
template <>
struct Fields<MacroSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("text", x.text);
    }
};
template <>
struct Fields<ClientSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("slug", x.slug);
        v("mark", x.mark);
        v("industry", x.industry);
        v("language", x.language);
        v("region", x.region);
        v("safe_mode", x.safeMode);
        v("assistant_on", x.assistantOn);
        v("locations", x.locations);
        v("settings", x.settings);
        v("faqs", x.faqs);
        v("macros", x.macros);
        v("channels", x.channels);
    }
};
template <>
struct Fields<OwnerSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("email", x.email);
        v("password", x.password);
    }
};
template <>
struct Fields<AgencySpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v("mark", x.mark);
    }
};
template <>
struct Fields<InitSpec> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("agency", x.agency);
        v.required("owner", x.owner);
        v("sample", x.sample);
        v.required("clients", x.clients);
    }
};
template <>
struct Fields<DoorsFileChannel> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
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
struct Fields<DoorsFileClient> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("slug", x.slug);
        v("id", x.id);
        v("channels", x.channels);
    }
};
template <>
struct Fields<DoorsFile> {
    template <class V, class T>
    static void visit(V &v, T &x) { v("clients", x.clients); }
};

} // namespace foredeck
