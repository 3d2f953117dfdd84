#pragma once

#include "models/ports/syncstatus.h"
#include "ui/widgets/pane.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QAbstractButton>

namespace foredeck::ui {

class TextLabel;

/// A glyph with words in the status line; a button when something happens on a press.
class StatusItem final : public QAbstractButton {
    Q_OBJECT

public:
    explicit StatusItem(QWidget *parent = nullptr);
    void set(const QString &glyph, const QString &words, Color color = Color::Text2, bool strong = false);
    void setKey(const QString &key);
    /// Without its words, which a tooltip and assistive technology still tell.
    void setSignOnly(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString shownWords() const { return m_signOnly ? QString() : text(); }

    QString m_glyph;
    QString m_key;
    Color m_color = Color::Text2;
    bool m_strong = false;
    bool m_signOnly = false;
};

/// What the line says of the wire: a sign and, beside it, how complete the picture is.
struct SyncWords {
    Sign sign;
    QString complete;
};
/// `localNow`: this computer's clock, against which retries are timed. Pure.
SyncWords syncWords(const SyncStatus &status, const TimeContext &time, Timestamp localNow);

/// The foot of the window: how fresh the picture is, what waits, how the session is kept | the assistant, safe mode, keys.
class StatusLine final : public Pane {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    void setSync(const SyncWords &words, const QString &tip);
    void setUnsent(int unsent, int needingReview);
    void setSession(KeyringState keyring, SessionPhase phase);
    /// What keeps notifications from coming; no word: nothing does.
    void setAlerts(const Sign &sign);
    /// `answering` of `clients` with the assistant on; `safe` of them in safe mode.
    void setClients(int clients, int answering, int safe);
    /// Shorter words in a narrow window, even where the line itself has room.
    void setNarrow(bool narrow);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    void outboxWanted();
    void shortcutsWanted();
    void clientsWanted();
    void alertsWanted();
    void syncWanted();

private:
    /// As many words as there is room for.
    void fit();
    void showWords(int step);

    StatusItem *m_sync;
    TextLabel *m_complete;
    StatusItem *m_unsent;
    QWidget *m_sessionRule;
    StatusItem *m_session;
    QWidget *m_alertsRule;
    StatusItem *m_alerts;
    StatusItem *m_assistant;
    QWidget *m_safeRule;
    StatusItem *m_safe;
    StatusItem *m_keys;
    QString m_sessionWords;
    Sign m_alertSign;
    int m_clients = 0;
    int m_answering = 0;
    int m_safeCount = 0;
    bool m_narrow = false;
};

} // namespace foredeck::ui
