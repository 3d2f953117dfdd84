#include "ui/pages/settings/macrossection.h"

#include "models/core/text.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/macrodelegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/words/domainwords.h"
#include "ui/words/macrowords.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int mostRows = 6;
constexpr int shownLines = 5;
constexpr int previewCharacters = 200;

bool sameFields(const Macro &a, const Macro &b) { return sameWish(a, b); }

} // namespace

MacrosSection::MacrosSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Macros"), tr("Texts that your team sends again and again. Whoever writes types / at the beginning of a line and a few letters of the name."), QStringLiteral("canned"),
          tr("canned replies templates snippets texts slash variables"), parent)
    , m_desk(desk)
    , m_model(desk.store)
    , m_saving(desk)
    , m_deleting(desk)
    , m_basis(sameFields)
{
    addList();
    addForm();
    addFoot();
    finish();
    connect(&m_model, &MacroListModel::loaded, this, &MacrosSection::takeMacros);
    connect(&m_saving, &ActFollower::stored, this, &MacrosSection::stored);
    connect(&m_saving, &ActFollower::taken, this, &MacrosSection::saved);
    connect(&m_saving, &ActFollower::refused, this, &MacrosSection::refused);
    connect(&m_deleting, &ActFollower::refused, this, [this](const QString &why) { say(tr("Not deleted: %1").arg(why), true); });
    for (ActFollower *act : {&m_saving, &m_deleting}) {
        connect(act, &ActFollower::dropped, this, [this] {
            say({});
            refresh();
        });
    }
    refresh();
}

void MacrosSection::addList()
{
    m_card = new Card;
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(1, 1, 1, 1);
    m_list = new ConversationListView;
    m_list->setAccessibleName(tr("Macros"));
    m_list->setItemDelegate(new MacroDelegate([this](int row) {
        const MacroRow &one = m_model.itemAt(row);
        const Macro &shown = one.isNew && one.typed ? *one.typed : one.value;
        return MacroDelegate::Line {macroName(shown), {}, harmless(fromUtf8(shown.text).left(previewCharacters).simplified()), macroPendingWords(one)};
    }, m_list));
    m_list->setModel(&m_model);
    inside->addWidget(m_list);
    column()->addWidget(m_card);
    m_none = new TextLabel(tr("No macro yet: a greeting, the way to you, what to bring."), Step::Small, Color::Text3);
    m_none->setWrapping(true);
    column()->addWidget(m_none);
    auto *row = new QHBoxLayout;
    m_new = new Button(tr("New macro"), Button::Look::Outlined);
    m_new->setGlyph(QStringLiteral("plus"));
    row->addWidget(m_new);
    row->addStretch();
    column()->addLayout(row);
    connect(m_new, &QPushButton::clicked, this, [this] { leaveFor({}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // Once the list has done with the key or press: it may be told to stay where it was.
        if (index.isValid() && m_list->isChoosing())
            QMetaObject::invokeMethod(this, [this, id = m_model.itemAt(index.row()).value.id] { leaveFor(id); }, Qt::QueuedConnection);
    });
    connect(m_list, &ConversationListView::openRequested, this, [this] { m_name->setFocus(Qt::ShortcutFocusReason); });
}

void MacrosSection::addForm()
{
    m_name = new LineEdit(tr("Short name"), tr("directions"));
    m_nameField = new Field(tr("Short name"), m_name);
    m_nameField->setHelp(tr("What is typed after the slash to find it."));
    column()->addWidget(m_nameField);
    m_box = new EditBox(shownLines);
    m_text = m_box->edit();
    m_text->setAccessibleName(tr("Text"));
    m_text->setPlaceholderText(tr("Hello {{lead.first_name}}, you find us at {{business.address}}."));
    m_textField = new Field(tr("Text"), m_box);
    m_textField->setHelp(tr("A variable is filled in when the macro is used. What has no value then is marked, and nothing is sent before it is filled in or removed."));
    m_variable = new Button(tr("Insert a variable"), Button::Look::Link);
    m_textField->addBesideLabel(m_variable);
    column()->addWidget(m_textField);
    addHeading(tr("Preview, with invented values"));
    m_preview = new TextLabel({}, Step::Reading, Color::Text2);
    m_preview->setWrapping(true);
    column()->addWidget(m_preview);
    connect(m_variable, &QPushButton::clicked, this, &MacrosSection::offerVariables);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameField->setError({});
        edited();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        refreshPreview();
        if (m_loading)
            return;
        if (m_textField->hasError())
            m_textField->setError(macroTextProblem(m_text->toPlainText()));
        edited();
    });
}

void MacrosSection::addFoot()
{
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    m_save = new Button(tr("Save"), Button::Look::Primary);
    m_undo = new Button(tr("Undo changes"), Button::Look::Bare);
    m_delete = new Button(tr("Delete"), Button::Look::Danger);
    m_delete->setGlyph(QStringLiteral("trash"));
    acts->addWidget(m_save);
    acts->addWidget(m_undo);
    acts->addStretch();
    acts->addWidget(m_delete);
    column()->addSpacing(4);
    column()->addLayout(acts);
    connect(m_save, &QPushButton::clicked, this, &MacrosSection::save);
    connect(m_delete, &QPushButton::clicked, this, &MacrosSection::remove);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const MacroRow *now = row();
        // An act that was not taken is let go of with what it wanted.
        if (now && (now->pending == PendingKind::NeedsReview || now->pending == PendingKind::Refused))
            m_desk.acts.drop(now->act);
        m_saving.follow({});
        say({});
        fill(now && !now->isNew ? now->value : Macro());
        refresh();
    });
}

