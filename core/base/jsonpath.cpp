#include "core/base/jsonpathparser.h"
#include "core/base/jsonpathsteps.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace faultline::base {

using namespace Qt::StringLiterals;

namespace {

std::vector<const JsonPlace *> wayTo(const JsonPlacePtr &place)
{
    std::vector<const JsonPlace *> way;
    for (const JsonPlace *at = place.get(); at != nullptr; at = at->parent.get())
        way.insert(way.begin(), at);
    return way;
}

QJsonValue stepInto(const QJsonValue &value, const JsonPlace &place)
{
    return place.index < 0 ? value.toObject().value(place.name) : value.toArray().at(place.index);
}

/// What tells one element of a list from another in Kubernetes' own lists (patchMergeKey): its name, or its type.
QString nameOf(const QJsonValue &element)
{
    for (const QLatin1StringView key : {"name"_L1, "type"_L1}) {
        const QString name = element[key].toString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

QJsonValue valueAt(const QJsonValue &root, const JsonPlacePtr &place)
{
    QJsonValue value = root;
    for (const JsonPlace *at : wayTo(place))
        value = stepInto(value, *at);
    return value;
}

QString fieldPathOf(const QJsonValue &root, const JsonPlacePtr &place)
{
    QJsonValue value = root;
    QString path;
    for (const JsonPlace *at : wayTo(place)) {
        value = stepInto(value, *at);
        if (at->index < 0) {
            const bool isPlain = !at->name.contains(u'.') && !at->name.contains(u'[');
            path += isPlain ? (path.isEmpty() ? QString() : u"."_s) + at->name : u"['"_s + at->name + u"']"_s;
        } else {
            const QString name = nameOf(value);
            path += u'[' + (name.isEmpty() ? QString::number(at->index) : name) + u']';
        }
    }
    return path;
}

tl::expected<JsonPath, JsonPath::Problem> JsonPath::parse(const QString &text)
{
    auto steps = JsonPathParser(text).parse();
    if (!steps)
        return tl::unexpected<Problem>(steps.error());
    JsonPath path;
    path.m_steps = std::make_shared<const std::vector<Step>>(*std::move(steps));
    path.m_text = text.trimmed();
    if (path.m_text.startsWith(u'{'))
        path.m_text = path.m_text.sliced(1, path.m_text.size() - 2).trimmed();
    if (path.m_text.startsWith(u'$') || path.m_text.startsWith(u'@'))
        path.m_text.remove(0, 1);
    if (path.m_text.startsWith(u'.') && !path.m_text.startsWith(u".."_s))
        path.m_text.remove(0, 1);
    return path;
}

QString JsonPath::firstName() const
{
    const bool hasName = m_steps && !m_steps->empty() && m_steps->front().type == Step::Type::Member;
    return hasName ? m_steps->front().name : QString();
}

} // namespace faultline::base
