#include "ui/pages/settings/settingspage.h"

#include "ui/pages/settings/alertssection.h"
#include "ui/pages/settings/assistantsection.h"
#include "ui/pages/settings/channelssection.h"
#include "ui/pages/settings/faqssection.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/pages/settings/looksection.h"
#include "ui/pages/settings/macrossection.h"
#include "ui/pages/settings/notificationssection.h"
#include "ui/pages/settings/peoplesection.h"
#include "ui/shell/clientmenu.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/host.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/question.h"
#include "ui/words/domainwords.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

/// An entry of the list at the start: glyph and word, the current one as in the navigation.
class SectionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const Theme &theme = themeOf(option.widget);
        return {option.rect.width(), theme.rowHeight(theme.space().nav, 18)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect r = option.rect.adjusted(8, 1, -8, -1);
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
        if (chosen || (option.state & QStyle::State_MouseOver))
            strokeRounded(*painter, r, radiusControl, chosen ? theme.tintEdge() : QColor(Qt::transparent), 1, theme.color(chosen ? Color::Selection : Color::Hover));
        if (chosen)
            strokeRounded(*painter, place(QRect(r.left(), r.top() + r.height() / 4, 3, r.height() / 2)), 1.5, Qt::transparent, 0, theme.color(Color::Accent));
        const int glyph = theme.grown(16);
        paintIcon(*painter, place(QRect(r.left() + 9, r.top() + (r.height() - glyph) / 2, glyph, glyph)), index.data(Qt::UserRole + 1).toString(),
            theme.color(chosen ? Color::Accent : Color::Text2), option.direction, theme.highContrast());
        const int x = r.left() + 9 + glyph + 10;
        drawLine(*painter, place(QRect(x, r.top(), r.right() - x, r.height())), index.data().toString(),
            {theme.font(Step::Body, chosen ? QFont::DemiBold : QFont::Medium), theme.color(chosen ? Color::Text : Color::Text2), option.direction});
    }
};

} // namespace

SettingsPage::SettingsPage(const Desk &desk, const ClientListModel &clients, CommandRegistry &commands, QWidget *parent)
    : Page(parent), m_desk(desk), m_clients(clients), m_details(desk.store)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    head->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("Settings"), Step::Title, Color::Text, QFont::DemiBold));
    m_client = new Button(tr("Client"), Button::Look::Quiet, head);
    m_client->setSmall(true);
    m_client->setChevron(true);
    row->addWidget(m_client);
    row->addStretch();
    column->addWidget(head);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    auto *side = new Pane(Color::Surface, Pane::End, this);
    growFixedWidth(side, 232);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 12, 0, 0);
    sideColumn->setSpacing(8);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 0, 12, 0);
    auto *search = new LineEdit(tr("Search settings"), tr("Search settings"));
    search->setGlyph(QStringLiteral("search"));
    m_search = search;
    searchRow->addWidget(m_search);
    sideColumn->addLayout(searchRow);
    m_list = new QListWidget(side);
    m_list->setFrameShape(QFrame::NoFrame);
    setSpokenName(m_list, tr("Settings sections"));
    m_list->setItemDelegate(new SectionDelegate(m_list));
    m_list->setMouseTracking(true);
    sideColumn->addWidget(m_list, 1);
    body->addWidget(side);
    m_pages = new QStackedWidget(this);
    body->addWidget(m_pages, 1);
    column->addLayout(body, 1);
    auto *hours = new HoursSection(desk);
    connect(hours, &HoursSection::leaving, this, [this, hours](const std::function<void()> &act) { ask(*hours, act); });
    add(QStringLiteral("hours"), hours);
    add(QStringLiteral("channels"), new ChannelsSection(desk));
    add(QStringLiteral("assistant"), new AssistantSection(desk));
    addList(QStringLiteral("questions"), new FaqsSection(desk));
    addList(QStringLiteral("macros"), new MacrosSection(desk));
    add(QStringLiteral("alerts"), new AlertsSection(desk));
    add(QStringLiteral("people"), new PeopleSection(desk));
    add(QStringLiteral("notifications"), new NotificationsSection(desk));
    auto *look = new LookSection(desk);
    connect(look, &LookSection::languageWanted, this, &SettingsPage::changeLanguage);
    add(QStringLiteral("look"), look);
    m_shortcuts = new ShortcutsSection(commands);
    add(QStringLiteral("shortcuts"), m_shortcuts);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    connect(m_client, &QPushButton::clicked, this, &SettingsPage::clientMenu);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) {
        if (index < 0)
            return;
        m_pages->setCurrentIndex(index);
        m_client->setVisible(m_sections[static_cast<std::size_t>(index)].second->perClient());
    });
    connect(&m_details, &ClientDetails::changed, this, &SettingsPage::refreshClient);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &SettingsPage::refreshClient);
    connect(&clients, &ClientListModel::loaded, this, &SettingsPage::keepClient);
    keepClient();
    m_list->setCurrentRow(0);
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::add(const QString &key, SettingsSection *section)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(section);
    m_pages->addWidget(area);
    auto *item = new QListWidgetItem(section->title(), m_list);
    item->setData(Qt::UserRole + 1, section->glyph());
    m_sections.emplace_back(key, section);
}

