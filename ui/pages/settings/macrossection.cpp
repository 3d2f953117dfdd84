#include "ui/pages/settings/macrossection.h"

#include "models/core/text.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/editbox.h"

#include <QMenu>
#include <QPlainTextEdit>

namespace foredeck::ui {

namespace {

constexpr int macroLines = 5;
constexpr int macroCharacters = 200;

EditedWords macroWords()
{
    return {MacrosSection::tr("Macros"), MacrosSection::tr("No macro yet: a greeting, the way to you, what to bring."), MacrosSection::tr("New macro"), MacrosSection::tr("Save"),
        MacrosSection::tr("Undo changes"), MacrosSection::tr("Delete"), MacrosSection::tr("Keep it"), MacrosSection::tr("Nobody can insert it any more. What was written with it stays."),
        MacrosSection::tr("Saved"), MacrosSection::tr("Not saved: %1"), MacrosSection::tr("Not deleted: %1"), MacrosSection::tr("The macro has been deleted. Saving makes it anew."),
        MacrosSection::tr("Your role may not change macros.")};
}

} // namespace

MacrosSection::MacrosSection(const Desk &desk, QWidget *parent)
    : MacroList(desk, tr("Macros"), tr("Texts that your team sends again and again. Whoever writes types / at the beginning of a line and a few letters of the name."), QStringLiteral("canned"),
          tr("canned replies templates snippets texts slash variables"), macroWords(), parent)
{
    addList();
    addForm();
    addFoot();
    finish();
    follow();
}

void MacrosSection::addForm()
{
    m_name = new LineEdit(tr("Short name"), tr("directions"));
    m_nameField = new Field(tr("Short name"), m_name);
    m_nameField->setHelp(tr("What is typed after the slash to find it."));
    column()->addWidget(m_nameField);
    m_box = new EditBox(macroLines);
    m_text = m_box->edit();
    setSpokenName(m_text, tr("Text"));
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
        if (isLoading())
            return;
        if (m_textField->hasError())
            m_textField->setError(macroTextProblem(m_text->toPlainText()));
        edited();
    });
}

void MacrosSection::present(const ClientDetails::Data *facts)
{
    m_hasAddress = facts && facts->locations.size() == 1 && !facts->locations.front().address.empty();
    m_text->setPlaceholderText(m_hasAddress ? tr("Hello {{lead.first_name}}, you find us at {{business.address}}.") : tr("Hello {{lead.first_name}}, this is {{business.name}}."));
    MacroList::present(facts);
}

void MacrosSection::offerVariables()
{
    auto *menu = new QMenu(m_variable);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const MacroVariable variable : macroVariables()) {
        if (variable == MacroVariable::BusinessAddress && !m_hasAddress)
            continue; // it could never be filled in
        menu->addAction(variableWord(variable) + QLatin1Char('\t') + variableText(variable), this, [this, variable] {
            m_text->insertPlainText(variableText(variable));
            m_text->setFocus(Qt::OtherFocusReason);
        });
    }
    menu->popup(m_variable->mapToGlobal(QPoint(0, m_variable->height() + 2)));
}

Macro MacrosSection::typed(Macro before) const
{
    QString name = m_name->text().trimmed();
    while (name.startsWith(QLatin1Char('/'))) // as it is typed, and not its name
        name = name.mid(1).trimmed();
    before.name = name.toStdString();
    before.text = m_text->toPlainText().trimmed().toStdString();
    return before;
}

void MacrosSection::put(const Macro &macro)
{
    m_nameField->setError({});
    m_textField->setError({});
    if (m_name->text() != fromUtf8(macro.name))
        m_name->setText(fromUtf8(macro.name));
    if (m_text->toPlainText() != fromUtf8(macro.text))
        m_text->setPlainText(fromUtf8(macro.text));
    refreshPreview();
}

bool MacrosSection::check(const Macro &macro)
{
    m_nameField->setError(macro.name.empty() ? tr("Give it a name.") : (macro.name.size() > mostMacroName ? tr("A shorter name is typed faster.") : QString()));
    m_textField->setError(macroTextProblem(m_text->toPlainText()));
    if (m_nameField->hasError())
        m_name->setFocus(Qt::OtherFocusReason);
    else if (m_textField->hasError())
        m_text->setFocus(Qt::OtherFocusReason);
    return !m_nameField->hasError() && !m_textField->hasError();
}

void MacrosSection::tell(const FieldProblem &problem)
{
    for (const auto &[key, field] : {std::pair {QStringLiteral("name"), m_nameField}, {QStringLiteral("text"), m_textField}}) {
        if (problem.key == key)
            field->setError(harmless(problem.sentence));
    }
}

void MacrosSection::enableFields(bool on)
{
    for (QWidget *part : std::initializer_list<QWidget *> {m_name, m_box})
        part->setEnabled(on);
    enableButton(m_variable, on, list());
}

QWidget *MacrosSection::firstField() const { return m_name; }

std::pair<OpId, MacroId> MacrosSection::make(const Macro &macro)
{
    const OpId op = desk().acts.makeMacro(macro);
    return {op, MacroId {op.value}};
}

MacroDelegate::Line MacrosSection::lineOf(const Macro &macro) const
{
    return {macroName(macro), {}, harmless(fromUtf8(macro.text).left(macroCharacters).simplified()), {}};
}

QString MacrosSection::removingWords(const Macro &macro) const { return tr("Delete “%1”?").arg(macroName(macro)); }

void MacrosSection::refreshPreview()
{
    // Of what is more than a macro holds, no more than that: a label wraps all of its text at every key.
    const std::string shown {clipUtf8(m_text->toPlainText().toStdString(), mostMacroText)};
    m_preview->setText(harmless(QString::fromStdString(expanded(shown, sampleValues())).simplified()));
}

} // namespace foredeck::ui
