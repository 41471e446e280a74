#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <compare>
#include <optional>

namespace faultline::base {

/// A Kubernetes resource quantity ("500m", "1.5", "64Mi", "1e3"), kept in thousandths of its unit.
/// Source of the grammar: k8s.io/apimachinery pkg/api/resource/quantity.go. Saturates instead of overflowing.
struct Quantity {
    qint64 milli = 0;

    auto operator<=>(const Quantity &) const = default; // NOLINT(modernize-use-nullptr): version 14 misreads it
    Quantity operator+(Quantity other) const;
    Quantity operator-(Quantity other) const;

    /// Empty when the text is not a quantity.
    static std::optional<Quantity> parse(QStringView text);

    /// Short form for people: bytes as Ki/Mi/Gi when `binary`, else decimal with an m suffix for fractions.
    QString toString(bool binary) const;
};

} // namespace faultline::base
