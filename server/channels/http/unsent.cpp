#include "server/channels/http/unsent.h"

namespace foredeck {

SendResult unsent(const HttpProblem &problem, bool safeMode)
{
    switch (problem.kind) {
    case HttpProblem::Kind::Refused:
        return SendResult::held();
    case HttpProblem::Kind::Forbidden:
        if (safeMode)
            return SendResult::held();
        return problem.isOfUrl ? SendResult::failed(problem.detail, std::string {addressForbidden}) : SendResult::retry(problem.detail, std::string {addressForbidden});
    case HttpProblem::Kind::NoAnswer:
        return SendResult::inDoubt(problem.detail);
    case HttpProblem::Kind::NotSent:
        break;
    }
    return SendResult::retry(problem.detail);
}

} // namespace foredeck
