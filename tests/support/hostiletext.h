#pragma once

#include <QtCore/QStringList>

namespace faultline::test {

/// Texts that each try to be more than text somewhere: escape sequences, direction marks, HTML, Markdown, XML, shell.
/// No line breaks: a log may have as many lines as it likes.
const QStringList &hostileForms();

/// The first letter in a text that a terminal or a reader could stumble over, with what stands around it; empty when
/// there is none. U+200B, where our own writers let words break or keep an address from becoming a link, is none.
QString oddLetterIn(const QString &text);

} // namespace faultline::test
