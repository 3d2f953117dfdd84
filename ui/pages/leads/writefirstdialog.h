#pragma once

#include "models/domain/lead.h"
#include "models/domain/messagetemplate.h"
#include "ui/widgets/overlay.h"

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class EditBox;
class Field;
class LineEdit;
class Segment;
class TextLabel;

/// What a lead is written to before there is a conversation: an SMS in one's own words, or a WhatsApp template with its gaps
/// filled in, as it will read.
class WriteFirstDialog final : public Overlay {
    Q_OBJECT

public:
    struct Wanted {
        ChannelKind channel = ChannelKind::Sms;
        QString text;
        std::optional<TemplateUse> useTemplate;
    };

    explicit WriteFirstDialog(QWidget *window);
    /// `text`: of an SMS that was begun here once. What stands in the gaps of a template stays for the same lead until it is sent.
    void ask(const Lead &lead, const QString &name, const std::vector<MessageTemplate> &templates, const QString &text, std::function<void(const Wanted &)> then);
    /// What the settings hold, when they come later.
    void setTemplates(const std::vector<MessageTemplate> &templates);
    /// Why SMS cannot be sent, where that is known here; empty: it can.
    void setSmsBlocked(const QString &why);
    void setText(const QString &text);
    /// The same once more, with why it came back; the words of an SMS are `ask`ed with.
    void askAgain(const Wanted &wanted, const QString &why);
    /// In the gaps of a template; those of an SMS are a draft.
    bool holdsWords() const override;
    void dropWords() override;
    EditBox *text() const noexcept { return m_text; }
    Segment *channel() const noexcept { return m_channel; }
    QComboBox *templates() const noexcept { return m_template; }
    Button *send() const noexcept { return m_send; }
    std::vector<LineEdit *> gaps() const { return m_gaps; }

Q_SIGNALS:
    /// The words of the SMS, by the person's hand.
    void typed(const QString &text);

protected:
    QWidget *firstFocus() const override;

private:
    bool isSms() const;
    QString blocked() const;
    void showTemplate();
    void refresh();
    void take();
    QString filled() const;

    TextLabel *m_title;
    Segment *m_channel;
    TextLabel *m_to;
    TextLabel *m_blocked;
    EditBox *m_text;
    Field *m_textField;
    QComboBox *m_template;
    Field *m_templateField;
    QWidget *m_gapsPane;
    QVBoxLayout *m_gapsColumn;
    TextLabel *m_preview;
    Button *m_send;
    Lead m_lead;
    std::vector<MessageTemplate> m_templates;
    std::vector<LineEdit *> m_gaps;
    QString m_smsBlocked;
    std::function<void(const Wanted &)> m_then;
    bool m_filling = false;
    bool m_taken = false; ///< what stands there was sent
};

} // namespace foredeck::ui
