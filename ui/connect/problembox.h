#pragma once

#include "core/base/result.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace faultline::ui::connect {

/// An error in its place: what went wrong, where, and what to do about it. Hidden while all is well.
class ProblemBox : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemBox(QWidget *parent = nullptr);

    void showProblem(const base::Error &error, const QString &remedy);
    void clear();
    QString text() const;

private:
    QLabel *m_what;
    QLabel *m_where;
    QLabel *m_remedy;
};

} // namespace faultline::ui::connect
