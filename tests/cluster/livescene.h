#pragma once

#include "core/kube/kubeconfig.h"
#include "tests/support/windowscene.h"
#include "ui/common/statepanel.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/contextmodel.h"
#include "ui/export/exportdialog.h"
#include "ui/main/headline.h"
#include "ui/main/mainwindow.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QDesktopServices>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

/// What the tests of the window against a real cluster do in it, and see in it.
namespace faultline::live {

using namespace faultline::ui;
using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 60'000;

/// A second context, current and useless, so that the right one must be chosen.
constexpr auto kElsewhere = "apiVersion: v1\n"
                            "kind: Config\n"
                            "current-context: elsewhere\n"
                            "clusters:\n"
                            "- {name: elsewhere, cluster: {server: \"https://127.0.0.1:9\"}}\n"
                            "users:\n"
                            "- {name: nobody, user: {token: not-a-token}}\n"
                            "contexts:\n"
                            "- {name: elsewhere, context: {cluster: elsewhere, user: nobody}}\n";

/// A user who may look at everything in one namespace, and no more.
inline const QString kReader = QStringLiteral("fl-reader");

inline QWidget *page(const MainWindow &window) { return window.findChild<QStackedWidget *>()->currentWidget(); }

inline QPushButton *button(const QWidget *widget, const QString &name)
{
    return widget->findChild<QPushButton *>(name);
}

inline void click(QWidget *target) { QTest::mouseClick(target, Qt::LeftButton); }

inline const wizard::CardText &card(const MainWindow &window) { return window.workspace()->card()->card(); }

inline bool waitUntilSettled(MainWindow &window)
{
    return QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, kPatienceMs);
}

/// To the first question of any walk whose answer only a trial inside of the cluster can tell; false when none is left.
inline bool goToUntried(MainWindow &window)
{
    const auto &walks = window.investigation().diagnosis()->walks;
    for (qsizetype walk = 0; walk < walks.size(); ++walk) {
        for (size_t step = 0; step < walks[walk].steps.size(); ++step) {
            const auto &wanted = walks[walk].steps[step].automatic.wantedTrials;
            if (!wanted.empty() && wanted.front().way != model::TrialWay::Public) {
                window.investigation().setFocus(static_cast<int>(walk), static_cast<int>(step));
                return true;
            }
        }
    }
    return false;
}

/// "cluster yes": who answered a question first on any walk, and how; empty when it was not asked.
inline QString answerOf(MainWindow &window, const QString &node)
{
    for (const guide::Walk &walk : window.investigation().diagnosis()->walks) {
        for (const guide::Step &step : walk.steps) {
            if (step.node == node)
                return guide::answeredByWord(step.by) + u' ' + checks::answerWord(step.answer);
        }
    }
    return {};
}

inline void selectDeployment(MainWindow &window, const QString &name)
{
    const QString nameSpace = window.investigation().origin().nameSpace;
    window.investigation().select({model::Kind::Deployment, nameSpace, name});
    waitUntilSettled(window);
}

inline std::unique_ptr<MainWindow> makeWindow()
{
    auto window = std::make_unique<MainWindow>(*guide::Guide::loadBuiltIn());
    window->appearance().setLanguage(base::Language::English);
    window->resize(1280, 800);
    window->show();
    return window;
}

inline QString placeOf(const guide::Finding &finding)
{
    return finding.leaf.isEmpty() ? u'?' + finding.stoppedAt : finding.leaf;
}

/// The health, the primary finding and the layers of what is selected, as a sentence to compare and to read.
inline QString verdict(MainWindow &window)
{
    const guide::Diagnosis *diagnosis = window.investigation().diagnosis();
    if (!diagnosis)
        return u"nothing is selected"_s;
    if (diagnosis->health == guide::Health::Fine)
        return u"fine"_s;
    const guide::Finding *primary = diagnosis->primary();
    return primary ? guide::layerId(primary->layer) + u' ' + placeOf(*primary) : u"no finding"_s;
}

inline QString kubectl(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("FAULTLINE_CLUSTER_KUBECTL", u"kubectl"_s),
                  QStringList{u"--kubeconfig"_s, qEnvironmentVariable("FAULTLINE_CLUSTER_KUBECONFIG")} + arguments);
    const bool done = process.waitForFinished(kPatienceMs) && process.exitCode() == 0;
    return done ? QString() : QString::fromUtf8(process.readAllStandardError());
}

} // namespace faultline::live
