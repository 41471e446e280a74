#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace faultline::ui::connect {

/// Draws a context: its name, under it server, user and namespace; to the right what is to be minded about it.
class ContextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    int paintMark(QPainter &painter, const QRect &box, const QString &text) const;

    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::connect
