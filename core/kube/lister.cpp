#include "core/kube/lister.h"

#include "core/kube/listhead.h"
#include "core/kube/status.h"

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

Lister::Lister(Client &client, QString path, QByteArray accept, const ListLimits &limits, QObject *parent)
    : QObject(parent), m_client(client), m_path(std::move(path)), m_accept(std::move(accept)), m_limits(limits)
{
}

Lister::~Lister()
{
    if (m_reply) {
        m_reply->cancel();
    }
}

void Lister::start() { ask({}); }

void Lister::ask(const QString &continueToken)
{
    QUrlQuery query;
    if (!m_isSecondRun) {
        query.addQueryItem(u"limit"_s, QString::number(m_limits.pageSize));
    }
    if (!continueToken.isEmpty()) {
        query.addQueryItem(u"continue"_s, QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    }
    m_reply = m_client.get({m_path, query, m_accept, qMax(qint64(1), m_limits.bytes - m_bytes)});
    connect(m_reply, &Reply::finished, this, &Lister::onFinished);
}

void Lister::onFinished(const Response &response)
{
    m_reply = nullptr;
    if (response.error) {
        if (!goesOnAfter(response)) {
            end(response);
        }
        return;
    }
    m_bytes += response.body.size();
    const ListHead head = listHead(response.body);
    if (m_resourceVersion.isEmpty()) {
        m_resourceVersion = head.resourceVersion;
    }
    const bool isLast = head.continueToken.isEmpty();
    if (!isLast && ++m_pages >= m_limits.pages) {
        end({response.httpStatus,
             {},
             response.date,
             Error{Error::Kind::TooLarge, u"the list has more than %1 pages"_s.arg(m_limits.pages), m_path}});
        return;
    }
    if (!isLast) {
        ask(head.continueToken);
    }
    Q_EMIT page(response.body, isLast ? 0 : head.remaining);
    if (isLast) {
        end(response);
    }
}

// A continue token lives about five minutes (etcd compaction). The 410 usually offers one that reads on from the same
// key in the newer state; without one the list is read again in one piece, which cannot expire.
bool Lister::goesOnAfter(const Response &response)
{
    if (response.httpStatus != 410 || ++m_pages >= m_limits.pages) {
        return false;
    }
    const auto status = statusOf(response.body);
    if (status && !status->continueToken.isEmpty()) {
        ask(status->continueToken);
        return true;
    }
    if (std::exchange(m_isSecondRun, true)) {
        return false;
    }
    m_bytes = 0;
    m_resourceVersion.clear();
    ask({});
    Q_EMIT restarted();
    return true;
}

void Lister::end(Response last)
{
    last.body.clear();
    Q_EMIT finished(last);
}

} // namespace faultline::kube
