#include "core/guide/conditionreader.h"

#include "core/base/quantity.h"
#include "core/guide/validate.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

constexpr int kDeepest = 16;

const QStringList &lookWords()
{
    static const QStringList words{u"object"_s, u"event"_s, u"log"_s, u"reason"_s, u"container"_s, u"path"_s};
    return words;
}

const std::map<QString, Test::Type> &tests()
{
    static const std::map<QString, Test::Type> types{
        {u"exists"_s, Test::Type::Exists},     {u"equals"_s, Test::Type::Equals},
        {u"in"_s, Test::Type::OneOf},          {u"contains"_s, Test::Type::Contains},
        {u"matches"_s, Test::Type::Matches},   {u"greaterThan"_s, Test::Type::GreaterThan},
        {u"lessThan"_s, Test::Type::LessThan}, {u"atLeast"_s, Test::Type::AtLeast},
        {u"atMost"_s, Test::Type::AtMost}};
    return types;
}

QStringList testWords()
{
    QStringList words;
    for (const auto &[word, type] : tests())
        words.append(word);
    return words;
}

const std::map<QString, LookAt> &parts()
{
    static const std::map<QString, LookAt> words{{u"workload"_s, LookAt::Workload},   {u"pod"_s, LookAt::Pod},
                                                 {u"service"_s, LookAt::Service},     {u"ingress"_s, LookAt::Ingress},
                                                 {u"route"_s, LookAt::Route},         {u"node"_s, LookAt::Node},
                                                 {u"namespace"_s, LookAt::Namespace}, {u"subject"_s, LookAt::Subject}};
    return words;
}

/// PCRE2 counts its steps: a pattern that would run away on hostile text stops there (pcre2pattern, "Setting match
/// resource limits").
QString withLimits(const QString &pattern) { return u"(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=10000)"_s + pattern; }

bool isScalar(const QJsonValue &value) { return value.isString() || value.isDouble() || value.isBool(); }

} // namespace

void ConditionReader::onlyKnown(const QJsonObject &object, const QStringList &known, const Spot &spot)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            m_complaints.addAtKey(spot.in(key), u"unknown word \"%1\"; known are %2"_s.arg(key, known.join(u", "_s)));
    }
}

Condition ConditionReader::readCondition(const QJsonValue &value, const Spot &spot)
{
    if (value.isArray())
        return readJoin(Condition::Join::All, value, spot);
    const QJsonObject object = value.toObject();
    if (object.isEmpty()) {
        m_complaints.add(spot, u"a condition is a mapping, or a list of them that all have to hold"_s);
        return {};
    }
    static const std::map<QString, Condition::Join> joins{
        {u"all"_s, Condition::Join::All}, {u"any"_s, Condition::Join::Any}, {u"not"_s, Condition::Join::Not}};
    for (const auto &[word, join] : joins) {
        if (!object.contains(word))
            continue;
        if (object.size() > 1)
            m_complaints.add(spot, u"\"%1\" stands alone: put the rest into its list"_s.arg(word));
        return readJoin(join, object.value(word), spot.in(word));
    }
    onlyKnown(object, lookWords() + testWords() + QStringList{u"every"_s, u"all"_s, u"any"_s, u"not"_s}, spot);
    Condition condition;
    condition.look = readLook(object, spot);
    condition.test = readTest(object, spot);
    return condition;
}

Condition ConditionReader::readJoin(Condition::Join join, const QJsonValue &value, const Spot &spot)
{
    Condition condition;
    condition.join = join;
    if (m_depth >= kDeepest) {
        m_complaints.add(spot, u"is nested too deeply"_s);
        return {};
    }
    ++m_depth;
    if (join == Condition::Join::Not) {
        condition.parts.push_back(readCondition(value, spot));
    } else if (value.toArray().isEmpty()) {
        m_complaints.add(spot, u"needs a list of conditions"_s);
    } else {
        const QJsonArray parts = value.toArray();
        for (qsizetype i = 0; i < parts.size(); ++i)
            condition.parts.push_back(readCondition(parts[i], spot.at(i)));
    }
    --m_depth;
    return condition;
}

