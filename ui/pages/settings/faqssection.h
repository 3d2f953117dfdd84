#pragma once

#include "models/items/documentlistmodel.h"
#include "ui/pages/settings/editedlist.h"

class QPlainTextEdit;

namespace foredeck::ui {

class BusinessName;
class EditBox;

using FaqList = EditedList<Document, DocumentListModel>;

/// What the business is called, and what the assistant knows of it: questions with their answers. Managers change the
/// answers, others read them.
class FaqsSection final : public FaqList {
    Q_OBJECT

public:
    explicit FaqsSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;
    const DocumentListModel &answers() const { return model(); }

private:
    Document begun() const override;
    Document typed(Document before) const override;
    void put(const Document &faq) override;
    bool check(const Document &faq) override;
    void tell(const FieldProblem &problem) override;
    void enableFields(bool on) override;
    QWidget *firstField() const override;
    std::pair<OpId, DocumentId> make(const Document &faq) override;
    OpId store(const Document &faq) override;
    OpId remove(const Document &faq) override { return desk().acts.deleteFaq(faq); }
    MacroDelegate::Line lineOf(const Document &faq) const override;
    QString removingWords(const Document &faq) const override;
    void addForm();
    QString answerProblem() const;

    std::string m_language; ///< of the client: what a new answer is written in
    Document m_filled; ///< what was put into the fields last: of one that is made anew nothing else may become another
    BusinessName *m_business;
    LineEdit *m_question;
    Field *m_questionField;
    EditBox *m_box;
    QPlainTextEdit *m_answer;
    Field *m_answerField;
};

} // namespace foredeck::ui
