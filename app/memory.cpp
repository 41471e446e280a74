#include "app/memory.h"

#include <QtCore/qglobal.h>

#include <cstdlib> // defines __GLIBC__ where that is the library

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace faultline::app {

#ifdef __GLIBC__

void shareOneHeap() { mallopt(M_ARENA_MAX, 1); }

void keepFreedMemory()
{
    mallopt(M_TOP_PAD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

#else

void shareOneHeap() {}

void keepFreedMemory() {}

#endif

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
