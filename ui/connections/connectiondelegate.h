#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace faultline::ui::connections {

/// Draws a cell in two lines: the value with the mark of its state, the place it stands in below.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::connections
