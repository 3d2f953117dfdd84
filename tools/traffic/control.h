#pragma once

#include <string>
#include <vector>

namespace foredeck::traffic {

/// What somebody outside wants of a run: by signals, and by lines on standard input when that was asked for.
class Control {
public:
    enum class Wish { Pause, Resume, Stop };

    /// Blocks SIGTERM, SIGINT, SIGUSR1 and SIGUSR2 for this thread and those it starts later: make one before any thread.
    explicit Control(bool readStandardInput);
    ~Control();
    Control(const Control &) = delete;
    Control &operator=(const Control &) = delete;

    /// Descriptors that can be read when there is a wish.
    const std::vector<int> &descriptors() const noexcept { return m_descriptors; }
    /// The wishes behind a readable descriptor, in their order.
    std::vector<Wish> read(int descriptor);

private:
    std::vector<Wish> readSignals();
    std::vector<Wish> readLines();

    int m_signals = -1;
    std::vector<int> m_descriptors;
    std::string m_line;
};

} // namespace foredeck::traffic
