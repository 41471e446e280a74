#include "core/source/livelogstream.h"

#include "core/source/livelogs.h"

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {
constexpr int kLinesBefore = 200;
}

LiveLogStream::LiveLogStream(kube::Client &client, const model::LogKey &key, QObject *parent) : LogStream(parent)
{
    kube::Request request = logRequest(key);
    request.query.addQueryItem(u"tailLines"_s, QString::number(kLinesBefore));
    request.query.addQueryItem(u"follow"_s, u"true"_s);
    request.delivery = kube::Delivery::Stream;
    m_reply = client.get(request);
    connect(m_reply, &kube::Reply::arrived, this,
            [this](const QByteArray &bytes) { Q_EMIT arrived(m_decoder(bytes)); });
    connect(m_reply, &kube::Reply::finished, this, [this](const kube::Response &response) {
        Q_EMIT ended(response.error ? response.error->detail : QString());
    });
}

LiveLogStream::~LiveLogStream()
{
    if (m_reply) {
        m_reply->cancel();
    }
}

} // namespace faultline::source
