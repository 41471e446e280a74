#pragma once

#include "ui/common/statelook.h"

#include <QtCore/QLatin1String>
#include <QtCore/QString>

class QFrame;
class QLabel;
class QPushButton;
class QWidget;

namespace faultline::ui {

/// A label of plain text (cluster words can never become markup), wrapped, with the `role` of the style sheet;
/// an empty role is ordinary writing.
QLabel *makeLabel(QLatin1StringView role, QWidget *parent);

/// The same, selectable by mouse and keyboard: for what a person may want to copy.
QLabel *makeSelectableLabel(QLatin1StringView role, QWidget *parent);

/// The text with invisible places to break long words (image names, host names); for showing, never for copying.
QString breakable(const QString &text);

QFrame *makeFrame(QLatin1StringView role, QWidget *parent);

/// A button with a `role` ("primary", "link", "quiet" or none).
QPushButton *makeButton(QLatin1StringView role, QWidget *parent);

/// Sets a property of the style sheet and has the looks worked out anew.
void setLook(QWidget *widget, const char *property, const QString &value);

/// Sets the `state` property to that of a state (banner, chip).
void setLookOfState(QWidget *widget, State state);

} // namespace faultline::ui
