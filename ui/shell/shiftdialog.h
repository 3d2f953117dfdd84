#pragma once

#include "models/domain/client.h"
#include "models/domain/shiftnote.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <functional>
#include <vector>

class QComboBox;

namespace foredeck::ui {

class Button;
class EditBox;
class Field;
class ShiftList;
class TextLabel;

/// What is open at one client's desk.
struct ShiftPart {
    ClientId client;
    std::vector<ShiftLine> lines;
    friend bool operator==(const ShiftPart &, const ShiftPart &) = default;
};

/// The sheet by which a shift is handed over: what is open, as the records have it, and a word to whoever comes.
class ShiftDialog final : public Overlay {
    Q_OBJECT

public:
    explicit ShiftDialog(QWidget *window);
    /// `at`: whose it begins with; of several it can be of each of those, and of no others at once. `time`: asked whenever it is
    /// needed.
    void ask(const std::vector<Client> &clients, const std::vector<ClientId> &at, const QString &text, std::function<TimeContext()> time);
    void setText(const QString &text);
    /// What is open with whom was chosen.
    void present(const std::vector<ShiftPart> &parts);
    /// Why nothing was handed over.
    void fail(const QString &why);
    /// One client, or each of several.
    std::vector<ClientId> chosen() const;
    QString text() const;
    /// What would be handed over now, one note for each part.
    const std::vector<ShiftPart> &parts() const noexcept { return m_parts; }
    EditBox *edit() const noexcept { return m_edit; }
    QComboBox *client() const noexcept { return m_client; }
    Button *handOver() const noexcept { return m_handOver; }

Q_SIGNALS:
    /// By the person's hand.
    void typed(const QString &text);
    void clientChosen();
    void handOverWanted();

protected:
    QWidget *firstFocus() const override;

private:
    void choose();
    void take();
    QString nameOf(const ClientId &client) const;

    QComboBox *m_client;
    Field *m_clientField = nullptr;
    EditBox *m_edit;
    Field *m_field = nullptr;
    Button *m_handOver;
    TextLabel *m_none;
    ShiftList *m_list;
    std::vector<Client> m_clients;
    std::vector<ClientId> m_several; ///< whose it is where it is of several: all, unless it was told to some
    std::vector<ShiftPart> m_parts;
    std::function<TimeContext()> m_time;
    bool m_isRead = false; ///< the records of whom was chosen
    bool m_filling = false;
};

} // namespace foredeck::ui
