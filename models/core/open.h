#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace foredeck {

/// Specialise for each enum that travels: `static constexpr std::array names {std::pair {E::A, "a"}, …}`.
template <class E>
struct EnumNames;

template <class E>
constexpr std::string_view nameOf(E value) noexcept
{
    for (const auto &[known, name] : EnumNames<E>::names) {
        if (known == value)
            return name;
    }
    return {};
}

/// E::Unknown when the name is not one of ours.
template <class E>
constexpr E valueOf(std::string_view text) noexcept
{
    for (const auto &[known, name] : EnumNames<E>::names) {
        if (text == name)
            return known;
    }
    return E::Unknown;
}

/// An enum as it came over the wire. A value that this version does not know is kept word for word, stored, sent on and
/// shown as text (contract 1), so that an older console beside a newer server loses nothing.
template <class E>
class Open {
public:
    Open() = default;
    Open(E value) : m_value(value) { }
    static Open fromText(std::string_view text)
    {
        Open open;
        open.m_value = valueOf<E>(text);
        if (open.m_value == E::Unknown)
            open.m_raw = text;
        return open;
    }

    E value() const noexcept { return m_value; }
    std::string_view text() const noexcept { return m_value == E::Unknown ? std::string_view {m_raw} : nameOf(m_value); }
    bool known() const noexcept { return m_value != E::Unknown; }

    friend bool operator==(const Open &a, const Open &b) { return a.m_value == b.m_value && a.m_raw == b.m_raw; }
    friend bool operator==(const Open &a, E b) { return a.m_value == b; }

private:
    E m_value = E::Unknown;
    std::string m_raw;
};

} // namespace foredeck
