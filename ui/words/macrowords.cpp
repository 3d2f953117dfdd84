#include "ui/words/macrowords.h"

#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct MacroWords {
    Q_DECLARE_TR_FUNCTIONS(MacroWords)
};

} // namespace

QString variableWord(MacroVariable variable)
{
    switch (variable) {
    case MacroVariable::LeadFirstName:
        return MacroWords::tr("First name of the customer");
    case MacroVariable::LeadName:
        return MacroWords::tr("Name of the customer");
    case MacroVariable::LeadPhone:
        return MacroWords::tr("Telephone of the customer");
    case MacroVariable::LeadEmail:
        return MacroWords::tr("E-mail of the customer");
    case MacroVariable::BusinessName:
        return MacroWords::tr("Name of the business");
    case MacroVariable::BusinessAddress:
        return MacroWords::tr("Address, where there is one place");
    case MacroVariable::BusinessContact:
        return MacroWords::tr("Contact of the business");
    case MacroVariable::UserFirstName:
        return MacroWords::tr("First name of whoever writes");
    case MacroVariable::UserName:
        return MacroWords::tr("Name of whoever writes");
    case MacroVariable::Unknown:
        break;
    }
    return {};
}

QString variableText(MacroVariable variable)
{
    return QStringLiteral("{{%1}}").arg(textOf(nameOf(variable)));
}

const std::vector<MacroVariable> &macroVariables()
{
    static const std::vector<MacroVariable> all = [] {
        std::vector<MacroVariable> list;
        for (const auto &[variable, name] : EnumNames<MacroVariable>::names)
            list.push_back(variable);
        return list;
    }();
    return all;
}

MacroValues sampleValues()
{
    MacroFacts facts;
    facts.lead = MacroWords::tr("Elena Vásquez").toStdString();
    facts.leadPhone = "+1 305 555 0142";
    facts.leadEmail = "elena@example.com";
    facts.business = MacroWords::tr("Casa Marisol").toStdString();
    facts.businessAddress = MacroWords::tr("1214 Coral Row, Miami Beach").toStdString();
    facts.businessContact = "+1 305 555 0101";
    facts.user = MacroWords::tr("Tomás Ibarra").toStdString();
    return valuesOf(facts);
}

std::vector<VariableSpot> variablesIn(const QString &text)
{
    std::vector<VariableSpot> spots;
    if (!text.contains(QStringLiteral("{{")))
        return spots;
    const std::string bytes = text.toStdString();
    int characters = 0;
    std::size_t done = 0;
    for (const Placeholder &one : placeholdersIn(bytes)) {
        characters += int(QString::fromUtf8(bytes.data() + done, qsizetype(one.from - done)).size());
        const QString words = QString::fromUtf8(bytes.data() + one.from, qsizetype(one.size));
        spots.push_back({characters, int(words.size()), words});
        characters += int(words.size());
        done = one.from + one.size;
    }
    return spots;
}

QString macroTextProblem(const QString &text)
{
    const std::string bytes = text.trimmed().toStdString();
    if (bytes.empty())
        return MacroWords::tr("Write what is to be sent.");
    if (bytes.size() > mostMacroText)
        return MacroWords::tr("It is longer than a macro may be (%n byte(s)).", "", int(mostMacroText));
    const auto problem = problemOf(bytes);
    if (!problem)
        return {};
    const QString what = harmless(fromUtf8(problem->what));
    return problem->kind == MacroProblem::Kind::UnknownVariable ? MacroWords::tr("%1 is no variable; choose one from the list.").arg(what)
                                                                : MacroWords::tr("The braces here hold no variable: %1").arg(what);
}

QString macroName(const Macro &macro)
{
    return macro.name.empty() ? MacroWords::tr("Macro without a name") : harmless(fromUtf8(macro.name));
}

QString pendingWords(PendingKind pending, bool isDeleting)
{
    switch (pending) {
    case PendingKind::None:
        return {};
    case PendingKind::Unsent:
        return MacroWords::tr("not sent yet");
    case PendingKind::NeedsReview:
    case PendingKind::MayHaveArrived:
        return MacroWords::tr("needs a look");
    case PendingKind::Refused:
        break;
    }
    return isDeleting ? MacroWords::tr("not deleted") : MacroWords::tr("not taken");
}

} // namespace foredeck::ui
