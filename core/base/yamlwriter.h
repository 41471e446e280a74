#pragma once

#include "core/base/yamldoor.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace faultline::base {

/// Writes the JSON of one YAML document from its events, in one pass and without a tree. It remembers where the entries
/// of the open mappings and the anchored nodes stand in the output: a mapping with duplicate keys or merges is put
/// right when it ends, an alias copies what its anchor wrote. After an error every further event is ignored.
class YamlWriter
{
public:
    /// Line and column, 1-based.
    struct Place {
        int line = 0;
        int column = 0;
    };
    using AnchorId = size_t; ///< 0 = no anchor

    explicit YamlWriter(const YamlLimits &limits) : m_limits(limits) {}

    void scalar(Place place, std::string_view tag, std::string_view value, AnchorId anchor);
    void alias(Place place, AnchorId anchor);
    void beginMap(Place place, AnchorId anchor) { begin(place, anchor, '{'); }
    void endMap();
    void beginSequence(Place place, AnchorId anchor) { begin(place, anchor, '['); }
    void endSequence() { end(']'); }

    const std::optional<Error> &error() const { return m_error; }

    /// Keys that stand twice in one mapping.
    const std::vector<Error> &notes() const { return m_notes; }

    /// The document's JSON; empty when it held nothing but null. Ready for the next document afterwards.
    QByteArray take();

private:
    /// One key and value of an open mapping, as offsets into the output.
    struct Entry {
        size_t key = 0;
        size_t keyEnd = 0;
        size_t end = 0;
        bool isMerge = false;
    };
    struct Frame {
        bool isMap = false;
        bool wantsKey = false;
        Place place;
        size_t begin = 0;
        size_t firstEntry = 0;
        AnchorId anchor = 0;
        qint64 eventsBefore = 0;
        int height = 1; ///< levels of nesting, this one included
    };
    struct Anchored {
        size_t begin = 0;
        size_t end = 0;
        std::string copy; ///< set once the output it stood in was rewritten
        qint64 events = 0;
        int height = 0;
    };
    using Members = std::vector<std::pair<std::string, std::string>>;

    void fail(Error::Kind kind, const QString &detail, Place place);
    bool count(Place place, qint64 events);
    bool startNode(Place place);
    void finishNode(AnchorId anchor, size_t from, qint64 events, int height);
    void begin(Place place, AnchorId anchor, char bracket);
    void end(char bracket);
    void key(Place place, std::string_view tag, std::string_view value, AnchorId anchor);
    void startKey();
    void finishKey(size_t from);
    bool expand(Place place, const Anchored &anchored);
    bool needsRewriting(const Frame &frame) const;
    void rewrite(const Frame &frame);
    void noteDuplicate(std::string_view key, Place place);
    bool merge(Members &members, std::string_view json);
    void keepAnchorsFrom(size_t begin, Place place);
    std::string_view text(size_t from, size_t to) const { return std::string_view(m_out).substr(from, to - from); }

    YamlLimits m_limits;
    std::string m_out;
    std::vector<Frame> m_frames;
    std::vector<Entry> m_entries; ///< of all open mappings, the innermost one's last
    std::unordered_map<AnchorId, Anchored> m_anchors;
    std::vector<AnchorId> m_finishedAnchors; ///< in the order of their ends
    std::optional<Error> m_error;
    std::vector<Error> m_notes;
    qint64 m_events = 0;
    qint64 m_written = 0; ///< bytes of the documents already taken
    qint64 m_repeated = 0;
};

} // namespace faultline::base
