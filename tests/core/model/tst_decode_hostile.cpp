#include "core/model/decode.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::base::Error;
using faultline::base::Result;

namespace {

struct Outcome {
    Result<DecodeSummary> summary;
    ClusterData data;
};

Outcome outcomeOf(const QByteArray &json)
{
    Outcome outcome;
    Decoder decoder(outcome.data);
    outcome.summary = decoder.decode(json);
    return outcome;
}

size_t objectsIn(const ClusterData &data)
{
    return data.pods.size() + data.workloads.size() + data.services.size() + data.ingresses.size() + data.nodes.size() +
           data.events.size() + data.endpointSlices.size();
}

const QByteArray kSample = R"({"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[
 {"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","labels":{"x":"\u00e4\\"},"ownerReferences":[{"kind":"ReplicaSet","name":"r","controller":true}]},
  "spec":{"containers":[{"name":"c","image":"i","ports":[{"containerPort":80}],"readinessProbe":{"httpGet":{"port":80}},"resources":{"requests":{"cpu":"1"}},"env":[{"name":"E","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}]}],"volumes":[{"name":"v","secret":{"secretName":"t"}}]},
  "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-11-23T11:00:00Z"}],"containerStatuses":[{"name":"c","state":{"running":{}},"ready":true}]}},
 {"kind":"Service","apiVersion":"v1","metadata":{"name":"s"},"spec":{"ports":[{"port":80,"targetPort":"http"}],"selector":{"x":"y"}}},
 {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"d"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}}},"status":{"replicas":2}},
 {"kind":"Ingress","apiVersion":"networking.k8s.io/v1","metadata":{"name":"i"},"spec":{"rules":[{"http":{"paths":[{"path":"/","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]}},
 {"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1","metadata":{"name":"e"},"endpoints":[{"addresses":["10.0.0.1"]}],"ports":[{"port":1}]},
 {"kind":"Event","apiVersion":"v1","metadata":{"name":"ev"},"involvedObject":{"kind":"Pod","name":"a"},"count":3},
 {"kind":"Node","apiVersion":"v1","metadata":{"name":"n"},"status":{"allocatable":{"cpu":"4"}}}]})";

} // namespace

class TestDecodeHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleItselfIsSound()
    {
        const Outcome outcome = outcomeOf(kSample);
        QVERIFY(outcome.summary.has_value());
        QCOMPARE(outcome.summary->warnings, QStringList());
        QCOMPARE(objectsIn(outcome.data), size_t{7});
    }

    void textCutAnywhereIsMalformedAndLeavesNothingBehind()
    {
        for (qsizetype size = 0; size < kSample.size(); ++size) {
            const Outcome outcome = outcomeOf(kSample.first(size));
            QVERIFY2(!outcome.summary.has_value(), qPrintable(QString::number(size)));
            QCOMPARE(outcome.summary.error().kind, Error::Kind::Malformed);
            QCOMPARE(objectsIn(outcome.data), size_t{0});
        }
    }

    /// Each value of the sample is replaced by one of another type, in turn.
    void aValueOfAnotherTypeIsAWarningAndNeverACrash_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"7", "-1.5e300", "99999999999999999999", "true", "null", "\"text\"", "[]", "{}",
                                  "[[1]]", "{\"a\":{\"b\":[]}}", "[null,7,\"x\",{}]"}) {
            QTest::newRow(value) << QByteArray(value);
        }
    }
    void aValueOfAnotherTypeIsAWarningAndNeverACrash()
    {
        QFETCH(QByteArray, value);
        int tried = 0;
        for (const QByteArray &original : {QByteArray("\"a\""),
                                           QByteArray("{\"x\":\"\\u00e4\\\\\"}"),
                                           QByteArray("80"),
                                           QByteArray("\"1\""),
                                           QByteArray("{\"cpu\":\"1\"}"),
                                           QByteArray("{\"cpu\":\"4\"}"),
                                           QByteArray("\"Running\""),
                                           QByteArray("{\"running\":{}}"),
                                           QByteArray("true"),
                                           QByteArray("\"http\""),
                                           QByteArray("{\"x\":\"y\"}"),
                                           QByteArray("2"),
                                           QByteArray("\"10.0.0.1\""),
                                           QByteArray("[\"10.0.0.1\"]"),
                                           QByteArray("3"),
                                           QByteArray("{\"name\":\"s\",\"key\":\"k\"}"),
                                           QByteArray("\"2026-11-23T11:00:00Z\""),
                                           QByteArray("{\"number\":80}"),
                                           QByteArray("{\"port\":80}"),
                                           QByteArray("{\"name\":\"n\"}"),
                                           QByteArray("[{\"containerPort\":80}]"),
                                           QByteArray("{\"secretName\":\"t\"}")}) {
            for (qsizetype at = kSample.indexOf(original); at >= 0; at = kSample.indexOf(original, at + 1)) {
                QByteArray changed = kSample;
                changed.replace(at, original.size(), value);
                const Outcome outcome = outcomeOf(changed);
                ++tried;
                if (outcome.summary) {
                    QVERIFY(objectsIn(outcome.data) >= 5);
                }
            }
        }
        QVERIFY(tried > 30);
    }

    void theWarningNamesTheObjectTheFieldAndTheProblem()
    {
        const Outcome outcome = outcomeOf(R"({"kind":"PodList","apiVersion":"v1","items":[
            {"spec":{"containers":[{"name":3,"image":"i","ports":[{"containerPort":"80"}]},7],"nodeName":["n"]},"metadata":{"name":"web","namespace":"shop","labels":{"v":1,"app":"web"}}},
            5,
            {"metadata":"x"},
            {"metadata":{"name":"ok","creationTimestamp":"yesterday"},"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"lots"}},"livenessProbe":{"periodSeconds":99999999999}}]}}]})");
        QVERIFY(outcome.summary.has_value());
        QCOMPARE(
            outcome.summary->warnings,
            (QStringList{
                u"Pod/shop/web: items[0].spec.containers[0].name: expected a string, found a number"_s,
                u"Pod/shop/web: items[0].spec.containers[0].ports[0].containerPort: expected a whole number, found a string"_s,
                u"Pod/shop/web: items[0].spec.containers[1]: expected an object, found a number"_s,
                u"Pod/shop/web: items[0].spec.nodeName: expected a string, found a list"_s,
                u"Pod/shop/web: items[0].metadata.labels.v: expected a string, found a number"_s,
                u"Pod: items[1]: expected an object, found a number"_s,
                u"Pod/default/(no name): items[2].metadata: expected an object, found a string"_s,
                u"Pod/default/(no name): items[2]: metadata.name: missing, so it was left out"_s,
                u"Pod/default/ok: items[3].metadata.creationTimestamp: expected a time like 2026-01-31T12:00:00Z"_s,
                u"Pod/default/ok: items[3].spec.containers[0].resources.requests.cpu: expected a quantity like 500m or 64Mi"_s,
                u"Pod/default/ok: items[3].spec.containers[0].livenessProbe.periodSeconds: the number is too large"_s}));
        QCOMPARE(outcome.data.pods.size(), size_t{2});
        QCOMPARE(outcome.data.pods.at(0).meta.labels, (Labels{{u"app"_s, u"web"_s}}));
    }

    void aWrongTypeOfASecretNeverShowsItsValue()
    {
        const Outcome outcome = outcomeOf(
            R"({"kind":"Secret","apiVersion":"v1","metadata":{"name":"s","labels":{"a":["hunter2"]}},"data":"hunter2","type":{"hunter2":"hunter2"}})");
        QVERIFY(outcome.summary.has_value());
        QCOMPARE(outcome.summary->warnings.size(), 2);
        QVERIFY(!outcome.summary->warnings.join(u'\n').contains(u"hunter2"));
        const Outcome broken = outcomeOf("{\"kind\":\"Secret\",\"data\":{\"a\":\"hunter2");
        QVERIFY(!broken.summary.error().toString().contains(u"hunter2"));
    }

    void textThatIsNotOneJsonObjectIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray pod = R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"a"}})";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blanks") << QByteArray("  \n ");
        QTest::newRow("a NUL byte") << QByteArray(1, '\0');
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("a string") << QByteArray("\"Pod\"");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a list") << QByteArray("[" + pod + "]");
        QTest::newRow("no kind") << QByteArray(R"({"apiVersion":"v1","metadata":{"name":"a"}})");
        QTest::newRow("a kind that is no string") << QByteArray(R"({"kind":7,"apiVersion":"v1"})");
        QTest::newRow("NUL in the text") << QByteArray("{\"kind\":\"Po") + QByteArray(1, '\0') + "d\"}";
        QTest::newRow("NUL behind the text") << pod + QByteArray(1, '\0');
        QTest::newRow("text behind the end") << QByteArray(pod + "x");
        QTest::newRow("a bracket behind the end") << QByteArray(pod + "}");
        QTest::newRow("two objects") << QByteArray(pod + pod);
        QTest::newRow("no UTF-8") << QByteArray(
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"\xC3\x28\"}}");
        QTest::newRow("a lone surrogate byte") << QByteArray("{\"kind\":\"\xED\xA0\x80\"}");
        QTest::newRow("a bad escape") << QByteArray(
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"\\q\"}}");
        QTest::newRow("a missing colon") << QByteArray(R"({"kind" "Pod"})");
        QTest::newRow("a missing comma") << QByteArray(R"({"kind":"Pod" "apiVersion":"v1"})");
        QTest::newRow("YAML") << QByteArray("kind: Pod\napiVersion: v1\n");
        QTest::newRow("HTML") << QByteArray("<html><body>502</body></html>");
    }
    void textThatIsNotOneJsonObjectIsMalformed()
    {
        QFETCH(QByteArray, json);
        const Outcome outcome = outcomeOf(json);
        QVERIFY(!outcome.summary.has_value());
        QCOMPARE(outcome.summary.error().kind, Error::Kind::Malformed);
        QVERIFY(!outcome.summary.error().detail.isEmpty());
        QCOMPARE(objectsIn(outcome.data), size_t{0});
    }

    void aByteOrderMarkIsNoObstacle()
    {
        QVERIFY(outcomeOf("\xEF\xBB\xBF{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}")
                    .summary.has_value());
    }

    void deepNestingNeitherOverflowsTheStackNorCounts()
    {
        QByteArray lists;
        for (int i = 0; i < 2000; ++i) {
            lists += R"({"kind":"List","apiVersion":"v1","items":[)";
        }
        for (int i = 0; i < 2000; ++i) {
            lists += "]}";
        }
        const Outcome nested = outcomeOf(lists);
        QVERIFY(!nested.summary || !nested.summary->warnings.isEmpty());
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        const Outcome skipped =
            outcomeOf(R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"a"},"x":)" + deep + "}");
        QVERIFY(!skipped.summary || skipped.data.pods.size() == 1);
    }

    void manyWrongItemsGiveNoEndlessWarnings()
    {
        QByteArray json = R"({"kind":"PodList","apiVersion":"v1","items":[1)";
        for (int i = 0; i < 20'000; ++i) {
            json += ",1";
        }
        const Outcome outcome = outcomeOf(json + "]}");
        QVERIFY(outcome.summary.has_value());
        QVERIFY(!outcome.summary->warnings.isEmpty());
        QVERIFY(outcome.summary->warnings.size() <= 221);
    }

    void theDecoderGoesOnAfterABrokenPage()
    {
        ClusterData data;
        Decoder decoder(data);
        const QByteArray pod = R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"a"}})";
        QVERIFY(!decoder.decode(kSample.chopped(1)).has_value());
        QVERIFY(decoder.decode(pod).has_value());
        QVERIFY(decoder.decode(pod)->warnings.isEmpty());
        QCOMPARE(data.pods.size(), size_t{2});
        QCOMPARE(objectsIn(data), size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestDecodeHostile)
#include "tst_decode_hostile.moc"
