#include "ui/shell/preferences.h"

#include <QSettings>

#include <map>
#include <optional>

namespace foredeck::ui {

namespace {

QString bellOf(const UserId &person)
{
    return QStringLiteral("bell/%1/").arg(person.empty() ? QStringLiteral("anybody") : QString::fromStdString(person.value));
}

QString viewsOf(const UserId &person)
{
    return QStringLiteral("views/%1/").arg(QString::fromStdString(person.value));
}

/// No program wrote more, with those that it did not understand.
constexpr int mostStoredViews = 4 * mostSavedViews;

int storedViews(const QSettings &settings, const QString &place)
{
    return qBound(0, settings.value(place + QStringLiteral("count")).toInt(), mostStoredViews);
}

/// Nothing: a newer program wrote it, and it would show something else under that name.
std::optional<SavedView> storedView(const QSettings &settings, const QString &place, int number)
{
    const auto value = [&](const char *name) { return settings.value(place + QString::number(number) + QLatin1Char('/') + QLatin1StringView(name)); };
    SavedView view;
    view.id = value("id").toString();
    view.name = value("name").toString().left(longestViewName);
    view.view = Open<View>::fromText(value("view").toString().toStdString()).value();
    view.filter.unread = value("unread").toBool();
    for (const QString &kind : value("channels").toStringList())
        view.filter.channels.insert(Open<ChannelKind>::fromText(kind.toStdString()).value());
    for (const QString &degree : value("temperatures").toStringList())
        view.filter.temperatures.insert(Open<Temperature>::fromText(degree.toStdString()).value());
    for (const QString &label : value("labels").toStringList())
        view.filter.labels.insert(label.toStdString());
    const bool isKnown = view.view != View::Unknown && !view.filter.channels.contains(ChannelKind::Unknown) && !view.filter.temperatures.contains(Temperature::Unknown);
    return isKnown && !view.id.isEmpty() && !view.name.isEmpty() ? std::optional(view) : std::nullopt;
}

/// All that stands of a view, as it stands.
using Members = std::map<QString, QVariant>;

struct WrittenViews {
    std::map<QString, Members> known; ///< by id: a newer program may have written more of one
    std::vector<Members> foreign; ///< that are not understood
};

WrittenViews writtenViews(QSettings &settings, const QString &place)
{
    WrittenViews views;
    for (int i = 0; i < storedViews(settings, place); ++i) {
        const auto known = storedView(settings, place, i);
        settings.beginGroup(place + QString::number(i));
        Members members;
        for (const QString &key : settings.allKeys())
            members[key] = settings.value(key);
        settings.endGroup();
        if (known)
            views.known[known->id] = std::move(members);
        else if (!members.empty())
            views.foreign.push_back(std::move(members));
    }
    return views;
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings, QObject *parent) : QObject(parent), m_settings(std::move(settings)) { }
Preferences::~Preferences() = default;

Appearance Preferences::appearance() const
{
    const int value = m_settings->value(QStringLiteral("look/appearance"), 0).toInt();
    return value >= 0 && value <= int(Appearance::HighContrast) ? static_cast<Appearance>(value) : Appearance::System;
}

void Preferences::setAppearance(Appearance appearance)
{
    m_settings->setValue(QStringLiteral("look/appearance"), int(appearance));
}

Density Preferences::density() const
{
    const int value = m_settings->value(QStringLiteral("look/density"), int(Density::Normal)).toInt();
    return value >= 0 && value <= int(Density::Comfortable) ? static_cast<Density>(value) : Density::Normal;
}

void Preferences::setDensity(Density density)
{
    m_settings->setValue(QStringLiteral("look/density"), int(density));
}

int Preferences::textPercent() const
{
    return qBound(100, m_settings->value(QStringLiteral("look/text_percent"), 100).toInt(), 200);
}

void Preferences::setTextPercent(int percent)
{
    m_settings->setValue(QStringLiteral("look/text_percent"), percent);
}

QString Preferences::language() const
{
    return m_settings->value(QStringLiteral("language")).toString();
}

void Preferences::setLanguage(const QString &code)
{
    m_settings->setValue(QStringLiteral("language"), code);
}

QByteArray Preferences::geometry() const
{
    return m_settings->value(QStringLiteral("window/geometry")).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_settings->setValue(QStringLiteral("window/geometry"), geometry);
}

QByteArray Preferences::conversationGeometry() const
{
    return m_settings->value(QStringLiteral("window/conversation_geometry")).toByteArray();
}

void Preferences::setConversationGeometry(const QByteArray &geometry)
{
    m_settings->setValue(QStringLiteral("window/conversation_geometry"), geometry);
}

int Preferences::listWidth() const
{
    return m_settings->value(QStringLiteral("window/list_width"), 0).toInt();
}

void Preferences::setListWidth(int width)
{
    m_settings->setValue(QStringLiteral("window/list_width"), width);
}

int Preferences::escalationListWidth() const
{
    return m_settings->value(QStringLiteral("window/escalation_list_width"), 0).toInt();
}

void Preferences::setEscalationListWidth(int width)
{
    m_settings->setValue(QStringLiteral("window/escalation_list_width"), width);
}

bool Preferences::isSamplePaused() const
{
    return m_settings->value(QStringLiteral("sample/paused"), false).toBool();
}

void Preferences::setSamplePaused(bool paused)
{
    m_settings->setValue(QStringLiteral("sample/paused"), paused);
}

bool Preferences::isHintDone(const QString &hint) const
{
    return m_settings->value(QStringLiteral("hints/") + hint, false).toBool();
}

void Preferences::setHintDone(const QString &hint)
{
    if (isHintDone(hint))
        return;
    m_settings->setValue(QStringLiteral("hints/") + hint, true);
    Q_EMIT hintsChanged();
}

BellSettings Preferences::bell(const UserId &person) const
{
    const QString place = bellOf(person);
    const auto value = [&](const char *name, const QVariant &otherwise) { return m_settings->value(place + QLatin1StringView(name), otherwise); };
    const auto minute = [&](const char *name, int otherwise) { return qBound(0, value(name, otherwise).toInt(), 24 * 60 - 1); };
    const BellSettings usual;
    BellSettings s;
    s.on = value("on", usual.on).toBool();
    s.sound = value("sound", usual.sound).toBool();
    s.inlineReply = value("reply", usual.inlineReply).toBool();
    s.showWords = value("words", usual.showWords).toBool();
    s.emergencies = value("emergencies", usual.emergencies).toBool();
    if (const qint64 until = value("disturb_after", 0).toLongLong(); until > 0)
        s.disturbAfter = fromMs(until);
    s.quietHours = value("quiet", usual.quietHours).toBool();
    s.quietFrom = minute("quiet_from", usual.quietFrom);
    s.quietTo = minute("quiet_to", usual.quietTo);
    return s;
}

void Preferences::setBell(const UserId &person, const BellSettings &s)
{
    if (s == bell(person))
        return;
    const QString place = bellOf(person);
    const auto put = [&](const char *name, const QVariant &value) { m_settings->setValue(place + QLatin1StringView(name), value); };
    put("on", s.on);
    put("sound", s.sound);
    put("reply", s.inlineReply);
    put("words", s.showWords);
    put("emergencies", s.emergencies);
    put("disturb_after", s.disturbAfter ? qint64(toMs(*s.disturbAfter)) : 0);
    put("quiet", s.quietHours);
    put("quiet_from", s.quietFrom);
    put("quiet_to", s.quietTo);
    Q_EMIT bellChanged();
}

std::vector<SavedView> Preferences::savedViews(const UserId &person) const
{
    // Beside each other, so that they are read without being changed.
    std::vector<SavedView> views;
    const QString place = viewsOf(person);
    for (int i = 0; i < storedViews(*m_settings, place) && int(views.size()) < mostSavedViews; ++i) {
        if (auto view = storedView(*m_settings, place, i))
            views.push_back(std::move(*view));
    }
    return views;
}

void Preferences::setSavedViews(const UserId &person, const std::vector<SavedView> &views)
{
    const QString place = viewsOf(person);
    const WrittenViews written = writtenViews(*m_settings, place);
    m_settings->remove(place.chopped(1));
    const auto put = [&](std::size_t number, const QString &key, const QVariant &value) { m_settings->setValue(place + QString::number(number) + QLatin1Char('/') + key, value); };
    const auto putAll = [&](std::size_t number, const Members &members) {
        for (const auto &[key, value] : members)
            put(number, key, value);
    };
    const auto word = [](const auto &value) {
        const std::string_view text = nameOf(value);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    };
    for (std::size_t i = 0; i < views.size(); ++i) {
        const SavedView &view = views[i];
        if (const auto before = written.known.find(view.id); before != written.known.end())
            putAll(i, before->second);
        QStringList channels, temperatures, labels;
        for (const ChannelKind kind : view.filter.channels)
            channels << word(kind);
        for (const Temperature degree : view.filter.temperatures)
            temperatures << word(degree);
        for (const std::string &label : view.filter.labels)
            labels << QString::fromStdString(label);
        put(i, QStringLiteral("id"), view.id);
        put(i, QStringLiteral("name"), view.name);
        put(i, QStringLiteral("view"), word(view.view));
        put(i, QStringLiteral("unread"), view.filter.unread);
        put(i, QStringLiteral("channels"), channels);
        put(i, QStringLiteral("temperatures"), temperatures);
        put(i, QStringLiteral("labels"), labels);
    }
    std::size_t count = views.size();
    for (const Members &members : written.foreign)
        putAll(count++, members);
    m_settings->setValue(place + QStringLiteral("count"), int(count));
}

int Preferences::lockAfterMinutes() const { return qBound(0, m_settings->value(QStringLiteral("lock/after_minutes"), 0).toInt(), 24 * 60); }

void Preferences::setLockAfterMinutes(int minutes) { m_settings->setValue(QStringLiteral("lock/after_minutes"), minutes); }

UserId Preferences::lockedBy() const { return UserId(m_settings->value(QStringLiteral("lock/by")).toString().toStdString()); }

void Preferences::setLockedBy(const UserId &person)
{
    m_settings->setValue(QStringLiteral("lock/by"), QString::fromStdString(person.value));
    m_settings->sync();
}

std::vector<std::pair<QString, QString>> Preferences::servers() const
{
    std::vector<std::pair<QString, QString>> known;
    for (const QString &line : m_settings->value(QStringLiteral("servers")).toStringList())
        known.emplace_back(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1));
    return known;
}

void Preferences::rememberServer(const QString &address, const QString &email)
{
    QStringList lines {address + QLatin1Char(' ') + email};
    for (const auto &[known, who] : servers()) {
        if (known != address && lines.size() < 8)
            lines << known + QLatin1Char(' ') + who;
    }
    m_settings->setValue(QStringLiteral("servers"), lines);
}

void Preferences::resetWindow()
{
    m_settings->remove(QStringLiteral("window"));
}

} // namespace foredeck::ui
