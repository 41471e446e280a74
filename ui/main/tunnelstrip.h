#pragma once

#include "core/source/source.h"

#include <QtWidgets/QFrame>

#include <set>

class QVBoxLayout;

namespace faultline::ui {

/// What stands open on this machine: one line a tunnel, with Open, Copy and Stop. Hidden while there is none, and seen
/// above every page while there is one.
class TunnelStrip : public QFrame
{
    Q_OBJECT

public:
    explicit TunnelStrip(QWidget *parent = nullptr);

    void setForwards(const std::vector<source::OpenForward> &forwards);

    /// "http://127.0.0.1:43512/"; https for a port that is asked so.
    static QUrl addressOf(const source::OpenForward &forward, bool isTls);
    void setTls(quint16 localPort); ///< that port speaks TLS

Q_SIGNALS:
    void openRequested(const QUrl &address);
    void stopRequested(quint16 localPort);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *lineOf(const source::OpenForward &forward);

    QVBoxLayout *m_lines;
    std::vector<source::OpenForward> m_forwards;
    std::set<quint16> m_tls;
};

} // namespace faultline::ui
