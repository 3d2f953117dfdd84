#pragma once

#include <QUrl>
#include <QWidget>

namespace foredeck::ui {

class TextLabel;

/// Where anybody writes by live chat with nothing but a browser: the address, to be opened or copied. Hidden without one.
class ChatPageRow final : public QWidget {
    Q_OBJECT

public:
    explicit ChatPageRow(QWidget *parent = nullptr);
    void setAddress(const QUrl &address);

private:
    void open();
    void copy(const QString &words);

    QUrl m_address;
    TextLabel *m_shown;
    TextLabel *m_said;
};

} // namespace foredeck::ui
