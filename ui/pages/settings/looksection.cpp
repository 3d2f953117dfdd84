#include "ui/pages/settings/looksection.h"

#include "ui/shell/commandregistry.h"
#include "ui/shell/host.h"
#include "ui/shell/preferences.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/timewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

namespace foredeck::ui {

namespace {

constexpr std::array lockMinutes {0, 5, 15, 30, 60};

} // namespace

LookSection::LookSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Appearance and language"), tr("Of this window on this computer; applied at once."), QStringLiteral("eye"), tr("dark light contrast theme density text size zoom language spanish english lock away"), parent)
    , m_desk(desk)
{
    addHeading(tr("Appearance"));
    m_appearance = new Segment(tr("Appearance"));
    m_appearance->addPart(tr("System"), {});
    m_appearance->addPart(tr("Light"), QStringLiteral("sun"));
    m_appearance->addPart(tr("Dark"), QStringLiteral("moon"));
    m_appearance->addPart(tr("High contrast"), QStringLiteral("contrast"));
    column()->addWidget(m_appearance, 0, Qt::AlignLeading);
    addHeading(tr("Rows"));
    m_density = new Segment(tr("Rows"));
    m_density->addPart(tr("Compact"), {});
    m_density->addPart(tr("Normal"), {});
    m_density->addPart(tr("Comfortable"), {});
    column()->addWidget(m_density, 0, Qt::AlignLeading);
    addHeading(tr("Text size"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *smaller = new Button(tr("Smaller"), Button::Look::Outlined);
    smaller->setKeyWords(QStringLiteral("Ctrl −"));
    auto *larger = new Button(tr("Larger"), Button::Look::Outlined);
    larger->setKeyWords(QStringLiteral("Ctrl +"));
    m_percent = new TextLabel({}, Step::Body);
    row->addWidget(smaller);
    row->addWidget(m_percent);
    row->addWidget(larger);
    row->addStretch();
    column()->addLayout(row);
    addHeading(tr("Lock when nobody was at it for"));
    m_lock = new Segment(tr("Lock when nobody was at it for"));
    for (const int minutes : lockMinutes)
        m_lock->addPart(minutes == 0 ? tr("Never") : durationWord(std::chrono::minutes(minutes)), {});
    column()->addWidget(m_lock, 0, Qt::AlignLeading);
    m_lockWords = new TextLabel({}, Step::Small, Color::Text2);
    m_lockWords->setWrapping(true);
    column()->addWidget(m_lockWords);
    addHeading(tr("Language"));
    m_language = new Segment(tr("Language"));
    m_language->addPart(QStringLiteral("English"), {});
    m_language->addPart(QStringLiteral("Español"), {});
    column()->addWidget(m_language, 0, Qt::AlignLeading);
    finish();
    refresh();
    connect(m_lock, &Segment::chosen, this, [this](int index) { m_desk.preferences.setLockAfterMinutes(lockMinutes[static_cast<std::size_t>(index)]); });
    connect(m_appearance, &Segment::chosen, this, [this](int index) {
        m_desk.themes.setAppearance(static_cast<Appearance>(index));
        m_desk.preferences.setAppearance(static_cast<Appearance>(index));
    });
    connect(m_density, &Segment::chosen, this, [this](int index) {
        m_desk.themes.setDensity(static_cast<Density>(index));
        m_desk.preferences.setDensity(static_cast<Density>(index));
    });
    const auto grow = [this](int by) {
        m_desk.themes.setTextPercent(m_desk.themes.textPercent() + by);
        m_desk.preferences.setTextPercent(m_desk.themes.textPercent());
    };
    connect(smaller, &QPushButton::clicked, this, [grow] { grow(-10); });
    connect(larger, &QPushButton::clicked, this, [grow] { grow(10); });
    connect(m_language, &Segment::chosen, this, [this](int index) {
        refresh(); // until there is a window in that language
        Q_EMIT languageWanted(index == 1 ? QStringLiteral("es") : QStringLiteral("en"));
    });
    connect(&desk.themes, &ThemeManager::changed, this, &LookSection::refresh);
}

void LookSection::refresh()
{
    for (Segment *segment : {m_appearance, m_density, m_language, m_lock})
        segment->blockSignals(true);
    const auto chosen = std::find(lockMinutes.begin(), lockMinutes.end(), m_desk.preferences.lockAfterMinutes());
    m_lock->setCurrent(chosen == lockMinutes.end() ? 0 : int(chosen - lockMinutes.begin()));
    const bool isEmbedded = m_desk.host.isEmbedded();
    m_lock->setEnabled(!isEmbedded);
    m_lockWords->setText(isEmbedded ? tr("This computer's own backend has no password to unlock with.") : tr("The password is looked at by the server, which has to answer."));
    m_appearance->setCurrent(int(m_desk.themes.appearance()));
    m_density->setCurrent(int(m_desk.themes.theme().density()));
    m_language->setCurrent(m_desk.host.language() == QStringLiteral("es") ? 1 : 0);
    for (Segment *segment : {m_appearance, m_density, m_language, m_lock})
        segment->blockSignals(false);
    m_percent->setText(tr("%1 %").arg(m_desk.themes.textPercent()));
}

ShortcutsSection::ShortcutsSection(const CommandRegistry &commands, QWidget *parent)
    : SettingsSection(tr("Shortcuts"), tr("Every command that has a key. Single letters work outside text fields."), QStringLiteral("keyboard"), tr("keys keyboard commands"), parent)
    , m_commands(commands)
{
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    column()->addLayout(m_list);
    finish();
}

void ShortcutsSection::fill()
{
    for (const CommandRegistry::Entry &entry : m_commands.entries()) {
        if (entry.action->shortcut().isEmpty())
            continue;
        auto *row = new QWidget;
        auto *inside = new QHBoxLayout(row);
        inside->setContentsMargins(0, 5, 0, 5);
        inside->setSpacing(8);
        inside->addWidget(new Glyph(entry.command.glyph, 16, Color::Text2));
        inside->addWidget(new TextLabel(entry.command.text, Step::Body));
        inside->addWidget(new TextLabel(groupWord(entry.command.group), Step::Small, Color::Text3));
        inside->addStretch();
        QStringList caps;
        for (const QKeySequence &keys : entry.action->shortcuts())
            caps << keyWords(keys);
        caps.removeDuplicates();
        for (const QString &cap : caps)
            inside->addWidget(new KeyCap(cap));
        m_list->addWidget(row);
        m_list->addWidget(new Rule);
    }
}

} // namespace foredeck::ui
