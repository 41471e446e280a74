#pragma once

namespace faultline::app {

/// A crash leaves no file with the credentials that were in memory: the soft limit of core files is 0, which kernels
/// and the usual collectors (systemd-coredump, apport) obey. Children, such as credential plugins, inherit it.
void leaveNoCoreFiles();

} // namespace faultline::app
