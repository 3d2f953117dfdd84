#pragma once

#include "models/items/channellistmodel.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/basis.h"
#include "ui/pages/settings/settingssection.h"

#include <QUrl>

#include <map>
#include <string>

namespace foredeck::ui {

class Button;
class Card;
class ChatPageRow;
class Field;
class Glyph;
class LineEdit;

/// One door of a client: what it is, whether it works, its keys and a test that sends nothing to anybody.
class ChannelCard final : public QWidget {
    Q_OBJECT

public:
    ChannelCard(const Desk &desk, const Channel &channel, QWidget *parent = nullptr);
    void take(const Channel &channel);
    /// Of a live chat: where its visitors write; empty hides it.
    void setPage(const QUrl &address);
    bool isDirty() const;
    void forget();

private:
    std::vector<LineEdit *> edits() const;
    void build();
    void save();
    void settleSaving();
    void refused(const QString &why);
    void tell(const QString &sentence, bool bad);
    void refresh();
    LineEdit *addField(QVBoxLayout *column, const QString &label, const QString &example, const QString &help, bool secret);

    Desk m_desk;
    Channel m_channel;
    Basis<Channel> m_basis;
    bool m_open = false;
    ActFollower m_saving;
    std::vector<std::pair<LineEdit *, QString>> m_sent; ///< what the fields held when it was placed
    ActFollower m_testing;
    QString m_said; ///< of an act under way, done or refused; in place of the channel's own detail
    bool m_saidBad = false;
    Card *m_card;
    ChatPageRow *m_page = nullptr;
    Glyph *m_healthGlyph = nullptr;
    TextLabel *m_health = nullptr;
    TextLabel *m_detail = nullptr;
    QWidget *m_keys = nullptr;
    Button *m_toggle = nullptr;
    Button *m_test = nullptr;
    Button *m_save = nullptr;
    LineEdit *m_number = nullptr;
    LineEdit *m_phoneNumberId = nullptr;
    LineEdit *m_account = nullptr;
    LineEdit *m_publicUrl = nullptr;
    LineEdit *m_secret = nullptr;
    LineEdit *m_token = nullptr;
    LineEdit *m_verify = nullptr;
};

class ChannelsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit ChannelsSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;

private:
    void sync();
    void tellPages();

    Desk m_desk;
    ChannelListModel m_model;
    std::string m_slug; ///< of the client that is shown
    std::map<std::string, ChannelCard *> m_cards;
    QVBoxLayout *m_list;
};

} // namespace foredeck::ui
