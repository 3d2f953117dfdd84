#pragma once

#include "models/items/conversationitem.h"
#include "models/items/transcriptitem.h"
#include "ui/words/timewords.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace foredeck::ui {

class Frame;
class InboxPanes;

/// Rows that stand for themselves, with the signals of a list.
template <class Item>
class FakeList final : public QAbstractListModel {
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(items.size()); }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    void append(const Item &item)
    {
        beginInsertRows({}, int(items.size()), int(items.size()));
        items.push_back(item);
        endInsertRows();
    }
    void prepend(std::vector<Item> older)
    {
        beginInsertRows({}, 0, int(older.size()) - 1);
        items.insert(items.begin(), older.begin(), older.end());
        endInsertRows();
    }
    void change(int row, const Item &item)
    {
        items[static_cast<std::size_t>(row)] = item;
        Q_EMIT dataChanged(index(row), index(row));
    }
    void removeLast()
    {
        beginRemoveRows({}, int(items.size()) - 1, int(items.size()) - 1);
        items.pop_back();
        endRemoveRows();
    }
    std::vector<Item> items;
};

/// The inbox of the target picture as plain values: the models and the network play no part in it. For tests of the face.
class FakeInbox {
public:
    explicit FakeInbox(bool rightToLeft = false);
    ~FakeInbox();
    Frame *frame() const { return m_frame.get(); }
    InboxPanes *panes() const { return m_panes; }
    FakeList<ConversationItem> &rows() { return m_rows; }
    FakeList<TranscriptItem> &entries() { return m_entries; }
    TimeContext time() const;

private:
    void fillRows();
    void fillEntries();
    void fillThread();
    void fillPanel();

    FakeList<ConversationItem> m_rows;
    FakeList<TranscriptItem> m_entries;
    std::unique_ptr<Frame> m_frame;
    InboxPanes *m_panes = nullptr;
    bool m_rightToLeft;
};

/// 20 November 2026 at a time of the day, UTC.
Timestamp at(int hour, int minute, int second = 0);
TranscriptItem message(const QString &id, MessageRole role, const QString &text, Timestamp when, std::int64_t position);

} // namespace foredeck::ui
