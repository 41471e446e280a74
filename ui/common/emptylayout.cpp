#include "ui/common/emptylayout.h"

#include <QtWidgets/QLayout>
#include <QtWidgets/QWidget>

#include <memory>

namespace faultline::ui {

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

} // namespace faultline::ui
