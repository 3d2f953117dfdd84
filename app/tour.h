#pragma once

#include "ui/theme/thememanager.h"

#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>

namespace foredeck {

class Console;

/// Walks through every page over the sample's real data and writes named pictures of each, in light, dark and high contrast,
/// some also mirrored, then ends the program. A step waits for its condition by a timer and goes on after its patience even so, with a line on standard
/// error.
class Tour final : public QObject {
    Q_OBJECT

public:
    Tour(Console &console, ui::ThemeManager &themes, QString folder);
    /// Every picture was written and every step's condition came true.
    bool isComplete() const noexcept { return m_complete && m_missed.isEmpty(); }

private:
    struct Step {
        QString name;
        std::function<void()> begin;
        std::function<bool()> done;
        int patienceMs = 10'000;
    };
    void plan();
    void planInbox();
    void planEscalations();
    void planLeads();
    void planDashboard();
    void planRules();
    void planTask();
    void planApart();
    void planDay();
    void planShift();
    void planMany();
    void planPages();
    void planLooks();
    void planOffline();
    void next();
    void check();
    void picture(const QString &name, QSize size = {1440, 900}, qreal ratio = 1);
    void save(const QString &name, QWidget &window, QSize size, qreal ratio);
    /// What the step before has led to, in light, dark and high contrast.
    void addPictures(const QString &name);
    /// The same, read from the right.
    void addMirrored(const QString &name);
    void add(const QString &name, std::function<void()> begin, std::function<bool()> done = {}, int patienceMs = 10'000);
    void finish();

    Console &m_console;
    ui::ThemeManager &m_themes;
    QString m_folder;
    std::deque<Step> m_steps;
    Step m_step;
    QTimer m_check;
    int m_waitedMs = 0;
    int m_calmMs = 0;
    QStringList m_missed;
    bool m_planned = false;
    bool m_complete = false;
};

} // namespace foredeck
