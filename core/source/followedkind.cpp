#include "core/source/followedkind.h"

#include "core/source/livekinds.h"

namespace faultline::source {

using base::Error;
using kube::Watch;
using model::Unseen;

FollowedKind::FollowedKind(kube::Client &client, ChangeDecoder &decoder, KindPlace place, const kube::Pace &pace,
                           std::chrono::milliseconds pollEvery, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_decoder(decoder),
      m_place(std::move(place)),
      m_pace(pace),
      m_pollEvery(pollEvery),
      m_mayWatch(!m_place.resourceVersion.isEmpty()),
      m_watch(client, m_place.path, objectAccept(m_place.kind), pace)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &FollowedKind::list);
    connect(&m_watch, &Watch::stateChanged, this, &FollowedKind::onWatch);
    connect(&m_watch, &Watch::heard, this, &FollowedKind::heard);
    connect(&m_watch, &Watch::happened, this, [this](const std::vector<kube::WatchEvent> &events) {
        m_decoder.add(m_place.kind, events);
        Q_EMIT fed();
    });
}

void FollowedKind::start() { goOn(); }

void FollowedKind::stop()
{
    m_again.stop();
    m_lister.reset();
    const QString reached = m_watch.resourceVersion();
    m_place.resourceVersion = reached.isEmpty() ? m_place.resourceVersion : reached;
    m_watch.stop();
    enter(State::Stopped);
}

/// From where it stands, after a list or a pause.
void FollowedKind::goOn()
{
    if (m_mayWatch) {
        m_watch.start(m_place.resourceVersion);
    } else {
        m_again.start(m_pollEvery);
        enter(m_problem ? State::Polling : State::Listed, m_problem);
    }
}

void FollowedKind::reconnect()
{
    if (m_state == State::Stopped || m_state == State::LoggedOut) {
        return;
    }
    if (m_lister || (!m_mayWatch && m_state == State::Failing)) {
        list();
    }
    m_watch.reconnect();
}

void FollowedKind::enter(State state, const std::optional<Error> &problem)
{
    m_problem = problem;
    if (std::exchange(m_state, state) != state) {
        Q_EMIT stateChanged();
    }
}

void FollowedKind::onWatch()
{
    switch (m_watch.state()) {
    case Watch::State::Idle:
        break;
    case Watch::State::Connecting:
        if (m_state != State::Failing) {
            enter(State::Connecting);
        }
        break;
    case Watch::State::Running:
        m_backOff.reset();
        enter(State::Running);
        break;
    case Watch::State::Waiting:
        enter(State::Failing, m_watch.problem());
        break;
    case Watch::State::Gone:
        listAfterGone();
        break;
    case Watch::State::Refused:
        if (m_watch.problem()->kind == Error::Kind::Unauthorized) {
            enter(State::LoggedOut, m_watch.problem());
        } else {
            m_mayWatch = false;
            m_refusal = m_watch.problem();
            list(); // what happened since the last list is not known
        }
        break;
    }
}

/// At once: a version grows old in a pause. A server that says so of the very list that it has just given is asked as
/// seldom as one that fails.
void FollowedKind::listAfterGone()
{
    if (m_listed.isValid() && !m_listed.hasExpired(m_pace.longest.count())) {
        m_again.start(m_goneBackOff.next(m_pace));
        enter(State::Failing, m_watch.problem());
        return;
    }
    m_goneBackOff.reset();
    list();
}

void FollowedKind::list()
{
    m_again.stop();
    m_decoder.beginList(m_place.kind);
    m_lister = std::make_unique<kube::Lister>(m_client, m_place.path, listAccept(m_place.kind));
    connect(m_lister.get(), &kube::Lister::page, this,
            [this](const QByteArray &json) { m_decoder.addPage(m_place.kind, json); });
    connect(m_lister.get(), &kube::Lister::restarted, this, [this] { m_decoder.beginList(m_place.kind); });
    connect(m_lister.get(), &kube::Lister::finished, this, &FollowedKind::onListed);
    if (m_state == State::Running) {
        enter(State::Connecting);
    }
    m_lister->start();
}

void FollowedKind::onListed(const kube::Response &last)
{
    const QString reached = m_lister->resourceVersion();
    m_lister.release()->deleteLater();
    // One Namespace is read as an object: it may be deleted while it is looked at.
    const bool isGone = m_place.kind == model::Kind::Namespace && last.httpStatus == 404;
    if (last.error && !isGone) {
        onListFailed(last);
        return;
    }
    m_backOff.reset();
    m_listed.start();
    m_decoder.endList(m_place.kind);
    Q_EMIT fed();
    Q_EMIT heard(last.date);
    m_place.resourceVersion = reached;
    m_problem = m_refusal;
    goOn();
}

void FollowedKind::onListFailed(const kube::Response &last)
{
    const Error &error = *last.error;
    if (error.kind == Error::Kind::Unauthorized) {
        enter(State::LoggedOut, error);
        return;
    }
    if (error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound) {
        const bool forbidden = error.kind == Error::Kind::Forbidden;
        m_decoder.hide(m_place.kind, {forbidden ? Unseen::Reason::Forbidden : Unseen::Reason::NotServed, error.detail});
        Q_EMIT fed();
        stop();
        return;
    }
    m_again.start(m_backOff.next(m_pace, last.retryAfter.value_or(std::chrono::seconds(0))));
    enter(State::Failing, error);
}

} // namespace faultline::source
