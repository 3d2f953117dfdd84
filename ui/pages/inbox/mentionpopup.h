#pragma once

#include "ui/pages/inbox/caretpopup.h"
#include "ui/pages/inbox/mentionchoice.h"

#include <vector>

namespace foredeck::ui {

class PersonChoices;

/// The list that an @ opens in a note: who may see this client, by a few letters of their names. Whoever is chosen stands in
/// the note as plain text and is carried beside it by their id.
class MentionPopup final : public CaretPopup {
    Q_OBJECT

public:
    explicit MentionPopup(ComposerEdit *edit);
    ~MentionPopup() override;
    /// By name.
    void setPeople(std::vector<User> people);
    bool hasPeople() const noexcept { return !m_people.empty(); }
    /// As if an @ were typed where the caret is.
    void begin();

protected:
    std::optional<SignWords> wordsIn(const QString &lineToCaret) const override;
    void fill(const QString &query) override;
    QString keyOf(int row) const override;
    QString spoken(int row) const override;
    void put(int row, int from, int to) override;

private:
    std::vector<User> m_people;
    PersonChoices *m_choices;
};

} // namespace foredeck::ui
