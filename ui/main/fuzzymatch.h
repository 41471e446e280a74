#pragma once

#include <QtCore/QStringView>

namespace faultline::ui {

/// How well the words that somebody typed fit a text, both in lower case; negative when they do not. Every word must
/// occur: best as the beginning of a word of the text, else anywhere in it, else as letters in that order.
int matchScore(QStringView typed, QStringView text);

} // namespace faultline::ui
