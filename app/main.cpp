#include "app/window.h"

#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(u"Faultline"_s);
    QCoreApplication::setApplicationName(u"Faultline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FAULTLINE_VERSION));
    QApplication application(argc, argv);
    return faultline::app::runWindow(application);
}
