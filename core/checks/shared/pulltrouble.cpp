#include "core/checks/shared/pulltrouble.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/images.h"
#include "core/checks/shared/troubledcontainer.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

struct CausePattern {
    PullCause cause;
    QRegularExpression words;
};

QRegularExpression pattern(const QString &words)
{
    return QRegularExpression(words, QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::DotMatchesEverythingOption);
}

/// Tried in this order: what the node says of itself; then the network, because "failed to authorize" is also what a
/// token server's time-out is wrapped in; then access, because a refusal also says "repository does not exist".
const std::array<CausePattern, 6> &causePatterns()
{
    static const std::array<CausePattern, 6> patterns{{
        {PullCause::NodeSide, pattern(u"no space left on device|disk quota exceeded|failed to extract layer|"
                                      u"failed to register layer|signature validation failed|"
                                      u"failed to prepare extraction snapshot"_s)},
        {PullCause::Unreachable,
         pattern(u"no such host|i/o timeout|connection refused|connection reset|tls handshake timeout|x509:|"
                 u"certificate signed by unknown|toomanyrequests|too many requests|\\b429\\b|no route to host|"
                 u"network is unreachable|server misbehaving|name resolution|deadline exceeded|client\\.timeout|"
                 u"registry is unavailable|proxyconnect|\\bEOF\\b|context canceled|unexpected (?:commit )?digest|"
                 u"failed size validation|server gave http response to https client|"
                 u"status[^0-9]{0,60}5\\d\\d\\b|\\b5\\d\\d (?:internal server error|bad gateway|"
                 u"service (?:temporarily )?unavailable|gateway time-?out)"_s)},
        {PullCause::AccessDenied,
         pattern(u"pull access denied|authorization failed|authentication required|unauthorized|"
                 u"no basic auth credentials|insufficient_scope|may require (?:authorization|'?docker login)|"
                 u"access to the resource is denied|denied:|forbidden|status[^0-9]{0,60}40[13]\\b|"
                 u"incorrect username or password|error getting credentials"_s)},
        {PullCause::NoPlatform, pattern(u"no match for platform|no matching manifest for|"
                                        u"no image found in (?:manifest list|image index) for"_s)},
        {PullCause::RepositoryUnknown,
         pattern(u"name[ _]unknown|name invalid|invalid reference|repository does not exist|"
                 u"repository name not known|(?:repository|project) \\S+ not found|repository with name"_s)},
        {PullCause::TagUnknown, pattern(u"manifest unknown|manifest_unknown|not found|code = notfound|"
                                        u"no such manifest|tag does not exist"_s)},
    }};
    return patterns;
}

/// The words alone: without URLs and without the image's own name. A name of one word stays unless its registry or
/// tag stands beside it: it could as well be a word of the message.
QString withoutNames(QString text, const QString &image)
{
    static const QRegularExpression url(u"https?://[^\\s\"]+"_s);
    text.replace(url, u"URL"_s);
    QStringList names{image};
    if (const std::optional<ImageReference> reference = parseImage(image)) {
        const QString full = reference->registry + u'/' + reference->path;
        names << full + u':' + reference->tag << full << reference->written << reference->path;
        if (reference->registry.contains(u':'))
            names << reference->registry;
    }
    for (const QString &name : names) {
        if (name.contains(u'/') || name.contains(u':'))
            text.replace(name, u"IMAGE"_s);
    }
    return text;
}

bool givesCause(const ContainerView &container)
{
    const QString &message = container.status.state.message;
    if (message.trimmed().isEmpty())
        return false;
    // Before 1.32 the kubelet left it at: Back-off pulling image "I".
    return !message.startsWith("Back-off pulling image"_L1) || message.contains("\": "_L1);
}

const model::Event *pullEvent(const model::Cluster &cluster, const ContainerView &container)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : cluster.eventsOf(refTo(container.pod))) {
        const QString message = plainMessage(*event);
        const bool pull = event->reason == "Failed"_L1 && message.startsWith("Failed to pull image"_L1);
        if ((pull || event->reason == "InspectFailed"_L1) && isAbout(*event, container))
            latest = event;
    }
    return latest;
}

struct Detail {
    QLatin1StringView name;
    QRegularExpression words;
};

/// Which of the ways to fail, for the two causes that gather several.
QString detailOf(const PullTrouble &trouble, const QString &image)
{
    static const std::array<Detail, 6> unreachable{
        {{"altered"_L1, pattern(u"unexpected (?:commit )?digest|failed size validation"_s)},
         {"rateLimit"_L1, pattern(u"toomanyrequests|too many requests|\\b429\\b|rate limit"_s)},
         {"dns"_L1, pattern(u"no such host|server misbehaving|name resolution"_s)},
         {"certificate"_L1, pattern(u"x509:|certificate|http response to https client"_s)},
         {"server"_L1, pattern(u"\\b5\\d\\d\\b|registry is unavailable"_s)},
         {"cut"_L1, pattern(u"\\bEOF\\b|connection reset"_s)}}};
    static const std::array<Detail, 2> nodeSide{{{"disk"_L1, pattern(u"no space left on device|disk quota exceeded"_s)},
                                                 {"policy"_L1, pattern(u"signature"_s)}}};
    const QString words = withoutNames(trouble.message, image);
    const auto firstOf = [&words](const auto &details, const QString &otherwise) {
        for (const Detail &detail : details) {
            if (detail.words.match(words).hasMatch())
                return QString(detail.name);
        }
        return otherwise;
    };
    if (trouble.cause == PullCause::NodeSide)
        return firstOf(nodeSide, {});
    const bool told = trouble.cause == PullCause::Unreachable && !words.isEmpty();
    return told ? firstOf(unreachable, u"network"_s) : QString();
}

