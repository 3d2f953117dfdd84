#include "ui/pages/rules/ruleform.h"

#include "ui/widgets/field.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segment.h"
#include "ui/words/problemwords.h"
#include "ui/words/rulewords.h"
#include "ui/words/timewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr int mostScore = 99;
constexpr int mostMinutes = 7 * 24 * 60;
constexpr int priorities = 3;

QString phraseLine(const std::vector<std::string> &phrases)
{
    QStringList list;
    for (const std::string &phrase : phrases)
        list << harmless(fromUtf8(phrase));
    return list.join(QStringLiteral(", "));
}

/// Nothing where nothing stands; also nothing where no such number does.
std::optional<int> numberIn(const LineEdit *edit, int least, int most)
{
    bool isNumber = false;
    const QString text = edit->text().trimmed();
    int value = text.toInt(&isNumber);
    if (!isNumber) // as it is written here: "10,080"
        value = QLocale().toInt(text, &isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool isWrong(const LineEdit *edit, int least, int most) { return !edit->text().trimmed().isEmpty() && !numberIn(edit, least, most); }

/// What is ticked, and what the boxes do not know and was there.
template <class E>
std::vector<Open<E>> ticked(const std::vector<std::pair<E, QCheckBox *>> &boxes, const std::vector<Open<E>> &filled)
{
    std::vector<Open<E>> list;
    for (const Open<E> &one : filled) {
        const auto box = std::find_if(boxes.begin(), boxes.end(), [&](const auto &pair) { return one == pair.first; });
        if (box == boxes.end() || box->second->isChecked())
            list.push_back(one);
    }
    for (const auto &[value, box] : boxes) {
        if (box->isChecked() && std::find(list.begin(), list.end(), Open<E> {value}) == list.end())
            list.emplace_back(value);
    }
    return list;
}

template <class E>
void tick(const std::vector<std::pair<E, QCheckBox *>> &boxes, const std::vector<Open<E>> &list)
{
    for (const auto &[value, box] : boxes)
        box->setChecked(std::find(list.begin(), list.end(), Open<E> {value}) != list.end());
}

/// "when.words[2]" → "when.words", 2.
std::pair<std::string, std::optional<std::size_t>> withoutIndex(const std::string &field)
{
    const std::size_t open = field.find('[');
    if (open == std::string::npos)
        return {field, std::nullopt};
    return {field.substr(0, open), static_cast<std::size_t>(QString::fromStdString(field.substr(open + 1)).section(QLatin1Char(']'), 0, 0).toUInt())};
}

} // namespace

RuleForm::RuleForm(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    m_name = new LineEdit(tr("Name of the rule"), tr("Refunds"));
    auto *name = new Field(tr("Name"), m_name);
    m_fields["name"] = name;
    top->addWidget(name, 1);
    m_enabled = new Switch(tr("The rule is in force"));
    m_enabled->setWords(tr("In force"), tr("Not in force"));
    auto *force = new Field(tr("State"), m_enabled);
    top->addWidget(force, 0, Qt::AlignTop);
    column->addLayout(top);
    makeWhen(column);
    makeThen(column);
    connect(m_enabled, &QAbstractButton::toggled, this, &RuleForm::changed);
    for (LineEdit *edit : {m_name, m_words, m_meaning, m_score, m_minutes, m_languages})
        connect(edit, &QLineEdit::textChanged, this, &RuleForm::changed);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &RuleForm::changed);
    connect(m_priority, &Segment::chosen, this, &RuleForm::changed);
    setRule({});
}

void RuleForm::heading(QVBoxLayout *column, const QString &words)
{
    column->addSpacing(4);
    column->addWidget(new Rule(this));
    column->addWidget(new TextLabel(words, Step::Body, Color::Text, QFont::DemiBold));
}

