#pragma once

#include "models/items/drafts.h"
#include "ui/shell/desk.h"
#include "ui/shell/host.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class Question;
class TextLabel;
class WeekEditor;

/// "Use it for my business": the four things that are enough to begin, beside the running sample. What is typed here is
/// journaled on this computer and stands here again at the next start; nothing is made before the button is pressed.
class StartCard final : public QWidget {
    Q_OBJECT

public:
    explicit StartCard(const Desk &desk, QWidget *parent = nullptr);
    ~StartCard() override;
    BusinessPlan plan() const;
    /// Everything that is typed, finished or not, in the order of the fields; a question nobody touched is empty.
    BusinessPlan typed() const;
    void setTyped(const BusinessPlan &typed);
    /// What is typed is saved now.
    void flush() { m_drafts.flush(); }
    bool isRefused() const { return m_drafts.isRefused(); }
    /// Clears the sample; what is typed here is kept for the card that comes after it.
    void clearSample();
    void setSampleCount(int conversations);

private:
    struct Faq {
        QString proposed;
        LineEdit *question = nullptr;
        LineEdit *answer = nullptr;
        TextLabel *shown = nullptr;
        QWidget *editor = nullptr;
        Button *write = nullptr;
        QWidget *glyph = nullptr;
    };

    QVBoxLayout *addStep(QVBoxLayout *column, int number, const QString &title, QWidget *aside);
    void addName(QVBoxLayout *column);
    void addHours(QVBoxLayout *column);
    void addFaqs(QVBoxLayout *column);
    void addChannels(QVBoxLayout *column);
    void addEnd(QVBoxLayout *column);
    void bindJournal();
    /// Something of one's own stands in it.
    bool isFilled() const;
    void keepTyped();
    void editHours(bool open);
    void refreshHours();
    void refreshFaqs();
    /// Why the backend would not take this name; empty: it would.
    QString nameProblem() const;
    void start();
    void onMade();
    void onFailed(const QString &why);

    Host &m_host;
    Drafts m_drafts;
    bool m_isMade = false; ///< what is typed here leads nowhere any more
    bool m_shows = false; ///< what came from elsewhere is being put into the fields
    LineEdit *m_name = nullptr;
    Field *m_nameField = nullptr;
    TextLabel *m_zone = nullptr;
    QWidget *m_hoursShown = nullptr;
    QVBoxLayout *m_hoursRows = nullptr;
    WeekEditor *m_week = nullptr;
    Button *m_editHours = nullptr;
    TextLabel *m_answered = nullptr;
    std::vector<Faq> m_faqs;
    Button *m_start = nullptr;
    TextLabel *m_problem = nullptr;
    TextLabel *m_clearWords = nullptr;
    Question *m_question = nullptr;
    int m_sampleCount = 0;
};

} // namespace foredeck::ui
