#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace faultline::ui {

/// A row of the palette: mark, name, what is behind it, shortcut; or the heading of a group.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintEntry(QPainter &painter, const QRect &box, const QModelIndex &index) const;

    Theme m_theme = Theme::light();
};

} // namespace faultline::ui
