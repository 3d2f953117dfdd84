#include "app/businessmaker.h"

#include "net/codec/domaincodec.h"
#include "ui/widgets/painting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

namespace foredeck {

BusinessMaker::BusinessMaker(QString program, QObject *parent) : QObject(parent), m_program(std::move(program)) { }

BusinessMaker::~BusinessMaker()
{
    if (m_process)
        m_process->disconnect(this);
}

QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar c : name.normalized(QString::NormalizationForm_D).toLower()) {
        if ((c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')))
            slug.append(c);
        else if (c.category() != QChar::Mark_NonSpacing && !slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug.append(QLatin1Char('-'));
    }
    slug = slug.left(40);
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug.isEmpty() ? QStringLiteral("business") : slug;
}

QString regionOf(const QByteArray &zone, const QLocale &otherwise)
{
    // What has no country ("UTC") and what only links to another name has no territory.
    const QString ofZone = QLocale::territoryToCode(QTimeZone(zone).territory());
    const QString region = ofZone.isEmpty() ? QLocale::territoryToCode(otherwise.territory()) : ofZone;
    return region.isEmpty() ? QStringLiteral("US") : region;
}

QByteArray specOf(const ui::BusinessPlan &plan)
{
    const QString mark = ui::initialsOf(plan.name);
    QJsonArray faqs;
    for (const ui::FaqDraft &faq : plan.faqs)
        faqs.append(QJsonObject {{QStringLiteral("question"), faq.question}, {QStringLiteral("answer"), faq.answer}, {QStringLiteral("language"), plan.language}});
    const QJsonObject location {{QStringLiteral("name"), plan.name}, {QStringLiteral("hours"), QJsonDocument::fromJson(QByteArray::fromStdString(encode(plan.hours))).object()}};
    QJsonArray channels;
    for (const char *kind : {"whatsapp", "sms", "web_form", "live_chat", "missed_call"}) {
        QJsonObject channel {{QStringLiteral("kind"), QString::fromLatin1(kind)}};
        // A key that is made here is known to nobody; the chat's page gets its own from the server.
        if (QByteArray(kind) == "live_chat")
            channel.insert(QStringLiteral("generate_secrets"), true);
        channels.append(channel);
    }
    const QString region = regionOf(QByteArray::fromStdString(plan.hours.zone), QLocale::system());
    const QJsonObject client {{QStringLiteral("name"), plan.name}, {QStringLiteral("slug"), slugOf(plan.name)}, {QStringLiteral("mark"), mark}, {QStringLiteral("language"), plan.language},
        {QStringLiteral("region"), region}, {QStringLiteral("safe_mode"), true}, {QStringLiteral("assistant_on"), true},
        {QStringLiteral("locations"), QJsonArray {location}}, {QStringLiteral("faqs"), faqs}, {QStringLiteral("channels"), channels}};
    const QJsonObject spec {{QStringLiteral("agency"), QJsonObject {{QStringLiteral("name"), plan.name}, {QStringLiteral("mark"), mark}}},
        {QStringLiteral("owner"), QJsonObject {{QStringLiteral("name"), BusinessMaker::tr("Owner")}, {QStringLiteral("email"), QStringLiteral("owner@%1.localhost").arg(slugOf(plan.name))}}},
        {QStringLiteral("sample"), false}, {QStringLiteral("clients"), QJsonArray {client}}};
    return QJsonDocument(spec).toJson(QJsonDocument::Compact);
}

QString whatItSaid(const QString &errors)
{
    QString last = errors.trimmed().section(QLatin1Char('\n'), -1);
    for (const QLatin1StringView prefix : {QLatin1StringView("foredeckd: "), QLatin1StringView("-: ")}) {
        if (last.startsWith(prefix))
            last.remove(0, prefix.size());
    }
    return last;
}

void BusinessMaker::makeSample(const QString &specFile, const QString &dataFolder, const QString &doorsFile)
{
    run({QStringLiteral("init"), QStringLiteral("--data"), dataFolder, QStringLiteral("--spec"), specFile, QStringLiteral("--doors"), doorsFile}, {});
}

void BusinessMaker::makeBusiness(const ui::BusinessPlan &plan, const QString &dataFolder)
{
    run({QStringLiteral("init"), QStringLiteral("--data"), dataFolder, QStringLiteral("--spec"), QStringLiteral("-")}, specOf(plan));
}

void BusinessMaker::run(const QStringList &arguments, const QByteArray &input)
{
    if (m_program.isEmpty()) {
        Q_EMIT failed(tr("foredeckd was not found beside this program."));
        return;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program);
    m_process->setArguments(arguments);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("foredeckd could not be started: %1").arg(m_process->errorString()));
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0) {
            Q_EMIT made();
            return;
        }
        const QString said = whatItSaid(QString::fromUtf8(m_process->readAllStandardError()));
        Q_EMIT failed(said.isEmpty() ? tr("foredeckd ended with %1.").arg(code) : said);
    });
    m_process->start();
    m_process->write(input);
    m_process->closeWriteChannel();
}

} // namespace foredeck
