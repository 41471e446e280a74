#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace faultline::ui::exporting {

/// A bookmark: where a heading stands.
struct Bookmark {
    QString title;
    int level = 0;    ///< 0 outermost; a deeper one belongs to the last one above it
    int page = 0;     ///< from 0
    double below = 0; ///< points from the upper edge of the page
};

/// The PDF with these bookmarks, its language and title: what Qt's writer has no call for. Empty when the bytes are no
/// PDF.
QByteArray withOutline(const QByteArray &pdf, const std::vector<Bookmark> &bookmarks, const QString &language);

} // namespace faultline::ui::exporting
