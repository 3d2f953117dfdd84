#pragma once

#include "net/codec/codec.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// The members of a JSON value that no field of a type reads, by their paths, each with the names that are read there. On the
/// wire they are ignored; in a file that a person writes, a slip of the pen must not pass for a wish.
class UnknownMembers {
public:
    template <class T>
    static std::vector<FieldError> of(JsonValue value)
    {
        std::vector<FieldError> found;
        T sample {};
        UnknownMembers {found}.walk(value, sample, {});
        return found;
    }

    template <class T>
    void operator()(std::string_view name, T &field)
    {
        m_known.insert(std::string {name});
        walk(m_value[name], field, at(name));
    }
    template <class T>
    void required(std::string_view name, T &field) { (*this)(name, field); }
    void raw(std::string_view name, std::string &) { m_known.insert(std::string {name}); }

private:
    explicit UnknownMembers(std::vector<FieldError> &found) : m_found(found) { }

    std::string at(std::string_view name) const { return m_path.empty() ? std::string {name} : m_path + "." + std::string {name}; }

    template <class T>
    void walk(JsonValue value, T &field, const std::string &path)
    {
        if constexpr (HasFields<T>) {
            if (!value.isObject())
                return;
            UnknownMembers inner {m_found};
            inner.m_value = value;
            inner.m_path = path;
            Fields<T>::visit(inner, field);
            inner.tell();
        } else {
            walkPlain(value, field, path);
        }
    }
    template <class T>
    void walkPlain(JsonValue, T &, const std::string &) { }
    template <class T>
    void walkPlain(JsonValue value, std::optional<T> &field, const std::string &path) { walk(value, field.emplace(), path); }
    template <class T>
    void walkPlain(JsonValue value, std::vector<T> &, const std::string &path) { walkList<T>(value, path); }
    template <class T, std::size_t N>
    void walkPlain(JsonValue value, std::array<T, N> &, const std::string &path) { walkList<T>(value, path); }
    template <class T>
    void walkPlain(JsonValue value, std::map<std::string, T> &, const std::string &path)
    {
        value.eachMember([&](std::string_view name, JsonValue member) {
            T item {};
            walk(member, item, path + "." + std::string {name});
            return true;
        });
    }
    template <class T>
    void walkList(JsonValue value, const std::string &path)
    {
        std::size_t index = 0;
        value.eachElement([&](JsonValue element) {
            T item {};
            walk(element, item, path + "[" + std::to_string(index++) + "]");
            return true;
        });
    }

    void tell()
    {
        std::string known;
        for (const auto &name : m_known)
            known += (known.empty() ? "" : ", ") + name;
        m_value.eachMember([&](std::string_view name, JsonValue) {
            if (!m_known.contains(std::string {name}))
                m_found.push_back({at(name), "is not known; known here: " + known});
            return true;
        });
    }

    std::vector<FieldError> &m_found;
    JsonValue m_value;
    std::string m_path;
    std::set<std::string> m_known;
};

} // namespace foredeck
