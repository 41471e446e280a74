#include "app/window.h"

#include "app/commandtable.h"
#include "app/version.h"
#include "app/windowoptions.h"
#include "ui/main/mainwindow.h"

#include <QtCore/QTextStream>
#include <QtCore/QTimer>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

constexpr int kUsageCode = 2;
constexpr std::chrono::milliseconds kDrawn{400}; ///< moves have ended and views have placed themselves

int complain(const QString &text)
{
    QTextStream(stderr) << u"faultline: "_s << text << Qt::endl;
    return kUsageCode;
}

void applyLooks(ui::MainWindow &window, const WindowOptions &options)
{
    if (!options.language.isEmpty()) {
        window.appearance().setLanguage(options.language == u"zh"_s ? base::Language::Chinese
                                                                    : base::Language::English);
    }
    if (!options.theme.isEmpty())
        window.appearance().setScheme(options.theme == u"dark"_s ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
    if (options.size.isValid())
        window.resize(options.size);
}

void openAsTold(ui::MainWindow &window, const WindowOptions &options)
{
    const bool isCluster = options.namesCluster() && options.sample.isEmpty() && options.files.isEmpty();
    window.loadKubeconfig(options.kubeconfig, {options.context, options.nameSpace, options.allNamespaces, isCluster});
    if (!options.sample.isEmpty()) {
        window.openSample(options.sample);
    } else if (!options.files.isEmpty()) {
        window.openFiles(options.files, options.nameSpace);
    }
}

/// Saves a picture of the window once what it opens is there, and ends the program.
void takePicture(ui::MainWindow &window, const QString &file)
{
    const auto save = [&window, file] {
        QTimer::singleShot(kDrawn, &window, [&window, file] {
            const bool done = window.grab().save(file);
            QCoreApplication::exit(done ? 0 : complain(u"%1 could not be written"_s.arg(file)));
        });
    };
    if (window.investigation().isSettled()) {
        save();
    } else {
        QObject::connect(&window.investigation(), &investigation::Investigation::settled, &window, save,
                         Qt::SingleShotConnection);
    }
}

/// Each picture is drawn for its size; where a desktop knows the program by its file, it takes its own. As pixmaps,
/// which takes a millisecond: addFile() would go looking for plugins that draw icons.
void nameForDesktop()
{
    QGuiApplication::setDesktopFileName(QStringLiteral(FAULTLINE_ID));
    QIcon icon;
    for (const int size : {16, 32, 48, 128})
        icon.addPixmap(QPixmap(u":/faultline/icons/faultline-%1.png"_s.arg(size), "PNG"));
    QApplication::setWindowIcon(icon);
}

} // namespace

int runWindow(QApplication &application, GuideAhead &builtIn)
{
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "window"_L1)
        arguments.removeAt(1);
    const auto options = parseWindowOptions(arguments);
    if (!options)
        return complain(options.error().detail + u" (try --help)"_s);
    if (options->help || options->version) {
        QTextStream(stdout) << (options->help ? helpOf(*findCommand(u"window")) : versionLine()) << Qt::endl;
        return 0;
    }
    auto loaded = loadGuide(options->guides, builtIn.get());
    if (!loaded)
        return complain(loaded.error().toString());
    nameForDesktop();
    ui::MainWindow window(std::move(loaded->guide));
    window.setGuideComplaints(loaded->complaints);
    applyLooks(window, *options);
    window.show();
    openAsTold(window, *options);
    if (!options->screenshot.isEmpty())
        takePicture(window, options->screenshot);
    return application.exec();
}

} // namespace faultline::app
