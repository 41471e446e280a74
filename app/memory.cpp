#include "app/memory.h"

#include <cstdlib> // defines __GLIBC__ where that is the library

#ifdef __GLIBC__
#include <malloc.h>
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

} // namespace faultline::app
