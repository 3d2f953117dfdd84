#pragma once

#include <QObject>

namespace foredeck {

/// Tells when the computer has a network again, so that nobody waits for the next try by the clock. Qt asks NetworkManager
/// about it while nothing else of the program runs, for up to 25 s; so it is let only once NetworkManager has shown that it
/// answers. Without one nothing is told.
class NetworkWatch final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void begin();

Q_SIGNALS:
    void reached();

private:
    void follow();
};

} // namespace foredeck
