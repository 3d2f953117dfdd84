#pragma once

#include <QObject>

namespace foredeck {

/// While it lives, SIGTERM, SIGINT and SIGHUP end the program like a person's wish: what is being typed is saved first. A second
/// one ends it at once. One of these at a time. The handler only writes to a descriptor; `asked` is told on the thread that made it.
class EndSignals final : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void asked();

private:
    int m_wake = -1;
};

} // namespace foredeck
