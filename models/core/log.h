#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <variant>

namespace foredeck {

enum class LogLevel { Debug, Info, Warning, Error };

/// One named value of a log line. Text is not copied: it must live until the call returns.
struct LogField {
    using Value = std::variant<std::string_view, std::int64_t, double, bool>;

    LogField(std::string_view fieldName, std::string_view text) : name(fieldName), value(text) { }
    LogField(std::string_view fieldName, const char *text) : name(fieldName), value(std::string_view {text}) { }
    LogField(std::string_view fieldName, bool truth) : name(fieldName), value(truth) { }
    LogField(std::string_view fieldName, double number) : name(fieldName), value(number) { }
    template <class I>
        requires(std::is_integral_v<I> && !std::is_same_v<I, bool>)
    LogField(std::string_view fieldName, I number) : name(fieldName), value(static_cast<std::int64_t>(number)) { }

    std::string_view name;
    Value value;
};

/// Where a program says what it did: structured lines, one event each ("request", "job.failed"). Never a message's text
/// and never a secret; phones and e-mails only through maskedPhone() and maskedEmail(). Safe from any thread.
class Log {
public:
    virtual ~Log() = default;
    virtual bool enabled(LogLevel level) const = 0;
    virtual void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) = 0;

    void info(std::string_view event, std::initializer_list<LogField> fields = {}) { write(LogLevel::Info, event, fields); }
    void warning(std::string_view event, std::initializer_list<LogField> fields = {}) { write(LogLevel::Warning, event, fields); }
    void error(std::string_view event, std::initializer_list<LogField> fields = {}) { write(LogLevel::Error, event, fields); }
};

/// Says nothing; for tests and for tools without a log.
class NoLog final : public Log {
public:
    bool enabled(LogLevel) const override { return false; }
    void write(LogLevel, std::string_view, std::initializer_list<LogField>) override { }
};

} // namespace foredeck
