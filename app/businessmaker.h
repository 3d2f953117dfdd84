#pragma once

#include "ui/shell/host.h"

#include <QObject>
#include <QProcess>

#include <memory>

class QLocale;

namespace foredeck {

/// Makes a data folder by `foredeckd init`: the sample from its file, or a person's own business from the card.
class BusinessMaker final : public QObject {
    Q_OBJECT

public:
    BusinessMaker(QString program, QObject *parent = nullptr);
    ~BusinessMaker() override;

    void makeSample(const QString &specFile, const QString &dataFolder, const QString &doorsFile);
    void makeBusiness(const ui::BusinessPlan &plan, const QString &dataFolder);
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }

Q_SIGNALS:
    void made();
    void failed(const QString &sentence);

private:
    void run(const QStringList &arguments, const QByteArray &input);

    QString m_program;
    std::unique_ptr<QProcess> m_process;
};

/// The description `foredeckd init` takes, of one business with one place. Pure.
QByteArray specOf(const ui::BusinessPlan &plan);
/// The country whose emergency number, telephone numbers and dates a business goes by: that of its time zone, else that of
/// the locale, for a zone without a country.
QString regionOf(const QByteArray &zone, const QLocale &otherwise);
/// The sentence in what foredeckd wrote: its last line, without the names of the program and of standard input.
QString whatItSaid(const QString &errors);
/// "Harbour Lights Hotel" → "harbour-lights-hotel"; "business" when nothing of it is a Latin letter or digit.
QString slugOf(const QString &name);

} // namespace foredeck
