#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace faultline::source {

/// A container's log as it is being written. Ends with exactly one ended(); deleting it ends it silently.
class LogStream : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void arrived(const QString &text); ///< may end in the middle of a line

    /// `problem` is empty when the server closed the stream in order: the container has ended, or its log was rotated.
    void ended(const QString &problem);
};

} // namespace faultline::source
