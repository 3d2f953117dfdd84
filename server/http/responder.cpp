#include "server/http/responder.h"

#include <atomic>

namespace foredeck::http {

namespace {

class Pending {
public:
    Pending(std::shared_ptr<Mailbox> mailbox, std::shared_ptr<SessionLink> session)
        : m_mailbox(std::move(mailbox)), m_session(std::move(session))
    {
    }
    ~Pending() { answer(handlerFailed); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    template <class MakeResponse>
    void answer(MakeResponse &&make)
    {
        if (!m_answered.exchange(true))
            m_mailbox->post(Answer {m_session, make()});
    }

private:
    const std::shared_ptr<Mailbox> m_mailbox;
    const std::shared_ptr<SessionLink> m_session;
    std::atomic<bool> m_answered {false};
};

} // namespace

Responder makeResponder(std::shared_ptr<Mailbox> mailbox, std::shared_ptr<SessionLink> session)
{
    return [pending = std::make_shared<Pending>(std::move(mailbox), std::move(session))](Response response) {
        pending->answer([&] { return std::move(response); });
    };
}

Response handlerFailed()
{
    return Response::problem(Error::of(Error::Kind::Internal, "The request could not be handled."));
}

} // namespace foredeck::http
