#pragma once

#include <QWidget>

namespace foredeck {

/// Says why nothing could be opened, in a window of its own: a program started from a menu has no other way to be heard.
/// The problem comes as the rooms below say it, in English, and is shown in the interface's language.
class Refusal final : public QWidget {
    Q_OBJECT

public:
    explicit Refusal(const QString &problem);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
};

} // namespace foredeck
