#include "core/guide/guide.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

/// The smallest guide that loads: one question, two leaves.
QByteArray tinyGuide()
{
    return R"(version: 1
root: start
entries: {pods: start}
kind_entries: {Node: ready}
layers:
  - {id: pods, text: {en: Pods, zh: Pod}}
nodes:
  - {id: start, layer: pods, type: action, origin: [v1], text: {en: Start, zh: 开始}, edges: {next: ready}}
  - id: ready
    layer: pods
    type: question
    origin: [v1]
    text: {en: "Ready?", zh: "就绪吗？"}
    check: pod_ready
    edges: {"yes": fine, "no": broken, unknown: ASK}
  - {id: fine, layer: pods, type: resolution, origin: [v1], verdict: done, text: {en: Fine, zh: 正常}}
  - id: broken
    layer: pods
    type: resolution
    origin: [v1]
    verdict: fix
    text: {en: Mend it, zh: 修复}
    title: {en: "{pod} is not Ready", zh: "{pod} 未就绪"}
    why: {en: Because, zh: 因为}
    fix: [{en: Do it, zh: 去做}]
)";
}

base::Result<guide::Guide> loadWith(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = tinyGuide();
    Q_ASSERT(text.contains(from));
    return guide::Guide::load({text.replace(from, to)});
}

} // namespace

class GuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestGuideLoads();
    void aMistakeIsRefusedAndNamed_data();
    void aMistakeIsRefusedAndNamed();
    void theBuiltInGuideLoads();
    void theBuiltInGuideHoldsTheWholeOriginalChart();
    void everyCheckIsAsked();
};

void GuideTest::theSmallestGuideLoads()
{
    const auto guide = guide::Guide::load({tinyGuide()});
    QVERIFY2(guide.has_value(), guide ? "" : qPrintable(guide.error().toString()));
    QCOMPARE(guide->nodes().size(), size_t(4));
    QCOMPARE(guide->entry(guide::Layer::Pods), u"start"_s);
    QCOMPARE(guide->kindEntry(model::Kind::Node), u"ready"_s);
    QVERIFY(guide->kindEntry(model::Kind::Pod).isEmpty());
    QVERIFY(guide->node(u"ready"_s).unknown->ask);
    QCOMPARE(guide->node(u"broken"_s).leaf.title.zh, u"{pod} 未就绪"_s);
}

void GuideTest::aMistakeIsRefusedAndNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *from, const char *to, const char *where, const char *words) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(where)
                            << QString::fromUtf8(words);
    };
    row("a dangling edge", "\"yes\": fine", "\"yes\": nowhere", "ready", "nowhere");
    row("a loop", "\"yes\": fine", "\"yes\": start", "start", "loop");
    row("an orphan", "\"no\": broken", "\"no\": fine", "broken", "no way");
    row("an unknown check", "check: pod_ready", "check: pod_happy", "ready", "pod_happy");
    row("a missing language", "{en: \"Ready?\", zh: \"就绪吗？\"}", "{en: \"Ready?\"}", "ready", "both languages");
    row("a missing edge", "\"no\": broken, unknown: ASK", "\"no\": broken", "ready", "edges");
    row("a question that asks on yes", "\"yes\": fine", "\"yes\": ASK", "ready", "unknown");
    row("an id that stands twice", "id: fine", "id: ready", "ready", "twice");
    row("an unknown layer", "id: ready\n    layer: pods", "id: ready\n    layer: cellar", "ready", "layer");
    row("a verdict nobody knows", "verdict: fix", "verdict: maybe", "broken", "verdict");
    row("gaps that differ", "zh: \"{pod} 未就绪\"", "zh: \"{container} 未就绪\"", "broken", "different gaps");
    row("a gap nobody fills", "\"{pod} is not Ready\", zh: \"{pod} 未就绪\"", "\"{foo} x\", zh: \"{foo} y\"", "broken",
        "{foo}");
    row("an edge of its own kind", "next: ready", "sometimes: ready", "start", "edge");
    row("an action without a way on", "edges: {next: ready}", "edges: {}", "start", "next");
    row("an entry that is not there", "entries: {pods: start}", "entries: {pods: begin}", "begin", "entry");
    row("a kind's entry that is not there", "{Node: ready}", "{Node: reedy}", "reedy", "entry");
    row("an entry of a kind nobody knows", "{Node: ready}", "{Teapot: ready}", "kind_entries", "Teapot");
    row("a leaf without words", "    why: {en: Because, zh: 因为}\n", "", "broken", "why");
    row("not YAML", "version: 1", "version: [1", "", "");
}

void GuideTest::aMistakeIsRefusedAndNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, where);
    QFETCH(QString, words);
    const auto guide = loadWith(from, to);
    QVERIFY(!guide.has_value());
    QCOMPARE(guide.error().kind, base::Error::Kind::Malformed);
    QVERIFY2(guide.error().where.contains(where), qPrintable(guide.error().toString()));
    QVERIFY2(guide.error().toString().contains(words), qPrintable(guide.error().toString()));
}

void GuideTest::theBuiltInGuideLoads()
{
    const auto guide = guide::Guide::loadBuiltIn();
    QVERIFY2(guide.has_value(), guide ? "" : qPrintable(guide.error().toString()));
    QVERIFY(guide->find(u"end_ok"_s) != nullptr);
}

void GuideTest::theBuiltInGuideHoldsTheWholeOriginalChart()
{
    const auto guide = guide::Guide::loadBuiltIn();
    QVERIFY(guide.has_value());
    // 31 questions of the original charts (v1 and v2), counted there by hand, besides the later look at the earlier
    // log.
    const auto count = [&](guide::NodeType type) {
        return std::count_if(guide->nodes().begin(), guide->nodes().end(),
                             [=](const guide::Node &node) { return node.type == type && node.isOriginal(); });
    };
    QCOMPARE(count(guide::NodeType::Question), 32);
    const QStringList leaves{u"res_bigger_cluster"_s,
                             u"res_quota"_s,
                             u"res_fix_pvc"_s,
                             u"res_scheduler"_s,
                             u"res_kubelet"_s,
                             u"res_fix_app"_s,
                             u"res_image_name"_s,
                             u"res_image_tag"_s,
                             u"res_private_registry"_s,
                             u"res_cri_kubelet"_s,
                             u"res_fix_crashing"_s,
                             u"res_dockerfile"_s,
                             u"res_liveness"_s,
                             u"res_unknown_crash"_s,
                             u"res_mount_volumes"_s,
                             u"res_readiness"_s,
                             u"res_listen"_s,
                             u"res_selector"_s,
                             u"res_target_port"_s,
                             u"res_kube_proxy"_s,
                             u"res_controller_manager"_s,
                             u"res_backend"_s,
                             u"res_ingress_controller"_s,
                             u"res_infrastructure"_s,
                             u"res_node_lifecycle"_s,
                             u"end_ok"_s};
    for (const QString &leaf : leaves)
        QVERIFY2(guide->find(leaf) != nullptr && guide->node(leaf).isOriginal(), qPrintable(leaf));
}

void GuideTest::everyCheckIsAsked()
{
    const auto guide = guide::Guide::loadBuiltIn();
    QVERIFY(guide.has_value());
    for (const checks::Check &check : checks::allChecks()) {
        const bool asked = std::any_of(guide->nodes().begin(), guide->nodes().end(),
                                       [&](const guide::Node &node) { return node.checkId == check.id; });
        QVERIFY2(asked, qPrintable(u"no question of the guide asks "_s + check.id));
    }
}

QTEST_GUILESS_MAIN(GuideTest)
#include "tst_guide.moc"
