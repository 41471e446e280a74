#include "core/base/yamlwriter.h"

#include "core/base/yamlmembers.h"
#include "core/base/yamlscalar.h"

#include <algorithm>
#include <limits>

namespace faultline::base {

namespace {

constexpr std::string_view kMergeTag = "tag:yaml.org,2002:merge";

/// Up to this many entries a mapping is searched pair by pair.
constexpr size_t kFewEntries = 12;
constexpr size_t kMostNotes = 20; ///< a file that was put together wrongly has thousands

} // namespace

void YamlWriter::fail(Error::Kind kind, const QString &detail, Place place)
{
    if (!m_error)
        m_error = Error{kind, detail, QStringLiteral("%1:%2").arg(place.line).arg(place.column)};
}

bool YamlWriter::count(Place place, qint64 events)
{
    m_events += events;
    if (m_events > m_limits.events)
        fail(Error::Kind::TooLarge, QStringLiteral("more than %1 YAML nodes").arg(m_limits.events), place);
    if (m_written + static_cast<qint64>(m_out.size()) > m_limits.outputBytes)
        fail(Error::Kind::TooLarge, QStringLiteral("more than %1 bytes of data").arg(m_limits.outputBytes), place);
    return !m_error;
}

bool YamlWriter::startNode(Place place)
{
    if (m_error || !count(place, 1))
        return false;
    if (!m_frames.empty() && !m_frames.back().isMap && m_out.size() > m_frames.back().begin + 1)
        m_out += ',';
    return true;
}

void YamlWriter::finishNode(AnchorId anchor, size_t from, qint64 events, int height)
{
    if (anchor != 0) {
        m_anchors[anchor] = Anchored{from, m_out.size(), {}, events, height};
        m_finishedAnchors.push_back(anchor);
    }
    if (m_frames.empty())
        return;
    Frame &frame = m_frames.back();
    frame.height = std::max(frame.height, height + 1);
    if (frame.isMap) {
        m_entries.back().end = m_out.size();
        frame.wantsKey = true;
    }
}

void YamlWriter::scalar(Place place, std::string_view tag, std::string_view value, AnchorId anchor)
{
    if (!m_frames.empty() && m_frames.back().wantsKey)
        return key(place, tag, value, anchor);
    if (!startNode(place))
        return;
    const size_t from = m_out.size();
    const YamlScalar scalar = resolveScalar(tag, value);
    if (scalar.type == YamlScalar::Type::Bad)
        return fail(Error::Kind::Malformed, QStringLiteral("a value does not fit its tag"), place);
    if (scalar.type == YamlScalar::Type::Text) {
        appendJsonString(m_out, scalar.text);
    } else {
        m_out += scalar.text;
    }
    finishNode(anchor, from, 1, 0);
}

void YamlWriter::startKey()
{
    if (m_out.size() > m_frames.back().begin + 1)
        m_out += ',';
}

void YamlWriter::finishKey(size_t from)
{
    m_entries.push_back({from, m_out.size(), 0, false});
    m_out += ':';
    m_frames.back().wantsKey = false;
}

void YamlWriter::key(Place place, std::string_view tag, std::string_view value, AnchorId anchor)
{
    if (m_error || !count(place, 1))
        return;
    const YamlScalar scalar = resolveScalar(tag, value);
    if (scalar.type == YamlScalar::Type::Null || scalar.type == YamlScalar::Type::Bad)
        return fail(Error::Kind::Malformed, QStringLiteral("a mapping key that is no text"), place);
    startKey();
    const size_t from = m_out.size();
    appendJsonString(m_out, scalar.text);
    if (anchor != 0) {
        m_anchors[anchor] = Anchored{from, m_out.size(), {}, 1, 0};
        m_finishedAnchors.push_back(anchor);
    }
    finishKey(from);
    m_entries.back().isMerge = tag == kMergeTag || (tag == "?" && value == "<<");
}

void YamlWriter::begin(Place place, AnchorId anchor, char bracket)
{
    if (m_error)
        return;
    if (!m_frames.empty() && m_frames.back().wantsKey)
        return fail(Error::Kind::Malformed, QStringLiteral("a mapping key that is a collection"), place);
    if (static_cast<int>(m_frames.size()) >= m_limits.depth)
        return fail(Error::Kind::TooLarge, QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth), place);
    if (!startNode(place))
        return;
    const bool isMap = bracket == '{';
    m_frames.push_back({isMap, isMap, place, m_out.size(), m_entries.size(), anchor, m_events, 1});
    m_out += bracket;
}

void YamlWriter::end(char bracket)
{
    if (m_error)
        return;
    m_out += bracket;
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    finishNode(frame.anchor, frame.begin, m_events - frame.eventsBefore + 1, frame.height);
}

void YamlWriter::endMap()
{
    if (m_error)
        return;
    const Frame frame = m_frames.back();
    if (needsRewriting(frame))
        rewrite(frame);
    m_entries.resize(frame.firstEntry);
    end('}');
}

bool YamlWriter::expand(Place place, const Anchored &anchored)
{
    const size_t size = anchored.copy.empty() ? anchored.end - anchored.begin : anchored.copy.size();
    m_repeated += static_cast<qint64>(size);
    if (m_repeated > m_limits.aliasBytes) {
        fail(Error::Kind::TooLarge, QStringLiteral("aliases repeat more than %1 bytes").arg(m_limits.aliasBytes),
             place);
    }
    if (static_cast<int>(m_frames.size()) + anchored.height > m_limits.depth)
        fail(Error::Kind::TooLarge, QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth), place);
    if (m_error || !count(place, anchored.events))
        return false;
    if (anchored.copy.empty()) {
        m_out.append(m_out, anchored.begin, size);
    } else {
        m_out += anchored.copy;
    }
    return true;
}

