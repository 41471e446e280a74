#include "app/clisnapshot.h"

#include "app/commandtable.h"
#include "app/settle.h"
#include "core/guide/wording.h"
#include "core/investigation/snapshottaker.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using base::Error;

Outcome failed(const Error &error) { return {2, {}, u"faultline: "_s + error.toString() + u'\n'}; }

/// "1 log", "2 logs".
QString counted(qsizetype count, const QString &one)
{
    return u"%1 %2"_s.arg(count).arg(count == 1 ? one : one + u's');
}

QString reasonOf(const model::Unseen &unseen)
{
    switch (unseen.reason) {
    case model::Unseen::Reason::Forbidden:
        return u"no right to list them"_s;
    case model::Unseen::Reason::NotServed:
        return u"the server has none of the kind"_s;
    case model::Unseen::Reason::NotInInput:
        return u"not in the input"_s;
    case model::Unseen::Reason::NotAsked:
        break;
    case model::Unseen::Reason::Failed:
        return u"could not be read"_s;
    }
    return u"not asked for"_s;
}

QString summary(const source::Recorder &recorder, const model::ClusterData &data, const QString &path)
{
    qsizetype objects = 0;
    for (const auto &[kind, list] : recorder.objects())
        objects += static_cast<qsizetype>(list.size());
    const auto logs = std::count_if(data.logs.begin(), data.logs.end(),
                                    [](const auto &log) { return log.second.state == model::LogText::State::Text; });
    QString text = u"%1 (%2): %3, %4; Secrets, environment values and credentials are not in it\n"_s.arg(
        path, QLocale::c().formattedDataSize(QFileInfo(path).size()), counted(objects, u"object"_s),
        counted(logs, u"log"_s));
    for (const auto &[kind, unseen] : data.unseen) {
        if (unseen.reason != model::Unseen::Reason::NotAsked)
            text += u"  not read: %1 (%2)\n"_s.arg(model::resourceName(kind), reasonOf(unseen));
    }
    return text;
}

/// The file that would be written over is one that is to be read.
bool isAnInput(const QString &path, const QStringList &inputs)
{
    const QString own = QFileInfo(path).canonicalFilePath();
    return !own.isEmpty() && std::any_of(inputs.begin(), inputs.end(), [&](const QString &input) {
        return QFileInfo(input).canonicalFilePath() == own;
    });
}

base::Result<void> check(const SnapshotOptions &options)
{
    const auto usage = [](const QString &text) { return base::failure(Error::Kind::Usage, text); };
    if (options.output.isEmpty())
        return usage(u"say where to write the snapshot: -o FILE"_s);
    if (QFileInfo(options.output).isDir())
        return usage(u"-o takes a file, and %1 is a folder"_s.arg(options.output));
    if (isAnInput(options.output, options.where.files))
        return usage(u"%1 is to be read: write the snapshot to another file"_s.arg(options.output));
    if (options.where.allNamespaces && options.where.nameSpace)
        return usage(u"-A and -n exclude each other"_s);
    return {};
}

} // namespace

base::Result<SnapshotOptions> parseSnapshotOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptionsOf(u"snapshot"_s, parser);
    if (!parser.parse(QStringList{u"faultline"_s} + arguments))
        return base::failure(Error::Kind::Usage, parser.errorText());
    if (!parser.positionalArguments().isEmpty()) {
        return base::failure(Error::Kind::Usage,
                             u"a snapshot is of a whole namespace: \"%1\" is one word too many"_s.arg(
                                 parser.positionalArguments().front()));
    }
    SnapshotOptions options;
    options.where.kubeconfig = parser.value(u"kubeconfig"_s);
    options.where.context = parser.value(u"context"_s);
    if (parser.isSet(u"n"_s))
        options.where.nameSpace = parser.value(u"n"_s);
    options.where.allNamespaces = parser.isSet(u"A"_s);
    options.where.files = parser.values(u"f"_s);
    options.where.sample = parser.value(u"sample"_s);
    options.where.allowPlugin = parser.isSet(u"allow-plugin"_s);
    options.output = parser.value(u"o"_s);
    options.help = parser.isSet(u"h"_s);
    if (const auto checked = check(options); !checked && !options.help)
        return tl::unexpected(checked.error());
    return options;
}

Outcome snapshotOnce(const SnapshotOptions &options)
{
    const auto guide = guide::Guide::loadBuiltIn();
    if (!guide)
        return failed(guide.error());
    const auto recorder = std::make_shared<source::Recorder>();
    Whereabouts where = options.where;
    where.recorder = recorder;
    auto opened = openSource(where);
    if (!opened)
        return failed(opened.error());
    investigation::SnapshotTaker taker(*guide, *std::move(opened), recorder, options.output);
    const auto problem = runToItsEnd(taker);
    if (problem)
        return failed(*problem);
    return {0, summary(*recorder, taker.cluster().data(), options.output), {}};
}

} // namespace faultline::app
