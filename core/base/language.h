#pragma once

#include <QtCore/QString>

namespace faultline::base {

enum class Language { English, Chinese };

/// One text in both languages of the program. Rendered when shown, so that the language switches live.
struct LocalizedText {
    QString en;
    QString zh;

    const QString &in(Language language) const { return language == Language::Chinese ? zh : en; }
    bool isEmpty() const { return en.isEmpty() && zh.isEmpty(); }
    bool operator==(const LocalizedText &) const = default;
};

} // namespace faultline::base
