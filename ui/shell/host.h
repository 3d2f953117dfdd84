#pragma once

#include "models/domain/hours.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <utility>
#include <vector>

namespace foredeck::ui {

/// A question customers ask, with the business's own answer.
struct FaqDraft {
    QString question;
    QString answer;
};

/// What the card of the first run asks for: enough to begin.
struct BusinessPlan {
    QString name;
    OpeningHours hours;
    std::vector<FaqDraft> faqs; ///< those with an answer
    QString language; ///< ISO 639-1, of the interface
};

/// A place where conversations are kept that this computer knows.
struct KnownPlace {
    QString address; ///< a server's URL, or "embedded"
    QString name;
    QString detail; ///< the e-mail that signed in last
};

/// What stands in the fields of the sign-in page. Never written anywhere.
struct SignInDraft {
    QString email;
    QString password;
    bool stay = true;
    bool goesOn = false; ///< signing in was asked for before its server answered
    bool atEmail = false; ///< that is where the keyboard was, in the middle of it or not
};

/// What an address answered when it was asked who it is.
struct Probe {
    bool answered = false;
    QString name;
    qint64 ms = 0;
    bool encrypted = false;
    QString problem; ///< a sentence when it did not answer
};

/// What the interface may ask of the program around it: which business is open, the sample's customers, other servers.
/// Implemented by the composition root. Every call returns at once.
class Host : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual bool isSample() const = 0;
    virtual bool isEmbedded() const = 0;
    /// Customers of a real business are answered only while this program runs.
    virtual bool answersCustomers() const = 0;
    /// The desktop has a tray; without one no window is ever hidden.
    virtual bool hasTray() const = 0;
    /// Goes on without a window; the tray brings it back.
    virtual void stayInTray() = 0;
    /// The window, in front of the others; from the tray, too.
    virtual void comeForward() = 0;
    /// Ends what runs for this window and the program.
    virtual void quitProgram() = 0;
    virtual QString version() const = 0;
    /// Sample customers write only while this is false.
    virtual bool isTrafficPaused() const = 0;
    virtual void setTrafficPaused(bool paused) = 0;
    /// Makes the person's own business in their data folder and opens it; `businessFailed` when that could not be done.
    virtual void startBusiness(const BusinessPlan &plan) = 0;
    /// The sample is kept on this computer, whether it is open or not.
    virtual bool hasSample() const = 0;
    /// Removes the sample's conversations from this computer, and nothing else. Its customers stay silent.
    virtual void clearSample() = 0;
    /// Where this computer takes what the customers of the open business write; empty when it does not.
    virtual QUrl door() const = 0;
    /// Where the backend of what is open is reached from here, the sample's and another server's too; empty while it is not.
    virtual QUrl server() const { return door(); }
    virtual std::vector<KnownPlace> knownPlaces() const = 0;
    virtual void probe(const QString &address) = 0;
    /// Opens the cache of that server and lets its sign-in begin. True: it is open already, and no other window comes.
    virtual bool openServer(const QString &address) = 0;
    virtual void openThisComputer() = 0;
    /// What was typed while an address was asked who it is, for the window that opens for it; taken once, and by no other:
    /// a password is typed for one server.
    void keepSignIn(const QString &address, const SignInDraft &draft) { m_signIn = {address, draft}; }
    SignInDraft takeSignIn(const QString &address)
    {
        const auto kept = std::exchange(m_signIn, {});
        return kept.first == address ? kept.second : SignInDraft();
    }
    /// What the card of the first run held when its window went, for the next one; taken once.
    void keepPlan(const BusinessPlan &plan) { m_plan = plan; }
    std::optional<BusinessPlan> takePlan() { return std::exchange(m_plan, std::nullopt); }
    /// "en", "es"; takes effect at once.
    virtual void setLanguage(const QString &code) = 0;
    virtual QString language() const = 0;

Q_SIGNALS:
    void trafficChanged();
    void doorChanged();
    /// It stands on the disk, and is opened next.
    void businessMade();
    void businessFailed(const QString &sentence);
    void probed(const QString &address, const foredeck::ui::Probe &answer);

private:
    std::pair<QString, SignInDraft> m_signIn;
    std::optional<BusinessPlan> m_plan;
};

} // namespace foredeck::ui