void MacrosSection::offerVariables()
{
    auto *menu = new QMenu(m_variable);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const MacroVariable variable : macroVariables()) {
        menu->addAction(variableWord(variable) + QLatin1Char('\t') + variableText(variable), this, [this, variable] {
            m_text->insertPlainText(variableText(variable));
            m_text->setFocus(Qt::OtherFocusReason);
        });
    }
    menu->popup(m_variable->mapToGlobal(QPoint(0, m_variable->height() + 2)));
}

const MacroRow *MacrosSection::row() const
{
    const int at = m_shown.empty() ? -1 : m_model.rowOf(m_shown.value);
    return at < 0 ? nullptr : &m_model.itemAt(at);
}

void MacrosSection::present(const ClientDetails::Data *facts)
{
    m_may = facts && mayDo(m_desk.ephemera.me().role.value(), Right::Manage);
    const ClientId client = facts ? facts->client.id : ClientId();
    if (client != m_model.client()) {
        for (ActFollower *act : {&m_saving, &m_deleting})
            act->follow({});
        say({});
        m_shown = m_made = {};
        m_isNew = false;
        fill({});
        m_model.setClient(client);
    }
    refresh();
}

/// The cache has told them anew: what is shown follows, and what is typed stays.
void MacrosSection::takeMacros()
{
    showList();
    if (!m_made.empty() && m_model.rowOf(m_made.value) >= 0) {
        // A new one stands in the list once it is stored here.
        m_shown = std::exchange(m_made, {});
        meetNewer();
    } else if (!row() && !m_dirty && !m_isNew && m_made.empty()) {
        return choose(m_model.rowCount() > 0 ? m_model.itemAt(0).value.id : MacroId());
    } else if (const MacroRow *now = row(); now && !m_dirty) {
        fill(now->typed.value_or(now->value));
        m_dirty = now->typed.has_value();
    } else if (!now && !m_shown.empty()) {
        m_shown = {};
        m_saving.follow({});
        if (m_wasStored) // else it is the new one that was dropped on the outbox page
            say(tr("The macro has been deleted. Saving makes it anew."), true);
    } else {
        meetNewer();
    }
    point();
    refresh();
}

void MacrosSection::leaveFor(const MacroId &macro)
{
    if (!macro.empty() && macro == m_shown)
        return;
    const auto show = [this, macro] {
        choose(macro);
        m_isNew = macro.empty();
        if (m_isNew)
            m_name->setFocus(Qt::OtherFocusReason);
    };
    if (!isDirty())
        return show();
    point();
    Q_EMIT leaving(show);
}

void MacrosSection::choose(const MacroId &macro)
{
    m_shown = m_model.rowOf(macro.value) >= 0 ? macro : MacroId();
    m_isNew = false;
    m_made = {};
    m_sent.reset();
    say({});
    const MacroRow *now = row();
    m_saving.follow({});
    fill(now ? now->typed.value_or(now->value) : Macro());
    if (now && !now->act.empty() && !now->isDeleting) {
        m_dirty = now->typed.has_value();
        m_saving.resume(now->act);
    }
    point();
    refresh();
}

/// The list points at what is edited, whatever was pressed.
void MacrosSection::point()
{
    const int at = m_shown.empty() ? -1 : m_model.rowOf(m_shown.value);
    m_list->setCurrentIndex(at < 0 ? QModelIndex() : m_model.index(at));
}

void MacrosSection::fill(const Macro &macro)
{
    m_basis.fill(macro);
    const bool before = std::exchange(m_loading, true);
    m_nameField->setError({});
    m_textField->setError({});
    // Caret, selection and undo steps stay where nothing is another.
    if (m_name->text() != fromUtf8(macro.name))
        m_name->setText(fromUtf8(macro.name));
    if (m_text->toPlainText() != fromUtf8(macro.text))
        m_text->setPlainText(fromUtf8(macro.text));
    m_dirty = false;
    m_loading = before;
    refreshPreview();
}

void MacrosSection::showList()
{
    const int rows = m_model.rowCount();
    m_card->setVisible(rows > 0);
    m_none->setVisible(rows == 0 && m_model.isLoaded());
    m_list->setFixedHeight(std::clamp(rows, 1, mostRows) * MacroDelegate::rowHeight(themeOf(this)));
}

void MacrosSection::refreshPreview()
{
    // Of what is more than a macro holds, no more than that: a label wraps all of its text at every key.
    const std::string shown {clipUtf8(m_text->toPlainText().toStdString(), mostMacroText)};
    m_preview->setText(harmless(QString::fromStdString(expanded(shown, sampleValues())).simplified()));
}

void MacrosSection::refresh()
{
    const MacroRow *now = row();
    m_wasStored = now ? !now->isNew : m_wasStored;
    const bool isOnItsWay = m_saving.isUnderWay() || (now && now->pending == PendingKind::Unsent);
    showList();
    for (QWidget *part : std::initializer_list<QWidget *> {m_name, m_box})
        part->setEnabled(m_may);
    enableButton(m_variable, m_may, m_list);
    enableButton(m_new, m_may && !m_model.client().empty(), m_name);
    enableButton(m_save, m_may && m_dirty && !isOnItsWay, m_name);
    enableButton(m_undo, m_may && m_dirty && !isOnItsWay, m_name);
    enableButton(m_delete, m_may && now && !isOnItsWay, m_name);
    m_delete->setVisible(now != nullptr);
    m_save->setToolTip(plainTip(m_may || m_model.client().empty() ? QString() : tr("Your role may not change macros.")));
}

} // namespace foredeck::ui
