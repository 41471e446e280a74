#include "ui/main/comparer.h"

#include "core/source/filesource.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

using namespace Qt::StringLiterals;

namespace faultline::ui {

using comparing::ComparisonDialog;
using investigation::Investigation;
using investigation::Picture;
using investigation::PictureTaker;

namespace {

constexpr int kRestMs = 1'000; ///< between two looks at a cluster that changes all the time

/// Two pictures on their way to one dialog.
class Pair : public QObject
{
public:
    explicit Pair(ComparisonDialog *dialog) : QObject(dialog), m_dialog(dialog) {}

    void take(bool isAfter, const Picture &picture)
    {
        (isAfter ? m_after : m_before) = std::make_shared<const Picture>(picture);
        if (m_before && m_after)
            m_dialog->setPictures(m_before, m_after);
    }

    void read(bool isAfter, std::unique_ptr<PictureTaker> taker)
    {
        PictureTaker *running = m_takers.emplace_back(std::move(taker)).get();
        connect(running, &PictureTaker::finished, this,
                [this, isAfter, running](const std::optional<base::Error> &problem) {
                    if (problem) {
                        m_dialog->setProblem(problem->toString());
                    } else {
                        take(isAfter, running->picture());
                    }
                });
        running->start();
    }

private:
    ComparisonDialog *m_dialog;
    std::shared_ptr<const Picture> m_before, m_after;
    std::vector<std::unique_ptr<PictureTaker>> m_takers;
};

} // namespace

Comparer::Comparer(Investigation &investigation, QWidget *window)
    : QObject(window), m_investigation(investigation), m_window(window)
{
}

std::shared_ptr<const Picture> Comparer::present() const
{
    return std::make_shared<const Picture>(
        Picture{m_investigation.cluster(), m_investigation.diagnoses(), m_investigation.origin(), {}});
}

ComparisonDialog *Comparer::sinceOpened(base::Language language)
{
    const auto opened = std::make_shared<const Picture>(m_investigation.opened());
    auto *dialog =
        new ComparisonDialog(std::make_shared<const guide::Guide>(m_investigation.guide()), language,
                             tr("%1, as it was at %2, and as it is now")
                                 .arg(m_investigation.origin().nameSpace.isEmpty() ? tr("All that was read")
                                                                                   : m_investigation.origin().nameSpace,
                                      opened->cluster ? opened->cluster->now().toString() : QString()),
                             m_window);
    auto *rest = new QTimer(dialog);
    rest->setSingleShot(true);
    rest->setInterval(kRestMs);
    const auto compare = [this, dialog, opened] { dialog->setPictures(opened, present()); };
    connect(rest, &QTimer::timeout, dialog, compare);
    const auto isOther = [this, opened] { return m_investigation.opened().cluster != opened->cluster; };
    connect(&m_investigation, &Investigation::changed, dialog, [dialog, rest, isOther] {
        if (isOther()) {
            dialog->close(); // another cluster was opened: this one is over
        } else if (!rest->isActive()) {
            rest->start();
        }
    });
    compare();
    return dialog;
}

ComparisonDialog *Comparer::withFile(const QString &path, base::Language language)
{
    const QString name = QFileInfo(path).fileName();
    const auto guide = std::make_shared<const guide::Guide>(m_investigation.guide());
    auto *dialog = new ComparisonDialog(guide, language, tr("%1, and what is open now").arg(name), m_window);
    dialog->setWaiting(tr("Reading %1, and what is open once more…").arg(name));
    auto *pair = new Pair(dialog);
    const QString nameSpace = m_investigation.origin().nameSpace;
    const auto recorder = std::make_shared<source::Recorder>();
    auto file = std::make_unique<source::FileSource>(
        source::FileRequest{{path}, nameSpace, source::Origin::Type::Files, recorder});
    pair->read(false, std::make_unique<PictureTaker>(*guide, std::move(file), recorder));
    const auto again = std::make_shared<source::Recorder>();
    if (auto source = m_investigation.sourceAgain(again)) {
        pair->read(true, std::make_unique<PictureTaker>(*guide, *std::move(source), again));
    } else {
        pair->take(true, *present()); // standard input can be read but once: without the fields that differ
    }
    return dialog;
}

} // namespace faultline::ui
