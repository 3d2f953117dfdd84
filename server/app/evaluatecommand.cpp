#include "server/app/commands.h"

#include "server/services/evaluate/triageevaluation.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

namespace foredeck {

Result<std::string> run(const EvaluateCommand &command)
{
    if (command.task != "triage")
        return Error::invalid("task", "there is no task " + command.task);
    std::ifstream file;
    if (!command.input.empty()) {
        file.open(command.input);
        if (!file)
            return Error::of(Error::Kind::Io, command.input + ": " + std::strerror(errno));
    }
    std::ofstream target;
    if (!command.output.empty()) {
        target.open(command.output);
        if (!target)
            return Error::of(Error::Kind::Io, command.output + ": " + std::strerror(errno));
    }
    std::ostream &out = command.output.empty() ? std::cout : target;
    TriageEvaluation evaluation {RuleBook::builtin()};
    evaluate(evaluation, command.input.empty() ? std::cin : file, out);
    if (!out.flush())
        return Error::of(Error::Kind::Io, "the predictions could not be written");
    if (evaluation.answered() == 0)
        return Error::invalid("input", "not one row could be read");
    std::fputs(evaluation.table().c_str(), stderr);
    return std::string {};
}

} // namespace foredeck
