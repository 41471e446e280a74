#include "core/base/yamlplaces.h"

#include "core/base/yamlevents.h"
#include "core/base/yamlscalar.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace faultline::base {

namespace {

/// A file with more than this has no places: a guide has some thousand.
constexpr int kMostEntries = 200'000;
constexpr size_t kDeepest = 200;

struct Stop {
};

} // namespace

/// Follows the parser's events and keeps where each value begins.
class YamlPlaceCollector : public YAML::EventHandler
{
public:
    explicit YamlPlaceCollector(const QByteArray &yaml, YamlPlaces &into)
        : m_lines(yaml.split('\n')), m_left(mostYamlEvents(yaml.size())), m_into(into)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override
    {
        countIn();
        m_entries.clear();
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { OnScalar(mark, "?", anchor, {}); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { begin(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t, const std::string &value) override
    {
        if (!m_frames.empty() && m_frames.back().isMap && m_frames.back().wantsKey)
            return key(mark, tag, value);
        begin(mark).textBegin = textBegin(mark, value);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        open(mark, Frame::Type::Sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, Frame::Type::Map);
    }
    void OnMapEnd() override { close(); }

    bool isEmpty() const { return m_entries.isEmpty() || (m_entries.size() == 1 && m_rootIsNull); }

    /// The document that has just ended; kept only where it holds something, as yamlToJson() keeps it.
    void take()
    {
        if (!isEmpty())
            m_into.m_documents.push_back(std::move(m_entries));
        m_entries = {};
        m_frames.clear();
    }

private:
    struct Frame {
        enum class Type { Map, Sequence };
        bool isMap = false;
        bool wantsKey = false;
        QString pointer;
        QString key;
        TextPlace keyPlace;
        int count = 0;
    };

    TextPlace place(const YAML::Mark &mark) const
    {
        const QByteArray line = m_lines.value(mark.line);
        return {mark.line + 1, static_cast<int>(QString::fromUtf8(line.left(mark.column)).size()) + 1};
    }

    /// The column of a scalar's first character, where the file has its text on that line as it is.
    int textBegin(const YAML::Mark &mark, const std::string &value) const
    {
        const QByteArray line = m_lines.value(mark.line);
        const bool isQuoted = mark.column < line.size() && (line[mark.column] == '"' || line[mark.column] == '\'');
        const int column = mark.column + (isQuoted ? 1 : 0);
        const bool isPlain = QByteArrayView(line).sliced(std::min<qsizetype>(column, line.size())).startsWith(value);
        return isPlain && !value.empty() ? place(mark).column + (isQuoted ? 1 : 0) : 0;
    }

    void countIn()
    {
        if (--m_left < 0)
            throw Stop();
    }

    YamlPlaces::Entry &begin(const YAML::Mark &mark)
    {
        countIn();
        if (m_entries.size() > kMostEntries || m_frames.size() > kDeepest)
            throw Stop();
        QString pointer;
        YamlPlaces::Entry entry;
        entry.value = place(mark);
        entry.key = entry.value;
        if (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            pointer = frame.pointer + u'/' + (frame.isMap ? pointerPart(frame.key) : QString::number(frame.count));
            if (frame.isMap)
                entry.key = frame.keyPlace;
            ++frame.count;
            frame.wantsKey = true;
        }
        m_begun = pointer;
        m_rootIsNull = pointer.isEmpty();
        return *m_entries.insert(pointer, entry);
    }

    void key(const YAML::Mark &mark, const std::string &tag, const std::string &value)
    {
        countIn();
        Frame &frame = m_frames.back();
        frame.key = QString::fromStdString(resolveScalar(tag, value).text);
        frame.keyPlace = place(mark);
        frame.wantsKey = false;
        const QString pointer = frame.pointer + u'/' + pointerPart(frame.key);
        if (frame.key != "<<"_L1 && m_entries.contains(pointer))
            m_into.m_twice.push_back({static_cast<int>(m_into.m_documents.size()), pointer});
    }

    void open(const YAML::Mark &mark, Frame::Type type)
    {
        begin(mark);
        m_rootIsNull = false;
        const bool isMap = type == Frame::Type::Map;
        m_frames.push_back({isMap, isMap, m_begun, {}, {}, 0});
    }
    void close() { m_frames.pop_back(); }

    QList<QByteArray> m_lines;
    qint64 m_left; ///< events
    YamlPlaces &m_into;
    QHash<QString, YamlPlaces::Entry> m_entries;
    std::vector<Frame> m_frames;
    QString m_begun;
    bool m_rootIsNull = true;
};

YamlPlaces YamlPlaces::of(const QByteArray &yaml)
{
    YamlPlaces places;
    YamlPlaceCollector collector(yaml, places);
    try {
        std::istringstream stream(yaml.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(collector))
            collector.take();
    } catch (const Stop &) {
        collector.take();
    } catch (const YAML::Exception &) {
        collector.take(); // the parse before has told what is wrong
    }
    return places;
}

const YamlPlaces::Entry *YamlPlaces::find(int document, const QString &pointer) const
{
    if (document < 0 || static_cast<size_t>(document) >= m_documents.size())
        return nullptr;
    const auto &entries = m_documents[static_cast<size_t>(document)];
    for (QString at = pointer;; at.truncate(at.lastIndexOf(u'/'))) {
        const auto it = entries.constFind(at);
        if (it != entries.constEnd())
            return &*it;
        if (at.isEmpty())
            return nullptr;
    }
}

TextPlace YamlPlaces::place(int document, const QString &pointer, qsizetype offset) const
{
    const Entry *entry = find(document, pointer);
    if (entry == nullptr)
        return {};
    TextPlace place = entry->value;
    if (offset >= 0 && entry->textBegin > 0)
        place.column = entry->textBegin + static_cast<int>(offset);
    return place;
}

TextPlace YamlPlaces::keyPlace(int document, const QString &pointer) const
{
    const Entry *entry = find(document, pointer);
    return entry == nullptr ? TextPlace() : entry->key;
}

QString pointerPart(QString name) { return name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s); }

} // namespace faultline::base
