#include "core/source/liveload.h"

#include <algorithm>

namespace faultline::source {

using base::Error;
using model::Kind;
using model::Unseen;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kTellEvery{50};
constexpr qsizetype kWarningsKept = 200;

Unseen::Reason reasonOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Forbidden:
        return Unseen::Reason::Forbidden;
    case Error::Kind::NotFound:
        return Unseen::Reason::NotServed;
    default:
        return Unseen::Reason::Failed;
    }
}

} // namespace

LiveLoad::LiveLoad(kube::Client &client, QString nameSpace, std::shared_ptr<Recorder> recorder, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_nameSpace(std::move(nameSpace)),
      m_decoder(std::make_unique<PageDecoder>(std::move(recorder)))
{
    for (const Kind kind : model::allKinds()) {
        KindLoad load;
        load.kind = kind;
        load.line.what = model::resourceName(kind);
        m_kinds.push_back(std::move(load));
    }
    connect(m_decoder.get(), &PageDecoder::decoded, this, &LiveLoad::onDecoded);
    connect(m_decoder.get(), &PageDecoder::undecodable, this, &LiveLoad::onUndecodable);
    connect(m_decoder.get(), &PageDecoder::built, this, &LiveLoad::onBuilt);
}

void LiveLoad::start()
{
    tell();
    m_discovery = std::make_unique<kube::Discovery>(m_client, wantedResources());
    connect(m_discovery.get(), &kube::Discovery::finished, this, &LiveLoad::onDiscovered);
    m_discovery->start();
}

void LiveLoad::onDiscovered(const base::Result<kube::ServedApis> &served)
{
    if (!served) {
        fail(served.error());
        return;
    }
    m_result.served = *served;
    m_facts.version = {served->major, served->minor, served->gitVersion};
    m_facts.allNamespaces = m_nameSpace.isEmpty();
    // Endpoints wait for what becomes of EndpointSlices; a kind that is not served ends at once.
    for (KindLoad &load : m_kinds) {
        if (load.kind != Kind::Endpoints) {
            list(load);
        }
    }
}

void LiveLoad::list(KindLoad &load)
{
    const QString group = model::apiGroup(load.kind);
    const QString version = m_result.served.version(group, model::resourceName(load.kind));
    if (version.isEmpty()) {
        markUnseen(load, Unseen::Reason::NotServed,
                   u"the server has no %1 in the group %2"_s.arg(load.line.what, group));
        return;
    }
    startList(load, version);
}

void LiveLoad::startList(KindLoad &load, const QString &version)
{
    load.line.state = Progress::State::Running;
    load.lister =
        std::make_unique<kube::Lister>(m_client, listPath(load.kind, version, m_nameSpace), listAccept(load.kind));
    kube::Lister *lister = load.lister.get();
    connect(lister, &kube::Lister::page, this,
            [this, &load](const QByteArray &json, qint64 remaining) { onPage(load, json, remaining); });
    connect(lister, &kube::Lister::restarted, this, [this, &load] { onRestarted(load); });
    connect(lister, &kube::Lister::finished, this, [this, &load](const kube::Response &last) { onListed(load, last); });
    lister->start();
    tell();
}

void LiveLoad::onPage(KindLoad &load, const QByteArray &json, qint64 remaining)
{
    if (m_hasEnded || load.hasEnded) {
        return;
    }
    ++load.pagesInDecoder;
    load.remaining = remaining;
    m_decoder->add(load.kind, json);
}

void LiveLoad::onRestarted(KindLoad &load)
{
    load.line.items = 0;
    load.line.total = -1;
    m_decoder->forgetKind(load.kind);
}

/// By the 404 of that very object, which names it: `namespaces "shop" not found`. Something else at that address, or a
/// proxy, says 404 to everything.
bool LiveLoad::isMissingNamespace(const KindLoad &load, const kube::Response &last) const
{
    return load.kind == Kind::Namespace && !m_nameSpace.isEmpty() && last.httpStatus == 404 &&
           last.error->detail.contains(u'"' + m_nameSpace + u"\" not found"_s);
}

void LiveLoad::onListed(KindLoad &load, const kube::Response &last)
{
    if (m_hasEnded || load.hasEnded) {
        return;
    }
    m_facts.now = std::max(m_facts.now, last.date);
    if (!last.error) {
        load.isListed = true;
        endIfRead(load);
        return;
    }
    if (isMissingNamespace(load, last)) {
        load.isListed = true; // looked at, and it is not there
        endIfRead(load);
    } else {
        refuse(load, *last.error);
    }
}

void LiveLoad::onDecoded(Kind kind, const model::DecodeSummary &summary)
{
    KindLoad &load = of(kind);
    --load.pagesInDecoder;
    if (m_hasEnded || load.hasEnded) {
        return;
    }
    for (const auto &[decodedKind, count] : summary.counts) {
        load.line.items += count;
    }
    load.line.total = load.remaining < 0 ? -1 : load.line.items + static_cast<int>(load.remaining);
    keepWarnings(load, summary.warnings);
    endIfRead(load);
    tell();
}

void LiveLoad::onUndecodable(Kind kind, const base::Error &error)
{
    KindLoad &load = of(kind);
    --load.pagesInDecoder;
    if (!m_hasEnded && !load.hasEnded) {
        load.lister.reset();
        refuse(load, error);
    }
}

void LiveLoad::keepWarnings(const KindLoad &load, const QStringList &warnings)
{
    for (const QString &warning : warnings) {
        if (m_result.warnings.size() < kWarningsKept) {
            m_result.warnings.append(load.line.what + u": "_s + warning);
        }
    }
}

void LiveLoad::endIfRead(KindLoad &load)
{
    if (load.isListed && load.pagesInDecoder == 0) {
        load.isRead = true;
        load.line.state = Progress::State::Done;
        load.line.total = load.line.items;
        keepPlace(load);
        endKind(load);
    }
}

/// One Namespace is read as an object: what stands in its metadata is no list's resourceVersion.
void LiveLoad::keepPlace(const KindLoad &load)
{
    const bool isObject = load.kind == Kind::Namespace && !m_nameSpace.isEmpty();
    const QString version = m_result.served.version(model::apiGroup(load.kind), load.line.what);
    m_result.places.push_back(
        {load.kind, listPath(load.kind, version, m_nameSpace), isObject ? QString() : load.lister->resourceVersion()});
}

void LiveLoad::refuse(KindLoad &load, const base::Error &error)
{
    if (error.kind == Error::Kind::Unauthorized) {
        fail(error);
        return;
    }
    load.error = error;
    markUnseen(load, reasonOf(error.kind), error.detail);
}

void LiveLoad::markUnseen(KindLoad &load, Unseen::Reason reason, const QString &detail)
{
    m_facts.unseen[load.kind] = {reason, detail};
    load.line.state = reason == Unseen::Reason::Failed     ? Progress::State::Failed
                      : reason == Unseen::Reason::NotAsked ? Progress::State::Done
                                                           : Progress::State::Denied;
    load.line.detail = detail;
    m_decoder->forgetKind(load.kind); // half a list would look like a whole one
    endKind(load);
}

void LiveLoad::endKind(KindLoad &load)
{
    load.hasEnded = true;
    tell();
    if (load.kind == Kind::EndpointSlice) {
        decideEndpoints(load);
    }
    if (load.kind == Kind::Endpoints && load.isRead) {
        m_facts.unseen.erase(Kind::EndpointSlice); // the same facts, from the older object
    }
    buildIfComplete();
}

void LiveLoad::decideEndpoints(const KindLoad &slices)
{
    KindLoad &endpoints = of(Kind::Endpoints);
    if (slices.isRead || m_facts.unseen[Kind::EndpointSlice].reason == Unseen::Reason::Failed) {
        markUnseen(endpoints, Unseen::Reason::NotAsked, u"EndpointSlices tell the same"_s);
    } else {
        list(endpoints);
    }
}

void LiveLoad::buildIfComplete()
{
    const auto hasEnded = [](const KindLoad &load) { return load.hasEnded; };
    if (m_hasEnded || !std::all_of(m_kinds.begin(), m_kinds.end(), hasEnded)) {
        return;
    }
    if (std::none_of(m_kinds.begin(), m_kinds.end(), [](const KindLoad &load) { return load.isRead; })) {
        fail(firstError());
        return;
    }
    m_hasEnded = true;
    m_decoder->build(m_facts);
}

// By the order of kinds (Pods first), not by who answered first: the same cluster gives the same words.
base::Error LiveLoad::firstError() const
{
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(), [](const KindLoad &load) { return load.error; });
    return found == m_kinds.end() ? Error{Error::Kind::NotFound, u"the server has none of the kinds to look at"_s, {}}
                                  : *found->error;
}

