#include "ui/main/tunnelstrip.h"

#include "core/redact/redact.h"
#include "ui/common/copybutton.h"
#include "ui/common/parts.h"

#include <QtCore/QEvent>
#include <QtCore/QUrl>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

/// What one tunnel shows. It stays while the tunnel does: connections come and go under a person's hand.
class TunnelLine : public QWidget
{
public:
    explicit TunnelLine(QWidget *parent)
        : QWidget(parent),
          words(makeLabel(""_L1, this)),
          open(makeButton("link"_L1, this)),
          copy(new CopyButton(this)),
          stop(makeButton(""_L1, this)),
          problem(makeSelectableLabel("dim"_L1, this))
    {
        open->setObjectName(u"tunnelOpen"_s);
        stop->setObjectName(u"tunnelStop"_s);
        auto *row = new QHBoxLayout;
        row->addWidget(words, 1);
        row->addWidget(open);
        row->addWidget(copy);
        row->addWidget(stop);
        auto *rows = new QVBoxLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addLayout(row);
        rows->addWidget(problem);
    }

    QLabel *words;
    QPushButton *open;
    CopyButton *copy;
    QPushButton *stop;
    QLabel *problem;
};

TunnelStrip::TunnelStrip(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"tunnels"_s);
    setProperty("role", u"bar"_s);
    m_layout->setContentsMargins(12, 4, 12, 4);
    m_layout->setSpacing(2);
    hide();
}

QUrl TunnelStrip::addressOf(const source::OpenForward &forward)
{
    const bool isTls = forward.speech == model::TrialSpeech::Https;
    return QUrl(u"%1://127.0.0.1:%2/"_s.arg(isTls ? u"https"_s : u"http"_s).arg(forward.localPort));
}

void TunnelStrip::setForwards(const std::vector<source::OpenForward> &forwards)
{
    if (forwards == m_forwards)
        return;
    m_forwards = forwards;
    std::erase_if(m_lines, [this](const auto &line) {
        const bool isOpen = std::any_of(m_forwards.begin(), m_forwards.end(),
                                        [&](const auto &forward) { return forward.localPort == line.first; });
        if (!isOpen) {
            line.second->hide();
            line.second->deleteLater(); // its button may just have been pressed
        }
        return !isOpen;
    });
    for (const source::OpenForward &forward : m_forwards) {
        if (TunnelLine *&line = m_lines[forward.localPort]; line == nullptr)
            line = addLine(forward);
    }
    retell();
    setVisible(!m_forwards.empty());
}

TunnelLine *TunnelStrip::addLine(const source::OpenForward &forward)
{
    auto *line = new TunnelLine(this);
    connect(line->open, &QPushButton::clicked, this,
            [this, address = addressOf(forward)] { Q_EMIT openRequested(address); });
    connect(line->stop, &QPushButton::clicked, this, [this, port = forward.localPort] { Q_EMIT stopRequested(port); });
    m_layout->addWidget(line);
    return line;
}

void TunnelStrip::retell()
{
    for (const source::OpenForward &forward : m_forwards) {
        const TunnelLine &line = *m_lines.at(forward.localPort);
        const QString address = addressOf(forward).toString();
        const QString target =
            redact::clean(u"%1/%2:%3"_s.arg(forward.target.nameSpace, forward.target.pod).arg(forward.target.port));
        line.words->setText(
            tr("Tunnel open: %1 leads to %2. Connections now: %3. Every program on this computer can use it.")
                .arg(address, breakable(target))
                .arg(forward.connections));
        line.open->setText(tr("Open"));
        line.open->setAccessibleName(tr("Open %1 in the browser").arg(address));
        line.copy->setCopyText(address);
        line.copy->setSubject(address);
        line.stop->setText(tr("Stop"));
        line.stop->setAccessibleName(tr("Stop the tunnel to %1").arg(target));
        line.problem->setText(tr("The last connection failed: %1").arg(breakable(redact::clean(forward.problem))));
        line.problem->setVisible(!forward.problem.isEmpty());
    }
}

void TunnelStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retell();
    QFrame::changeEvent(event);
}

} // namespace faultline::ui
