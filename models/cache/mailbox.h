#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <mutex>

namespace foredeck {

/// Brings results of other threads to the thread it was made on, and swallows those that come after its end. It stands in
/// for QFuture::then(context, …), which aborts a debug build when the context dies first (house 4): hold one as the last
/// member, and wrap each callback.
///   store.read(query, m_mailbox.receive([this](Result<Page> page) { … }));
class Mailbox {
public:
    Mailbox() : m_shared(std::make_shared<Shared>()) { m_shared->target = std::make_unique<QObject>(); }
    /// After this returns no wrapped callback runs any more. On the thread that made it.
    ~Mailbox()
    {
        std::unique_ptr<QObject> target;
        const std::lock_guard lock {m_shared->mutex};
        target.swap(m_shared->target);
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// The function, callable from any thread: it runs later, on this mailbox's thread.
    template <class F>
    auto receive(F function) const
    {
        return [shared = m_shared, function = std::move(function)](auto &&...values) {
            shared->post([function, ... held = std::decay_t<decltype(values)>(std::forward<decltype(values)>(values))]() mutable {
                function(std::move(held)...);
            });
        };
    }
    /// Runs it once on this mailbox's thread.
    void post(std::function<void()> call) const { m_shared->post(std::move(call)); }

private:
    struct Shared {
        std::mutex mutex;
        std::unique_ptr<QObject> target;
        void post(std::function<void()> call)
        {
            const std::lock_guard lock {mutex};
            if (target)
                QMetaObject::invokeMethod(target.get(), std::move(call), Qt::QueuedConnection);
        }
    };
    std::shared_ptr<Shared> m_shared;
};

} // namespace foredeck
