#include "tests/handlers/process.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace foredeck::test {

namespace {

struct Pipe {
    int read = -1;
    int write = -1;
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error {"no pipe"};
        read = ends[0];
        write = ends[1];
    }
};

void shut(int &fd)
{
    if (fd >= 0)
        ::close(fd);
    fd = -1;
}

std::string readAll(int fd)
{
    std::string text;
    std::array<char, 4096> piece {};
    for (ssize_t got = 0; (got = ::read(fd, piece.data(), piece.size())) > 0;)
        text.append(piece.data(), static_cast<std::size_t>(got));
    return text;
}

} // namespace

Process::Process(std::vector<std::string> arguments)
{
    std::signal(SIGPIPE, SIG_IGN);
    arguments.insert(arguments.begin(), FOREDECKD);
    std::vector<char *> argv;
    for (auto &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    Pipe in, out, err;
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(in.read, 0);
        ::dup2(out.write, 1);
        ::dup2(err.write, 2);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    shut(in.read);
    shut(out.write);
    shut(err.write);
    m_in = in.write;
    m_out = out.read;
    m_err = err.read;
}

Process::~Process()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    shut(m_in);
    shut(m_out);
    shut(m_err);
}

void Process::write(const std::string &text)
{
    if (::write(m_in, text.data(), text.size()) < 0)
        closeInput();
}

void Process::closeInput() { shut(m_in); }

std::optional<std::string> Process::line()
{
    std::string text;
    for (char c = 0; ::read(m_out, &c, 1) == 1;) {
        if (c == '\n')
            return text;
        text += c;
    }
    return std::nullopt;
}

void Process::signal(int number) { ::kill(m_pid, number); }

int Process::wait()
{
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string Process::output() { return readAll(m_out); }
std::string Process::errors() { return readAll(m_err); }

Ran runToEnd(std::vector<std::string> arguments, const std::string &input)
{
    Process process {std::move(arguments)};
    process.write(input);
    process.closeInput();
    Ran ran;
    ran.output = process.output();
    ran.errors = process.errors();
    ran.code = process.wait();
    return ran;
}

} // namespace foredeck::test
