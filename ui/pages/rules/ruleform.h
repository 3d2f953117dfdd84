#pragma once

#include "models/core/result.h"
#include "models/domain/rule.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace foredeck::ui {

class Field;
class FlowRow;
class Glyph;
class LineEdit;
class Segment;
class Switch;
class TextLabel;

/// The fields of one rule: what must hold, and what happens then. Below them the sentence that they make.
class RuleForm final : public QWidget {
    Q_OBJECT

public:
    explicit RuleForm(QWidget *parent = nullptr);
    /// Fills the fields; what was wrong with what stood there before is not said any more.
    void setRule(const ClientRule &rule);
    /// What stands there; what the fields do not show stays as it was filled in.
    ClientRule rule() const;
    /// Something stands there that this rule does not say, also what cannot be read as anything yet.
    bool differsFrom(const ClientRule &rule) const;
    /// Says what is wrong beside the fields, as far as it can be known here; whether there is something.
    bool showProblems();
    /// What the server says of fields, beside them. What no field stands for comes back.
    QStringList showErrors(const std::vector<FieldError> &errors);
    void setReadOnly(bool readOnly);
    LineEdit *name() const noexcept { return m_name; }

Q_SIGNALS:
    /// A person changed something.
    void edited();

private:
    void makeWhen(QVBoxLayout *column);
    void makeThen(QVBoxLayout *column);
    LineEdit *addPhrases(QVBoxLayout *column, const char *key, const QString &label, const QString &example, const QString &help);
    Field *addNumber(FlowRow *row, const char *key, const QString &label, const QString &example, const QString &help, LineEdit *&edit);
    QCheckBox *addBox(FlowRow *row, const QString &words);
    void heading(QVBoxLayout *column, const QString &words);
    void changed();
    void clearErrors();
    void readBack();
    QStringList unknownLanguages() const;
    std::vector<std::string> phrases(const LineEdit *edit, const std::vector<std::string> &filled) const;

    ClientRule m_filled;
    bool m_filling = false;
    LineEdit *m_name;
    Switch *m_enabled;
    LineEdit *m_words;
    LineEdit *m_meaning;
    LineEdit *m_score = nullptr;
    LineEdit *m_minutes = nullptr;
    LineEdit *m_languages;
    QCheckBox *m_repeated;
    QCheckBox *m_falling;
    std::vector<std::pair<RuleTime, QCheckBox *>> m_times;
    std::vector<std::pair<ChannelKind, QCheckBox *>> m_channels;
    QComboBox *m_reason;
    Segment *m_priority;
    TextLabel *m_sentence;
    TextLabel *m_occasion;
    QWidget *m_problem; ///< of all conditions together
    TextLabel *m_problemWords;
    std::map<std::string, Field *> m_fields; ///< by the name that the server knows them by
};

} // namespace foredeck::ui
