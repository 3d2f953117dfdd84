#pragma once

#include "models/cache/rows.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/macrodelegate.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/basis.h"
#include "ui/pages/settings/settingssection.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/question.h"
#include "ui/words/domainwords.h"
#include "ui/words/macrowords.h"
#include "ui/words/problemwords.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace foredeck::ui {

/// What a section says of its list, in the language of the window.
struct EditedWords {
    QString list; ///< its accessible name
    QString none;
    QString add;
    QString save;
    QString undo;
    QString remove;
    QString keep; ///< instead of removing
    QString removing; ///< what it means that it goes
    QString saved;
    QString notSaved; ///< "%1": why
    QString notRemoved; ///< "%1": why
    QString gone; ///< somebody has removed what is shown
    QString mayNot; ///< of a person whose role may only read
};

class EditedSection : public SettingsSection {
    Q_OBJECT

public:
    using SettingsSection::SettingsSection;

Q_SIGNALS:
    /// Another one is wanted while this one holds what is not saved: `act` drops that and shows it.
    void leaving(const std::function<void()> &act);
};

/// A list of what managers edit for a client and others read, and a form for the one that is chosen. What is typed stays
/// while the list changes under it, and until the server has taken it. `Model` lists EditedRow<T>.
template <class T, class Model>
class EditedList : public EditedSection {
public:
    void present(const ClientDetails::Data *facts) override
    {
        m_isThere = facts != nullptr;
        m_may = facts && mayDo(m_desk.ephemera.me().role.value(), Right::Manage);
        // Of a client that is not in the cache, such as while that is filled anew, what is typed stays.
        const ClientId client = facts ? facts->client.id : isTyped() ? m_model.client() : ClientId();
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
    bool isDirty() const override { return isTyped(); }
    void forget() override
    {
        m_saving.follow({});
        m_deleting.follow({});
        m_dirty = false;
        choose(m_shown);
    }
    ConversationListView *list() const noexcept { return m_list; }

protected:
    using Id = decltype(T::id);
    using Row = EditedRow<T>;

    EditedList(const Desk &desk, const QString &title, const QString &words, const QString &glyph, const QString &searchWords, EditedWords said, QWidget *parent)
        : EditedSection(title, words, glyph, searchWords, parent), m_desk(desk), m_model(desk.store), m_words(std::move(said)), m_saving(desk), m_deleting(desk), m_basis(&same)
    {
    }

    // ---- what a section is made of

    /// A new one before anything is typed: all that is saved of it and does not stand in the fields.
    virtual T begun() const { return T(); }
    /// What stands in the fields, laid over `before`.
    virtual T typed(T before) const = 0;
    /// Into the fields: caret, selection and undo steps stay where nothing is another.
    virtual void put(const T &value) = 0;
    /// Beside its field; false, and the focus there: it cannot be saved so.
    virtual bool check(const T &value) = 0;
    /// What the server says of a field.
    virtual void tell(const FieldProblem &problem) = 0;
    virtual void enableFields(bool on) = 0;
    virtual QWidget *firstField() const = 0;
    /// A new one goes out; the second is what it will be known by.
    virtual std::pair<OpId, Id> make(const T &value) = 0;
    virtual OpId store(const T &value) = 0;
    virtual OpId remove(const T &value) = 0;
    virtual MacroDelegate::Line lineOf(const T &value) const = 0;
    /// Asked before it is removed.
    virtual QString removingWords(const T &value) const = 0;

    void addList()
    {
        m_card = new Card;
        auto *inside = new QVBoxLayout(m_card);
        inside->setContentsMargins(1, 1, 1, 1);
        m_list = new ConversationListView;
        setSpokenName(m_list, m_words.list);
        m_list->setItemDelegate(new MacroDelegate([this](int at) {
            const Row &one = m_model.itemAt(at);
            MacroDelegate::Line line = lineOf(one.isNew && one.typed ? *one.typed : one.value);
            line.aside = pendingWords(one.pending, one.isDeleting);
            return line;
        }, m_list));
        m_list->setModel(&m_model);
        inside->addWidget(m_list);
        column()->addWidget(m_card);
        m_none = new TextLabel(m_words.none, Step::Small, Color::Text3);
        m_none->setWrapping(true);
        column()->addWidget(m_none);
        auto *line = new QHBoxLayout;
        m_new = new Button(m_words.add, Button::Look::Outlined);
        m_new->setGlyph(QStringLiteral("plus"));
        line->addWidget(m_new);
        line->addStretch();
        column()->addLayout(line);
        connect(m_new, &QPushButton::clicked, this, [this] { leaveFor({}); });
        connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
            // Once the list has done with the key or press: it may be told to stay where it was.
            if (index.isValid() && m_list->isChoosing())
                QMetaObject::invokeMethod(this, [this, id = m_model.itemAt(index.row()).value.id] { leaveFor(id); }, Qt::QueuedConnection);
        });
        connect(m_list, &ConversationListView::openRequested, this, [this] { firstField()->setFocus(Qt::ShortcutFocusReason); });
    }
    void addFoot()
    {
        auto *acts = new QHBoxLayout;
        acts->setSpacing(8);
        m_save = new Button(m_words.save, Button::Look::Primary);
        m_undo = new Button(m_words.undo, Button::Look::Bare);
        m_delete = new Button(m_words.remove, Button::Look::Danger);
        m_delete->setGlyph(QStringLiteral("trash"));
        acts->addWidget(m_save);
        acts->addWidget(m_undo);
        acts->addStretch();
        acts->addWidget(m_delete);
        column()->addSpacing(4);
        column()->addLayout(acts);
        connect(m_save, &QPushButton::clicked, this, [this] { save(); });
        connect(m_delete, &QPushButton::clicked, this, [this] { askToRemove(); });
        connect(m_undo, &QPushButton::clicked, this, [this] { takeBack(); });
    }
    /// Once all parts are there.
    void follow()
    {
        connect(&m_model, &Model::loaded, this, [this] { takeRows(); });
        // What the cache did not hold while it was filled is there now, or gone.
        connect(&m_desk.ephemera, &Ephemera::syncChanged, this, [this] {
            if (!m_shown.empty() && !row())
                takeRows();
        });
        connect(&m_saving, &ActFollower::stored, this, [this] {
            say(storedWords(m_desk.ephemera.sync()));
            refresh();
        });
        connect(&m_saving, &ActFollower::taken, this, [this] { saved(); });
        connect(&m_saving, &ActFollower::refused, this, [this](const QString &why) { refused(why); });
        connect(&m_deleting, &ActFollower::refused, this, [this](const QString &why) { say(m_words.notRemoved.arg(why), true); });
        for (ActFollower *act : {&m_saving, &m_deleting}) {
            connect(act, &ActFollower::dropped, this, [this] {
                say({});
                refresh();
            });
        }
        refresh();
    }

    /// A field was changed, by the person or by `put`.
    void edited()
    {
        if (m_loading)
            return;
        if (!m_dirty && !m_saving.isUnderWay())
            say({});
        m_dirty = true;
        refresh();
    }
    const Model &model() const { return m_model; }
    const Desk &desk() const { return m_desk; }
    bool isLoading() const noexcept { return m_loading; }
    bool may() const noexcept { return m_may; }