void LiveLoad::fail(const base::Error &error)
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    endSoon([this, error] {
        stop();
        Q_EMIT failed(error);
    });
}

void LiveLoad::onBuilt(const model::ClusterPtr &cluster)
{
    m_result.cluster = cluster;
    endSoon([this, result = m_result] { Q_EMIT loaded(result); });
}

// From the event loop, with no network or decoder object on the stack: the receiver may delete this object. What the
// signal carries lives in the closure, not in this object.
void LiveLoad::endSoon(std::function<void()> signal)
{
    QMetaObject::invokeMethod(
        this,
        [self = QPointer<LiveLoad>(this), signal = std::move(signal)] {
            self->tellNow();
            if (self) {
                signal();
            }
        },
        Qt::QueuedConnection);
}

void LiveLoad::stop()
{
    m_discovery.reset();
    for (KindLoad &load : m_kinds) {
        load.lister.reset();
    }
}

void LiveLoad::tell()
{
    if (!std::exchange(m_willTell, true)) {
        QTimer::singleShot(kTellEvery, this, &LiveLoad::tellNow);
    }
}

void LiveLoad::tellNow()
{
    m_willTell = false;
    std::vector<Progress> lines;
    for (const KindLoad &load : m_kinds) {
        lines.push_back(load.line);
    }
    Q_EMIT progress(lines);
}

LiveLoad::KindLoad &LiveLoad::of(Kind kind)
{
    return *std::find_if(m_kinds.begin(), m_kinds.end(), [kind](const KindLoad &load) { return load.kind == kind; });
}

} // namespace faultline::source
