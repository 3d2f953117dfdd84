#include "ui/pages/settings/channelssection.h"

#include "ui/shell/host.h"
#include "ui/words/dooraddress.h"

#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

ChannelsSection::ChannelsSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Channels"), tr("The doors customers come in by. Without keys, the live chat works on this computer; a web form needs a signing key that you set."), QStringLiteral("live-chat"),
          tr("whatsapp sms twilio keys token secret webhook test"), parent)
    , m_desk(desk)
    , m_model(desk.store)
{
    m_list = new QVBoxLayout;
    m_list->setSpacing(12);
    column()->addLayout(m_list);
    finish();
    connect(&m_model, &ChannelListModel::loaded, this, &ChannelsSection::sync);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ChannelsSection::sync);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ChannelsSection::sync);
    connect(&m_desk.host, &Host::doorChanged, this, &ChannelsSection::tellPages);
}

void ChannelsSection::present(const ClientDetails::Data *facts)
{
    const ClientId client = facts ? facts->client.id : ClientId();
    m_slug = facts ? facts->client.slug : std::string();
    if (client != m_model.client())
        m_model.setClient(client);
    tellPages();
}

bool ChannelsSection::isDirty() const
{
    return std::any_of(m_cards.begin(), m_cards.end(), [](const auto &one) { return one.second->isDirty(); });
}

void ChannelsSection::forget()
{
    for (const auto &[id, card] : m_cards)
        card->forget();
}

void ChannelsSection::sync()
{
    std::map<std::string, ChannelCard *> kept;
    for (const Channel &channel : m_model.items()) {
        const auto known = m_cards.find(channel.id.value);
        ChannelCard *card = known == m_cards.end() ? new ChannelCard(m_desk, channel, this) : known->second;
        if (known == m_cards.end())
            m_list->addWidget(card);
        else
            card->take(channel);
        kept[channel.id.value] = card;
    }
    for (const auto &[id, card] : m_cards) {
        if (!kept.contains(id))
            card->deleteLater();
    }
    m_cards = std::move(kept);
    tellPages();
}

void ChannelsSection::tellPages()
{
    for (const auto &[id, card] : m_cards)
        card->setPage(chatAddress(m_desk.host.server(), m_slug));
}

} // namespace foredeck::ui
