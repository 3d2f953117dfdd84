#pragma once

#include <QDesktopServices>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

namespace foredeck::ui {

/// Takes what would open in a program of the desktop's.
class Opened final : public QObject {
    Q_OBJECT
public:
    explicit Opened(const QString &scheme) : m_scheme(scheme) { QDesktopServices::setUrlHandler(scheme, this, "take"); }
    ~Opened() override { QDesktopServices::unsetUrlHandler(m_scheme); }
    const QList<QUrl> &urls() const { return m_urls; }

public Q_SLOTS:
    void take(const QUrl &url) { m_urls << url; }

private:
    QString m_scheme;
    QList<QUrl> m_urls;
};

} // namespace foredeck::ui
