#include "core/guide/lookaround.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/logs.h"
#include "core/guide/fill.h"
#include "core/guide/shownobject.h"
#include "core/guide/wording.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::Kind;
using model::ObjectRef;

constexpr qsizetype kLongestText = 200;
/// The end of a log is what was fetched; of a file's log as much is looked at.
constexpr qsizetype kMostLines = 2000;

View unknownView(const QString &reason)
{
    View view;
    view.unknownReason = reason;
    return view;
}

ObjectRef nodeRef(const checks::Scope &scope)
{
    if (scope.subject.kind == Kind::Node)
        return scope.subject;
    return scope.pod && !scope.pod->nodeName.isEmpty() ? ObjectRef{Kind::Node, {}, scope.pod->nodeName} : ObjectRef();
}

/// Null when a gap of the names has no value.
ObjectRef namedRef(const Target &target, const checks::Scope &scope, const checks::Facts &known)
{
    if (!hasAllValues(target.name, known) || !hasAllValues(target.nameSpace, known))
        return {};
    const QString nameSpace = target.nameSpace.isEmpty() ? scope.subject.nameSpace : fill(target.nameSpace, known);
    return {target.kind, model::isNamespaced(target.kind) ? nameSpace : QString(), fill(target.name, known)};
}

ObjectRef refOf(const Target &target, const checks::Scope &scope, const checks::Facts &known)
{
    switch (target.part) {
    case LookAt::Workload:
        return scope.workload ? scope.workload->ref() : ObjectRef();
    case LookAt::Pod:
        return scope.pod ? checks::refTo(*scope.pod) : ObjectRef();
    case LookAt::Service:
        return scope.service ? scope.service->ref() : ObjectRef();
    case LookAt::Ingress:
        return scope.ingress ? scope.ingress->ref() : ObjectRef();
    case LookAt::Route:
        return scope.route ? scope.route->ref() : ObjectRef();
    case LookAt::Node:
        return nodeRef(scope);
    case LookAt::Namespace:
        return scope.subject.nameSpace.isEmpty() ? ObjectRef()
                                                 : ObjectRef{Kind::Namespace, {}, scope.subject.nameSpace};
    case LookAt::Subject:
        return scope.subject;
    case LookAt::Named:
        break;
    }
    return namedRef(target, scope, known);
}

/// A namespace that was not read may hold what is not here.
bool isOutOfSight(const ObjectRef &ref, const checks::Scope &scope)
{
    return model::isNamespaced(ref.kind) && !scope.cluster.hasAllNamespaces() &&
           ref.nameSpace != scope.subject.nameSpace;
}

/// What a path finds in a document: values, and the same places in its showable twin.
void addMatches(const Look &look, const QJsonObject &document, const QJsonObject &showable,
                const checks::Evidence &prototype, View &into)
{
    const auto found = look.path.find(document);
    if (!found) {
        into.unknownReason = checks::reason::tooMuchWork;
        return;
    }
    for (const base::JsonPath::Match &match : *found) {
        Seen seen{match.value, base::valueAt(showable, match.place), prototype};
        seen.evidence.field += base::fieldPathOf(document, match.place);
        seen.evidence.value = shortText(seen.shown);
        into.seen.push_back(std::move(seen));
    }
}

View lookIntoObject(const Look &look, const checks::Scope &scope, const ObjectRef &ref)
{
    View view;
    view.place = checks::fieldOf(ref, look.path.text(), {});
    const model::RawObject &raw = scope.cluster.rawObject(ref);
    if (raw.state == model::RawObject::State::NotFetched) {
        view.unknownReason = checks::reason::objectNotFetched;
        view.wantedObjects = {ref};
        return view;
    }
    if (raw.state == model::RawObject::State::Unavailable) {
        view.unknownReason = checks::reason::objectUnavailable;
        return view;
    }
    if (look.path.firstName() == "status"_L1 && !raw.json.contains("status"_L1)) {
        view.unknownReason = checks::reason::noStatus;
        return view;
    }
    addMatches(look, raw.json, shownObject(raw.json, ref.kind), checks::fieldOf(ref, {}, {}), view);
    return view;
}

View lookAtObject(const Look &look, const checks::Scope &scope, const ObjectRef &ref)
{
    if (const model::Unseen *unseen = scope.cluster.unseen(ref.kind))
        return unknownView(checks::reason::unseen(*unseen, ref.kind));
    View view;
    view.place = checks::fieldOf(ref, look.path.text(), {});
    if (!scope.cluster.exists(ref)) {
        if (isOutOfSight(ref, scope))
            return unknownView(checks::reason::oneNamespace);
        return view;
    }
    if (look.hasPath)
        return lookIntoObject(look, scope, ref);
    view.seen.push_back({ref.name, ref.name, checks::fieldOf(ref, u"metadata.name"_s, ref.name)});
    return view;
}

