#include "core/kube/watchevent.h"

#include "core/kube/jsonskipper.h"

#include <array>

namespace faultline::kube {

namespace {

WatchEvent::Type typeFrom(QByteArrayView word)
{
    using Type = WatchEvent::Type;
    static constexpr std::array<std::pair<QByteArrayView, Type>, 5> kWords{{
        {"ADDED", Type::Added},
        {"MODIFIED", Type::Modified},
        {"DELETED", Type::Deleted},
        {"BOOKMARK", Type::Bookmark},
        {"ERROR", Type::Error},
    }};
    for (const auto &[known, type] : kWords) {
        if (known == word) {
            return type;
        }
    }
    return Type::Unreadable;
}

/// Walks the members of the object that begins here, until `visit` has seen what it wants (true).
template <typename Visit> void eachMember(Skipper &skipper, Visit visit)
{
    if (!skipper.take('{')) {
        return;
    }
    do {
        const QByteArrayView key = skipper.string();
        if (!skipper.take(':') || visit(key)) {
            return;
        }
    } while (skipper.take(','));
}

/// metadata stands at the front of an object, and its resourceVersion before the long managedFields.
QString resourceVersionIn(QByteArrayView object)
{
    QByteArrayView version;
    Skipper outer(object);
    eachMember(outer, [&](QByteArrayView key) {
        if (key != QByteArrayView("metadata")) {
            outer.value();
            return false;
        }
        eachMember(outer, [&](QByteArrayView inner) {
            const bool found = inner == QByteArrayView("resourceVersion");
            found ? (version = outer.string(), void()) : (outer.value(), void());
            return found;
        });
        return true;
    });
    return QString::fromLatin1(version);
}

} // namespace

WatchEvent watchEvent(QByteArrayView line)
{
    WatchEvent event;
    QByteArrayView word;
    Skipper skipper(line);
    eachMember(skipper, [&](QByteArrayView key) {
        if (key == QByteArrayView("type")) {
            word = skipper.string();
        } else if (key == QByteArrayView("object")) {
            event.object = skipper.value().trimmed().toByteArray();
        } else {
            skipper.value();
        }
        return false;
    });
    const bool isWhole = line.trimmed().endsWith('}') && event.object.startsWith('{') && event.object.endsWith('}');
    event.type = isWhole ? typeFrom(word) : WatchEvent::Type::Unreadable;
    event.resourceVersion = resourceVersionIn(event.object);
    return event;
}

} // namespace faultline::kube
