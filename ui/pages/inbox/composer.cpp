#include "ui/pages/inbox/composer.h"

#include "ui/theme/stylepaint.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/contactwords.h"
#include "ui/words/threadwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// More of it than one line ever shows.
constexpr int offerCharacters = 300;

/// Most texts are far from it, and are not counted.
bool isMoreThanAMessage(const QString &words)
{
    constexpr int mostBytesOfOne = 3; // of a UTF-16 unit
    return words.size() > ComposerEdit::mostBytes / mostBytesOfOne && words.toUtf8().size() > ComposerEdit::mostBytes;
}

} // namespace

/// The frame around the text: 1 px, 2 px in the focus colour while it is written in; the note's own fill and line.
class ComposerBox final : public QWidget {
public:
    explicit ComposerBox(ComposerEdit *edit) : m_edit(edit)
    {
        auto *inside = new QVBoxLayout(this);
        setSideMargins(this, inside, 13, 9, 4, 9);
        inside->addWidget(edit);
        setFocusProxy(edit);
    }
    void setNote(bool note)
    {
        m_note = note;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const bool focused = m_edit->hasFocus();
        Color line = focused ? Color::Focus : Color::LineStrong;
        Color fill = m_edit->isEnabled() ? Color::Surface : Color::Sunken;
        if (m_note) {
            line = Color::NoteLine;
            fill = Color::NoteFill;
        } else if (!m_edit->isEnabled()) {
            line = Color::Line;
        }
        strokeRounded(painter, rect(), radiusCard, theme.color(line), focused ? theme.focusWidth() : 1, theme.color(fill));
    }

private:
    ComposerEdit *m_edit;
    bool m_note = false;
};

Composer::Composer(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Composer"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 11, 16, 10);
    column->setSpacing(8);

    auto *top = new QHBoxLayout;
    top->setSpacing(5);
    m_segment = new Segment(tr("What you write"), this);
    m_segment->addPart(tr("Reply"), QStringLiteral("reply"));
    m_segment->addPart(tr("Private note"), QStringLiteral("lock"));
    m_windowGlyph = new Glyph(QStringLiteral("whatsapp"), 14, Color::Text2);
    m_window = new TextLabel({}, Step::Caption, Color::Text2);
    m_window->setElides();
    top->addWidget(m_segment);
    top->addStretch();
    top->addWidget(m_windowGlyph);
    top->addWidget(m_window);
    column->addLayout(top);

    m_offer = makeOffer();
    column->addWidget(m_offer);
    m_otherWays = makeOtherWays();
    column->addWidget(m_otherWays);

    m_edit = new ComposerEdit;
    m_macros = new MacroPopup(m_edit);
    m_people = new MentionPopup(m_edit);
    m_box = new ComposerBox(m_edit);
    column->addWidget(m_box);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(10);
    m_hint = new TextLabel({}, Step::Caption, Color::Text3);
    m_hint->setElides();
    m_draft = new TextLabel({}, Step::Caption, Color::Text3);
    m_send = new Button(tr("Send reply"), Button::Look::Primary, this);
    m_send->setGlyph(QStringLiteral("send"));
    m_addNote = new Button(tr("Add private note"), Button::Look::Outlined, this);
    m_addNote->setGlyph(QStringLiteral("lock"));
    m_addNote->hide();
    m_macro = new Button(tr("Insert a macro"), Button::Look::Bare, this);
    m_macro->setSmall(true);
    m_macro->setGlyph(QStringLiteral("canned"));
    m_macro->setIconOnly(true);
    tools->addWidget(m_macro);
    tools->addWidget(m_hint);
    tools->addStretch();
    tools->addWidget(m_draft);
    tools->addWidget(m_send);
    tools->addWidget(m_addNote);
    column->addLayout(tools);

    connect(m_segment, &Segment::chosen, this, [this](int index) { setKind(index == 0 ? CompositionKind::Reply : CompositionKind::Note); });
    keepKeyboard();
    connect(m_edit, &QTextEdit::textChanged, this, &Composer::changed);
    connect(m_edit, &ComposerEdit::cut, this, [this] {
        m_fullAt = m_edit->document()->characterCount();
        refresh();
    });
    connect(m_edit, &ComposerEdit::focusChanged, this, [this](bool focused) {
        m_box->update();
        // A window that another one covers for a moment keeps its place.
        m_isWrittenIn = focused || (m_isWrittenIn && window()->focusWidget() == m_edit);
        if (focused)
            return;
        for (CaretPopup *popup : {static_cast<CaretPopup *>(m_macros), static_cast<CaretPopup *>(m_people)}) {
            if (popup)
                popup->shut();
        }
        refresh();
        Q_EMIT left();
    });
    refresh();
}

