#pragma once

#include "models/core/id.h"
#include "models/items/bellrules.h"
#include "ui/shell/savedview.h"
#include "ui/theme/thememanager.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

class QSettings;

namespace foredeck::ui {

/// What a person set up and expects to find again: look, language, window. Kept in the desktop's place for settings.
class Preferences final : public QObject {
    Q_OBJECT

public:
    /// Takes ownership. Values are read once here and written behind by QSettings.
    explicit Preferences(std::unique_ptr<QSettings> settings, QObject *parent = nullptr);
    ~Preferences() override;

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    Density density() const;
    void setDensity(Density density);
    int textPercent() const;
    void setTextPercent(int percent);
    /// Empty: as the desktop.
    QString language() const;
    void setLanguage(const QString &code);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Of the window of one conversation that was closed last.
    QByteArray conversationGeometry() const;
    void setConversationGeometry(const QByteArray &geometry);
    int listWidth() const; ///< 0: the design's
    void setListWidth(int width);
    int escalationListWidth() const; ///< 0: the design's
    void setEscalationListWidth(int width);
    /// The sample's customers stay silent until they are let write again.
    bool isSamplePaused() const;
    void setSamplePaused(bool paused);
    /// Hints that were understood are not shown again.
    bool isHintDone(const QString &hint) const;
    void setHintDone(const QString &hint);
    /// How that person wants to hear of hand-overs here.
    BellSettings bell(const UserId &person) const;
    void setBell(const UserId &person, const BellSettings &settings);
    /// The views of the inbox that this person saved here, in their order.
    std::vector<SavedView> savedViews(const UserId &person) const;
    void setSavedViews(const UserId &person, const std::vector<SavedView> &views);
    /// After how many minutes without anybody at it the window locks itself; 0: never.
    int lockAfterMinutes() const;
    void setLockAfterMinutes(int minutes);
    /// Who has locked the window here; empty: nobody. On the disk at once: what begins anew is still locked.
    UserId lockedBy() const;
    void setLockedBy(const UserId &person);
    /// Servers one signed in to, the newest first: address and e-mail.
    std::vector<std::pair<QString, QString>> servers() const;
    void rememberServer(const QString &address, const QString &email);
    /// Forgets window place and pane widths.
    void resetWindow();

Q_SIGNALS:
    void hintsChanged();
    void bellChanged();

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace foredeck::ui
