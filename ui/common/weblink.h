#pragma once

#include <QtCore/QUrl>
#include <QtWidgets/QLabel>

namespace faultline::ui {

/// A web address as a link that breaks over lines where its place is narrow (a button would widen its column), reached
/// by Tab and opened by click or Enter in the person's browser. Shown without scheme, query and fragment.
class WebLink : public QLabel
{
    Q_OBJECT

public:
    explicit WebLink(const QUrl &url, QWidget *parent = nullptr);

    QUrl url() const { return m_url; }

private:
    QUrl m_url;
};

} // namespace faultline::ui