/// An event in the words of `kubectl get events -o json`, as far as the model keeps them.
QJsonObject jsonOf(const model::Event &event)
{
    return {{u"type"_s, event.type},
            {u"reason"_s, event.reason},
            {u"message"_s, event.message},
            {u"count"_s, event.count},
            {u"source"_s, QJsonObject{{u"component"_s, event.source}}},
            {u"involvedObject"_s, QJsonObject{{u"kind"_s, model::kindName(event.object.kind)},
                                              {u"namespace"_s, event.object.nameSpace},
                                              {u"name"_s, event.object.name},
                                              {u"fieldPath"_s, event.fieldPath}}},
            {u"firstTimestamp"_s, event.first.toString()},
            {u"lastTimestamp"_s, event.last.toString()}};
}

View lookAtEvents(const Look &look, const checks::Scope &scope, const ObjectRef &ref)
{
    if (const model::Unseen *unseen = scope.cluster.unseen(Kind::Event))
        return unknownView(checks::reason::unseen(*unseen, Kind::Event));
    View view;
    view.place = checks::fieldOf(ref, u"events"_s, {});
    for (const model::Event *event : scope.cluster.eventsOf(ref)) {
        if (!look.reasons.isEmpty() && !look.reasons.contains(event->reason))
            continue;
        const QJsonObject json = jsonOf(*event);
        addMatches(look, json, json, checks::fieldOf(ref, u"events["_s + event->reason + u"]."_s, {}, event->last),
                   view);
    }
    return view;
}

View lookAtLog(const Look &look, const checks::Scope &scope)
{
    const QString container = look.container.isEmpty() ? scope.container : look.container;
    if (!scope.pod || container.isEmpty())
        return unknownView(checks::reason::noObject);
    const bool isPrevious = look.what == Look::What::PreviousLog;
    const model::LogKey key{scope.pod->meta.nameSpace, scope.pod->meta.name, container, isPrevious};
    View view;
    view.place = checks::fieldOf(checks::refTo(*scope.pod), isPrevious ? u"log.previous"_s : u"log"_s, {});
    const model::LogText &log = scope.cluster.log(key);
    switch (checks::logState(log)) {
    case model::LogText::State::NotFetched:
        view.unknownReason = checks::reason::logNotFetched;
        view.wantedLogs = {key};
        break;
    case model::LogText::State::Unavailable:
        view.unknownReason = checks::reason::logUnavailable;
        break;
    case model::LogText::State::NeverRan:
        break;
    case model::LogText::State::Text:
        const QStringList lines = log.text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.sliced(std::max<qsizetype>(0, lines.size() - kMostLines))) {
            view.seen.push_back({line, line, view.place});
            view.seen.back().evidence.value = shortText(line);
        }
    }
    return view;
}

} // namespace

View lookAround(const Look &look, const checks::Scope &scope, const checks::Facts &known)
{
    if (look.what == Look::What::CurrentLog || look.what == Look::What::PreviousLog)
        return lookAtLog(look, scope);
    const ObjectRef ref = refOf(look.target, scope, known);
    if (ref.isNull() || ref.name.isEmpty())
        return unknownView(checks::reason::noObject);
    return look.what == Look::What::Events ? lookAtEvents(look, scope, ref) : lookAtObject(look, scope, ref);
}

Kind kindOf(const Target &target)
{
    switch (target.part) {
    case LookAt::Pod:
        return Kind::Pod;
    case LookAt::Service:
        return Kind::Service;
    case LookAt::Ingress:
        return Kind::Ingress;
    case LookAt::Node:
        return Kind::Node;
    case LookAt::Namespace:
        return Kind::Namespace;
    case LookAt::Named:
        return target.kind;
    case LookAt::Workload:
    case LookAt::Route:
    case LookAt::Subject:
        break;
    }
    return Kind::Unknown;
}

QString shortText(const QJsonValue &value)
{
    QString text;
    if (value.isString()) {
        text = value.toString();
    } else if (value.isArray()) {
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    } else if (value.isObject()) {
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    } else if (!value.isNull() && !value.isUndefined()) {
        text = value.toVariant().toString();
    }
    text = text.simplified();
    if (text.size() <= kLongestText)
        return text;
    // A character outside the basic plane is two units that belong together.
    const bool splits = text.at(kLongestText - 1).isHighSurrogate();
    return text.left(splits ? kLongestText - 1 : kLongestText) + u'…';
}

} // namespace faultline::guide
