#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/daylist.h"
#include "ui/pages/day/daypaper.h"
#include "ui/shell/desk.h"
#include "ui/widgets/overlay.h"

#include <QPageSize>
#include <QPointer>

#include <memory>

class QComboBox;
class QPagedPaintDevice;
class QPrinter;
class QScrollArea;

namespace foredeck::ui {

class Button;
class CommandRegistry;
class Field;
class Segment;
class TextLabel;

/// The sheets as they will come out of the printer, one below the other, as wide as there is room.
class DayPreview final : public QWidget {
    Q_OBJECT

public:
    explicit DayPreview(QWidget *parent = nullptr);
    void setPaper(std::shared_ptr<const DayPaper> paper);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double scaleAt(int width) const;

    std::shared_ptr<const DayPaper> m_paper;
};

/// Ctrl+P: what is to be done today and whose appointment is booked, of one business or all, to be looked at, printed or kept
/// as a PDF. It is read from the cache when it is opened, also without a wire; then it says of when it is.
class DayBox final : public Overlay {
    Q_OBJECT

public:
    /// All of it outlives the box.
    DayBox(const Desk &desk, const ClientListModel &clients, QWidget *window);
    void addCommands(CommandRegistry &commands);
    /// Which business is proposed; empty: all.
    void setClient(const ClientId &client) { m_client = client; }
    void ask();
    /// Another person has come.
    void forget();
    /// Into that file, in the background; what became of it is said in the box.
    void savePdf(const QString &path);
    /// On that printer, as its pages are set up.
    void paintOn(QPrinter &printer);
    /// Null while nothing is to be printed.
    const DayPaper *paper() const noexcept { return m_paper.get(); }
    const DayText &text() const noexcept { return m_text; }
    QComboBox *business() const noexcept { return m_business; }
    Segment *paperSize() const noexcept { return m_size; }
    Button *printButton() const noexcept { return m_print; }
    Button *saveButton() const noexcept { return m_save; }

Q_SIGNALS:
    /// The file is written, or is not.
    void saved(bool done);

protected:
    QWidget *firstFocus() const override;

private:
    void fillBusinesses();
    void read();
    void showWords(const QString &words);
    void refresh();
    void print();
    void askFile();
    QPageSize pageSize() const;
    bool paintPages(QPagedPaintDevice &device, const DayPaper &paper, int first, int last, int resolution);
    void say(const QString &words);
    TimeContext time() const;

    Desk m_desk;
    const ClientListModel &m_clients;
    DayList m_list;
    ClientId m_client;
    std::vector<ClientId> m_offered; ///< as they stand in the field
    DayText m_text;
    std::shared_ptr<const DayPaper> m_paper;
    QComboBox *m_business;
    Field *m_businessField;
    Segment *m_size;
    QScrollArea *m_area;
    DayPreview *m_preview;
    TextLabel *m_state; ///< in the preview's place
    TextLabel *m_said; ///< what became of the file
    Button *m_save;
    Button *m_print;
    QPointer<QWidget> m_dialog; ///< of the desktop, while it asks
};

} // namespace foredeck::ui
