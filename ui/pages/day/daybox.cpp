#include "ui/pages/day/daybox.h"

#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/signedin.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/buttonrow.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QBuffer>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int dayBoxWidth = 720;
constexpr int previewHeight = 420;
constexpr int sheetGap = 12;
constexpr double pointsPerInch = 72;

bool isMirrored() { return QGuiApplication::isRightToLeft(); }

} // namespace

DayPreview::DayPreview(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DayPreview::setPaper(std::shared_ptr<const DayPaper> paper)
{
    m_paper = std::move(paper);
    updateGeometry();
    update();
}

double DayPreview::scaleAt(int width) const { return m_paper ? (width - 2 * sheetGap) / m_paper->paper().width() : 1; }

int DayPreview::heightForWidth(int width) const
{
    return m_paper ? sheetGap + m_paper->pageCount() * (qRound(m_paper->paper().height() * scaleAt(width)) + sheetGap) : 0;
}

QSize DayPreview::sizeHint() const { return {dayBoxWidth, heightForWidth(dayBoxWidth)}; }

void DayPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Color::Sunken));
    if (!m_paper)
        return;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double scale = scaleAt(width());
    double top = sheetGap;
    for (int page = 0; page < m_paper->pageCount(); ++page) {
        painter.save();
        painter.translate(sheetGap, top);
        painter.scale(scale, scale);
        painter.fillRect(QRectF({0, 0}, m_paper->paper()), Qt::white);
        m_paper->paint(painter, page);
        painter.restore();
        top += qRound(m_paper->paper().height() * scale) + sheetGap;
    }
}

DayBox::DayBox(const Desk &desk, const ClientListModel &clients, QWidget *window)
    : Overlay(window, dayBoxWidth, -1), m_desk(desk), m_clients(clients), m_list(desk.store), m_business(new QComboBox), m_size(new Segment(tr("Paper"))),
      m_area(new QScrollArea), m_preview(new DayPreview), m_state(new TextLabel({}, Step::Body, Color::Text2)), m_said(new TextLabel({}, Step::Small, Color::Text2)),
      m_save(new Button(tr("Save as PDF…"), Button::Look::Outlined)), m_print(new Button(tr("Print…"), Button::Look::Primary))
{
    setScrolls();
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *title = new TextLabel(tr("Today's list"), Step::Title, Color::Text, QFont::DemiBold);
    setSpokenName(box(), title->text());
    column->addWidget(title);
    setSpokenName(m_business, tr("Business"));
    m_businessField = new Field(tr("Business"), m_business);
    m_size->addPart(tr("A4"), {});
    m_size->addPart(tr("Letter"), {});
    m_size->setCurrent(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? 1 : 0);
    auto *choices = new FlowRow(12);
    choices->add(m_businessField);
    choices->add(new Field(tr("Paper"), m_size));
    column->addWidget(choices);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFixedHeight(previewHeight);
    m_area->setWidget(m_preview);
    setSpokenName(m_area, tr("Preview"));
    column->addWidget(m_area);
    m_state->setWrapping(true);
    m_said->setWrapping(true);
    makeAnnouncing(m_said);
    m_said->hide();
    column->addWidget(m_state);
    column->addWidget(m_said);
    auto *leave = new Button(tr("Close"), Button::Look::Outlined);
    column->addWidget(new ButtonRow({leave, m_save, m_print}));
    connect(leave, &QPushButton::clicked, this, &Overlay::close);
    connect(m_print, &QPushButton::clicked, this, &DayBox::print);
    connect(m_save, &QPushButton::clicked, this, &DayBox::askFile);
    connect(m_size, &Segment::chosen, this, &DayBox::refresh);
    connect(m_business, &QComboBox::activated, this, &DayBox::read);
    connect(&m_list, &DayList::loaded, this, &DayBox::refresh);
    connect(&m_list, &DayList::readFailed, this, [this](const QString &why) { showWords(tr("The list could not be read: %1").arg(problemWords(why))); });
    // Its dialogs are windows of their own: a lock or a sign-out would leave them in front.
    connect(this, &Overlay::closed, this, [this] {
        if (m_dialog)
            m_dialog->close();
    });
}

TimeContext DayBox::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

void DayBox::addCommands(CommandRegistry &commands)
{
    commands.add({QStringLiteral("desk.day"), CommandGroup::Application, tr("Print today's list…"), QStringLiteral("document"), {QKeySequence(Qt::CTRL | Qt::Key_P)},
        tr("appointments call backs paper pdf day sheet"),
        [this] {
            if (m_desk.ephemera.me().id.empty())
                return tr("nobody is signed in");
            return m_clients.rowCount() > 0 ? QString() : tr("no client is here yet");
        },
        [this] { ask(); }});
}

QWidget *DayBox::firstFocus() const { return m_print->isEnabled() ? static_cast<QWidget *>(m_print) : m_business; }