private:
    static bool same(const T &a, const T &b) { return sameWish(a, b); }

    const Row *row() const
    {
        const int at = m_shown.empty() ? -1 : m_model.rowOf(m_shown.value);
        return at < 0 ? nullptr : &m_model.itemAt(at);
    }
    bool isTyped() const
    {
        if (!m_dirty)
            return false;
        const T now = typed();
        const Row *stored = row();
        // What was not taken is kept in the outbox, word for word.
        const bool isKept = stored && stored->typed && sameWish(now, *stored->typed);
        return !isKept && !(m_saving.isUnderWay() && m_sent && sameWish(now, *m_sent));
    }
    T typed() const
    {
        const Row *now = row();
        T value = typed(now ? now->value : begun());
        value.client = m_model.client();
        return value;
    }
    /// The cache has told them anew: what is shown follows, and what is typed stays.
    void takeRows()
    {
        showList();
        const Row *now = row();
        const bool mayComeBack = m_wasStored && (!m_isThere || m_desk.ephemera.sync().phase != SyncPhase::Live);
        if (!m_made.empty() && m_model.rowOf(m_made.value) >= 0) {
            // A new one stands in the list once it is stored here.
            m_shown = std::exchange(m_made, {});
            meetNewer();
        } else if (!now && !m_dirty && !m_isNew && m_made.empty()) {
            return choose(m_model.rowCount() > 0 ? m_model.itemAt(0).value.id : Id());
        } else if (now && !m_dirty) {
            fill(now->typed.value_or(now->value));
            m_dirty = now->typed.has_value();
        } else if (!now && !m_shown.empty() && !mayComeBack) {
            m_shown = {};
            m_saving.follow({});
            if (m_wasStored) // else it is the new one that was dropped on the outbox page
                say(m_words.gone, true);
        } else {
            meetNewer();
        }
        point();
        refresh();
    }
    /// Asks first where something is typed that is not saved.
    void leaveFor(const Id &id)
    {
        if (!id.empty() && id == m_shown)
            return;
        const auto show = [this, id] {
            choose(id);
            m_isNew = id.empty();
            if (m_isNew)
                firstField()->setFocus(Qt::OtherFocusReason);
        };
        if (!isTyped())
            return show();
        point();
        Q_EMIT leaving(show);
    }
    /// Empty: a new one.
    void choose(const Id &id)
    {
        m_shown = m_model.rowOf(id.value) >= 0 ? id : Id();
        m_isNew = false;
        m_made = {};
        m_sent.reset();
        say({});
        const Row *now = row();
        m_saving.follow({});
        fill(now ? now->typed.value_or(now->value) : T());
        if (now && !now->act.empty() && !now->isDeleting) {
            m_dirty = now->typed.has_value();
            m_saving.resume(now->act);
        }
        point();
        refresh();
    }
    /// The list points at what is edited, whatever was pressed.
    void point()
    {
        const int at = m_shown.empty() ? -1 : m_model.rowOf(m_shown.value);
        m_list->setCurrentIndex(at < 0 ? QModelIndex() : m_model.index(at));
    }
    void fill(const T &value)
    {
        m_basis.fill(value);
        const QScopedValueRollback<bool> loading(m_loading, true);
        put(value);
        m_dirty = false;
    }
    void showList()
    {
        constexpr int mostRows = 6;
        const int rows = m_model.rowCount();
        m_card->setVisible(rows > 0);
        m_none->setVisible(rows == 0 && m_model.isLoaded());
        m_list->setFixedHeight(std::clamp(rows, 1, mostRows) * MacroDelegate::rowHeight(themeOf(this)));
    }
    void takeBack()
    {
        const Row *now = row();
        // An act that was not taken is let go of with what it wanted.
        if (now && (now->pending == PendingKind::NeedsReview || now->pending == PendingKind::Refused))
            m_desk.acts.drop(now->act);
        m_saving.follow({});
        say({});
        fill(now && !now->isNew ? now->value : T());
        refresh();
    }
    void save()
    {
        T value = typed();
        if (!check(value))
            return;
        const Row *now = row();
        if (!now || now->isNew) {
            m_sent = value;
            const auto [op, id] = make(value);
            m_made = id;
            m_shown = {};
            m_saving.follow(op);
        } else {
            m_sent = m_basis.send(value);
            m_saving.follow(store(*m_sent));
        }
        refresh();
    }
    void saved()
    {
        // What was changed after the press is another change, and not saved.
        if (m_sent)
            m_dirty = m_dirty && !sameWish(typed(), *m_sent);
        else
            m_dirty = m_dirty && row() && !sameWish(typed(), row()->value);
        meetNewer();
        say(m_words.saved);
        refresh();
    }
    void refused(const QString &why)
    {
        const Row *now = row();
        const std::int64_t newer = m_saving.newerVersion();
        const bool mayReplace = newer > 0 && now;
        if (mayReplace)
            m_basis.told(newer, now->value);
        m_dirty = true;
        tell(fieldProblem(m_saving.problem()));
        if (m_saving.problem().isEmpty()) // it could not even be stored
            m_made = {};
        say(m_words.notSaved.arg(mayReplace ? newerWords() : why), true);
        refresh();
    }
    void meetNewer()
    {
        if (const Row *now = row(); now && !m_saving.isUnderWay())
            m_basis.meet(now->value);
    }
    void askToRemove()
    {
        const Row *now = row();
        if (!now)
            return;
        if (!m_question)
            m_question = new Question(window());
        m_question->ask(removingWords(now->value), m_words.removing, m_words.keep, m_words.remove, [this, id = m_shown] {
            const int at = m_model.rowOf(id.value);
            if (at < 0)
                return;
            const Row gone = m_model.itemAt(at);
            T value = gone.value;
            value.version = std::max(value.version, m_saving.newerVersion());
            m_saving.follow({});
            if (!gone.act.empty() && gone.pending != PendingKind::Unsent)
                m_desk.acts.drop(gone.act);
            m_dirty = false; // what is typed of it goes with it
            if (!gone.isNew)
                m_deleting.follow(remove(value));
            m_list->setFocus(Qt::OtherFocusReason);
        });
    }
    void refresh()
    {
        const Row *now = row();
        m_wasStored = now ? !now->isNew : m_wasStored;
        const bool isOnItsWay = m_saving.isUnderWay() || (now && now->pending == PendingKind::Unsent);
        const bool isAwaited = !now && !m_shown.empty(); // saved now it would be there twice
        showList();
        enableFields(m_may);
        enableButton(m_new, m_may && !m_model.client().empty(), firstField());
        enableButton(m_save, m_may && m_dirty && !isOnItsWay && !isAwaited, firstField());
        enableButton(m_undo, m_may && m_dirty && !isOnItsWay, firstField());
        enableButton(m_delete, m_may && now && !isOnItsWay, firstField());
        m_delete->setVisible(now != nullptr);
        m_save->setToolTip(plainTip(m_may || m_model.client().empty() ? QString() : m_words.mayNot));
    }

    Desk m_desk;
    Model m_model;
    EditedWords m_words;
    bool m_isThere = false; ///< the cache holds the client
    bool m_may = false;
    bool m_loading = false;
    bool m_dirty = false; ///< until the server has taken what is in the fields
    Id m_shown; ///< empty: a new one, or none
    bool m_wasStored = false; ///< the server had the one that was shown last
    bool m_isNew = false; ///< a new one was asked for
    Id m_made; ///< of a new one that is on its way
    ActFollower m_saving;
    ActFollower m_deleting;
    Basis<T> m_basis;
    std::optional<T> m_sent; ///< what the fields held when it was placed
    Card *m_card = nullptr;
    ConversationListView *m_list = nullptr;
    TextLabel *m_none = nullptr;
    Button *m_new = nullptr;
    Button *m_save = nullptr;
    Button *m_undo = nullptr;
    Button *m_delete = nullptr;
    QPointer<Question> m_question;
};

} // namespace foredeck::ui
