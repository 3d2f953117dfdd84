#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <string>
#include <vector>

namespace foredeck {

/// The base of models over short lists (clients, channels, people): a new list is compared with the shown one by id, and
/// told as removals, moves, insertions and changes of single rows.
template <class Item>
class SmallListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    const Item &itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    const std::vector<Item> &items() const { return m_items; }
    int rowOf(const std::string &id) const
    {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (idOf(m_items[i]) == id)
                return static_cast<int>(i);
        }
        return -1;
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_items.size()); }

protected:
    virtual const std::string &idOf(const Item &item) const = 0;
    virtual bool same(const Item &a, const Item &b) const = 0;

    void replace(std::vector<Item> next)
    {
        const auto holds = [this](const std::vector<Item> &list, const std::string &id) {
            return std::any_of(list.begin(), list.end(), [&](const Item &item) { return idOf(item) == id; });
        };
        for (int row = static_cast<int>(m_items.size()) - 1; row >= 0; --row) {
            if (holds(next, idOf(itemAt(row))))
                continue;
            beginRemoveRows({}, row, row);
            m_items.erase(m_items.begin() + row);
            endRemoveRows();
        }
        for (int row = 0; row < static_cast<int>(next.size()); ++row)
            place(row, std::move(next[static_cast<std::size_t>(row)]));
    }

private:
    void place(int row, Item item)
    {
        const int old = rowOf(idOf(item));
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(m_items.begin() + row, std::move(item));
            endInsertRows();
            return;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            std::rotate(m_items.begin() + row, m_items.begin() + old, m_items.begin() + old + 1);
            endMoveRows();
        }
        Item &shown = m_items[static_cast<std::size_t>(row)];
        if (same(shown, item))
            return;
        shown = std::move(item);
        Q_EMIT dataChanged(index(row), index(row));
    }

    std::vector<Item> m_items;
};

} // namespace foredeck
