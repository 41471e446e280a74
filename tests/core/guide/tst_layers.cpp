#include "tests/support/story.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Layer;
using guide::LayerState;

namespace {

guide::Diagnosis diagnosisOf(const QString &storyName, const QString &subject)
{
    static const auto guide = guide::Guide::loadBuiltIn();
    const std::vector<test::Story> stories = test::allStories();
    const auto story =
        std::find_if(stories.begin(), stories.end(), [&](const test::Story &each) { return each.name == storyName; });
    if (!guide || story == stories.end())
        qFatal("no such story");
    const test::Told told = test::tell(*guide, *story, test::Expected::read(story->folder));
    for (const guide::Diagnosis &diagnosis : told.diagnoses) {
        if (diagnosis.subject.toString() == subject)
            return diagnosis;
    }
    qFatal("no such subject");
}

} // namespace

/// How the layers of whole clusters stand: the chips of the headline.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWayInThatIsNotThereIsUnused()
    {
        auto layers = diagnosisOf(u"crash-oom"_s, u"Deployment/crash-oom/cart"_s).layers;
        QCOMPARE(layers[Layer::Pods], LayerState::Fault);
        QCOMPARE(layers[Layer::Gateway], LayerState::Unused);
        layers = diagnosisOf(u"route-without-reference-grant"_s, u"Deployment/shop/front"_s).layers;
        QCOMPARE(layers[Layer::Ingress], LayerState::Unused);
        QCOMPARE(layers[Layer::Gateway], LayerState::Fault);
    }

    void aRouteThatWorksIsFine()
    {
        const auto layers = diagnosisOf(u"healthy-gateway-route"_s, u"Deployment/shop/front"_s).layers;
        QCOMPARE(layers.at(Layer::Gateway), LayerState::Fine);
        QCOMPARE(layers.at(Layer::Ingress), LayerState::Unused);
    }

    void anApplicationThatIsOnlyUsedInsideHasNoWayIn()
    {
        const auto layers = diagnosisOf(u"healthy-internal"_s, u"Deployment/healthy-internal/cache"_s).layers;
        QCOMPARE(layers.at(Layer::Ingress), LayerState::Unused);
        QCOMPARE(layers.at(Layer::Gateway), LayerState::Unused);
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
