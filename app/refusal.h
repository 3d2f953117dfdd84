#pragma once

#include <QWidget>

namespace foredeck {

/// Says why nothing could be opened, in a window of its own: a program started from a menu has no other way to be heard.
class Refusal final : public QWidget {
    Q_OBJECT

public:
    explicit Refusal(const QString &why);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
};

} // namespace foredeck
