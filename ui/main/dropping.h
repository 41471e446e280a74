#pragma once

#include <QtCore/QStringList>

class QMimeData;

namespace faultline::ui {

/// What a person lets fall onto the window.
struct Dropped {
    QStringList paths; ///< files, folders and archives to open together
    QString problem;   ///< why none of it can be opened, for the person; empty when it can
};

/// Looks at the beginning of each file: what is no text and no archive is refused before it takes the place of what is
/// open.
Dropped droppedIn(const QMimeData &data);

} // namespace faultline::ui
