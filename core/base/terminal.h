#pragma once

namespace faultline::base {

enum class Stream { Input, Output, Error };

/// True where a person sits at that end of the program, on every system that it is built for.
bool isTerminal(Stream stream);

} // namespace faultline::base