void DayBox::fillBusinesses()
{
    const QSignalBlocker quiet(m_business);
    m_offered = {ClientId()};
    m_business->clear();
    m_business->addItem(tr("All businesses"));
    for (const Client &client : m_clients.items()) {
        m_offered.push_back(client.id);
        m_business->addItem(harmless(fromUtf8(client.name)));
    }
    const auto chosen = std::find(m_offered.begin(), m_offered.end(), m_client);
    m_business->setCurrentIndex(chosen == m_offered.end() ? 0 : int(chosen - m_offered.begin()));
    m_businessField->setVisible(m_clients.rowCount() > 1);
}

void DayBox::ask()
{
    fillBusinesses();
    m_said->hide();
    read();
    open();
}

void DayBox::read()
{
    showWords(tr("Reading…"));
    const std::size_t at = static_cast<std::size_t>(std::max(0, m_business->currentIndex()));
    m_list.ask(at < m_offered.size() ? m_offered[at] : ClientId(), time().now, desktopZone().id().toStdString());
}

/// Words in the preview's place: there is nothing to print.
void DayBox::showWords(const QString &words)
{
    m_text = {};
    m_paper.reset();
    m_preview->setPaper(nullptr);
    m_area->hide();
    m_state->setText(words);
    m_state->show();
    m_print->setEnabled(false);
    m_save->setEnabled(false);
}

void DayBox::refresh()
{
    if (!m_list.sheet())
        return;
    const SyncStatus sync = m_desk.ephemera.sync();
    m_text = dayText(*m_list.sheet(), isReached(sync.phase) ? std::nullopt : sync.completeUpTo, time());
    if (m_text.lines() == 0) {
        const QString asOf = m_text.asOf;
        return showWords(tr("Nothing is to be done today, and no appointment is booked.") + QLatin1Char('\n') + asOf);
    }
    m_paper = std::make_shared<const DayPaper>(m_text, pageSize().size(QPageSize::Point), isMirrored());
    m_preview->setPaper(m_paper);
    m_area->setAccessibleDescription(m_text.spoken());
    m_state->hide();
    m_area->show();
    m_print->setEnabled(true);
    m_save->setEnabled(true);
}

QPageSize DayBox::pageSize() const { return QPageSize(m_size->current() == 1 ? QPageSize::Letter : QPageSize::A4); }

void DayBox::forget()
{
    m_list.forget();
    showWords({});
    m_said->hide();
    m_client = {};
    if (m_dialog)
        m_dialog->close();
    close();
}

void DayBox::say(const QString &words)
{
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
}

void DayBox::print()
{
    if (!m_paper || m_dialog)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_text.title);
    printer->setFullPage(true); // the paper has its own margins
    printer->setPageSize(pageSize());
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, m_paper->pageCount());
    // The printer lives as long as its dialog.
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] { paintOn(*printer); });
    m_dialog = dialog;
    dialog->open();
}

void DayBox::paintOn(QPrinter &printer)
{
    if (!m_paper || !isSomebodyHere(m_desk))
        return;
    // The dialog may have chosen another paper.
    const DayPaper paper(m_text, printer.pageLayout().fullRectPoints().size(), isMirrored());
    const int first = std::max(1, printer.fromPage()) - 1;
    const int last = std::min(printer.toPage() > 0 ? printer.toPage() : paper.pageCount(), paper.pageCount()) - 1;
    if (paintPages(printer, paper, first, last, printer.resolution()))
        say(tr("It is with the printer."));
    else
        say(tr("The printer took nothing."));
}

bool DayBox::paintPages(QPagedPaintDevice &device, const DayPaper &paper, int first, int last, int resolution)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(resolution / pointsPerInch, resolution / pointsPerInch);
    for (int page = first; page <= last; ++page) {
        if (page > first && !device.newPage())
            return false;
        paper.paint(painter, page);
    }
    return painter.end();
}

void DayBox::askFile()
{
    if (!m_paper || m_dialog)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    const TimeContext now = time();
    dialog->selectFile(QStringLiteral("foredeck-%1.pdf").arg(localTime(now.now, now).date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &DayBox::savePdf);
    m_dialog = dialog;
    dialog->open();
}

void DayBox::savePdf(const QString &path)
{
    if (!m_paper || !isSomebodyHere(m_desk))
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(m_text.title);
        writer.setPageSize(pageSize());
        writer.setPageMargins({});
        if (!paintPages(writer, *m_paper, 0, m_paper->pageCount() - 1, writer.resolution()))
            return say(tr("It could not be saved: %1").arg(tr("the pages could not be written")));
    }
    // A disk may be slow, or far away.
    QThreadPool::globalInstance()->start([self = QPointer<DayBox>(this), path, bytes] {
        QSaveFile file(path);
        const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        QMetaObject::invokeMethod(qApp, [self, path, done, why = file.errorString()] {
            if (!self)
                return;
            self->say(done ? tr("Saved: %1").arg(isolated(path)) : tr("It could not be saved: %1").arg(why));
            Q_EMIT self->saved(done);
        }, Qt::QueuedConnection);
    });
}

} // namespace foredeck::ui
