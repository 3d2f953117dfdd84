#include "ui/pages/settings/businessname.h"

#include "models/domain/user.h"
#include "ui/pages/settings/settingssection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr std::size_t mostBytes = 200; // as the server takes it

bool sameName(const Client &a, const Client &b) { return a.name == b.name; }

} // namespace

BusinessName::BusinessName(const Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_saving(desk), m_basis(sameName)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_name = new LineEdit(tr("Name of the business"), {});
    m_field = new Field(tr("Name of the business"), m_name);
    m_field->setHelp(tr("The assistant says it to customers, and your team chooses by it."));
    column->addWidget(m_field);
    auto *row = new QHBoxLayout;
    m_save = new Button(tr("Save the name"), Button::Look::Outlined);
    row->addWidget(m_save);
    row->addStretch();
    column->addLayout(row);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_field->setError({});
        m_dirty = true;
        refresh();
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (m_save->isEnabled())
            save();
    });
    connect(m_save, &QPushButton::clicked, this, &BusinessName::save);
    connect(&m_saving, &ActFollower::reachChanged, this, [this] { Q_EMIT said(SettingsSection::storedWords(m_desk.ephemera.sync()), false); });
    connect(&m_saving, &ActFollower::stored, this, [this] {
        Q_EMIT said(SettingsSection::storedWords(m_desk.ephemera.sync()), false);
        refresh();
    });
    connect(&m_saving, &ActFollower::taken, this, [this] {
        m_dirty = m_dirty && typed().name != m_sent;
        m_basis.meet(m_client);
        Q_EMIT said(tr("Saved"), false);
        refresh();
    });
    connect(&m_saving, &ActFollower::refused, this, &BusinessName::refused);
    connect(&m_saving, &ActFollower::dropped, this, [this] {
        Q_EMIT said({}, false);
        refresh();
    });
    refresh();
}

void BusinessName::present(const ClientDetails::Data *facts)
{
    m_may = facts && mayDo(m_desk.ephemera.me().role.value(), Right::Administer);
    if (!facts && isDirty()) // the cache is being filled anew: what is typed stays
        return refresh();
    const Client now = facts ? facts->client : Client();
    if (now.id != m_client.id) {
        m_saving.follow({});
        m_dirty = false;
    }
    m_client = now;
    if (!m_dirty)
        fill(now);
    else if (!m_saving.isUnderWay())
        m_basis.meet(now);
    refresh();
}

bool BusinessName::isDirty() const { return m_dirty && !(m_saving.isUnderWay() && typed().name == m_sent); }

void BusinessName::forget()
{
    m_saving.follow({});
    fill(m_client);
    refresh();
}

Client BusinessName::typed() const
{
    Client client = m_client;
    client.name = m_name->text().trimmed().toStdString();
    return client;
}

void BusinessName::fill(const Client &client)
{
    m_basis.fill(client);
    m_field->setError({});
    if (m_name->text() != fromUtf8(client.name)) // caret, selection and undo steps stay
        m_name->setText(fromUtf8(client.name));
    m_dirty = false;
}

void BusinessName::save()
{
    const Client client = typed();
    m_field->setError(client.name.empty() ? tr("Give it a name.") : client.name.size() > mostBytes ? tr("A shorter name can be said.") : QString());
    if (m_field->hasError())
        return m_name->setFocus(Qt::OtherFocusReason);
    m_sent = client.name;
    m_saving.follow(m_desk.acts.renameClient(m_basis.send(client)));
    refresh();
}

void BusinessName::refused(const QString &why)
{
    const std::int64_t newer = m_saving.newerVersion();
    if (newer > 0)
        m_basis.told(newer, m_client);
    m_dirty = true;
    const FieldProblem problem = fieldProblem(m_saving.problem());
    if (problem.key == QLatin1String("name"))
        m_field->setError(harmless(problem.sentence));
    Q_EMIT said(tr("Not saved: %1").arg(newer > 0 ? SettingsSection::newerWords() : why), true);
    refresh();
}

void BusinessName::refresh()
{
    m_name->setEnabled(m_may);
    enableButton(m_save, m_may && m_dirty && !m_saving.isUnderWay(), m_name);
    m_save->setToolTip(plainTip(m_may || m_client.id.empty() ? QString() : tr("Only administrators change it.")));
}

} // namespace foredeck::ui
