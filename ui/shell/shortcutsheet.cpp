#include "ui/shell/shortcutsheet.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// As high as what is in it, and scrolled in a window that is too low for that.
class Scrolled final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QScrollArea::sizeHint(); }
};

} // namespace

ShortcutSheet::ShortcutSheet(const CommandRegistry &commands, QWidget *window) : Overlay(window, 760, 72), m_commands(commands), m_area(new Scrolled)
{
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(1, 1, 1, 1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    setSpokenName(m_area, tr("Shortcuts"));
    column->addWidget(m_area);
}

void ShortcutSheet::toggle()
{
    if (isOpen())
        return close();
    rebuild();
    open();
    setSpokenName(box(), tr("Shortcuts"));
    m_area->setFocus(Qt::PopupFocusReason);
}

void ShortcutSheet::rebuild()
{
    m_listed.clear();
    auto *inside = new QWidget;
    inside->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(19, 15, 19, 15);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Shortcuts"), Step::Title, Color::Text, QFont::DemiBold));
    head->addStretch();
    head->addWidget(new TextLabel(tr("Single letters work outside text fields."), Step::Small, Color::Text3));
    column->addLayout(head);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    QVBoxLayout *sides[2] {new QVBoxLayout, new QVBoxLayout};
    int rows[2] {0, 0};
    for (const CommandGroup group : {CommandGroup::Conversation, CommandGroup::List, CommandGroup::GoTo, CommandGroup::View, CommandGroup::Application}) {
        std::vector<const CommandRegistry::Entry *> entries;
        for (const CommandRegistry::Entry &entry : m_commands.entries()) {
            if (entry.command.group == group && !entry.action->shortcut().isEmpty())
                entries.push_back(&entry);
        }
        if (entries.empty())
            continue;
        const int side = rows[0] <= rows[1] ? 0 : 1;
        rows[side] += int(entries.size()) + 2;
        sides[side]->addWidget(new TextLabel(groupWord(group), Step::Caption, Color::Text2, QFont::DemiBold));
        sides[side]->addSpacing(4);
        for (const CommandRegistry::Entry *entry : entries) {
            auto *line = new QHBoxLayout;
            auto *words = new TextLabel(entry->command.text, Step::Body);
            words->setElides(40);
            line->addWidget(words, 1);
            line->addStretch();
            QStringList caps;
            for (const QKeySequence &keys : entry->action->shortcuts())
                caps << keyWords(keys);
            caps.removeDuplicates();
            for (const QString &cap : caps)
                line->addWidget(new KeyCap(cap));
            sides[side]->addLayout(line);
            m_listed << entry->command.id;
        }
        sides[side]->addSpacing(12);
    }
    for (QVBoxLayout *side : sides) {
        side->setSpacing(6);
        side->addStretch();
        columns->addLayout(side, 1);
    }
    column->addLayout(columns);
    m_area->setWidget(inside);
    inside->setAutoFillBackground(false);
    inside->show();
}

} // namespace foredeck::ui
