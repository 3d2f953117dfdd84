#pragma once

#include "models/cache/storecore.h"
#include "models/cache/storewriter.h"
#include "models/cache/taskthread.h"

namespace foredeck {

class StoreWriter::Private {
public:
    explicit Private(std::unique_ptr<StoreCore> core) : m_core(std::move(core)) { }

    void post(TaskThread::Lane lane, std::function<void(StoreCore &)> task)
    {
        m_thread.post(lane, [this, task = std::move(task)] { task(*m_core); });
    }
    void finish() { m_thread.finish(); }
    /// Before the thread has work, or after finish().
    StoreCore &core() { return *m_core; }

private:
    std::unique_ptr<StoreCore> m_core;
    TaskThread m_thread;
};

} // namespace foredeck
