#include "ui/shell/farewell.h"

#include "ui/widgets/button.h"
#include "ui/widgets/question.h"

namespace foredeck::ui {

namespace {

constexpr int farewellWidth = 440;

} // namespace

Farewell::Farewell(QWidget *window)
    : Overlay(window, farewellWidth, -1), m_stay(new Button(tr("Stay in the tray"), Button::Look::Primary)), m_keepOpen(new Button(tr("Keep it open"), Button::Look::Outlined))
{
    auto *quit = new Button(tr("Stop and quit"), Button::Look::Danger);
    m_pane = new QuestionPane({m_keepOpen, quit, m_stay}, box());
    connect(m_keepOpen, &QPushButton::clicked, this, &Overlay::close);
    connect(m_stay, &QPushButton::clicked, this, [this] {
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
    m_safe = tray ? m_stay : m_keepOpen;
    m_safe->setDefault(true);
    const QString alone = tr("The assistant answers only while Foredeck runs on this computer. Meanwhile WhatsApp messages wait with their provider; text messages, the web form and the chat do not arrive.");
    const QString way = tray ? tr("In the tray it goes on answering, and the window is one press away.") : tr("To have it answer all the time, let foredeckd run as a service: man foredeckd, section SERVICE.");
    m_pane->setTexts(tr("Stop answering customers?"), alone + QStringLiteral("\n\n") + way);
    open();
}

QWidget *Farewell::firstFocus() const
{
    return m_safe;
}

} // namespace foredeck::ui
