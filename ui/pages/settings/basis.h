#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace foredeck::ui {

/// The version that a form goes on from, which its save names (If-Match), so that nobody's change is overwritten unseen. A
/// newer one is gone on from when it says nothing new to whoever edits, or once a refusal was told. Pure.
template <class T>
class Basis {
public:
    using Same = bool (*)(const T &, const T &);
    /// `same`: in what the form shows.
    explicit Basis(Same same) : m_same(same) { }

    /// The form shows this.
    void fill(const T &shown)
    {
        m_known = shown;
        m_sent.reset();
        m_version = shown.version;
    }
    /// This came while the form holds something else; never while its own save is under way, which hides what stands there.
    void meet(const T &now)
    {
        const bool isKnown = now.version == m_version || (m_known && m_same(now, *m_known)) || (m_sent && m_same(now, *m_sent));
        if (!isKnown)
            return;
        m_known = now;
        m_version = now.version;
    }
    /// The save was refused, and the person told, because of this version. `now`: the newest one here.
    void told(std::int64_t version, const T &now)
    {
        m_version = version;
        // What is here may be older than what was told of.
        if (now.version >= version)
            meet(now);
    }
    /// What is typed over the newest one here, as it is saved.
    T send(T typed)
    {
        typed.version = std::min(typed.version, m_version);
        m_sent = typed;
        return typed;
    }

private:
    Same m_same;
    std::optional<T> m_known; ///< what the person has seen of it
    std::optional<T> m_sent;
    std::int64_t m_version = 0;
};

} // namespace foredeck::ui
