#pragma once

#include "models/items/bellmodel.h"
#include "models/items/newsmodel.h"
#include "models/items/newsrules.h"
#include "models/ports/acts.h"
#include "models/ports/notifier.h"
#include "ui/shell/desk.h"
#include "ui/widgets/banner.h"
#include "ui/words/timewords.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

class QAction;

namespace foredeck::ui {

/// Tells the person that a customer waits for one: notifications, the count at the icon, the window that asks to be looked
/// at, a beep where nothing else sounds, a strip in the window where the desktop has no notifications. What is pressed or
/// typed on a notification becomes an act of the same kind as in the window. Belongs to one window.
class Bell final : public QObject {
    Q_OBJECT

public:
    Bell(const Desk &desk, QWidget *window);
    /// How it makes itself heard where the desktop does not; the program's beep unless a test takes its place.
    void setBeep(std::function<void()> beep) { m_beep = std::move(beep); }
    /// What is open in that window, its own unless another is named. It counts as looked at while the window has the focus and
    /// somebody does something there.
    void setShown(const ConversationId &conversation, const QWidget *in = nullptr);
    /// Other windows in which somebody is here, too.
    void setOthers(std::function<bool(const QWidget *)> isOther) { m_isOther = std::move(isOther); }
    void tick();
    /// How many wait for a person.
    int waiting() const { return m_model.waiting(); }
    Hush hush() const { return m_model.hush(); }
    bool isAway() const { return m_model.isAway(); }
    /// The strip for a desktop without notifications; key empty: none.
    BannerState strip() const;
    /// The key of that strip.
    static inline const QString stripKey = QStringLiteral("hand_over");
    /// What was asked of the person by a notification.
    struct Asked {
        ConversationRef conversation; ///< as far as it was shown: a reply rests on what was read there
        QString name;
        std::string words; ///< the customer's newest ones by then
    };
    /// An act of a notification.
    struct Sent {
        ConversationRef conversation;
        QString words; ///< of a reply
    };
    /// What another window of the same person goes on with.
    struct Standing {
        BellState state;
        std::map<QString, Asked> asked;
        std::vector<EscalationId> many;
        std::map<OpId, Sent> sent;
        NewsState news;
    };
    /// From now on it hears nothing and tells nothing.
    Standing handOver();
    void resume(const Standing &standing);
    /// The window is locked: what calls says that somebody waits, not who, and nothing is done from there.
    void setLocked(bool locked);
    /// Another person has come: what stands was for the one before.
    void forget();

Q_SIGNALS:
    void waitingChanged();
    void stripChanged();
    /// The window is wanted in front, with that hand-over, or the list of them when it is empty.
    void openWanted(const foredeck::EscalationId &escalation);
    /// In front, with the keyboard in the reply: it is taken over by this act, which the window follows from here.
    void takenUp(const foredeck::ConversationId &conversation, const foredeck::OpId &taking);
    /// In front, with the list of where one was mentioned, or of all where one was not.
    void newsWanted(bool isMentioned);
    /// In front, to be looked at.
    void conversationWanted(const foredeck::ConversationId &conversation);
    /// Words that could not be sent: they go on as a draft of that conversation.
    void wordsKept(const foredeck::ConversationRef &conversation, const QString &words);
    void trouble(const QString &strong, const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void loadSettings();
    void applySettings();
    void showAgain();
    static QString waitsWord();
    static QString newsWord();
    /// As it may be shown now; in front of a locked window under the title alone.
    Notification discreet(Notification notice, const QString &title) const;
    Notification ofMany() const;
    void carryOut(const BellOrders &orders);
    void notify(const BellOrders &orders);
    void tellNews();
    void carryOutNews(const NewsOrders &orders);
    /// Whether it was pressed on such news.
    bool openNews(const QString &key);
    void noteAsked(const EscalationRow &row);
    void onAction(const QString &key, const QString &action);
    void onReply(const QString &key, const QString &text);
    void afterFailure(const OpId &op, const QString &why);
    /// Who has it and is in the middle of a sentence there: it is not taken from them by a press on a notification. Its user is
    /// empty where nobody is.
    Actor whoTypes(const EscalationRow &row) const;
    void keepWords(const ConversationRef &conversation, const QString &words, const QString &why);
    void noteAct();
    /// The most pressing one of all that stand, or of the emergencies that wait beside them and that others are told of; null:
    /// none stands.
    const EscalationRow *mostPressing() const;
    void openMostPressing();
    void tellCount();
    TimeContext time() const;

    Desk m_desk;
    QWidget *m_window;
    BellModel m_model;
    NewsModel m_news;
    NewsState m_newsTold;
    std::function<void()> m_beep;
    std::function<bool(const QWidget *)> m_isOther = [](const QWidget *) { return false; };
    std::map<QString, Asked> m_asked; ///< by a notification's key; kept until the next one of the same hand-over
    std::map<OpId, Sent> m_sent; ///< not committed yet
    bool m_isLocked = false;
    ConversationId m_shown; ///< in front; empty: none
    Timestamp m_shownAt; ///< since then
    std::optional<Timestamp> m_actedAt; ///< when somebody pressed, typed or scrolled in the window last
    std::vector<EscalationId> m_many; ///< for which the last one stood that stands for many
    QAction *m_openStrip;
};

} // namespace foredeck::ui
