#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/dashboardwords.h"

#include <vector>

class QVBoxLayout;

namespace foredeck::ui {

class Button;
class TextLabel;

/// How long customers waited for the first answer, of the assistant and of people apart, with the way to the slowest; what the
/// assistant used; and how old all of it is: only the server can count it.
class AnswersPane final : public Pane {
    Q_OBJECT

public:
    explicit AnswersPane(QWidget *parent = nullptr);
    void show(const std::vector<AnswerLine> &lines, const QStringList &engines, const QString &age);
    /// What opens the slowest ones of a line; nullptr where there are none.
    Button *slowest(std::size_t line) const;

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    struct Line {
        QWidget *box = nullptr;
        TextLabel *who = nullptr;
        TextLabel *words = nullptr;
        Button *slowest = nullptr;
        std::vector<std::pair<ConversationId, QString>> conversations;
    };
    void offer(std::size_t line);

    QVBoxLayout *m_lines;
    std::vector<Line> m_shown;
    TextLabel *m_age;
    TextLabel *m_engines;
};

} // namespace foredeck::ui
