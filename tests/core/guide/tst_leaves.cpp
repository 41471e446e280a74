#include "core/base/yamldoor.h"
#include "core/guide/wording.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::LeafVerdict;
using guide::Node;

namespace {

const guide::Guide &builtIn()
{
    static const base::Result<guide::Guide> guide = guide::Guide::loadBuiltIn();
    if (!guide)
        qFatal("%s", qPrintable(guide.error().where + u": "_s + guide.error().detail));
    return *guide;
}

std::vector<const Node *> leaves()
{
    std::vector<const Node *> all;
    for (const Node &node : builtIn().nodes()) {
        if (node.type == guide::NodeType::Resolution && node.verdict != LeafVerdict::Done)
            all.push_back(&node);
    }
    return all;
}

const Node &fetched()
{
    QFETCH_GLOBAL(QString, leaf);
    return builtIn().node(leaf);
}

std::vector<base::LocalizedText> textsOf(const Node &leaf)
{
    std::vector<base::LocalizedText> all{leaf.text, leaf.shortText, leaf.leaf.title, leaf.leaf.why};
    all.insert(all.end(), leaf.leaf.causes.begin(), leaf.leaf.causes.end());
    all.insert(all.end(), leaf.leaf.fix.begin(), leaf.leaf.fix.end());
    return all;
}

/// A value for every gap that a text may have; `word` where nothing special is meant.
checks::Facts filledWith(const QString &word)
{
    checks::Facts facts;
    for (const QString &name : guide::standardGaps() + checks::allFactNames())
        facts[name] = word;
    for (const QString &name :
         {u"port"_s, u"servicePort"_s, u"suggestedPort"_s, u"backendPort"_s, u"portIndex"_s, u"suggestedPortJson"_s,
          u"probePeriod"_s, u"probeFailures"_s, u"probeTimeout"_s, u"probeDelay"_s, u"suggestedFailures"_s,
          u"suggestedValue"_s, u"partition"_s, u"suggestedTimeout"_s})
        facts[name] = u"8080"_s;
    facts[u"probeHandlerYaml"_s] = u"httpGet: {path: /healthz, port: 8080}"_s;
    facts[u"tolerationYaml"_s] = u"{key: gpu, operator: Exists}"_s;
    facts[u"tolerationsYaml"_s] = u"[{key: gpu, operator: Exists}]"_s;
    facts[u"selectorYaml"_s] = u"{app: web}"_s;
    facts[u"selectorDiffYaml"_s] = u"-   app: wbe\n+   app: web"_s;
    facts[u"suggestedPortYaml"_s] = u"number: 8080"_s;
    facts[u"targetPortYaml"_s] = u"http"_s;
    facts[u"volumeYaml"_s] = u"configMap: {name: web}"_s;
    facts[u"resourcesYaml"_s] = u"{limits: {memory: 1Gi}}"_s;
    facts[u"podSecurityYaml"_s] = u"{runAsNonRoot: true}"_s;
    facts[u"hostFieldsYaml"_s] = u"hostNetwork: false"_s;
    facts[u"securedContainersYaml"_s] = u"[{name: web, securityContext: {privileged: false}}]"_s;
    facts[u"containerList"_s] = u"initContainers"_s;
    facts[u"workloadKind"_s] = u"deployment"_s;
    facts[u"missingField"_s] = u"serviceAccountName"_s;
    facts[u"limitField"_s] = u"limits"_s;
    facts[u"resource"_s] = u"memory"_s;
    facts[u"missingKind"_s] = u"Secret"_s;
    facts[u"probeField"_s] = u"livenessProbe"_s;
    facts[u"selectorPair"_s] = u"tier="_s + word;
    facts[u"labelPair"_s] = u"tier="_s + word;
    return facts;
}

/// The facts as they are, and for each condition of `text` with each value that it asks for, and without the gap.
std::vector<checks::Facts> variantsFor(const QString &text, const checks::Facts &facts)
{
    static const QRegularExpression condition(u"\\[\\[\\?!?([A-Za-z]+)(?:=(\\S+))?\\s"_s);
    std::vector<checks::Facts> all{facts};
    for (auto it = condition.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        checks::Facts without = facts;
        without.erase(match.captured(1));
        all.push_back(without);
        for (const QString &value : match.captured(2).split(u'|', Qt::SkipEmptyParts)) {
            checks::Facts with = facts;
            with[match.captured(1)] = value;
            all.push_back(with);
        }
    }
    return all;
}

/// What a patch makes of the object: without the lines that go, with those that come.
QString applied(const QString &patch)
{
    QStringList lines;
    for (const QString &line : patch.split(u'\n')) {
        if (!line.startsWith(u'-'))
            lines += line.startsWith(u'+') ? u' ' + line.mid(1) : line;
    }
    return lines.join(u'\n');
}

QString problemOf(const QString &patch)
{
    const auto documents = base::yamlToJson(applied(patch).toUtf8());
    if (!documents)
        return documents.error().detail;
    const QJsonObject object =
        documents->size() == 1 ? QJsonDocument::fromJson(documents->front()).object() : QJsonObject();
    // Some objects are whole without either: a ServiceAccount, a PriorityClass, a RuntimeClass.
    const bool isWhole =
        object.contains("apiVersion"_L1) && object.contains("kind"_L1) && object.contains("metadata"_L1);
    return isWhole || object.contains("spec"_L1) || object.contains("data"_L1) || object.contains("stringData"_L1)
               ? QString()
               : u"neither a spec nor data"_s;
}

/// Leaves that ask for a mend which no YAML of the user's makes: the app, a node, another object, a person.
bool isMendedElsewhere(const QString &leaf)
{
    static const QStringList elsewhere{
        u"res_no_deployment"_s, u"res_create_other"_s,   u"res_policy"_s,         u"res_fix_app"_s,
        u"res_config_other"_s,  u"res_fix_crashing"_s,   u"res_backend_empty"_s,  u"res_endpoints_not_ready"_s,
        u"res_no_controller"_s, u"res_no_object"_s,      u"res_node_silent"_s,    u"res_node_network"_s,
        u"res_node_runtime"_s,  u"res_node_not_ready"_s, u"res_node_pressure"_s,  u"res_claim_fails"_s,
        u"res_hpa_api"_s,       u"res_job_policy"_s,     u"res_ingress_refused"_s};
    return elsewhere.contains(leaf);
}

} // namespace

class LeavesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void everyLeafTellsEverything();
    void whereYamlMendsItThereIsAPatch();
    void everyPatchIsYaml();
    void everyCommandIsOneThatAShellReads();
    void pagesAreThoseOfTheField();
    void chineseIsSetAsChinese();
    void everyOptionalPartIsClosed();
};

void LeavesTest::initTestCase_data()
{
    QTest::addColumn<QString>("leaf");
    for (const Node *leaf : leaves())
        QTest::newRow(qPrintable(leaf->id)) << leaf->id;
}

void LeavesTest::everyLeafTellsEverything()
{
    const Node &leaf = fetched();
    QVERIFY(!leaf.leaf.title.isEmpty());
    QVERIFY(!leaf.leaf.why.isEmpty());
    QVERIFY(!leaf.leaf.causes.empty());
    QVERIFY(!leaf.leaf.fix.empty());
    QVERIFY(!leaf.leaf.commands.empty());
    QVERIFY(!leaf.leaf.read.empty());
    for (const checks::Facts &facts : {checks::Facts(), filledWith(u"web"_s)}) {
        const auto says = [&facts](const base::LocalizedText &text) { return !guide::fill(text.en, facts).isEmpty(); };
        QVERIFY2(std::any_of(leaf.leaf.causes.begin(), leaf.leaf.causes.end(), says), "no cause is left");
        QVERIFY2(std::any_of(leaf.leaf.fix.begin(), leaf.leaf.fix.end(), says), "no step is left");
    }
}

void LeavesTest::whereYamlMendsItThereIsAPatch()
{
    const Node &leaf = fetched();
    if (leaf.verdict == LeafVerdict::Fix)
        QCOMPARE(leaf.leaf.patch.isEmpty(), isMendedElsewhere(leaf.id));
}

