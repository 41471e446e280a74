#include "core/source/namespacelist.h"

#include "core/kube/lister.h"
#include "core/source/livekinds.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {
constexpr kube::ListLimits kLimits{.pageSize = 500, .pages = 10, .bytes = qint64(16) << 20};
} // namespace

NamespaceList::NamespaceList(const kube::Connection &connection, QObject *parent) : QObject(parent)
{
    auto client = kube::Client::open(connection);
    if (!client)
        return;
    m_client = *std::move(client);
    m_lister = std::make_unique<kube::Lister>(*m_client, listPath(model::Kind::Namespace, u"v1"_s, {}),
                                              listAccept(model::Kind::Namespace), kLimits);
    connect(m_lister.get(), &kube::Lister::page, this, &NamespaceList::take);
    connect(m_lister.get(), &kube::Lister::restarted, this, [this] { m_names.clear(); });
    connect(m_lister.get(), &kube::Lister::finished, this, [this] {
        m_names.sort();
        if (!m_names.isEmpty())
            Q_EMIT listed(m_names);
    });
}

NamespaceList::~NamespaceList() = default;

void NamespaceList::start()
{
    if (m_lister)
        m_lister->start();
}

void NamespaceList::take(const QByteArray &page)
{
    for (const QJsonValue &item : QJsonDocument::fromJson(page).object().value("items"_L1).toArray()) {
        const QString name = item["metadata"_L1]["name"_L1].toString();
        if (!name.isEmpty())
            m_names += name;
    }
}

} // namespace faultline::source