void RuleForm::makeWhen(QVBoxLayout *column)
{
    heading(column, tr("When all of this holds"));
    m_problem = new QWidget(this);
    auto *problem = new QHBoxLayout(m_problem);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(6);
    problem->addWidget(new Glyph(QStringLiteral("stop"), 14, Color::Danger), 0, Qt::AlignTop);
    m_problemWords = new TextLabel({}, Step::Small, Color::Danger);
    m_problemWords->setWrapping(true);
    problem->addWidget(m_problemWords, 1);
    column->addWidget(m_problem);
    m_words = addPhrases(column, "when.words", tr("Words in a message"), tr("money back, refund"), tr("Separated by commas. One of them, just so, is enough."));
    m_meaning = addPhrases(column, "when.meaning", tr("Meaning of a message"), tr("a refund"), tr("Separated by commas. In whatever words and language it is said."));
    auto *mood = new FlowRow(16, this);
    m_repeated = addBox(mood, tr("The same is asked again"));
    m_falling = addBox(mood, tr("The mood falls"));
    column->addWidget(new Field(tr("How it goes"), mood));
    auto *numbers = new FlowRow(24, this);
    numbers->alignTops();
    addNumber(numbers, "when.score_above", tr("Score above"), QStringLiteral("80"), tr("0 to 99"), m_score);
    addNumber(numbers, "when.unanswered_minutes", tr("Minutes without a person's reply"), QStringLiteral("15"), tr("1 to %1; by the clock").arg(countWord(mostMinutes)), m_minutes);
    column->addWidget(numbers);
    auto *times = new FlowRow(16, this);
    for (const RuleTime time : {RuleTime::BusinessHours, RuleTime::AfterHours, RuleTime::Weekend})
        m_times.emplace_back(time, addBox(times, ruleTimeWord(time)));
    auto *timesField = new Field(tr("Times, any of them"), times);
    m_fields["when.times"] = timesField;
    column->addWidget(timesField);
    auto *channels = new FlowRow(16, this);
    for (const ChannelKind kind : {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::Email, ChannelKind::MissedCall})
        m_channels.emplace_back(kind, addBox(channels, channelSign(kind).word));
    auto *channelsField = new Field(tr("Channels, any of them"), channels);
    m_fields["when.channels"] = channelsField;
    column->addWidget(channelsField);
    m_languages = new LineEdit(tr("Languages, any of them"), tr("Spanish, German"));
    auto *languages = new Field(tr("Languages, any of them"), m_languages);
    m_fields["when.languages"] = languages;
    column->addWidget(languages);
}

void RuleForm::makeThen(QVBoxLayout *column)
{
    heading(column, tr("Then a person gets the conversation"));
    auto *row = new FlowRow(24, this);
    row->alignTops();
    m_reason = new QComboBox;
    for (const EscalationReason reason : ruleReasons())
        m_reason->addItem(reasonSign(reason).word);
    growLeastWidth(m_reason, 220);
    auto *reason = new Field(tr("Reason it is given"), m_reason);
    m_fields["hand_over.reason"] = reason;
    row->add(reason);
    m_priority = new Segment(tr("Priority"));
    m_priority->addPart(tr("1, first"), {});
    m_priority->addPart(QStringLiteral("2"), {});
    m_priority->addPart(tr("3, last"), {});
    auto *priority = new Field(tr("Priority"), m_priority);
    m_fields["hand_over.priority"] = priority;
    row->add(priority);
    column->addWidget(row);
    auto *card = new Card(this);
    card->setFill(Color::Sunken);
    auto *inside = new QHBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 10);
    inside->setSpacing(10);
    inside->addWidget(new Glyph(QStringLiteral("quote"), 14, Color::Text2), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    m_sentence = new TextLabel({}, Step::Body, Color::Text);
    m_sentence->setWrapping(true);
    m_occasion = new TextLabel({}, Step::Small, Color::Text2);
    m_occasion->setWrapping(true);
    words->addWidget(m_sentence);
    words->addWidget(m_occasion);
    inside->addLayout(words, 1);
    column->addWidget(card);
}