void LeavesTest::everyPatchIsYaml()
{
    const QString &patch = fetched().leaf.patch;
    if (patch.isEmpty())
        return;
    const std::vector<checks::Facts> plain = variantsFor(patch, filledWith(u"web"_s));
    QVERIFY(std::any_of(plain.begin(), plain.end(),
                        [&patch](const checks::Facts &facts) { return !guide::fillPatch(patch, facts).isEmpty(); }));
    for (const QString &word : {u"web"_s, u"8080"_s, u"on"_s, u"it's \"a\": {b} # [c]\n- d"_s}) {
        for (checks::Facts facts : variantsFor(patch, filledWith(word))) {
            for (const QString &kind : {u"deployment"_s, u"cronjob"_s, u"pod"_s}) {
                facts[u"workloadKind"_s] = kind;
                const QString filled = guide::fillPatch(patch, facts);
                const QString problem = filled.isEmpty() ? QString() : problemOf(filled);
                QVERIFY2(problem.isEmpty(), qPrintable(problem + u'\n' + filled));
            }
        }
    }
}

void LeavesTest::everyCommandIsOneThatAShellReads()
{
    QStringList script;
    for (const QString &command : fetched().leaf.commands) {
        for (const QString &word : {u"web"_s, u"a b; it's \"$HOME\" `id` \\ & | > (x) *"_s}) {
            for (const checks::Facts &facts : variantsFor(command, filledWith(word)))
                script += guide::fillCommand(command, facts, {u"it's \"prod\" $x"_s});
        }
    }
    QProcess shell;
    shell.start(u"sh"_s, {u"-n"_s});
    shell.write(script.join(u'\n').toUtf8());
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError() + script.join(u'\n').toUtf8());
}

void LeavesTest::pagesAreThoseOfTheField()
{
    for (const QString &address : fetched().leaf.read) {
        const QUrl url(address, QUrl::StrictMode);
        const bool docs = url.host() == "kubernetes.io"_L1 && url.path().startsWith("/docs/"_L1);
        const bool known = docs || url.host() == "gateway-api.sigs.k8s.io"_L1 ||
                           address == "https://learnk8s.io/troubleshooting-deployments"_L1;
        QVERIFY2(url.isValid() && known, qPrintable(address));
        QVERIFY2(!docs || url.path().endsWith(u'/'), qPrintable(address));
    }
}

void LeavesTest::chineseIsSetAsChinese()
{
    static const QRegularExpression halfWidth(u"[\\x{4e00}-\\x{9fff}][,;:?!()]|[,;:?!()][\\x{4e00}-\\x{9fff}]"_s);
    static const QRegularExpression noSpace(u"[\\x{4e00}-\\x{9fff}][A-Za-z0-9{]|[A-Za-z0-9}][\\x{4e00}-\\x{9fff}]"_s);
    // The condition of an optional part is no text.
    static const QRegularExpression condition(u"\\[\\[\\?!?[A-Za-z]+(?:=\\S+)?\\s"_s);
    for (const base::LocalizedText &text : textsOf(fetched())) {
        const QString shown = QString(text.zh).replace(condition, u"[["_s);
        QVERIFY2(!halfWidth.match(shown).hasMatch(), qPrintable(text.zh));
        QVERIFY2(!noSpace.match(shown).hasMatch(), qPrintable(text.zh));
    }
}

void LeavesTest::everyOptionalPartIsClosed()
{
    const checks::Facts facts = filledWith(u"web"_s);
    const auto isClosed = [](const QString &text) { return !text.contains("[["_L1) && !text.contains("]]"_L1); };
    for (const base::LocalizedText &text : textsOf(fetched())) {
        for (const base::Language language : {base::Language::English, base::Language::Chinese}) {
            for (const checks::Facts &variant : variantsFor(text.in(language), facts))
                QVERIFY2(isClosed(guide::fill(text.in(language), variant)), qPrintable(text.in(language)));
        }
    }
}

QTEST_GUILESS_MAIN(LeavesTest)
#include "tst_leaves.moc"
