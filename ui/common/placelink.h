#pragma once

#include <QtWidgets/QPushButton>

namespace faultline::ui {

/// The name of an object or the path of a field as a link. Where it is too long its end stays: that tells more.
class PlaceLink : public QPushButton
{
    Q_OBJECT

public:
    /// `text` is shown as it is, in one line; `name` is what a screen reader says.
    PlaceLink(const QString &text, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    QString shownIn(int room) const;
};

} // namespace faultline::ui
