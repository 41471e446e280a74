#include "core/base/terminal.h"

#include <QtCore/qglobal.h>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace faultline::base {

bool isTerminal(Stream stream)
{
    const int descriptor = static_cast<int>(stream); // 0, 1, 2 on every system
#ifdef Q_OS_WIN
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) == 1;
#endif
}

} // namespace faultline::base