void YamlWriter::alias(Place place, AnchorId anchor)
{
    if (m_error)
        return;
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end())
        return fail(Error::Kind::Malformed, QStringLiteral("an anchor that contains itself"), place);
    const bool isKey = !m_frames.empty() && m_frames.back().wantsKey;
    if (isKey) {
        startKey();
    } else if (!startNode(place)) {
        return;
    }
    const size_t from = m_out.size();
    if (!expand(place, found->second))
        return;
    if (!isKey)
        return finishNode(0, from, 0, found->second.height);
    if (const char first = m_out[from]; first == '{' || first == '[' || first == 'n')
        return fail(Error::Kind::Malformed, QStringLiteral("a mapping key that is no text"), place);
    if (m_out[from] != '"')
        m_out.insert(from, 1, '"') += '"';
    finishKey(from);
}

bool YamlWriter::needsRewriting(const Frame &frame) const
{
    const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(frame.firstEntry);
    if (std::any_of(first, m_entries.end(), [](const Entry &entry) { return entry.isMerge; }))
        return true;
    const auto keyOf = [this](const Entry &entry) { return text(entry.key, entry.keyEnd); };
    if (m_entries.size() - frame.firstEntry <= kFewEntries) {
        for (auto entry = first; entry != m_entries.end(); ++entry) {
            if (std::any_of(first, entry, [&](const Entry &other) { return keyOf(other) == keyOf(*entry); }))
                return true;
        }
        return false;
    }
    std::vector<std::string_view> keys;
    keys.reserve(m_entries.size() - frame.firstEntry);
    std::transform(first, m_entries.end(), std::back_inserter(keys), keyOf);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

void YamlWriter::keepAnchorsFrom(size_t begin, Place place)
{
    for (auto id = m_finishedAnchors.rbegin(); id != m_finishedAnchors.rend(); ++id) {
        Anchored &anchored = m_anchors[*id];
        if (anchored.end <= begin)
            return;
        if (!anchored.copy.empty())
            continue;
        anchored.copy = text(anchored.begin, anchored.end);
        m_repeated += static_cast<qint64>(anchored.copy.size());
        if (m_repeated > m_limits.aliasBytes)
            return fail(Error::Kind::TooLarge, QStringLiteral("too much repeated text"), place);
    }
}

bool YamlWriter::merge(Members &members, std::string_view json)
{
    if (const auto list = jsonElements(json)) {
        // The first of a list is the strongest, so it comes last.
        return std::all_of(list->rbegin(), list->rend(),
                           [&](std::string_view element) { return element.front() == '{' && merge(members, element); });
    }
    const auto merged = jsonMembers(json);
    if (!merged)
        return false;
    members.insert(members.end(), merged->begin(), merged->end());
    return true;
}

void YamlWriter::noteDuplicate(std::string_view key, Place place)
{
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    m_notes.push_back({Error::Kind::Malformed,
                       QStringLiteral("the key %1 stands twice in this mapping; the last one counts").arg(name),
                       QStringLiteral("%1:%2").arg(place.line).arg(place.column)});
}

void YamlWriter::rewrite(const Frame &frame)
{
    keepAnchorsFrom(frame.begin, frame.place);
    Members members;
    for (size_t i = frame.firstEntry; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const std::string_view value = text(entry.keyEnd + 1, entry.end);
        if (!entry.isMerge) {
            const auto isSame = [&](const Entry &other) {
                return !other.isMerge && text(other.key, other.keyEnd) == text(entry.key, entry.keyEnd);
            };
            const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(frame.firstEntry);
            const auto here = m_entries.begin() + static_cast<std::ptrdiff_t>(i);
            if (m_notes.size() < kMostNotes && std::any_of(first, here, isSame))
                noteDuplicate(text(entry.key, entry.keyEnd), frame.place);
            members.emplace_back(text(entry.key, entry.keyEnd), value);
        } else if (!merge(members, value)) {
            fail(Error::Kind::Malformed, QStringLiteral("a merge (<<) of something that is no mapping"), frame.place);
        }
    }
    std::unordered_map<std::string_view, size_t> last;
    for (size_t i = 0; i < members.size(); ++i)
        last[members[i].first] = i;
    m_out.resize(frame.begin + 1);
    for (size_t i = 0; i < members.size(); ++i) {
        if (last[members[i].first] == i) {
            ((m_out.append(m_out.back() == '{' && m_out.size() == frame.begin + 1 ? "" : ",") += members[i].first) +=
             ':') += members[i].second;
        }
    }
}

QByteArray YamlWriter::take()
{
    if (m_out == "null")
        m_out.clear();
    m_written += static_cast<qint64>(m_out.size());
    QByteArray json(m_out.data(), static_cast<qsizetype>(m_out.size()));
    m_out.clear();
    m_anchors.clear();
    m_finishedAnchors.clear();
    if (!QUtf8StringView(json).isValidUtf8())
        json = QString::fromUtf8(json).toUtf8();
    return json;
}

} // namespace faultline::base
