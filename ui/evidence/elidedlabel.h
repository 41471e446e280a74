#pragma once

#include <QtWidgets/QLabel>

namespace faultline::ui::evidence {

/// A label of one line of plain text, cut in the middle where it does not fit; whole in its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &role, QWidget *parent);

    void setWhole(const QString &text);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace faultline::ui::evidence
