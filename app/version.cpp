#include "app/version.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

QString versionLine()
{
    const QString made = QString::fromLatin1(commit());
    return u"faultline %1 (%2Qt %3)"_s.arg(QStringLiteral(FAULTLINE_VERSION),
                                           made.isEmpty() ? QString() : u"commit %1, "_s.arg(made),
                                           QString::fromLatin1(qVersion()));
}

} // namespace faultline::app