void SettingsPage::addList(const QString &key, EditedSection *section)
{
    connect(section, &EditedSection::leaving, this, [this, section](const std::function<void()> &act) { ask(*section, act); });
    add(key, section);
}

void SettingsPage::addCommands(CommandRegistry &commands)
{
    for (const auto &[key, section] : m_sections) {
        commands.add({QStringLiteral("settings.") + key, CommandGroup::GoTo, tr("Settings: %1").arg(section->title()), section->glyph(), {}, section->searchWords(), {},
            [this, name = key] {
                Q_EMIT wanted();
                showSection(name);
            }});
    }
}

void SettingsPage::fillShortcuts()
{
    m_shortcuts->fill();
}

void SettingsPage::showClient(const ClientId &client)
{
    m_details.setClient(client);
    const int row = m_clients.rowOf(client.value);
    m_client->setShortText(row >= 0 ? harmless(fromUtf8(m_clients.itemAt(row).name)) : tr("Client"));
    refreshClient();
}

void SettingsPage::keepClient()
{
    if (const auto instead = clientInstead(m_clients, m_details.clientId(), m_desk.ephemera.sync().phase))
        showClient(*instead);
}

void SettingsPage::tick()
{
    for (const auto &[key, section] : m_sections) {
        if (section->isVisible())
            section->tick();
    }
}

void SettingsPage::forgetForms()
{
    for (const auto &[key, section] : m_sections)
        section->forget();
}

void SettingsPage::forget()
{
    forgetForms();
    showClient({});
    keepClient();
}

void SettingsPage::changeLanguage(const QString &code)
{
    if (code == m_desk.host.language())
        return;
    const auto change = [this, code] { m_desk.host.setLanguage(code); };
    m_leaving ? m_leaving(change) : leaveForms(change);
}

void SettingsPage::clientMenu()
{
    offerClients(m_clients, m_details.clientId(), m_client, [this](const ClientId &client) { leaveForms([this, client] { showClient(client); }); });
}

bool SettingsPage::isDirty() const
{
    return std::any_of(m_sections.begin(), m_sections.end(), [](const auto &one) { return one.second->isDirty(); });
}

void SettingsPage::leaveForms(std::function<void()> act)
{
    const auto dirty = std::find_if(m_sections.begin(), m_sections.end(), [](const auto &one) { return one.second->isDirty(); });
    if (dirty == m_sections.end())
        return act();
    // Whoever is asked sees what it is about.
    Q_EMIT wanted();
    showSection(dirty->first);
    ask(*dirty->second, [this, act = std::move(act)] {
        forgetForms();
        act();
    });
}

void SettingsPage::ask(const SettingsSection &dirty, std::function<void()> act)
{
    if (!m_question)
        m_question = new Question(window());
    m_question->ask(tr("Drop what is not saved?"), tr("In the settings, “%1” holds changes that are not saved yet.").arg(dirty.title()), tr("Keep editing"), tr("Drop them"), std::move(act));
}

void SettingsPage::refreshClient()
{
    const auto &facts = m_details.data();
    for (const auto &[key, section] : m_sections)
        section->present(facts ? &*facts : nullptr);
}

void SettingsPage::showSection(const QString &key)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].first == key) {
            m_search->clear();
            m_list->setCurrentRow(int(i));
        }
    }
}

QString SettingsPage::section() const
{
    return sectionKeys().value(m_pages->currentIndex());
}

QStringList SettingsPage::sectionKeys() const
{
    QStringList keys;
    for (const auto &[key, section] : m_sections)
        keys << key;
    return keys;
}

QList<QWidget *> SettingsPage::panes() const
{
    return {m_list, m_pages->currentWidget()};
}

bool SettingsPage::goBack()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void SettingsPage::filter(const QString &text)
{
    int first = -1;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const bool fits = text.trimmed().isEmpty() || m_sections[i].second->searchWords().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(int(i))->setHidden(!fits);
        if (fits && first < 0)
            first = int(i);
    }
    if (first >= 0 && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

} // namespace foredeck::ui
