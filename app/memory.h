#pragma once

namespace faultline::app {

/// How this process asks the system for memory. For main(), before anything else; nothing where there is no glibc.
///
/// Left to itself, glibc gives every thread a heap that grows by a page and a system call at a time, and gives large
/// blocks back as soon as they are free. Reading 10,000 Pods, that is a seventh of all processor time
/// (docs/performance.md). One heap for all grows in large steps instead; a command, which ends soon, gives nothing
/// back.
void shareOneHeap();
void keepFreedMemory();

/// A crash leaves no file with the credentials that were in memory: the soft limit of core files is 0, which kernels
/// and the usual collectors (systemd-coredump, apport) obey. Children, such as credential plugins, inherit it.
void leaveNoCoreFiles();

} // namespace faultline::app
