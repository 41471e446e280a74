#pragma once

#include "core/source/source.h"

#include <QtWidgets/QFrame>

#include <map>

class QVBoxLayout;

namespace faultline::ui {

class TunnelLine;

/// What stands open on this machine: one line a tunnel, with Open, Copy and Stop. Hidden while there is none, and seen
/// above every page while there is one.
class TunnelStrip : public QFrame
{
    Q_OBJECT

public:
    explicit TunnelStrip(QWidget *parent = nullptr);

    void setForwards(const std::vector<source::OpenForward> &forwards);

    /// "http://127.0.0.1:43512/"; https for a port that is asked so.
    static QUrl addressOf(const source::OpenForward &forward);

Q_SIGNALS:
    void openRequested(const QUrl &address);
    void stopRequested(quint16 localPort);

protected:
    void changeEvent(QEvent *event) override;

private:
    TunnelLine *addLine(const source::OpenForward &forward);
    void retell();

    QVBoxLayout *m_layout;
    std::vector<source::OpenForward> m_forwards;
    std::map<quint16, TunnelLine *> m_lines; ///< by the local port
};

} // namespace faultline::ui
