#include "app/cli.h"
#include "app/corefiles.h"
#include "app/loadguide.h"
#include "app/window.h"

#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    QCoreApplication::setOrganizationName(u"Faultline"_s);
    QCoreApplication::setApplicationName(u"Faultline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FAULTLINE_VERSION));
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    faultline::app::leaveNoCoreFiles();
    nameProgram();
    const QStringList arguments =
        faultline::app::argumentsFor(QString::fromLocal8Bit(argv[0]), argumentsOf(argc, argv));
    // A command needs no display: it runs where there is none.
    if (faultline::app::isCommandLine(arguments)) {
        const QCoreApplication application(argc, argv);
        return faultline::app::runCommandLine(arguments);
    }
    faultline::app::GuideAhead builtIn = faultline::app::loadGuideAhead();
    QApplication application(argc, argv);
    return faultline::app::runWindow(application, builtIn);
}