LineEdit *RuleForm::addPhrases(QVBoxLayout *column, const char *key, const QString &label, const QString &example, const QString &help)
{
    auto *edit = new LineEdit(label, example);
    auto *field = new Field(label, edit);
    field->setHelp(help);
    m_fields[key] = field;
    column->addWidget(field);
    return edit;
}

Field *RuleForm::addNumber(FlowRow *row, const char *key, const QString &label, const QString &example, const QString &help, LineEdit *&edit)
{
    edit = new LineEdit(label, example);
    growFixedWidth(edit, 110);
    auto *field = new Field(label, edit);
    field->setHelp(help);
    growLeastWidth(field, 220);
    m_fields[key] = field;
    row->add(field);
    return field;
}

QCheckBox *RuleForm::addBox(FlowRow *row, const QString &words)
{
    auto *box = new QCheckBox(words);
    row->add(box);
    connect(box, &QCheckBox::toggled, this, &RuleForm::changed);
    return box;
}

void RuleForm::changed()
{
    if (m_filling)
        return;
    clearErrors();
    readBack();
    Q_EMIT edited();
}

void RuleForm::clearErrors()
{
    for (const auto &[key, field] : m_fields)
        field->setError({});
    m_problem->hide();
}

void RuleForm::readBack()
{
    const ClientRule now = rule();
    m_sentence->setText(ruleSentence(now));
    m_occasion->setText(now.when == RuleConditions {} ? tr("Say at least one thing that must hold.") : ruleOccasionWords(now.when));
}

void RuleForm::setRule(const ClientRule &rule)
{
    m_filling = true;
    m_filled = rule;
    m_name->setText(harmless(fromUtf8(rule.name)));
    m_enabled->setChecked(rule.enabled);
    m_words->setText(phraseLine(rule.when.words));
    m_meaning->setText(phraseLine(rule.when.meaning));
    m_score->setText(rule.when.scoreAbove ? QString::number(*rule.when.scoreAbove) : QString());
    m_minutes->setText(rule.when.unansweredMinutes ? QString::number(*rule.when.unansweredMinutes) : QString());
    m_languages->setText(languagesText(rule.when.languages));
    m_repeated->setChecked(rule.when.repeatedQuestion);
    m_falling->setChecked(rule.when.sentimentFalling);
    tick(m_times, rule.when.times);
    tick(m_channels, rule.when.channels);
    const auto &reasons = ruleReasons();
    const auto reason = std::find_if(reasons.begin(), reasons.end(), [&](EscalationReason one) { return rule.handOver.reason == one; });
    m_reason->setCurrentIndex(reason == reasons.end() ? -1 : int(reason - reasons.begin()));
    m_priority->setCurrent(std::clamp(rule.handOver.priority, 1, priorities) - 1);
    m_filling = false;
    clearErrors();
    readBack();
}

std::vector<std::string> RuleForm::phrases(const LineEdit *edit, const std::vector<std::string> &filled) const
{
    // One that holds a comma itself stays whole while nobody changes the row.
    if (edit->text() == phraseLine(filled))
        return filled;
    std::vector<std::string> list;
    for (const QString &part : edit->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list.push_back(part.trimmed().toStdString());
    }
    return list;
}