/// What is typed after a press goes on in the text: anywhere else its letters would be commands.
void Composer::keepKeyboard()
{
    const auto write = [this] {
        if (m_edit->isEnabled())
            m_edit->setFocus(Qt::OtherFocusReason);
    };
    for (Button *button : {m_send, m_addNote}) // before what it does leaves it nothing to do, and it gives the keyboard to whatever comes after it
        connect(button, &QPushButton::clicked, this, write);
    for (int i = 0; i < 2; ++i) {
        QAbstractButton *part = m_segment->part(i);
        connect(part, &QAbstractButton::clicked, this, [part, write] {
            if (!part->hasFocus()) // who goes through them by key stays there
                write();
        });
    }
}

void Composer::changed()
{
    fitBox();
    if (m_fullAt > 0 && (m_loading || m_edit->document()->characterCount() < m_fullAt)) {
        m_fullAt = 0;
        refresh();
    }
    const QString words = m_edit->words();
    if (const bool isTooLong = isMoreThanAMessage(words); isTooLong != m_isTooLong) {
        m_isTooLong = isTooLong;
        refresh();
    }
    if (auto unfilled = variablesIn(words); unfilled != m_unfilled) {
        m_unfilled = std::move(unfilled);
        m_edit->setMarks(m_unfilled);
        refresh();
    }
    m_isWrittenIn = m_isWrittenIn || !m_loading;
    if (!m_loading)
        Q_EMIT typed(m_kind, words);
    followMentions();
    if (m_macros)
        m_macros->follow(!m_loading);
    if (m_people) // nobody is named to a customer
        m_people->follow(!m_loading && m_kind == CompositionKind::Note);
}

QWidget *Composer::makeOffer()
{
    auto *offer = new QWidget(this);
    auto *row = new QHBoxLayout(offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_offerWords = new TextLabel({}, Step::Caption, Color::Text2);
    m_offerWords->setElides();
    auto *take = new Button(tr("Use these words"), Button::Look::Quiet, offer);
    take->setSmall(true);
    row->addWidget(m_offerWords);
    row->addWidget(take);
    row->addStretch();
    connect(take, &QAbstractButton::clicked, this, &Composer::offerTaken);
    offer->hide();
    return offer;
}

QWidget *Composer::makeOtherWays()
{
    auto *ways = new QWidget(this);
    auto *column = new QVBoxLayout(ways); // what is to be read has the whole width, whatever the buttons need
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *glyph = new Glyph(QStringLiteral("alert"), 14, Color::Warning, ways);
    m_noWay = new TextLabel({}, Step::Small, Color::Text, QFont::Normal, ways);
    m_noWay->setWrapping(true);
    m_call = new Button({}, Button::Look::Outlined, ways);
    m_call->setGlyph(QStringLiteral("phone"));
    m_mail = new Button({}, Button::Look::Outlined, ways);
    m_mail->setGlyph(QStringLiteral("email"));
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(m_noWay, 1);
    column->addLayout(row);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (Button *button : {m_call, m_mail}) {
        button->setSmall(true);
        button->setElides(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_call, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(callTo(m_phone)); });
    connect(m_mail, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(mailTo(m_email)); });
    ways->hide();
    return ways;
}

void Composer::showOtherWays(const ThreadView &view)
{
    m_phone = view.phone;
    m_email = view.email;
    m_noWay->setText(view.noWayBack);
    m_call->setShortText(tr("Call %1").arg(isolated(view.phone)));
    m_call->setVisible(!view.phone.isEmpty());
    m_mail->setShortText(tr("E-mail %1").arg(isolated(view.email)));
    m_mail->setVisible(!view.email.isEmpty());
    m_otherWays->setVisible(!view.noWayBack.isEmpty());
}

void Composer::setOffer(const QString &words)
{
    m_offerWords->setText(words.isEmpty() ? QString() : tr("On another device you wrote: %1").arg(words.left(offerCharacters).simplified()));
    m_offer->setVisible(!words.isEmpty());
}

void Composer::setActions(QAction *send, const QAction *undoSend, QAction *macro)
{
    m_macro->setVisible(macro);
    if (macro)
        m_macro->setAction(macro);
    m_edit->setUndoSend(undoSend);
    m_send->setAction(send, tr("Send reply"));
    m_addNote->setAction(send, tr("Add private note"));
    refresh();
}

void Composer::present(const ThreadView &view, bool mayReply, bool online)
{
    m_windowGlyph->setGlyph(view.window.glyph, view.window.color);
    m_window->setText(view.window.word);
    m_window->setColor(view.window.color);
    m_firstName = view.firstName;
    m_mayReply = mayReply;
    m_onlyReads = !view.mayWork;
    m_noWayBack = !view.noWayBack.isEmpty();
    showOtherWays(view);
    m_optedOut = view.optedOut;
    m_ended = view.answer == AnswerState::Ended;
    m_online = online;
    refresh();
}

