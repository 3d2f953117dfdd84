#pragma once

#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/formbasis.h"
#include "ui/pages/settings/settingssection.h"

class QSpinBox;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class OnCallList;
class WeekEditor;

/// Whom the server calls when a customer of this client waits for a person, how soon, and the telephone that gets a text
/// when nobody looks. Managers change it, others read it.
class AlertsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit AlertsSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;

private:
    void addPhone();
    void addTimes();
    void addQuiet();
    void addFoot();
    Field *addNumber(QSpinBox *&box, const QString &label, int from, int to, const QString &suffix);
    QString phone() const; ///< as it is kept: a plus and digits
    QString phoneProblem() const;
    ClientSettings shown() const; ///< what its fields say; of all else nothing
    /// What is stored, where nothing is typed beside it.
    void meet(const ClientSettings &stored);
    void fill(const ClientSettings &settings);
    void tellClimb(const ClientSettings &settings);
    void edited();
    void save();
    void saved();
    void refused(const QString &why);
    void refresh();
    QList<Field *> fields() const { return {m_phoneField, m_repeatField, m_climbField, m_quietField}; }

    Desk m_desk;
    std::optional<ClientDetails::Data> m_data;
    bool m_loading = false;
    bool m_dirty = false; ///< until the server has taken what is in the fields
    ActFollower m_saving;
    FormBasis<ClientSettings> m_basis;
    LineEdit *m_phone;
    Field *m_phoneField;
    OnCallList *m_onCall;
    QSpinBox *m_repeat;
    Field *m_repeatField;
    QSpinBox *m_climb;
    Field *m_climbField;
    QSpinBox *m_quiet;
    Field *m_quietField;
    WeekEditor *m_week;
    TextLabel *m_weekWords;
    TextLabel *m_clash; ///< what both have changed
    Button *m_save;
    Button *m_undo;
};

} // namespace foredeck::ui
