#pragma once

#include "models/cache/rows.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <functional>
#include <vector>

class QComboBox;

namespace foredeck::ui {

class Button;
class Field;
class ShiftList;
class TextLabel;

/// What a shift was handed over with: its words, and what has become of each line since. The earlier ones are chosen in it.
class ShiftNoteDialog final : public Overlay {
    Q_OBJECT

public:
    explicit ShiftNoteDialog(QWidget *window);
    struct Entry {
        ShiftNoteRow row;
        QString client; ///< its name, where there are several
        bool isUnread = false; ///< and held out to this person
    };
    /// `at`: which is shown; where it is not there, the first.
    void ask(std::vector<Entry> entries, const ShiftNoteId &at, std::function<TimeContext()> time);
    /// What is known of them now; the one that is shown stays.
    void present(std::vector<Entry> entries);
    void setStandings(const std::vector<ShiftStanding> &standings);
    /// None: nullptr.
    const ShiftNoteRow *shown() const;
    QComboBox *notes() const noexcept { return m_notes; }
    Button *acknowledge() const noexcept { return m_acknowledge; }
    ShiftList *list() const noexcept { return m_list; }

Q_SIGNALS:
    /// Another one is shown: what has become of its lines is asked for.
    void noteShown();
    void acknowledged(const foredeck::ClientId &client, const foredeck::ShiftNoteId &note);
    void conversationWanted(const foredeck::ConversationId &conversation);

protected:
    QWidget *firstFocus() const override;

private:
    void fill(const ShiftNoteId &at);
    void showNote();

    QComboBox *m_notes;
    Field *m_notesField;
    TextLabel *m_text;
    TextLabel *m_state;
    ShiftList *m_list;
    Button *m_acknowledge;
    Button *m_close;
    std::vector<Entry> m_entries;
    ShiftNoteId m_shown; ///< whose lines stand there
    std::function<TimeContext()> m_time;
    bool m_filling = false;
};

} // namespace foredeck::ui
