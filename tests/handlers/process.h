#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace foredeck::test {

/// The real program as a child, with pipes. Killed when the object goes, so that no test leaves one behind.
class Process {
public:
    explicit Process(std::vector<std::string> arguments);
    ~Process();
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;

    void write(const std::string &text);
    void closeInput();
    /// The next line of standard output; nothing when it ended first.
    std::optional<std::string> line();
    void signal(int number);
    /// Waits for the end: the exit code, or 128 + the signal.
    int wait();
    /// Everything that is still to come from both, until their end.
    std::string output();
    std::string errors();
    pid_t pid() const noexcept { return m_pid; }

private:
    pid_t m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    int m_err = -1;
};

struct Ran {
    int code = 0;
    std::string output;
    std::string errors;
};
/// Runs it to its end with this standard input.
Ran runToEnd(std::vector<std::string> arguments, const std::string &input = {});

} // namespace foredeck::test
