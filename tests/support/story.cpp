#include "tests/support/story.h"

#include "core/source/filesource.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

using guide::Diagnosis;
using guide::Finding;

/// "Deployment/shop/web" or "Node/node-a"
model::ObjectRef refFrom(const QString &text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() == 2)
        return {model::kindFromName(parts[0]), {}, parts[1]};
    return parts.size() == 3 ? model::ObjectRef{model::kindFromName(parts[0]), parts[1], parts[2]} : model::ObjectRef();
}

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &value : list.toArray())
        texts.append(value.toString());
    return texts;
}

std::vector<Diagnosis> diagnose(const guide::Guide &guide, const model::Cluster &cluster, const Expected &expected,
                                const guide::Answers &answers)
{
    if (!expected.asked.isNull())
        return {guide::diagnose(guide, cluster, expected.asked, answers)};
    return guide::diagnoseAll(guide, cluster, answers);
}

/// The person's answers to the questions that these walks came past.
guide::Answers answersTo(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    guide::Answers answers;
    const auto give = [&](const guide::NodeId &node, const guide::Subject &subject) {
        const auto found = expected.answers.find(node);
        if (found == expected.answers.end())
            return;
        const bool isYes = found->second == "yes"_L1;
        answers[guide::answerKey(node, subject)] = {isYes ? checks::Answer::Yes : checks::Answer::No, {}};
    };
    for (const Diagnosis &diagnosis : diagnoses) {
        for (const guide::Walk &walk : diagnosis.walks) {
            for (const guide::Step &step : walk.steps)
                give(step.node, walk.subject);
        }
    }
    return answers;
}

} // namespace

Expected Expected::read(const QString &folder)
{
    QFile file(folder + u"/expected.json"_s);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Expected expected{{json.value("leaf"_L1).toString()},        json.value("layer"_L1).toString(),
                      json.value("object"_L1).toString(),        json.value("verdict"_L1).toString(),
                      textsIn(json.value("alsoFound"_L1)),       {},
                      refFrom(json.value("asked"_L1).toString())};
    expected.leaves += textsIn(json.value("accept"_L1));
    const QJsonObject answers = json.value("answers"_L1).toObject();
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        expected.answers[answer.key()] = answer.value().toString();
    return expected;
}

std::vector<Story> allStories()
{
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/");
    std::vector<Story> stories;
    for (const QString &group : {u"recorded"_s, u"recorded-1.20"_s, u"manifests"_s, u"stories"_s}) {
        for (const QString &name : QDir(root + group).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            stories.push_back({group, name, root + group + u'/' + name});
    }
    return stories;
}

Told tell(const guide::Guide &guide, const Story &story, const Expected &expected)
{
    const auto snapshot = source::readFiles({{story.folder}, {}});
    if (!snapshot)
        return {{}, snapshot.error().toString()};
    if (!snapshot->origin.warnings.isEmpty())
        return {{}, snapshot->origin.warnings.join(u'\n')};
    guide::Answers given;
    Told told{diagnose(guide, *snapshot->cluster, expected, given), {}};
    // An answer leads to further questions: as often as there are answers to give.
    for (size_t i = 0; i < expected.answers.size(); ++i) {
        given.merge(answersTo(told.diagnoses, expected));
        told.diagnoses = diagnose(guide, *snapshot->cluster, expected, given);
    }
    return told;
}

QString placeOf(const Finding &finding) { return finding.leaf.isEmpty() ? u'?' + finding.stoppedAt : finding.leaf; }

QString described(const std::vector<Diagnosis> &diagnoses)
{
    QStringList lines;
    for (const Diagnosis &diagnosis : diagnoses) {
        lines.append(u"%1: health %2"_s.arg(diagnosis.subject.toString()).arg(static_cast<int>(diagnosis.health)));
        for (const Finding &finding : diagnosis.findings) {
            lines.append(u"  "_s + placeOf(finding) + u" on "_s + finding.object.toString() +
                         (finding.primary ? u" primary"_s : QString()) + (finding.isNote ? u" note"_s : QString()) +
                         (finding.explained ? u" explained"_s : QString()));
        }
    }
    return lines.join(u'\n');
}

} // namespace faultline::test
