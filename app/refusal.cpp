#include "app/refusal.h"

#include "ui/widgets/button.h"
#include "ui/widgets/question.h"
#include "ui/words/problemwords.h"

#include <QCloseEvent>
#include <QGuiApplication>

namespace foredeck {

namespace {

constexpr QSize windowSize {480, 200};

} // namespace

Refusal::Refusal(const QString &problem)
{
    setWindowTitle(QGuiApplication::applicationDisplayName());
    auto *close = new ui::Button(tr("Close"), ui::Button::Look::Primary);
    close->setDefault(true);
    auto *pane = new ui::QuestionPane({close}, this);
    pane->setTexts(tr("Foredeck could not be opened"), ui::problemWords(problem));
    resize(windowSize.expandedTo({windowSize.width(), heightForWidth(windowSize.width())}));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
}

void Refusal::closeEvent(QCloseEvent *event)
{
    Q_EMIT closed();
    QWidget::closeEvent(event);
}

} // namespace foredeck
