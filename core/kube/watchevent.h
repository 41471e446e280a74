#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace faultline::kube {

/// One line of a watch (apimachinery pkg/apis/meta/v1/watch.go).
struct WatchEvent {
    enum class Type { Unreadable, Added, Modified, Deleted, Bookmark, Error };
    Type type = Type::Unreadable;
    QByteArray object;       ///< JSON; of an Error a metav1.Status
    QString resourceVersion; ///< of the object: where a watch goes on from after this event
};

/// Reads no more of a line than it must: the type, and of the object its resourceVersion.
WatchEvent watchEvent(QByteArrayView line);

} // namespace faultline::kube
