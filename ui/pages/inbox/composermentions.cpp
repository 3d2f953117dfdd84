#include "ui/pages/inbox/composer.h"
#include "ui/words/mentionwords.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

/// Whom the text names: the id is carried by the characters that stand for them, so that it goes where they go, comes back with
/// what is undone, and belongs to nothing that is typed elsewhere.
namespace foredeck::ui {

namespace {

constexpr int userProperty = QTextFormat::UserProperty + 1;
constexpr int nameProperty = QTextFormat::UserProperty + 2;

QTextCharFormat mentionFormat(const Mention &mention)
{
    QTextCharFormat format;
    format.setProperty(userProperty, QString::fromStdString(mention.user.value));
    format.setProperty(nameProperty, QString::fromStdString(mention.name));
    return format;
}

/// Characters that carry one person, one behind the other.
struct NamedRun {
    int from = 0;
    int to = 0;
    Mention mention;
};

std::vector<NamedRun> namedRunsIn(const QTextDocument &document)
{
    std::vector<NamedRun> runs;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat format = fragment.charFormat();
            if (!format.hasProperty(userProperty))
                continue;
            const Mention mention {UserId {format.property(userProperty).toString().toStdString()}, format.property(nameProperty).toString().toStdString()};
            if (!runs.empty() && runs.back().to == fragment.position() && runs.back().mention == mention)
                runs.back().to += fragment.length();
            else
                runs.push_back({fragment.position(), fragment.position() + fragment.length(), mention});
        }
    }
    return runs;
}

} // namespace

std::vector<std::pair<ShownMention, Mention>> ComposerEdit::mentionsShown() const
{
    std::vector<std::pair<ShownMention, Mention>> shown;
    const std::vector<NamedRun> runs = namedRunsIn(*document());
    std::vector<Mention> carried;
    for (const NamedRun &run : runs)
        carried.push_back(run.mention);
    // The text as it is read: an @ in the middle of a word is none, and of two names the longer one counts.
    for (const ShownMention &spot : shownMentions(words(), carried)) {
        const auto run = std::find_if(runs.begin(), runs.end(), [&](const NamedRun &one) { return one.from <= spot.from && spot.from + spot.size <= one.to; });
        if (run != runs.end() && run->mention.name == carried[spot.mention].name)
            shown.emplace_back(spot, run->mention);
    }
    return shown;
}

std::vector<Mention> ComposerEdit::mentions() const
{
    std::vector<Mention> list;
    for (const auto &[spot, mention] : mentionsShown())
        list.push_back(mention);
    return list;
}

void ComposerEdit::insertMention(int from, int to, const Mention &mention)
{
    QString text = QLatin1Char('@') + QString::fromStdString(mention.name);
    if (!fit(text, from, to))
        return Q_EMIT cut();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor.insertText(text, mentionFormat(mention));
    if (document()->characterAt(cursor.position()) == QLatin1Char(' '))
        cursor.movePosition(QTextCursor::NextCharacter);
    else
        cursor.insertText(QStringLiteral(" "), QTextCharFormat());
    cursor.endEditBlock();
    setTextCursor(cursor);
    setCurrentCharFormat(QTextCharFormat());
    ensureCursorVisible();
}

void ComposerEdit::setMentions(const std::vector<Mention> &mentions)
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.setCharFormat(QTextCharFormat());
    for (const ShownMention &spot : shownMentions(words(), mentions)) {
        QTextCursor cursor(document());
        cursor.setPosition(spot.from);
        cursor.setPosition(spot.from + spot.size, QTextCursor::KeepAnchor);
        cursor.setCharFormat(mentionFormat(mentions[spot.mention]));
    }
    document()->clearUndoRedoStacks();
    setCurrentCharFormat(QTextCharFormat());
}

std::vector<Mention> Composer::mentions() const
{
    return m_kind == CompositionKind::Note ? m_edit->mentions() : m_otherMentions;
}

void Composer::setMentions(const std::vector<Mention> &mentions)
{
    if (m_kind != CompositionKind::Note) {
        m_otherMentions = mentions;
        return;
    }
    if (m_edit->mentions() == mentions)
        return;
    m_loading = true;
    m_edit->setMentions(mentions);
    m_loading = false;
}

/// What is typed next to a name, and what a note does not hold any more, changes whom it names.
void Composer::followMentions()
{
    std::vector<ShownMention> spots;
    std::vector<Mention> now;
    if (m_kind == CompositionKind::Note) {
        for (const auto &[spot, mention] : m_edit->mentionsShown()) {
            spots.push_back(spot);
            now.push_back(mention);
        }
    }
    m_edit->setMentionMarks(spots);
    if (!m_loading && m_kind == CompositionKind::Note && now != m_toldMentions)
        Q_EMIT mentioned(now);
    if (m_kind == CompositionKind::Note)
        m_toldMentions = std::move(now);
}

} // namespace foredeck::ui
