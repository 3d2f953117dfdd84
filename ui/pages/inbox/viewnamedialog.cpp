#include "ui/pages/inbox/viewnamedialog.h"

#include "ui/shell/savedview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int viewNameWidth = 400;

} // namespace

ViewNameDialog::ViewNameDialog(QWidget *window) : Overlay(window, viewNameWidth, -1)
{
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    m_title = new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold);
    m_what = new TextLabel({}, Step::Body, Color::Text2);
    m_what->setWrapping(true);
    m_name = new LineEdit(tr("Name"), tr("Hot on WhatsApp"));
    m_name->setMaxLength(longestViewName);
    m_field = new Field(tr("Name"), m_name);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *cancel = new Button(tr("Cancel"), Button::Look::Outlined);
    m_save = new Button(tr("Save"), Button::Look::Primary);
    verbs->addWidget(cancel);
    verbs->addWidget(m_save);
    column->addWidget(m_title);
    column->addWidget(m_what);
    column->addWidget(m_field);
    column->addLayout(verbs);
    connect(cancel, &QAbstractButton::clicked, this, &Overlay::close);
    connect(m_save, &QAbstractButton::clicked, this, &ViewNameDialog::take);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewNameDialog::take);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
}

void ViewNameDialog::ask(const QString &title, const QString &what, const QString &name, std::function<QString(const QString &)> wrong, std::function<void(const QString &)> take)
{
    m_wrong = std::move(wrong);
    m_take = std::move(take);
    m_title->setText(title);
    setSpokenName(box(), title);
    m_what->setText(what);
    m_what->setVisible(!what.isEmpty());
    m_field->setError({});
    m_name->setText(name);
    m_name->selectAll();
    open();
}

void ViewNameDialog::take()
{
    const QString name = m_name->text().simplified();
    if (const QString why = m_wrong(name); !why.isEmpty()) {
        m_field->setError(why);
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    close();
    m_take(name);
}

bool ViewNameDialog::holdsWords() const
{
    return isOpen() && m_name->isModified() && !m_name->text().trimmed().isEmpty();
}

void ViewNameDialog::dropWords()
{
    close();
}

QWidget *ViewNameDialog::firstFocus() const
{
    return m_name;
}

} // namespace foredeck::ui
