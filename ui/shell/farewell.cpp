#include "ui/shell/farewell.h"

#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int boxWidth = 440;

TextLabel *wrapped(const QString &words, Step step, Color color, QFont::Weight weight = QFont::Normal)
{
    auto *label = new TextLabel(words, step, color, weight);
    label->setWrapping(true);
    return label;
}

} // namespace

Farewell::Farewell(QWidget *window) : Overlay(window, boxWidth, -1)
{
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    const QString title = tr("Stop answering customers?");
    box()->setAccessibleName(title);
    column->addWidget(wrapped(title, Step::Title, Color::Text, QFont::DemiBold));
    column->addWidget(wrapped(tr("The assistant answers only while Foredeck runs on this computer. Meanwhile WhatsApp and text messages wait with their providers; the web form and the chat cannot be reached."), Step::Body, Color::Text2));
    m_withTray = wrapped(tr("In the tray it goes on answering, and the window is one press away."), Step::Body, Color::Text2);
    m_withoutTray = wrapped(tr("To have it answer all the time, let foredeckd run as a service: man foredeckd, section SERVICE."), Step::Body, Color::Text2);
    column->addWidget(m_withTray);
    column->addWidget(m_withoutTray);
    column->addSpacing(8);
    auto *stay = new Button(tr("Stay in the tray"), Button::Look::Primary, box());
    auto *keepOpen = new Button(tr("Keep it open"), Button::Look::Outlined, box());
    auto *quit = new Button(tr("Stop and quit"), Button::Look::Danger, box());
    m_stay = stay;
    m_keepOpen = keepOpen;
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (Button *button : {keepOpen, quit, stay})
        row->addWidget(button);
    column->addLayout(row);
    connect(keepOpen, &QPushButton::clicked, this, &Overlay::close);
    connect(stay, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT stayChosen();
    });
    connect(quit, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT quitChosen();
    });
}

void Farewell::ask(bool tray)
{
    m_stay->setVisible(tray);
    m_withTray->setVisible(tray);
    m_withoutTray->setVisible(!tray);
    m_safe = tray ? m_stay : m_keepOpen;
    static_cast<Button *>(m_safe)->setDefault(true);
    open();
}

} // namespace foredeck::ui
