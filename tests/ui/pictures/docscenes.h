#pragma once

#include "core/source/filesource.h"
#include "ui/compare/comparisondialog.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/export/exportdialog.h"
#include "ui/main/livewords.h"
#include "ui/main/mainwindow.h"
#include "ui/main/newsline.h"
#include "ui/main/tunnelstrip.h"
#include "ui/main/workspace.h"

#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <functional>

/// The pictures of README.md and docs/: what the window does for each. All of them show bundled samples and recorded
/// clusters, so they are the same on every machine. For the tests that link the window; inline, as windowscene.h.
namespace faultline::test {

using namespace Qt::StringLiterals;

struct DocScene {
    QString name;
    std::function<void(ui::MainWindow &)> play;
    ui::SchemeChoice scheme = ui::SchemeChoice::Light;
    double mayDiffer = 0; ///< share of pixels that are other ones each time
};

/// A recorded cluster that says that it is live, and never changes.
class PaintedCluster : public source::Source
{
public:
    explicit PaintedCluster(const QString &folder) : m_snapshot(*source::readFiles({{folder}, {}}))
    {
        m_snapshot.origin.type = source::Origin::Type::Live;
        m_snapshot.origin.context = u"prod-eu"_s;
        m_snapshot.origin.files.clear();
    }

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override { Q_EMIT loaded(m_snapshot); }
    void cancel() override {}
    void follow() override
    {
        Q_EMIT liveChanged({source::Live::State::Running, {QDateTime::currentMSecsSinceEpoch()}, {}, {}});
    }
    void fetchLogs(const std::vector<model::LogKey> & /*keys*/) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

private:
    source::Snapshot m_snapshot;
};

namespace docscene {

using ui::Action;
using ui::MainWindow;
using Tab = ui::evidence::EvidencePanel::Tab;

const QString kClusters = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/");

inline void settle(MainWindow &window)
{
    QVERIFY(QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 60'000));
}

inline void open(MainWindow &window, const QString &folder)
{
    window.openFiles({kClusters + folder}, {});
    settle(window);
}

inline model::ObjectRef deployment(const QString &nameSpace, const QString &name)
{
    return {model::Kind::Deployment, nameSpace, name};
}

/// The shop of the samples, with the application whose Service selects nothing in front, and the guide where it breaks.
inline void openShop(MainWindow &window)
{
    window.openSample(u"shop"_s);
    settle(window);
    window.investigation().select(deployment(u"selector-typo"_s, u"orders"_s));
    settle(window);
}

inline std::function<void(MainWindow &)> shopThen(const std::function<void(MainWindow &)> &then)
{
    return [then](MainWindow &window) {
        openShop(window);
        then(window);
    };
}

inline std::function<void(MainWindow &)> shopThen(Action::Id id)
{
    return shopThen([id](MainWindow &window) { window.run(id); });
}

/// The start page as it is with a kubeconfig, found where the working directory has it.
inline void openStart(MainWindow &window)
{
    QFile config(u"kubeconfig"_s);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("current-context: staging\n"
                 "clusters: [{name: eu, cluster: {server: 'https://api.prod-eu.example:6443'}},\n"
                 "  {name: test, cluster: {server: 'https://api.staging.example:6443'}},\n"
                 "  {name: kind, cluster: {server: 'https://127.0.0.1:40123'}}]\n"
                 "contexts: [{name: prod-eu, context: {cluster: eu, user: ana, namespace: shop}},\n"
                 "  {name: staging, context: {cluster: test, user: ana, namespace: shop}},\n"
                 "  {name: kind-laptop, context: {cluster: kind, user: ana}}]\n"
                 "users: [{name: ana, user: {token: t}}]\n");
    config.close();
    window.loadKubeconfig({config.fileName()}, {});
    window.showStartPage();
}

/// One of its Pods listens, seen through a tunnel that stands open.
inline void openTunnel(MainWindow &window)
{
    source::OpenForward one;
    one.target = {u"healthy-ingress"_s, u"shop-5f59b7b58c-69n68"_s, 8080};
    one.localPort = 43512;
    one.connections = 1;
    window.findChild<ui::TunnelStrip *>()->setForwards({one});
}

/// A step of the way that only a trial can answer, in what looks like a live cluster.
inline void offerTrial(MainWindow &window)
{
    window.openSource(std::make_unique<PaintedCluster>(kClusters + u"healthy-ingress"_s));
    settle(window);
    const auto &walks = window.investigation().diagnosis()->walks;
    for (int walk = 0; walk < static_cast<int>(walks.size()); ++walk) {
        const auto &steps = walks[walk].steps;
        for (int step = 0; step < static_cast<int>(steps.size()); ++step) {
            if (steps[static_cast<size_t>(step)].node == "f_access"_L1)
                window.investigation().setFocus(walk, step);
        }
    }
}

inline void showNews(MainWindow &window)
{
    window.openSource(std::make_unique<PaintedCluster>(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/samples/shop")));
    settle(window);
    const model::ObjectRef subject = deployment(u"healthy-ingress"_s, u"shop"_s);
    window.investigation().select(subject);
    settle(window);
    const investigation::Turn turn{subject, investigation::Turn::Into::Fine, 192'000};
    window.findChild<ui::NewsLine *>()->tell(ui::turnWords(turn), ui::State::Fine, subject);
}

inline void exportMasked(MainWindow &window)
{
    open(window, u"selector-typo"_s);
    window.run(Action::Id::Export);
    auto *dialog = window.findChild<ui::exporting::ExportDialog *>();
    const auto previewed = [dialog] {
        QSignalSpy spy(dialog, &ui::exporting::ExportDialog::previewed);
        QVERIFY(spy.wait(20'000));
    };
    previewed();
    dialog->findChild<QCheckBox *>(u"maskAddresses"_s)->setChecked(true);
    previewed();
    dialog->findChild<QPlainTextEdit *>()->find(u"backedn"_s);
    dialog->findChild<QPushButton *>(u"maskSelection"_s)->click();
    previewed();
}

/// The same cluster while its Service still fitted.
inline void compareWithYesterday(MainWindow &window)
{
    open(window, u"selector-typo"_s);
    QFile now(kClusters + u"selector-typo/objects.json"_s), before(u"yesterday.json"_s);
    QVERIFY(now.open(QIODevice::ReadOnly) && before.open(QIODevice::WriteOnly));
    before.write(now.readAll().replace("backedn", "backend"));
    before.close();
    window.compareWithFile(before.fileName());
    QSignalSpy shown(window.findChild<ui::comparing::ComparisonDialog *>(), &ui::comparing::ComparisonDialog::shown);
    QVERIFY(shown.wait(20'000));
}

inline void openLog(MainWindow &window)
{
    open(window, u"crash-exit-3"_s);
    window.workspace()->evidence()->open(Tab::Logs);
}

inline void openProof(MainWindow &window)
{
    openShop(window);
    window.workspace()->evidence()->showPlace({model::Kind::Service, u"selector-typo"_s, u"orders"_s},
                                              u"spec.selector.tier"_s);
}

} // namespace docscene

inline std::vector<DocScene> docScenes()
{
    using namespace docscene;
    return {{u"window"_s, openShop},
            {u"dark"_s, openShop, ui::SchemeChoice::Dark},
            {u"contrast"_s, openShop, ui::SchemeChoice::HighContrast},
            {u"start"_s, openStart},
            {u"guide"_s, shopThen(Action::Id::EnlargeGuide)},
            {u"gap"_s, [](MainWindow &window) { open(window, u"ingress-service-missing"_s); }},
            {u"connections"_s, shopThen(Action::Id::Connections)},
            {u"proof"_s, openProof},
            {u"log"_s, openLog},
            {u"not-checked"_s,
             [](MainWindow &window) {
                 window.openFiles({QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/samples/healthy-ingress")}, {});
                 settle(window);
                 window.workspace()->evidence()->open(Tab::NotChecked);
             }},
            {u"trial"_s, offerTrial},
            {u"tunnel"_s,
             [](MainWindow &window) {
                 offerTrial(window);
                 openTunnel(window);
             }},
            {u"live"_s, showNews},
            // The marks of masks are other ones in each run.
            {u"export"_s, exportMasked, ui::SchemeChoice::Light, 0.003},
            {u"comparison"_s, compareWithYesterday},
            {u"palette"_s, shopThen([](MainWindow &window) { window.openPalette(); })},
            {u"keys"_s, shopThen(Action::Id::Shortcuts)}};
}

} // namespace faultline::test