Look ConditionReader::readLook(const QJsonObject &object, const Spot &spot)
{
    Look look;
    const bool isLog = object.contains("log"_L1);
    const int kinds = (isLog ? 1 : 0) + (object.contains("object"_L1) ? 1 : 0) + (object.contains("event"_L1) ? 1 : 0);
    if (kinds != 1) {
        m_complaints.add(spot, u"needs exactly one of object, event and log"_s);
        return look;
    }
    if (isLog) {
        const QString which = object["log"_L1].toString();
        if (which != "current"_L1 && which != "previous"_L1)
            m_complaints.add(spot.in(u"log"_s), u"log is current or previous"_s);
        look.what = which == "previous"_L1 ? Look::What::PreviousLog : Look::What::CurrentLog;
        look.container = object["container"_L1].toString();
    } else {
        const QString word = object.contains("event"_L1) ? u"event"_s : u"object"_s;
        look.what = word == "event"_L1 ? Look::What::Events : Look::What::Object;
        look.target = readTarget(object.value(word), spot.in(word));
        if (object.contains("reason"_L1))
            look.reasons = readWords(object["reason"_L1], spot.in(u"reason"_s));
    }
    for (const auto &[word, fits] : {std::pair(u"path"_s, !isLog), std::pair(u"container"_s, isLog),
                                     std::pair(u"reason"_s, look.what == Look::What::Events)}) {
        if (object.contains(word) && !fits)
            m_complaints.addAtKey(spot.in(word), u"\"%1\" has no meaning here"_s.arg(word));
    }
    look.hasPath = object.contains("path"_L1) || look.what == Look::What::Events;
    const QString path = object.contains("path"_L1) ? object["path"_L1].toString() : u"{.message}"_s;
    if (look.hasPath) {
        const auto parsed = base::JsonPath::parse(path);
        if (parsed) {
            look.path = *parsed;
        } else {
            m_complaints.add(spot.in(u"path"_s), u"not a JSONPath: "_s + parsed.error().detail, parsed.error().at);
        }
    }
    return look;
}

Target ConditionReader::readTarget(const QJsonValue &value, const Spot &spot)
{
    if (value.isObject())
        return readNamed(value.toObject(), spot);
    Target target;
    const auto it = parts().find(value.toString());
    if (it == parts().end()) {
        m_complaints.add(spot, u"is one of workload, pod, service, ingress, route, node, namespace and subject, or "
                               "{kind: ..., name: ...}"_s);
    } else {
        target.part = it->second;
    }
    return target;
}

Target ConditionReader::readNamed(const QJsonObject &object, const Spot &spot)
{
    onlyKnown(object, {u"kind"_s, u"name"_s, u"namespace"_s}, spot);
    Target target;
    target.part = LookAt::Named;
    target.kind = model::kindFromWord(object["kind"_L1].toString());
    target.name = readName(object["name"_L1], spot.in(u"name"_s));
    if (object.contains("namespace"_L1))
        target.nameSpace = readName(object["namespace"_L1], spot.in(u"namespace"_s));
    if (target.kind == model::Kind::Unknown || target.kind == model::Kind::Event) {
        m_complaints.add(spot.in(u"kind"_s),
                         u"\"%1\" is no kind that Faultline reads"_s.arg(object["kind"_L1].toString()));
    }
    return target;
}

QString ConditionReader::readName(const QJsonValue &value, const Spot &spot)
{
    const QString name = value.toString();
    if (name.isEmpty())
        m_complaints.add(spot, u"a name is missing"_s);
    for (const QString &gap : gapsIn(name)) {
        if (!m_gaps.contains(gap))
            m_complaints.add(spot, u"nobody fills the gap {%1}"_s.arg(gap), name.indexOf(u'{' + gap + u'}'));
    }
    return name;
}

