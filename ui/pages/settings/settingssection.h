#pragma once

#include "models/items/details.h"
#include "models/ports/acts.h"
#include "models/ports/ephemera.h"
#include "ui/shell/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace foredeck::ui {

class TextLabel;

/// One place of the settings: a title, what it is for, and a column of fields at most 640 wide.
class SettingsSection : public QWidget {
    Q_OBJECT

public:
    SettingsSection(const QString &title, const QString &words, const QString &glyph, const QString &searchWords, QWidget *parent = nullptr);
    QString title() const { return m_title; }
    QString glyph() const { return m_glyph; }
    /// What the search field finds it by.
    QString searchWords() const { return m_title + QLatin1Char(' ') + m_searchWords; }
    /// Whether it belongs to one client; else to this computer or the person.
    virtual bool perClient() const { return true; }
    /// The client's data came or changed; nothing before it is loaded.
    virtual void present(const ClientDetails::Data *facts) { Q_UNUSED(facts) }
    /// Something is typed that neither the server nor the outbox has yet.
    virtual bool isDirty() const { return false; }
    /// Once a second while it is shown.
    virtual void tick() { }
    /// Lets go of what is typed and of what is on its way: it was dropped, or is another person's.
    virtual void forget() { }
    /// Of a save that was refused because of a newer version.
    static QString newerWords();
    /// Of one that stands on this computer.
    static QString storedWords(const SyncStatus &sync);

protected:
    QVBoxLayout *column() const noexcept { return m_column; }
    /// A row that says in words that something was saved, or why not.
    void say(const QString &words, bool bad = false);
    TextLabel *addHeading(const QString &text);
    /// For what this person and somebody else have changed at the same time; hidden while there is nothing of it.
    TextLabel *addClash();
    static void tellClash(TextLabel *label, const QStringList &lines);
    /// Below the last field, pushing all up.
    void finish();

private:
    QString m_title;
    QString m_glyph;
    QString m_searchWords;
    QVBoxLayout *m_column;
    TextLabel *m_said;
};

/// Greys a button or not. One that goes grey while it has the focus gives it to `next`: Qt would take it to whatever stands
/// next in the window.
void enableButton(QWidget *button, bool on, QWidget *next);

} // namespace foredeck::ui