/// A volume of type image is pulled like a container's image, and each container that mounts it shows the trouble
/// (pkg/kubelet/kuberuntime getImageVolumes); the message names what was pulled.
const model::Volume *imageVolumeIn(const ContainerView &container, const QString &message)
{
    if (message.contains(u'"' + container.spec.image + u'"'))
        return nullptr;
    const std::vector<model::Volume> &volumes = container.pod.spec->volumes;
    const auto found = std::find_if(volumes.begin(), volumes.end(), [&message](const model::Volume &volume) {
        return volume.source == model::Volume::Source::Image && message.contains(u'"' + volume.target + u'"');
    });
    return found == volumes.end() ? nullptr : &*found;
}

PullCause causeByReason(const QString &reason)
{
    if (reason == "ImageInspectError"_L1 || reason == "SignatureValidationFailed"_L1)
        return PullCause::NodeSide;
    return reason == "RegistryUnavailable"_L1 ? PullCause::Unreachable : PullCause::Silent;
}

} // namespace

bool isImageReason(QStringView reason)
{
    constexpr std::array<QLatin1StringView, 7> words{QLatin1StringView("ErrImagePull"),
                                                     QLatin1StringView("ImagePullBackOff"),
                                                     QLatin1StringView("InvalidImageName"),
                                                     QLatin1StringView("ImageInspectError"),
                                                     QLatin1StringView("ErrImageNeverPull"),
                                                     QLatin1StringView("RegistryUnavailable"),
                                                     QLatin1StringView("SignatureValidationFailed")};
    return std::find(words.begin(), words.end(), reason) != words.end();
}

PullCause pullCauseOf(const QString &message, const QString &image)
{
    const QString words = withoutNames(message, image);
    for (const auto &[cause, meaning] : causePatterns()) {
        if (meaning.match(words).hasMatch())
            return cause;
    }
    return PullCause::Other;
}

PullTrouble pullTroubleOf(const model::Cluster &cluster, const ContainerView &container)
{
    const QString reason = container.waitingReason();
    if (!isImageReason(reason))
        return {PullCause::None, {}, {stateOf(container)}};
    PullTrouble trouble{causeByReason(reason), {}, {stateOf(container)}};
    if (givesCause(container)) {
        trouble.message = container.status.state.message;
        trouble.evidence.push_back(
            fieldOf(refTo(container.pod), container.statusPath("state.waiting.message"_L1), trouble.message));
    } else if (const model::Event *event = pullEvent(cluster, container)) {
        trouble.message = plainMessage(*event);
        trouble.evidence.push_back(eventOf(*event));
    }
    if (trouble.cause == PullCause::Silent && !trouble.message.isEmpty())
        trouble.cause = pullCauseOf(trouble.message, pulledImage(container, trouble));
    return trouble;
}

Verdict unknownPull(const model::Cluster &cluster, const PullTrouble &trouble)
{
    if (trouble.cause != PullCause::Silent)
        return unknown(reason::ambiguous, trouble.evidence);
    if (!cluster.sees(model::Kind::Event))
        return unknownFor(cluster, model::Kind::Event);
    return unknown(reason::noMessage, trouble.evidence);
}

QString pulledImage(const ContainerView &container, const PullTrouble &trouble)
{
    const model::Volume *volume = imageVolumeIn(container, trouble.message);
    return volume ? volume->target : container.spec.image;
}

Facts pullFacts(const ContainerView &container, const PullTrouble &trouble)
{
    const QString image = pulledImage(container, trouble);
    Facts facts = imageFacts(image);
    const QString reason = container.waitingReason();
    const QString detail = reason == "SignatureValidationFailed"_L1 ? u"policy"_s : detailOf(trouble, image);
    const model::Volume *volume = imageVolumeIn(container, trouble.message);
    facts.merge(factsOf({{fact::reason, reason},
                         {fact::message, trouble.message},
                         {fact::pullCause, detail},
                         {fact::imageVolume, volume ? volume->name : QString()}}));
    return facts;
}

Verdict judgePull(const Scope &scope, PullJudge judge)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    return container ? judge(scope, *container, pullTroubleOf(scope.cluster, *container)) : noContainer(scope);
}

Verdict judgeToldPull(const Scope &scope, PullJudge judge)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const PullTrouble trouble = pullTroubleOf(scope.cluster, *container);
    return trouble.cause == PullCause::Silent ? unknownPull(scope.cluster, trouble) : judge(scope, *container, trouble);
}

Verdict isPulled(const ContainerView &container, const PullTrouble &trouble)
{
    return container.status.imageId.isEmpty() ? unknown(reason::noMessage, trouble.evidence) : yes(trouble.evidence);
}

Verdict isPullCause(const Scope &scope, PullCause cause)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const PullTrouble trouble = pullTroubleOf(scope.cluster, *container);
    if (trouble.cause == cause)
        return yes(trouble.evidence, pullFacts(*container, trouble));
    if (trouble.cause == PullCause::Silent)
        return unknownPull(scope.cluster, trouble);
    return no(trouble.evidence);
}

} // namespace faultline::checks
