#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <functional>

namespace faultline::source {

/// The offset of the first byte at or behind `at` that is no white space.
qsizetype skipSpace(QByteArrayView json, qsizetype at);

/// The offset behind the JSON value that starts at `at`, found by its quotes and brackets alone; -1 when it never ends.
qsizetype endOfValue(QByteArrayView json, qsizetype at);

/// Calls `visit` for each member of an object (key without quotes, escapes as they are) until it returns false.
void forEachMember(QByteArrayView object, const std::function<bool(QByteArrayView key, QByteArrayView value)> &visit);

/// Calls `visit` for each element of an array until it returns false.
void forEachElement(QByteArrayView array, const std::function<bool(QByteArrayView value)> &visit);

/// The value of a member; empty when there is none.
QByteArrayView member(QByteArrayView object, QByteArrayView key);

/// The text of a string member; empty when there is none or it is no string.
QString textMember(QByteArrayView object, QByteArrayView key);

} // namespace faultline::source
