#pragma once

#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/formbasis.h"
#include "ui/pages/settings/settingssection.h"

#include <QPointer>

class QSpinBox;

namespace foredeck::ui {

class Button;
class Field;
class EditBox;
class Field;
class LineEdit;
class Question;
class Switch;

/// Whether the assistant answers, whether anything may leave, and when a person is asked.
class AssistantSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit AssistantSection(const Desk &desk, QWidget *parent = nullptr);
    ~AssistantSection() override;
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;

private:
    void setSafeMode(bool on);
    /// What is shown of a switch: what was asked for until that is answered, then what is stored.
    void showSwitches();
    ClientSettings shown() const; ///< what its fields say; of all else nothing
    QStringList words() const; ///< as they stand in the fields
    bool holdsSent() const { return words() == m_sentWords; }
    void fill(const ClientSettings &settings);
    void followSwitch(ActFollower &act);
    void save();
    void saved();
    void refused();
    void refresh();
    QSpinBox *addNumber(const QString &label, const QString &help, int from, int to, const QString &suffix);

    Desk m_desk;
    std::optional<ClientDetails::Data> m_data;
    bool m_loading = false;
    bool m_dirty = false; ///< until the server has taken what is in the fields
    ActFollower m_saving;
    FormBasis<ClientSettings> m_basis;
    QStringList m_sentWords; ///< what the fields held when it was placed, letter by letter
    ActFollower m_pausing;
    ActFollower m_guarding;
    Switch *m_assistant;
    TextLabel *m_assistantWords;
    Switch *m_safe;
    TextLabel *m_safeWords;
    LineEdit *m_contact;
    LineEdit *m_missed;
    LineEdit *m_handOver;
    LineEdit *m_emergency;
    EditBox *m_templates; ///< one a line (ui/words/templatewords.h)
    Field *m_templatesField;
    QSpinBox *m_due;
    QSpinBox *m_long;
    TextLabel *m_clash; ///< what both have changed
    Button *m_save;
    QPointer<Question> m_question;
};

} // namespace foredeck::ui
