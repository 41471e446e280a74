#include "app/cliguide.h"

#include "app/clioptions.h"
#include "app/commandtable.h"
#include "app/guidereference.h"
#include "app/loadguide.h"
#include "core/guide/needs.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using guide::Node;

Outcome usage(const QString &detail)
{
    return {2, {}, u"faultline: "_s + detail + u'\n' + usageOf(*findCommand(u"guide"))};
}

QString countOf(qsizetype count, const QString &one)
{
    return QString::number(count) + u' ' + one + (count == 1 ? u""_s : u"s"_s);
}

Outcome lint(const QStringList &paths)
{
    auto builtIn = guide::Guide::loadBuiltIn();
    if (!builtIn)
        return {1, builtIn.error().toString() + u'\n', {}};
    const size_t nodes = builtIn->nodes().size();
    const guide::GuideFiles files = guide::readGuideFiles(paths.isEmpty() ? guide::ownGuideFiles() : paths);
    const guide::TeamGuides merged = withTeamGuides(*std::move(builtIn), files.texts);
    QString output;
    for (const auto *problems : {&files.problems, &merged.problems}) {
        for (const guide::Problem &problem : *problems)
            output += problem.toString() + u'\n';
    }
    if (!output.isEmpty())
        return {1, output, {}};
    return {0,
            u"%1 in order: %2 of the built-in guide, %3 of guide files\n"_s.arg(
                countOf(static_cast<qsizetype>(files.texts.size()), u"guide file"_s),
                countOf(static_cast<qsizetype>(nodes), u"node"_s),
                QString::number(merged.guide.nodes().size() - nodes)),
            {}};
}

/// "p_failed", "p_failed (note res_x)", "ASK".
QString targetOf(const guide::Edge &edge)
{
    const QString to = edge.ask ? u"ASK"_s : edge.to;
    return edge.note.isEmpty() ? to : to + u" (notes "_s + edge.note + u')';
}

std::vector<std::pair<QString, QString>> edgesOf(const Node &node)
{
    std::vector<std::pair<QString, QString>> edges;
    for (const auto &[word, edge] : {std::pair(u"yes"_s, &node.yes), std::pair(u"no"_s, &node.no),
                                     std::pair(u"unknown"_s, &node.unknown), std::pair(u"next"_s, &node.next)}) {
        if (*edge)
            edges.emplace_back(word, targetOf(**edge));
    }
    return edges;
}

QString checkOf(const Node &node) { return node.teamCheck ? u"when"_s : node.checkId; }

QStringList rightsIn(const Node &node)
{
    QStringList rights;
    for (const guide::Right &right : guide::rightsOf(node))
        rights.append(right.toString());
    return rights;
}

QString listText(const guide::Guide &guide, base::Language language)
{
    QString text;
    for (const Node &node : guide.nodes()) {
        QStringList words{node.id, guide::layerId(node.layer), guide::typeId(node.type), node.origin.join(u'+')};
        if (node.isTeams())
            words.append(node.file);
        if (!checkOf(node).isEmpty())
            words.append(u"check "_s + checkOf(node));
        text += words.join(u"  "_s) + u"\n    "_s + node.text.in(language) + u'\n';
        QStringList edges;
        for (const auto &[word, to] : edgesOf(node))
            edges.append(word + u" → "_s + to);
        if (!edges.isEmpty())
            text += u"    "_s + edges.join(u", "_s) + u'\n';
        if (const QStringList rights = rightsIn(node); !rights.isEmpty())
            text += u"    needs: "_s + rights.join(u", "_s) + u'\n';
    }
    return text;
}

QJsonArray rightsJson(const Node &node)
{
    QJsonArray rights;
    for (const guide::Right &right : guide::rightsOf(node)) {
        rights.append(QJsonObject{{u"verb"_s, right.verb},
                                  {u"resource"_s, right.resource},
                                  {u"group"_s, right.group},
                                  {u"clusterWide"_s, right.isClusterWide}});
    }
    return rights;
}

QString listJson(const guide::Guide &guide, base::Language language)
{
    QJsonArray nodes;
    for (const Node &node : guide.nodes()) {
        QJsonObject edges;
        for (const auto &[word, to] : edgesOf(node))
            edges[word] = to;
        nodes.append(QJsonObject{{u"id"_s, node.id},
                                 {u"layer"_s, guide::layerId(node.layer)},
                                 {u"type"_s, guide::typeId(node.type)},
                                 {u"text"_s, node.text.in(language)},
                                 {u"check"_s, checkOf(node).isEmpty() ? QJsonValue() : checkOf(node)},
                                 {u"origin"_s, QJsonArray::fromStringList(node.origin)},
                                 {u"file"_s, node.isTeams() ? node.file : QJsonValue()},
                                 {u"edges"_s, edges},
                                 {u"rights"_s, rightsJson(node)}});
    }
    const QJsonObject all{{u"schema"_s, u"faultline.guide/1"_s}, {u"nodes"_s, nodes}};
    return QString::fromUtf8(QJsonDocument(all).toJson());
}

using Printer = QString (*)(const guide::Guide &, base::Language);

/// Prints the guide with the guide files in it.
Outcome print(const QCommandLineParser &parser, Printer printer)
{
    const auto loaded = loadGuide(parser.values(u"guide"_s));
    if (!loaded)
        return {2, {}, u"faultline: "_s + loaded.error().toString() + u'\n'};
    Outcome outcome{0, printer(loaded->guide, languageOf(parser.value(u"language"_s))), {}};
    for (const QString &line : loaded->complaints)
        outcome.complaint += u"faultline: left out: "_s + line + u'\n';
    return outcome;
}

Outcome list(const QCommandLineParser &parser)
{
    const QString format = parser.isSet(u"o"_s) ? parser.value(u"o"_s) : u"text"_s;
    if (format != "text"_L1 && format != "json"_L1)
        return usage(u"-o takes text or json here, not \"%1\""_s.arg(format));
    return print(parser, format == "json"_L1 ? &listJson : &listText);
}

Outcome reference(const QCommandLineParser &parser)
{
    if (parser.isSet(u"o"_s))
        return usage(u"reference is Markdown alone: it takes no -o"_s);
    return print(parser, &guideReference);
}

} // namespace

Outcome runGuide(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptionsOf(u"guide"_s, parser);
    if (!parser.parse(QStringList{u"faultline"_s} + arguments))
        return usage(parser.errorText());
    if (parser.isSet(u"h"_s))
        return {0, helpOf(*findCommand(u"guide")), {}};
    const QStringList words = parser.positionalArguments();
    if (words.value(0) == "lint"_L1)
        return lint(words.sliced(1) + parser.values(u"guide"_s));
    if (words.value(0) == "list"_L1 && words.size() == 1)
        return list(parser);
    if (words.value(0) == "reference"_L1 && words.size() == 1)
        return reference(parser);
    return usage(words.isEmpty() ? u"guide what? lint, list or reference"_s
                                 : u"unknown word \"%1\""_s.arg(words.last()));
}

} // namespace faultline::app
