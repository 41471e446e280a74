#pragma once

#include "core/guide/guide.h"

#include <QtCore/QStringList>

namespace faultline::app {

/// The guide's texts and words as the reference prints them (guidereference.h).

/// A text with everything known: optional parts stand, alternatives for special cases do not; gaps keep their braces.
QString sentenceOf(const QString &text);

/// The same of an item of a list; where it is nothing but alternatives, each of them.
QStringList alternativesOf(const QString &text);

/// As Markdown: text of the built-in guide stays readable, that of a guide file can become no markup at all.
QString markdownOf(const guide::Node &node, const QString &text);

QString codeOf(const QString &text);
QString fenced(const QString &language, const QString &text);

/// What GitHub calls the place of a heading.
QString anchorOf(const QString &heading);

/// "yes" and so on.
QString wordOf(const QString &edge, base::Language language);
QString verdictOf(guide::LeafVerdict verdict, base::Language language);

/// ", answered by a trial alone"; empty where the cluster answers.
QString answererOf(const guide::Node &node, base::Language language);

QString introduction(base::Language language);

} // namespace faultline::app
