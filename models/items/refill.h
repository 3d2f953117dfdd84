#pragma once

#include "models/cache/rows.h"

namespace foredeck {

/// Which answers of the cache a model shows. While a cache that was lost is being filled anew, what is missing in it is not
/// gone: what was read of the whole one stays until this one is whole, too.
class Refill {
public:
    bool mayShow(const CacheState &state)
    {
        // Another person's cache says nothing of what this one may see.
        if (!state.user.empty() && state.user != m_user) {
            m_user = state.user;
            m_wasWhole = false;
        }
        const bool shows = state.isWhole || !m_wasWhole;
        m_wasWhole = m_wasWhole || state.isWhole;
        return shows;
    }
    /// Something else is asked for.
    void startOver() { m_wasWhole = false; }

private:
    UserId m_user;
    bool m_wasWhole = false;
};

} // namespace foredeck