QStringList ConditionReader::readWords(const QJsonValue &value, const Spot &spot)
{
    QStringList words;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &word : list) {
        if (word.toString().isEmpty())
            m_complaints.add(spot, u"is a word, or a list of words"_s);
        words.append(word.toString());
    }
    return words;
}

Test ConditionReader::readTest(const QJsonObject &object, const Spot &spot)
{
    Test test;
    QStringList found;
    for (const auto &[word, type] : tests()) {
        if (!object.contains(word))
            continue;
        found.append(word);
        test.type = type;
        readTestValue(test, object.value(word), spot.in(word));
    }
    if (found.size() > 1)
        m_complaints.add(spot, u"has more than one test: %1"_s.arg(found.join(u", "_s)));
    if (object.contains("log"_L1) && found.isEmpty())
        m_complaints.add(spot, u"a log needs a test, as matches or contains"_s);
    test.every = object["every"_L1].toBool();
    if (object.contains("every"_L1) && (!object["every"_L1].isBool() || test.type == Test::Type::Exists))
        m_complaints.addAtKey(spot.in(u"every"_s), u"every is true or false, beside a test of values"_s);
    return test;
}

void ConditionReader::readTestValue(Test &test, const QJsonValue &value, const Spot &spot)
{
    switch (test.type) {
    case Test::Type::Exists:
        if (!value.isBool())
            m_complaints.add(spot, u"exists is true or false"_s);
        test.wanted = value.toBool(true);
        return;
    case Test::Type::OneOf:
        for (const QJsonValue &each : value.toArray())
            test.values.push_back(each);
        if (test.values.empty())
            m_complaints.add(spot, u"needs a list of values"_s);
        return;
    case Test::Type::Matches:
        test.pattern = readPattern(value, spot);
        return;
    case Test::Type::Equals:
    case Test::Type::Contains:
        if (!isScalar(value))
            m_complaints.add(spot, u"compares with a text, a number, true or false"_s);
        break;
    default:
        if (!value.isDouble() && !base::Quantity::parse(value.toString()))
            m_complaints.add(spot, u"compares with a number or a quantity, as 3 or 512Mi"_s);
    }
    test.values = {value};
}

QRegularExpression ConditionReader::readPattern(const QJsonValue &value, const Spot &spot)
{
    const QRegularExpression plain(value.toString());
    if (!value.isString() || value.toString().isEmpty())
        m_complaints.add(spot, u"needs a regular expression in quotes"_s);
    if (!plain.isValid()) {
        m_complaints.add(spot, u"not a regular expression: "_s + plain.errorString(), plain.patternErrorOffset());
        return {};
    }
    return QRegularExpression(withLimits(value.toString()));
}

std::vector<Capture> ConditionReader::readFacts(const QJsonValue &value, const Spot &spot)
{
    static const QRegularExpression gapName(u"\\A[A-Za-z]+\\z"_s);
    std::vector<Capture> captures;
    const QJsonObject facts = value.toObject();
    if (facts.isEmpty())
        m_complaints.add(spot, u"facts is a mapping from names to where their values stand"_s);
    for (const QString &name : facts.keys()) {
        const Spot at = spot.in(name);
        const QJsonObject object = facts.value(name).toObject();
        if (!gapName.match(name).hasMatch())
            m_complaints.addAtKey(at, u"the name of a fact has letters only, as the {gap} that it fills"_s);
        onlyKnown(object, lookWords() + QStringList{u"matches"_s}, at);
        Capture capture;
        capture.name = name;
        capture.look = readLook(object, at);
        if (object.contains("matches"_L1))
            capture.pattern = readPattern(object["matches"_L1], at.in(u"matches"_s));
        captures.push_back(std::move(capture));
    }
    return captures;
}

} // namespace faultline::guide
