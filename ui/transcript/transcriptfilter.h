#pragma once

#include "models/items/transcriptmodel.h"
#include "ui/transcript/entryview.h"

#include <QSortFilterProxyModel>

namespace foredeck::ui {

/// A transcript without the entries that repeat in another form what the entry beside them says. Transcripts are windows
/// of some hundred rows, so a filtering proxy costs nothing here.
class TranscriptFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TranscriptFilter(TranscriptModel &model, QObject *parent = nullptr) : QSortFilterProxyModel(parent), m_model(model) { setSourceModel(&model); }
    const TranscriptItem &itemAt(int row) const { return m_model.itemAt(mapToSource(index(row, 0)).row()); }
    /// −1 when it is not here or not shown.
    int rowOf(const QString &id) const { return mapFromSource(m_model.index(m_model.rowOf(id), 0)).row(); }
    bool continuesRun(int row) const { return m_model.continuesRun(mapToSource(index(row, 0)).row()); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override { return isShown(m_model.itemAt(row)); }

private:
    TranscriptModel &m_model;
};

} // namespace foredeck::ui
