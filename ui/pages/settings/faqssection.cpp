#include "ui/pages/settings/faqssection.h"

#include "ui/pages/settings/businessname.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/editbox.h"

#include <QPlainTextEdit>

namespace foredeck::ui {

namespace {

constexpr int faqLines = 6;
constexpr int faqCharacters = 200;
// Bytes, as the server takes them.
constexpr int mostQuestion = 2000;
constexpr int mostAnswer = 16 * 1024;

EditedWords faqWords()
{
    return {FaqsSection::tr("Questions and answers"), FaqsSection::tr("No answer yet: what do customers ask first?"), FaqsSection::tr("New question"), FaqsSection::tr("Save"),
        FaqsSection::tr("Undo changes"), FaqsSection::tr("Delete"), FaqsSection::tr("Keep it"), FaqsSection::tr("The assistant will not know it any more, and asks a person. What was answered with it stays."),
        FaqsSection::tr("Saved"), FaqsSection::tr("Not saved: %1"), FaqsSection::tr("Not deleted: %1"), FaqsSection::tr("The answer has been deleted. Saving makes it anew."),
        FaqsSection::tr("Your role may not change answers.")};
}

} // namespace

FaqsSection::FaqsSection(const Desk &desk, QWidget *parent)
    : FaqList(desk, tr("Questions and answers"), tr("What the assistant knows of the business, beside its hours. It answers from here word for word, and asks a person for the rest."), QStringLiteral("knowledge"),
          tr("question faq answer knowledge business name"), faqWords(), parent)
{
    m_business = new BusinessName(desk);
    column()->addWidget(m_business);
    connect(m_business, &BusinessName::said, this, [this](const QString &words, bool bad) { say(words, bad); });
    addHeading(tr("Answers"));
    addList();
    addForm();
    addFoot();
    finish();
    follow();
}

void FaqsSection::addForm()
{
    m_question = new LineEdit(tr("Question"), tr("Is there parking?"));
    m_questionField = new Field(tr("Question"), m_question);
    m_questionField->setHelp(tr("As a customer asks it."));
    column()->addWidget(m_questionField);
    m_box = new EditBox(faqLines);
    m_answer = m_box->edit();
    setSpokenName(m_answer, tr("Answer"));
    m_answerField = new Field(tr("Answer"), m_box);
    m_answerField->setHelp(tr("Customers read it as it stands here."));
    column()->addWidget(m_answerField);
    connect(m_question, &QLineEdit::textEdited, this, [this] {
        m_questionField->setError({});
        edited();
    });
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] {
        if (isLoading())
            return;
        if (m_answerField->hasError())
            m_answerField->setError(answerProblem());
        edited();
    });
}

void FaqsSection::present(const ClientDetails::Data *facts)
{
    if (facts)
        m_language = facts->client.language;
    m_business->present(facts);
    FaqList::present(facts);
}

bool FaqsSection::isDirty() const { return FaqList::isDirty() || m_business->isDirty(); }

void FaqsSection::forget()
{
    m_business->forget();
    FaqList::forget();
}

Document FaqsSection::begun() const
{
    Document one;
    one.language = m_filled.language.empty() ? m_language : m_filled.language;
    one.category = m_filled.category;
    one.visibility = m_filled.visibility;
    return one;
}

Document FaqsSection::typed(Document before) const
{
    before.title = m_question->text().trimmed().toStdString();
    before.text = m_answer->toPlainText().trimmed().toStdString();
    return before;
}

void FaqsSection::put(const Document &faq)
{
    m_filled = faq;
    m_questionField->setError({});
    m_answerField->setError({});
    if (m_question->text() != fromUtf8(faq.title))
        m_question->setText(fromUtf8(faq.title));
    if (m_answer->toPlainText() != fromUtf8(faq.text))
        m_answer->setPlainText(fromUtf8(faq.text));
}

QString FaqsSection::answerProblem() const
{
    const std::string text = m_answer->toPlainText().trimmed().toStdString();
    return text.empty() ? tr("Write what is answered.") : text.size() > std::size_t(mostAnswer) ? tr("It is longer than an answer may be.") : QString();
}

bool FaqsSection::check(const Document &faq)
{
    m_questionField->setError(faq.title.empty() ? tr("Write what is asked.") : faq.title.size() > std::size_t(mostQuestion) ? tr("It is longer than a question may be.") : QString());
    m_answerField->setError(answerProblem());
    if (m_questionField->hasError())
        m_question->setFocus(Qt::OtherFocusReason);
    else if (m_answerField->hasError())
        m_answer->setFocus(Qt::OtherFocusReason);
    return !m_questionField->hasError() && !m_answerField->hasError();
}

void FaqsSection::tell(const FieldProblem &problem)
{
    for (const auto &[key, field] : {std::pair {QStringLiteral("faqs[0].question"), m_questionField}, {QStringLiteral("faqs[0].answer"), m_answerField}}) {
        if (problem.key == key)
            field->setError(harmless(problem.sentence));
    }
}

void FaqsSection::enableFields(bool on)
{
    for (QWidget *part : std::initializer_list<QWidget *> {m_question, m_box})
        part->setEnabled(on);
}

QWidget *FaqsSection::firstField() const { return m_question; }

/// Its id is made here, so that it is the same one however often it is sent.
std::pair<OpId, DocumentId> FaqsSection::make(const Document &faq)
{
    Document one = faq;
    one.id = DocumentId::make(desk().store.clock().now());
    one.version = 0;
    return {store(one), one.id};
}

OpId FaqsSection::store(const Document &faq) { return desk().acts.saveFaqs(faq.client, faq.base, {faq}); }

MacroDelegate::Line FaqsSection::lineOf(const Document &faq) const
{
    const QString answer = fromUtf8(faq.text).section(QLatin1Char('\n'), 0, 0);
    return {harmless(fromUtf8(faq.title)), {}, harmless(answer.left(faqCharacters).simplified()), {}};
}

QString FaqsSection::removingWords(const Document &faq) const { return tr("Delete “%1”?").arg(harmless(fromUtf8(faq.title))); }

} // namespace foredeck::ui
