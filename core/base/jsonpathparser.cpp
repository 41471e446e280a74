#include "core/base/jsonpathparser.h"

#include <QtCore/QRegularExpression>

namespace faultline::base {

using namespace Qt::StringLiterals;
using Step = JsonPath::Step;

namespace {

constexpr qsizetype kLongestPath = 4096;
constexpr int kDeepest = 16; ///< brackets in brackets

/// What ends a name unless it is escaped (client-go util/jsonpath, parser.go isTerminator and advance()).
bool endsName(QChar c) { return c.isSpace() || u".,[]$@{}"_s.contains(c); }

/// Steps over a quoted text that begins at `at`; gives the offset of the closing quote, or `end` where there is none.
qsizetype closingQuote(const QString &text, qsizetype at, qsizetype end)
{
    const QChar quote = text[at];
    for (++at; at < end && text[at] != quote; ++at) {
        if (text[at] == u'\\')
            ++at;
    }
    return std::min(at, end);
}

/// Calls `visit` with each offset that stands outside of quotes and brackets until it returns true.
template <typename Visit> qsizetype findOutside(const QString &text, qsizetype begin, qsizetype end, const Visit &visit)
{
    int depth = 0;
    for (qsizetype at = begin; at < end; ++at) {
        const QChar c = text[at];
        if (c == u'\'' || c == u'"') {
            at = closingQuote(text, at, end);
            continue;
        }
        depth += c == u'[' || c == u'(' ? 1 : c == u']' || c == u')' ? -1 : 0;
        if (depth == 0 && visit(at))
            return at;
    }
    return -1;
}

QString unescaped(QStringView text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\\' && at + 1 < text.size())
            ++at;
        plain += text[at];
    }
    return plain;
}

bool isQuoted(QStringView text)
{
    return text.size() >= 2 && (text.front() == u'\'' || text.front() == u'"') && text.back() == text.front();
}

using Operator = JsonPathFilter::Operator;

std::optional<Operator> operatorOf(QStringView word)
{
    constexpr std::array<std::pair<QStringView, Operator>, 6> words{{{u"==", Operator::Equal},
                                                                     {u"!=", Operator::NotEqual},
                                                                     {u"<", Operator::Less},
                                                                     {u"<=", Operator::LessOrEqual},
                                                                     {u">", Operator::Greater},
                                                                     {u">=", Operator::GreaterOrEqual}}};
    const auto *found = std::find_if(words.begin(), words.end(), [=](const auto &each) { return each.first == word; });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QJsonValue> literalOf(QStringView text)
{
    if (isQuoted(text))
        return QJsonValue(unescaped(text.sliced(1, text.size() - 2)));
    if (text == u"true" || text == u"false")
        return QJsonValue(text == u"true");
    if (text == u"null")
        return QJsonValue(QJsonValue::Null);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(QJsonValue(number)) : std::nullopt;
}

} // namespace

void JsonPathParser::fail(qsizetype at, const QString &detail)
{
    if (!m_problem)
        m_problem = JsonPath::Problem{detail, at};
}

void JsonPathParser::trim(qsizetype &begin, qsizetype &end) const
{
    while (begin < end && m_text[begin].isSpace())
        ++begin;
    while (end > begin && m_text[end - 1].isSpace())
        --end;
}

JsonPathParser::Parsed JsonPathParser::parse()
{
    qsizetype begin = 0;
    qsizetype end = m_text.size();
    trim(begin, end);
    if (end > kLongestPath)
        fail(0, u"is longer than %1 characters"_s.arg(kLongestPath));
    if (begin == end)
        fail(0, u"is empty"_s);
    if (begin < end && m_text[begin] == u'{') {
        const qsizetype close = m_text.indexOf(u'}', begin);
        if (close < 0) {
            fail(begin, u"\"{\" is never closed"_s);
        } else if (close != end - 1) {
            fail(close + 1, u"only one {expression} can be used here, without text around it"_s);
        }
        ++begin;
        --end;
        trim(begin, end);
    }
    Steps steps;
    if (!m_problem)
        steps = stepsIn(begin, end);
    if (m_problem)
        return tl::unexpected<JsonPath::Problem>(*m_problem);
    return steps;
}

/// A whole path between two offsets: an optional $ or @, then steps; the first name may do without its dot.
JsonPathParser::Steps JsonPathParser::stepsIn(qsizetype begin, qsizetype end)
{
    if (++m_depth > kDeepest)
        fail(begin, u"is nested too deeply"_s);
    const qsizetype back = m_at;
    m_at = begin;
    Steps steps;
    if (!m_problem) {
        if (m_at < end && (m_text[m_at] == u'$' || m_text[m_at] == u'@')) {
            ++m_at;
        } else if (m_at < end && m_text[m_at] == u'*') {
            fail(m_at, u"\"*\" needs a dot or brackets: .* or [*]"_s);
        } else if (m_at < end && !endsName(m_text[m_at])) {
            readName(end, steps);
        }
        const bool isRoot = end - m_at == 1 && m_text[m_at] == u'.' && steps.empty();
        Steps more = isRoot ? Steps() : readSteps(end);
        steps.insert(steps.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    m_at = back;
    --m_depth;
    return steps;
}

JsonPathParser::Steps JsonPathParser::readSteps(qsizetype end)
{
    Steps steps;
    while (m_at < end && !m_problem) {
        if (m_text[m_at] == u'.') {
            readDot(end, steps);
        } else if (m_text[m_at] == u'[') {
            readBracket(end, steps);
        } else {
            fail(m_at, u"\"%1\" is not expected here"_s.arg(m_text[m_at]));
        }
    }
    return steps;
}

void JsonPathParser::readDot(qsizetype end, Steps &steps)
{
    ++m_at;
    if (m_at < end && m_text[m_at] == u'.') {
        ++m_at;
        Step descend;
        descend.type = Step::Type::Descend;
        steps.push_back(std::move(descend));
        if (m_at == end)
            return;
    }
    if (m_at < end && m_text[m_at] == u'[')
        return; // the bracket is a step of its own
    readName(end, steps);
}

void JsonPathParser::readName(qsizetype end, Steps &steps)
{
    const qsizetype begin = m_at;
    while (m_at < end && !endsName(m_text[m_at]))
        m_at += m_text[m_at] == u'\\' ? 2 : 1;
    m_at = std::min(m_at, end);
    if (m_at == begin)
        return fail(begin, u"a name is missing here"_s);
    Step step;
    if (part(begin, m_at) == u"*") {
        step.type = Step::Type::Any;
    } else {
        step.name = unescaped(part(begin, m_at));
    }
    steps.push_back(std::move(step));
}

qsizetype JsonPathParser::closingBracket(qsizetype open, qsizetype end) const
{
    return findOutside(m_text, open, end, [&](qsizetype at) { return m_text[at] == u']'; });
}

void JsonPathParser::readBracket(qsizetype end, Steps &steps)
{
    const qsizetype close = closingBracket(m_at, end);
    if (close < 0)
        return fail(m_at, u"\"[\" is never closed"_s);
    steps.push_back(readSelector(m_at + 1, close));
    m_at = close + 1;
}

std::vector<std::pair<qsizetype, qsizetype>> JsonPathParser::splitAtCommas(qsizetype begin, qsizetype end) const
{
    std::vector<std::pair<qsizetype, qsizetype>> parts;
    findOutside(m_text, begin, end, [&](qsizetype at) {
        if (m_text[at] == u',') {
            parts.emplace_back(begin, at);
            begin = at + 1;
        }
        return false;
    });
    parts.emplace_back(begin, end);
    return parts;
}

Step JsonPathParser::readSelector(qsizetype begin, qsizetype end)
{
    trim(begin, end);
    const QStringView text = part(begin, end);
    if (text.isEmpty())
        fail(begin, u"nothing stands in the brackets"_s);
    if (m_problem)
        return {};
    if (text.startsWith(u"?")) {
        if (!text.startsWith(u"?(") || !text.endsWith(u")")) {
            fail(begin, u"a filter is written [?(...)]"_s);
            return {};
        }
        return readFilter(begin + 2, end - 1);
    }
    if (const auto parts = splitAtCommas(begin, end); parts.size() > 1)
        return readUnion(parts);
    if (text == u"*") {
        Step any;
        any.type = Step::Type::Any;
        return any;
    }
    return isQuoted(text) ? readKey(begin, end) : readSlice(begin, end);
}

Step JsonPathParser::readUnion(const std::vector<std::pair<qsizetype, qsizetype>> &parts)
{
    Step step;
    step.type = Step::Type::Union;
    for (const auto &[begin, end] : parts) {
        std::vector<Step> branch;
        branch.push_back(readSelector(begin, end));
        step.branches.push_back(std::move(branch));
    }
    return step;
}

Step JsonPathParser::readKey(qsizetype begin, qsizetype end)
{
    Step step;
    step.name = unescaped(part(begin + 1, end - 1));
    if (step.name.isEmpty())
        fail(begin, u"a name is missing here"_s);
    // kubectl reads what stands between the quotes as a path (arraydict in parser.go).
    if (step.name.contains(u'.') && !part(begin, end).contains(u'\\')) {
        Step::Type type = Step::Type::Member;
        std::vector<Step> path;
        for (const QString &name : step.name.split(u'.', Qt::SkipEmptyParts)) {
            Step member;
            member.type = type;
            member.name = name;
            path.push_back(std::move(member));
        }
        step.branches.push_back(std::move(path));
    }
    return step;
}

Step JsonPathParser::readSlice(qsizetype begin, qsizetype end)
{
    static const QRegularExpression slice(u"\\A(-?\\d{1,9})?(?:(:)(-?\\d{1,9})?(?::(-?\\d{1,9})?)?)?\\z"_s);
    const auto match = slice.match(part(begin, end).toString());
    if (!match.hasMatch()) {
        fail(begin, u"\"%1\" is no index, slice, 'name', * or filter"_s.arg(part(begin, end)));
        return {};
    }
    const auto number = [&](int group) {
        return match.capturedLength(group) > 0 ? std::optional(match.captured(group).toInt()) : std::nullopt;
    };
    Step step;
    step.type = Step::Type::Slice;
    step.begin = number(1);
    step.stride = number(4).value_or(1);
    if (step.stride <= 0)
        fail(match.capturedStart(4) + begin, u"the step of a slice must be more than 0"_s);
    const bool isIndex = match.capturedLength(2) <= 0;
    if (!isIndex) {
        step.end = number(3);
    } else if (*step.begin != -1) { // [-1] goes to the end
        step.end = *step.begin + 1;
    }
    return step;
}

Step JsonPathParser::readFilter(qsizetype begin, qsizetype end)
{
    const auto isOperator = [this](qsizetype at) { return u"=!<>"_s.contains(m_text[at]); };
    const auto joins = [this](qsizetype at) { return m_text[at] == u'&' || m_text[at] == u'|'; };
    if (const qsizetype at = findOutside(m_text, begin, end, joins); at >= 0)
        fail(at, u"kubectl knows no && and || in a filter: use any and all, or a second filter behind this one"_s);
    const qsizetype from = findOutside(m_text, begin, end, isOperator);
    qsizetype behind = from;
    while (behind >= 0 && behind < end && (isOperator(behind) || m_text[behind] == u'~'))
        ++behind;
    auto filter = std::make_shared<JsonPathFilter>();
    filter->left = readOperand(begin, from < 0 ? end : from);
    if (from >= 0) {
        const auto comparison = operatorOf(part(from, behind));
        if (!comparison)
            fail(from, u"\"%1\" is none of ==, !=, <, <=, >, >="_s.arg(part(from, behind)));
        filter->comparison = comparison.value_or(Operator::Equal);
        filter->right = readOperand(behind, end);
    } else if (!filter->left.isPath) {
        fail(begin, u"a filter asks for a path that begins with @"_s);
    }
    Step step;
    step.type = Step::Type::Filter;
    step.filter = std::move(filter);
    return step;
}

JsonPathOperand JsonPathParser::readOperand(qsizetype begin, qsizetype end)
{
    trim(begin, end);
    JsonPathOperand operand;
    if (begin == end) {
        fail(begin, u"something to compare is missing here"_s);
    } else if (u"@$."_s.contains(m_text[begin])) {
        operand.isPath = true;
        operand.fromRoot = m_text[begin] == u'$';
        operand.path = stepsIn(begin, end);
    } else if (const auto literal = literalOf(part(begin, end))) {
        operand.literal = *literal;
    } else {
        fail(begin, u"\"%1\" is no path, number, true, false or \"text\" in quotes"_s.arg(part(begin, end)));
    }
    return operand;
}

} // namespace faultline::base
