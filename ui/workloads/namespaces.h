#pragma once

#include <QtCore/QStringList>

namespace faultline::ui::workloads {

/// The namespaces that can be chosen above the list.
struct Namespaces {
    enum class Switching {
        Filter, ///< all of them are here: the list shows one
        Reload  ///< another one has to be read first
    };
    QStringList names;
    QString current; ///< the one that was read; empty = all
    Switching switching = Switching::Filter;

    bool operator==(const Namespaces &) const = default;
};

} // namespace faultline::ui::workloads
