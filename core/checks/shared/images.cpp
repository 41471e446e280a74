#include "core/checks/shared/images.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qsizetype kLongestName = 255;

bool matches(const QRegularExpression &pattern, const QString &text) { return pattern.match(text).hasMatch(); }

bool isDomain(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|"
        u"\\[[A-Fa-f0-9:]+\\])(?::[0-9]+)?\\z"_s);
    return matches(pattern, text);
}

bool isPath(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*\\z"_s);
    return matches(pattern, text);
}

bool isTag(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\\z"_s);
    return matches(pattern, text);
}

bool isDigest(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}\\z"_s);
    return matches(pattern, text);
}

bool namesRegistry(const QString &part)
{
    return part.contains(u'.') || part.contains(u':') || part == "localhost"_L1 || part != part.toLower();
}

/// Cuts ":tag" off: a colon behind the last slash. A colon before it belongs to the registry's port.
QString takeTag(QString &name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    if (colon <= name.lastIndexOf(u'/'))
        return {};
    QString tag = name.mid(colon + 1);
    name.truncate(colon);
    return tag;
}

QString takeDigest(QString &name)
{
    const qsizetype at = name.indexOf(u'@');
    if (at < 0)
        return {};
    QString digest = name.mid(at + 1);
    name.truncate(at);
    return digest;
}

/// Splits the name into registry and path, with Docker Hub's defaults.
void splitName(ImageReference &image)
{
    const qsizetype slash = image.written.indexOf(u'/');
    const QString first = image.written.left(slash);
    const bool hasRegistry = slash > 0 && namesRegistry(first);
    image.registry = hasRegistry ? first : u"docker.io"_s;
    image.path = hasRegistry ? image.written.mid(slash + 1) : image.written;
    if (image.registry == "index.docker.io"_L1)
        image.registry = u"docker.io"_s;
    if (image.registry == "docker.io"_L1 && !image.path.contains(u'/'))
        image.path.prepend("library/"_L1);
}

} // namespace

std::optional<ImageReference> parseImage(QStringView text)
{
    QString name = text.toString();
    const bool withDigest = name.contains(u'@');
    ImageReference image;
    image.digest = takeDigest(name);
    const bool withTag = name.lastIndexOf(u':') > name.lastIndexOf(u'/');
    image.tag = takeTag(name);
    image.written = name;
    splitName(image);
    if ((withDigest && !isDigest(image.digest)) || (withTag && !isTag(image.tag)))
        return std::nullopt;
    if (!isDomain(image.registry) || !isPath(image.path) || name.size() > kLongestName)
        return std::nullopt;
    if (!withTag && !withDigest)
        image.tag = u"latest"_s;
    return image;
}

Facts imageFacts(const QString &image)
{
    const std::optional<ImageReference> reference = parseImage(image);
    if (!reference)
        return factsOf({{fact::image, image}});
    return factsOf({{fact::image, image},
                    {fact::repository, reference->written},
                    {fact::tag, reference->tag.isEmpty() ? reference->digest : reference->tag},
                    {fact::registry, reference->registry}});
}

QString mendedImage(const QString &image)
{
    static const QRegularExpression scheme(u"\\A[a-z]+://"_s);
    QString mended = image.trimmed().toLower();
    mended.remove(scheme);
    mended.remove(u' ');
    return parseImage(mended) ? mended : QString();
}

bool looksAlike(const ImageReference &left, const ImageReference &right)
{
    const QStringList leftParts = (left.registry + u'/' + left.path).split(u'/');
    const QStringList rightParts = (right.registry + u'/' + right.path).split(u'/');
    return std::equal(leftParts.begin(), leftParts.end(), rightParts.begin(), rightParts.end(),
                      [](const QString &one, const QString &other) { return base::looksAlike(one, other); });
}

bool isPublicRegistry(QStringView registry)
{
    constexpr std::array<QLatin1StringView, 8> known{
        QLatin1StringView("docker.io"),       QLatin1StringView("quay.io"),          QLatin1StringView("ghcr.io"),
        QLatin1StringView("registry.k8s.io"), QLatin1StringView("k8s.gcr.io"),       QLatin1StringView("gcr.io"),
        QLatin1StringView("public.ecr.aws"),  QLatin1StringView("mcr.microsoft.com")};
    return std::find(known.begin(), known.end(), registry) != known.end();
}

} // namespace faultline::checks
