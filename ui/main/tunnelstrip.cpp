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

TunnelStrip::TunnelStrip(QWidget *parent) : QFrame(parent), m_lines(new QVBoxLayout(this))
{
    setObjectName(u"tunnels"_s);
    setProperty("role", u"bar"_s);
    m_lines->setContentsMargins(12, 4, 12, 4);
    m_lines->setSpacing(2);
    hide();
}

QUrl TunnelStrip::addressOf(const source::OpenForward &forward, bool isTls)
{
    return QUrl(u"%1://127.0.0.1:%2/"_s.arg(isTls ? u"https"_s : u"http"_s).arg(forward.localPort));
}

void TunnelStrip::setForwards(const std::vector<source::OpenForward> &forwards)
{
    if (forwards == m_forwards)
        return;
    m_forwards = forwards;
    std::erase_if(m_tls, [this](quint16 port) {
        return std::none_of(m_forwards.begin(), m_forwards.end(),
                            [port](const auto &forward) { return forward.localPort == port; });
    });
    build();
}

void TunnelStrip::setTls(quint16 localPort)
{
    m_tls.insert(localPort);
    build();
}

void TunnelStrip::build()
{
    // A line whose button was just pressed goes when that is through.
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const source::OpenForward &forward : m_forwards)
        m_lines->addWidget(lineOf(forward));
    setVisible(!m_forwards.empty());
}

QWidget *TunnelStrip::lineOf(const source::OpenForward &forward)
{
    auto *line = new QWidget(this);
    const QUrl address = addressOf(forward, m_tls.contains(forward.localPort));
    const QString target =
        redact::harmless(u"%1/%2:%3"_s.arg(forward.target.nameSpace, forward.target.pod).arg(forward.target.port));
    auto *words = makeLabel(""_L1, line);
    words->setText(tr("Tunnel open: %1 leads to %2. Connections now: %3. Every program on this computer can use it.")
                       .arg(address.toString(), breakable(target))
                       .arg(forward.connections));
    auto *open = makeButton("link"_L1, line);
    open->setText(tr("Open"));
    open->setObjectName(u"tunnelOpen"_s);
    open->setAccessibleName(tr("Open %1 in the browser").arg(address.toString()));
    auto *copy = new CopyButton(line);
    copy->setCopyText(address.toString());
    copy->setSubject(address.toString());
    auto *stop = makeButton(""_L1, line);
    stop->setText(tr("Stop"));
    stop->setObjectName(u"tunnelStop"_s);
    stop->setAccessibleName(tr("Stop the tunnel to %1").arg(target));
    auto *row = new QHBoxLayout;
    row->addWidget(words, 1);
    for (QWidget *button : {static_cast<QWidget *>(open), static_cast<QWidget *>(copy), static_cast<QWidget *>(stop)})
        row->addWidget(button);
    auto *rows = new QVBoxLayout(line);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(row);
    if (!forward.problem.isEmpty()) {
        auto *problem = makeSelectableLabel("dim"_L1, line);
        problem->setText(
            tr("The last connection failed: %1").arg(breakable(redact::harmless(redact::masked(forward.problem)))));
        rows->addWidget(problem);
    }
    connect(open, &QPushButton::clicked, this, [this, address] { Q_EMIT openRequested(address); });
    connect(stop, &QPushButton::clicked, this, [this, port = forward.localPort] { Q_EMIT stopRequested(port); });
    return line;
}

void TunnelStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QFrame::changeEvent(event);
}

} // namespace faultline::ui
