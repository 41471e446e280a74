#pragma once

#include "core/kube/client.h"
#include "core/model/cluster.h"
#include "core/source/logstream.h"

#include <QtCore/QPointer>
#include <QtCore/QStringDecoder>

namespace faultline::source {

/// GET .../pods/POD/log?follow=true: the last lines, and then whatever the container writes.
class LiveLogStream : public LogStream
{
    Q_OBJECT

public:
    LiveLogStream(kube::Client &client, const model::LogKey &key, QObject *parent = nullptr);
    ~LiveLogStream() override;

private:
    QPointer<kube::Reply> m_reply;
    QStringDecoder m_decoder{QStringConverter::Utf8}; ///< a letter may come in two parts
};

} // namespace faultline::source
