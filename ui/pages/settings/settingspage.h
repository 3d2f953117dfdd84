#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <QPointer>

#include <functional>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace foredeck::ui {

class Button;
class EditedSection;
class Question;
class SettingsSection;
class ShortcutsSection;

/// A searchable list of places at the start, one column of fields beside it. Which client they are about stands in the
/// head.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    SettingsPage(const Desk &desk, const ClientListModel &clients, CommandRegistry &commands, QWidget *parent = nullptr);
    ~SettingsPage() override;
    /// After all commands are registered.
    void addCommands(CommandRegistry &commands);
    void fillShortcuts();
    void showClient(const ClientId &client);
    const ClientId &client() const { return m_details.clientId(); }
    /// By its key: "hours", "channels", "assistant", "questions", "macros", "alerts", "people", "notifications", "look", "shortcuts".
    void showSection(const QString &key);
    QStringList sectionKeys() const;
    /// The key of the one that is shown.
    QString section() const;
    /// Whether something is typed that is not saved.
    bool isDirty() const;
    /// Does what takes the forms away; asks before where something is typed that is not saved, and lets go of that.
    void leaveForms(std::function<void()> act);
    /// How all forms of the window are left, these and those of other pages; before that is known, these alone.
    void setLeaving(std::function<void(std::function<void()>)> leaving) { m_leaving = std::move(leaving); }
    /// "en", "es": another language is another window, so the forms are left first.
    void changeLanguage(const QString &code);
    /// Another person has come: nothing of what the one before chose or typed is shown.
    void forget();
    QList<QWidget *> panes() const override;
    bool goBack() override;
    void tick() override;

Q_SIGNALS:
    /// A command leads here: bring the page to the front.
    void wanted();

private:
    void add(const QString &key, SettingsSection *section);
    void addList(const QString &key, EditedSection *section);
    void filter(const QString &text);
    void refreshClient();
    /// One that is there in place of none, or of one that is not there any more.
    void keepClient();
    void forgetForms();
    /// Before `act` drops what is typed there.
    void ask(const SettingsSection &dirty, std::function<void()> act);
    void clientMenu();

    Desk m_desk;
    const ClientListModel &m_clients;
    ClientDetails m_details;
    Button *m_client;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    ShortcutsSection *m_shortcuts;
    std::vector<std::pair<QString, SettingsSection *>> m_sections;
    QPointer<Question> m_question;
    std::function<void(std::function<void()>)> m_leaving;
};

} // namespace foredeck::ui
