#pragma once

#include "ui/main/actions.h"

#include <QtWidgets/QDialog>

namespace faultline::ui {

/// All shortcuts on one page, in the groups of the menu.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const std::vector<Action> &actions, QWidget *parent = nullptr);
};

} // namespace faultline::ui
