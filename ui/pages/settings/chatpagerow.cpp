#include "ui/pages/settings/chatpagerow.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

ChatPageRow::ChatPageRow(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *words = new TextLabel(tr("Its page, for customers and for trying it yourself:"), Step::Small, Color::Text2);
    words->setWrapping(true);
    column->addWidget(words);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_shown = new TextLabel({}, Step::Small);
    m_shown->setElides();
    auto *open = new Button(tr("Open the page"), Button::Look::Quiet, this);
    auto *copy = new Button(tr("Copy the address"), Button::Look::Quiet, this);
    row->addWidget(m_shown);
    for (Button *button : {open, copy}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_said = new TextLabel({}, Step::Small, Color::Text2);
    m_said->setWrapping(true);
    m_said->hide();
    column->addWidget(m_said);
    connect(open, &QPushButton::clicked, this, &ChatPageRow::open);
    connect(copy, &QPushButton::clicked, this, [this] { this->copy(tr("Copied")); });
    hide();
}

void ChatPageRow::setAddress(const QUrl &address)
{
    if (address != m_address)
        m_said->hide();
    m_address = address;
    m_shown->setText(harmless(address.toString()));
    m_shown->setToolTip(plainTip(m_shown->text()));
    setVisible(!address.isEmpty());
}

void ChatPageRow::open()
{
    if (!QDesktopServices::openUrl(m_address))
        copy(tr("No program on this computer opens web pages; the address was copied."));
}

void ChatPageRow::copy(const QString &words)
{
    QGuiApplication::clipboard()->setText(m_address.toString());
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
}

} // namespace foredeck::ui
