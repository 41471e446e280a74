#include "app/corefiles.h"

#include <QtCore/qglobal.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace faultline::app {

void leaveNoCoreFiles()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &limit);
    }
#endif
}

} // namespace faultline::app
