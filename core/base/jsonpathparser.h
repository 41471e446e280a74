#pragma once

#include "core/base/jsonpathsteps.h"

namespace faultline::base {

/// Reads one JSONPath. Offsets of problems count from the begin of the whole text.
class JsonPathParser
{
public:
    using Steps = std::vector<JsonPath::Step>;
    using Parsed = tl::expected<Steps, JsonPath::Problem>;

    explicit JsonPathParser(const QString &text) : m_text(text) {}

    Parsed parse();

private:
    Steps readSteps(qsizetype end);
    void readDot(qsizetype end, Steps &steps);
    void readName(qsizetype end, Steps &steps);
    void readBracket(qsizetype end, Steps &steps);
    JsonPath::Step readSelector(qsizetype begin, qsizetype end);
    JsonPath::Step readUnion(const std::vector<std::pair<qsizetype, qsizetype>> &parts);
    JsonPath::Step readKey(qsizetype begin, qsizetype end);
    JsonPath::Step readSlice(qsizetype begin, qsizetype end);
    JsonPath::Step readFilter(qsizetype begin, qsizetype end);
    JsonPathOperand readOperand(qsizetype begin, qsizetype end);
    Steps stepsIn(qsizetype begin, qsizetype end);

    void trim(qsizetype &begin, qsizetype &end) const;
    QStringView part(qsizetype begin, qsizetype end) const { return QStringView(m_text).sliced(begin, end - begin); }
    qsizetype closingBracket(qsizetype open, qsizetype end) const;
    std::vector<std::pair<qsizetype, qsizetype>> splitAtCommas(qsizetype begin, qsizetype end) const;
    void fail(qsizetype at, const QString &detail);

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<JsonPath::Problem> m_problem;
};

} // namespace faultline::base
