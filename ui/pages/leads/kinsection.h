#pragma once

#include "models/cache/rows.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace foredeck::ui {

/// Who else the open lead may be, with why, and who it is already, with the way back. Hidden while there is neither. Built anew
/// only when it says something else, so that its buttons keep the keyboard.
class KinSection final : public QWidget {
    Q_OBJECT

public:
    explicit KinSection(QWidget *parent = nullptr);
    /// `mayAct`: this person may merge leads and take it back.
    void present(const LeadKin &kin, bool mayAct);

Q_SIGNALS:
    void mergeWanted(const foredeck::LeadId &other);
    void partWanted(const foredeck::LeadId &other);

private:
    void clear();
    void line(const QString &glyph, const QString &words, const QString &verb, const QString &spoken, std::function<void()> act);

    QVBoxLayout *m_column;
    QString m_shown; ///< all that it says and may do
};

} // namespace foredeck::ui
