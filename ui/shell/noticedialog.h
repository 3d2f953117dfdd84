#pragma once

#include "models/domain/client.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class TextLabel;
class TimeField;

/// What the desk says at once, for the assistant and for everybody: a pause, and notices that end by themselves. Stays open
/// while it is used, and shows what was said.
class NoticeDialog final : public Overlay {
    Q_OBJECT

public:
    enum class About { Assistant, Notice };

    explicit NoticeDialog(QWidget *window);
    /// `at`: whose it begins with; `time`: asked whenever it is needed. `manages`: whether a pause may have no end.
    void ask(const std::vector<Client> &clients, const ClientId &at, std::function<TimeContext()> time, bool manages, About about);
    /// What is known of the clients now.
    void present(const std::vector<Client> &clients);
    /// Why something could not be saved; the words of a notice stand there again, with whose it is and how long it holds.
    void fail(const QString &why, const ClientId &client, const QString &text, const std::optional<Timestamp> &until);
    bool holdsWords() const override;
    void dropWords() override;
    LineEdit *text() const noexcept { return m_text; }
    QDateEdit *day() const noexcept { return m_day; }
    TimeField *hour() const noexcept { return m_hour; }
    Button *add() const noexcept { return m_add; }
    Button *pauseHour() const noexcept { return m_pauseHour; }
    Button *pauseMorning() const noexcept { return m_pauseMorning; }
    Button *pause() const noexcept { return m_pause; }
    Button *resume() const noexcept { return m_resume; }
    QComboBox *client() const noexcept { return m_client; }

Q_SIGNALS:
    /// `until` nothing: without an end.
    void pauseWanted(const foredeck::ClientId &client, const std::optional<foredeck::Timestamp> &until);
    void resumeWanted(const foredeck::ClientId &client);
    void noticeWanted(const foredeck::ClientId &client, const QString &text, const std::optional<foredeck::Timestamp> &until);
    void endWanted(const foredeck::ClientId &client, const foredeck::NoticeId &notice);

protected:
    QWidget *firstFocus() const override;

private:
    QWidget *makeAssistant();
    QWidget *makeNotice();
    const Client *chosen() const;
    void choose(const ClientId &client);
    Timestamp morning() const;
    void refresh();
    void showNotices(const Client &client);
    void take();

    QComboBox *m_client;
    Field *m_clientField;
    TextLabel *m_state = nullptr;
    Button *m_pauseHour = nullptr;
    Button *m_pauseMorning = nullptr;
    Button *m_pause = nullptr;
    Button *m_resume = nullptr;
    LineEdit *m_text = nullptr;
    Field *m_textField = nullptr;
    QDateEdit *m_day = nullptr;
    TimeField *m_hour = nullptr;
    Field *m_untilField = nullptr;
    Button *m_add = nullptr;
    QVBoxLayout *m_list = nullptr;
    struct Line {
        NoticeId id;
        QString text;
        QString until;
        QString end; ///< what its button is called, which no other's is
        bool operator==(const Line &) const = default;
    };
    Line lineOf(const Client &client, const Notice &notice, const TimeContext &time) const;
    QWidget *makeLine(const Line &line, const ClientId &client);
    std::vector<Line> m_lines; ///< that are shown
    std::vector<QWidget *> m_shown; ///< so
    ClientId m_linesOf;
    std::vector<Client> m_clients;
    std::function<TimeContext()> m_time;
    bool m_manages = false;
    About m_about = About::Notice;
};

} // namespace foredeck::ui