void Composer::startOver()
{
    m_isWrittenIn = false;
    m_noWayBack = false;
    m_edit->document()->clearUndoRedoStacks(); // where both hold the same it was not filled anew
    m_macros->follow(false); // both may begin with a slash
    m_people->follow(false); // or hold an @
}

void Composer::setKind(CompositionKind kind)
{
    if (m_kind == kind)
        return;
    finishComposing(m_edit);
    const QString shown = m_edit->words();
    if (m_kind == CompositionKind::Note)
        m_otherMentions = m_edit->mentions();
    m_kind = kind;
    m_isWrittenIn = m_isWrittenIn && !(m_noWayBack && kind == CompositionKind::Reply);
    m_loading = true;
    m_edit->setWords(m_other);
    if (kind == CompositionKind::Note)
        m_edit->setMentions(m_otherMentions);
    m_loading = false;
    m_other = shown;
    m_segment->setCurrent(kind == CompositionKind::Reply ? 0 : 1);
    refresh();
    Q_EMIT kindChanged(kind);
}

void Composer::begin(CompositionKind kind)
{
    // What is typed next goes where it can be kept.
    setKind(m_noWayBack ? CompositionKind::Note : kind);
    m_edit->setEnabled(true);
    m_edit->setFocus(Qt::OtherFocusReason);
    m_isWrittenIn = true;
    refresh();
}

QString Composer::text(CompositionKind kind) const
{
    return kind == m_kind ? m_edit->words() : m_other;
}

void Composer::setText(CompositionKind kind, const QString &text)
{
    if (kind != m_kind) {
        m_other = text;
        return;
    }
    if (m_edit->words() == text)
        return;
    m_loading = true;
    m_edit->setWords(text);
    m_loading = false;
    fitBox();
}

void Composer::setDraftWords(const QString &words, bool bad)
{
    m_draft->setText(words);
    m_draft->setColor(bad ? Color::Danger : Color::Text3);
}

bool Composer::isFocused() const
{
    return m_edit->hasFocus();
}

void Composer::setMaximumBox(int pixels)
{
    m_boxLimit = pixels;
    fitBox();
}

void Composer::fitBox()
{
    m_box->setFixedHeight(m_edit->wantedHeight(m_boxLimit));
}

QString Composer::placeholder() const
{
    const bool note = m_kind == CompositionKind::Note;
    if (m_onlyReads)
        return tr("Your role may only read.");
    if (m_optedOut && !note)
        return tr("No more messages reach %1: the customer has opted out. A reply is not delivered.").arg(m_firstName);
    if (m_mayReply)
        return note ? tr("A note for your team.") : tr("Write to %1").arg(m_firstName);
    if (m_noWayBack)
        return note ? tr("A note for your team.") : tr("A reply would not reach %1.").arg(m_firstName);
    const QString way = m_ended ? tr("To write to %1, reopen it first.").arg(m_firstName) : tr("To write to %1, take over.").arg(m_firstName);
    return note ? tr("A note for your team.") + QLatin1Char(' ') + way : way;
}

QString Composer::hint() const
{
    if (m_isTooLong)
        return tr("64 KB is the most a message holds: shorten it or send it in parts");
    if (m_fullAt > 0)
        return tr("64 KB is the most a message holds; the rest was not pasted");
    if (!m_unfilled.empty())
        return tr("Fill in or remove %1").arg(isolated(unfilled()));
    return m_kind == CompositionKind::Note ? tr("Only your team sees this") : QString();
}

void Composer::refresh()
{
    const bool note = m_kind == CompositionKind::Note;
    m_box->setNote(note);
    // Never taken from under the hands: the rest of the word would go to single-letter commands.
    const bool isWrittenIn = m_isWrittenIn && m_edit->isEnabled() && window()->focusWidget() == m_edit;
    m_edit->setEnabled(note || m_mayReply || isWrittenIn);
    setSpokenName(m_edit, note ? tr("Your private note") : tr("Your reply"));
    m_edit->setPlaceholderText(placeholder());
    m_hint->setColor(m_unfilled.empty() && !m_isTooLong ? Color::Text3 : Color::Warning);
    m_hint->setText(hint());
    m_send->setVisible(!note);
    m_addNote->setVisible(note);
    m_send->setShortText(m_online ? tr("Send reply") : tr("Queue reply"));
    m_box->update();
    fitBox();
}

} // namespace foredeck::ui