ClientRule RuleForm::rule() const
{
    ClientRule rule = m_filled;
    if (m_name->text() != harmless(fromUtf8(m_filled.name)))
        rule.name = m_name->text().trimmed().toStdString();
    rule.enabled = m_enabled->isChecked();
    RuleConditions &when = rule.when;
    when.words = phrases(m_words, m_filled.when.words);
    when.meaning = phrases(m_meaning, m_filled.when.meaning);
    when.scoreAbove = numberIn(m_score, 0, mostScore);
    when.unansweredMinutes = numberIn(m_minutes, 1, mostMinutes);
    if (m_languages->text() != languagesText(m_filled.when.languages)) {
        QStringList unknown;
        when.languages = languagesOf(m_languages->text(), unknown);
    }
    when.repeatedQuestion = m_repeated->isChecked();
    when.sentimentFalling = m_falling->isChecked();
    when.times = ticked(m_times, m_filled.when.times);
    when.channels = ticked(m_channels, m_filled.when.channels);
    if (m_reason->currentIndex() >= 0)
        rule.handOver.reason = ruleReasons()[static_cast<std::size_t>(m_reason->currentIndex())];
    rule.handOver.priority = m_priority->current() + 1;
    return rule;
}

QStringList RuleForm::unknownLanguages() const
{
    QStringList unknown;
    if (m_languages->text() != languagesText(m_filled.when.languages))
        languagesOf(m_languages->text(), unknown);
    return unknown;
}

bool RuleForm::differsFrom(const ClientRule &other) const
{
    return !sameWish(rule(), other) || isWrong(m_score, 0, mostScore) || isWrong(m_minutes, 1, mostMinutes) || !unknownLanguages().isEmpty();
}

bool RuleForm::showProblems()
{
    clearErrors();
    bool wrong = false;
    const auto say = [&](const char *key, const QString &words) {
        m_fields.at(key)->setError(words);
        if (!wrong)
            m_fields.at(key)->control()->setFocus(Qt::OtherFocusReason);
        wrong = true;
    };
    const ClientRule now = rule();
    if (m_name->text().trimmed().isEmpty())
        say("name", tr("Give it a name, so that people know it again."));
    if (isWrong(m_score, 0, mostScore))
        say("when.score_above", tr("A whole number from 0 to 99, or nothing."));
    if (isWrong(m_minutes, 1, mostMinutes))
        say("when.unanswered_minutes", tr("A whole number from 1 to %1, or nothing.").arg(countWord(mostMinutes)));
    if (const QStringList unknown = unknownLanguages(); !unknown.isEmpty())
        say("when.languages", tr("No language is called so: %1").arg(unknown.join(QStringLiteral(", "))));
    if (!wrong && now.when == RuleConditions {}) {
        m_problemWords->setText(tr("Say at least one thing that must hold."));
        m_problem->show();
        m_words->setFocus(Qt::OtherFocusReason);
        wrong = true;
    }
    return wrong;
}

QStringList RuleForm::showErrors(const std::vector<FieldError> &errors)
{
    QStringList rest;
    const ClientRule now = rule();
    for (const FieldError &error : errors) {
        const auto [key, index] = withoutIndex(error.field);
        const QString why = problemReason(QString::fromStdString(error.reason));
        if (key == "when") {
            m_problemWords->setText(why);
            m_problem->show();
            continue;
        }
        const auto field = m_fields.find(key);
        if (field == m_fields.end()) {
            rest << problemWords(QString::fromStdString(error.field + ": " + error.reason));
            continue;
        }
        const auto &list = key == "when.meaning" ? now.when.meaning : now.when.words;
        const bool named = index && *index < list.size() && (key == "when.meaning" || key == "when.words");
        field->second->setError(named ? tr("“%1”: %2", "a phrase, what is wrong with it").arg(isolated(harmless(fromUtf8(list[*index]))), why) : why);
    }
    return rest;
}

void RuleForm::setReadOnly(bool readOnly)
{
    for (LineEdit *edit : {m_name, m_words, m_meaning, m_score, m_minutes, m_languages})
        edit->setReadOnly(readOnly);
    for (QWidget *one : std::initializer_list<QWidget *> {m_enabled, m_repeated, m_falling, m_reason, m_priority})
        one->setEnabled(!readOnly);
    for (const auto &[value, box] : m_times)
        box->setEnabled(!readOnly);
    for (const auto &[value, box] : m_channels)
        box->setEnabled(!readOnly);
}

} // namespace foredeck::ui
