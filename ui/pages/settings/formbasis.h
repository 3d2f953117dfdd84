#pragma once

#include "models/cache/fieldpatch.h"

#include <optional>

namespace foredeck::ui {

/// What a form goes on from that is saved field by field: a field counts as changed when it does not say any more what it said
/// when the form was filled, so that what nobody has touched is never saved, however the fields show it. Pure.
template <class T>
class FormBasis {
public:
    /// `shown`: what is stored, as the fields say it.
    void fill(const T &stored, const T &shown)
    {
        m_known = stored;
        m_shown = shown;
        m_sent.reset();
    }
    /// What the person goes on from: what the save names as before it.
    const T &known() const noexcept { return m_known; }
    /// What is to be saved, when the fields say this now.
    T send(const T &now)
    {
        m_sent = Sent {withChanges(m_known, m_shown, now), now};
        return m_sent->whole;
    }
    /// Whether they say what was sent, still.
    bool holdsSent(const T &now) const { return m_sent && sayTheSame(m_sent->shown, now); }
    /// The server has what was sent: whoever has typed on goes on from that.
    void taken()
    {
        if (!m_sent)
            return;
        m_known = m_sent->whole;
        m_shown = m_sent->shown;
        m_sent.reset();
    }
    /// Refused, because somebody else has changed the same, and the person knows: what they have changed goes on from this.
    void told(const T &current) { m_known = current; }

private:
    struct Sent {
        T whole;
        T shown;
    };
    T m_known;
    T m_shown; ///< what the fields said of it
    std::optional<Sent> m_sent;
};

} // namespace foredeck::ui
