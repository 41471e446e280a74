#include "core/base/yamldoor.h"

#include "core/base/yamlevents.h"
#include "core/base/yamlwriter.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

namespace faultline::base {

namespace {

/// Lets the parser read our bytes where they are.
class ByteBuffer : public std::streambuf
{
public:
    explicit ByteBuffer(const QByteArray &bytes)
    {
        // The interface asks for a mutable pointer; nothing is ever put into a buffer that is only read.
        char *begin = const_cast<char *>(bytes.constData());
        setg(begin, begin, begin + bytes.size());
    }
};

/// Leaves the parser from inside a callback; the writer holds the error.
struct Stop {
};

class EventsToWriter : public YAML::EventHandler
{
public:
    EventsToWriter(YamlWriter &writer, qsizetype bytes) : m_writer(writer), m_left(mostYamlEvents(bytes)) {}

    void OnDocumentStart(const YAML::Mark &mark) override { countIn(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { OnScalar(mark, "?", anchor, {}); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        countIn(mark);
        m_writer.alias(place(mark), anchor);
        check();
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        countIn(mark);
        m_writer.scalar(place(mark), tag, value, anchor);
        check();
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        countIn(mark);
        m_writer.beginSequence(place(mark), anchor);
        check();
    }
    void OnSequenceEnd() override
    {
        m_writer.endSequence();
        check();
    }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        countIn(mark);
        m_writer.beginMap(place(mark), anchor);
        check();
    }
    void OnMapEnd() override
    {
        m_writer.endMap();
        check();
    }

private:
    static YamlWriter::Place place(const YAML::Mark &mark) { return {mark.line + 1, mark.column + 1}; }
    void check() const
    {
        if (m_writer.error())
            throw Stop();
    }

    void countIn(const YAML::Mark &mark)
    {
        if (--m_left < 0)
            throw YAML::ParserException(mark, "the parser gets no further here");
    }

    YamlWriter &m_writer;
    qint64 m_left;
};

std::vector<QByteArray> readAll(const QByteArray &yaml, YamlWriter &writer)
{
    ByteBuffer buffer(yaml);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    EventsToWriter events(writer, yaml.size());
    std::vector<QByteArray> documents;
    while (parser.HandleNextDocument(events)) {
        QByteArray json = writer.take();
        if (!json.isEmpty())
            documents.push_back(std::move(json));
    }
    return documents;
}

/// The parser names what it stumbles over, not that a tab is no indentation.
bool isIndentedByTab(const QByteArray &yaml, int line)
{
    qsizetype at = 0;
    for (int i = 0; i < line && at >= 0; ++i)
        at = yaml.indexOf('\n', at) + 1;
    while (at < yaml.size() && yaml[at] == ' ')
        ++at;
    return at < yaml.size() && yaml[at] == '\t';
}

Error parserError(const YAML::Exception &exception, const QByteArray &yaml)
{
    const bool isTab = !exception.mark.is_null() && isIndentedByTab(yaml, exception.mark.line);
    const QString where = exception.mark.is_null()
                              ? QString()
                              : QStringLiteral("%1:%2").arg(exception.mark.line + 1).arg(exception.mark.column + 1);
    return {Error::Kind::Malformed,
            QStringLiteral("not valid YAML: ") + QString::fromStdString(exception.msg) +
                (isTab ? QStringLiteral(" (a tab stands here: YAML is indented by spaces)") : QString()),
            where};
}

} // namespace

Result<std::vector<QByteArray>> yamlToJson(const QByteArray &yaml, const YamlLimits &limits, std::vector<Error> *notes)
{
    YamlWriter writer(limits);
    try {
        auto documents = readAll(yaml, writer);
        if (notes != nullptr)
            notes->insert(notes->end(), writer.notes().begin(), writer.notes().end());
        return documents;
    } catch (const Stop &) {
        return tl::unexpected<Error>(*writer.error());
    } catch (const YAML::Exception &exception) {
        return tl::unexpected<Error>(parserError(exception, yaml));
    } catch (const std::exception &) {
        return failure(Error::Kind::TooLarge, QStringLiteral("not enough memory to read this YAML"));
    }
}

} // namespace faultline::base
