# cmake -D source=... -D output=... -P commit.cmake: writes the source that names the commit. It comes from git where the
# sources are a clone of ours; from packaging/cmake/commit.txt, which `git archive` fills in, in a source archive; else it
# is left out. A folder that merely lies inside of somebody's repository is no clone.
set(commit "")
if(EXISTS ${source}/.git)
    find_program(git git)
    if(git)
        execute_process(COMMAND ${git} --no-optional-locks -C ${source} describe --always --abbrev=7 --dirty --exclude=*
            OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
else()
    file(STRINGS ${source}/packaging/cmake/commit.txt commit LIMIT_COUNT 1)
endif()
if(NOT commit MATCHES "^[0-9a-f]+(-dirty)?$")
    set(commit "")
endif()
file(CONFIGURE OUTPUT ${output} CONTENT [[
// Made by packaging/cmake/commit.cmake.
#include "app/version.h"

namespace faultline::app {

const char *commit()
{
    return "@commit@";
}

} // namespace faultline::app
]] @ONLY)
