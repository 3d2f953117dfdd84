#include "ui/pages/leads/kinsection.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/domainwords.h"
#include "ui/words/mergewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

KinSection::KinSection(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setSpokenName(this, tr("The same person"));
    m_column->setContentsMargins(0, 0, 0, 8);
    m_column->setSpacing(4);
    hide();
}

void KinSection::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// An empty verb: nothing can be done.
void KinSection::line(const QString &glyph, const QString &words, const QString &verb, const QString &spoken, std::function<void()> act)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    setSideMargins(line, row, 16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(new Glyph(glyph, 14, Color::Text2), 0, Qt::AlignTop);
    auto *text = new TextLabel(words, Step::Small);
    text->setWrapping(true);
    row->addWidget(text, 1);
    if (!verb.isEmpty()) {
        auto *button = new Button(verb, Button::Look::Quiet);
        button->setSmall(true);
        setSpokenName(button, spoken);
        connect(button, &QAbstractButton::clicked, this, std::move(act));
        row->addWidget(button, 0, Qt::AlignTop);
    }
    m_column->addWidget(line);
}

void KinSection::present(const LeadKin &kin, bool mayAct)
{
    QStringList said {mayAct ? QStringLiteral("may") : QString()};
    for (const LikeLead &one : kin.alike)
        said << fromUtf8(one.lead.id.value) << leadLineWord(one.lead) << likenessWords(one.found);
    said << QString();
    for (const Lead &one : kin.merged)
        said << fromUtf8(one.id.value) << leadLineWord(one);
    QString shown = said.join(QChar(0x1F));
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    clear();
    setVisible(!kin.alike.empty() || !kin.merged.empty());
    if (isHidden())
        return;
    m_column->addWidget(new Rule(this));
    for (const LikeLead &one : kin.alike) {
        const QString name = leadLineWord(one.lead);
        line(QStringLiteral("people"), tr("%1 may be the same person: %2").arg(name, likenessWords(one.found)), mayAct ? tr("Compare…") : QString(), tr("Compare with %1 and merge").arg(name),
            [this, id = one.lead.id] { Q_EMIT mergeWanted(id); });
    }
    for (const Lead &one : kin.merged) {
        const QString name = leadLineWord(one);
        line(QStringLiteral("check"), tr("Also this person: %1").arg(name), mayAct ? tr("Separate") : QString(), tr("Separate %1 again").arg(name), [this, id = one.id] { Q_EMIT partWanted(id); });
    }
}

} // namespace foredeck::ui
