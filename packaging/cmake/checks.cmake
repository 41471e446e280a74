# The table of checks, made from the file names in core/checks/: `pod_ready.cpp` defines `Check podReady()` in
# namespace faultline::checks. Helpers that are not checks live in core/checks/shared/.
file(GLOB check_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/checks/*_*.cpp)
set(check_declarations "")
set(check_entries "")
foreach(file IN LISTS check_files)
    get_filename_component(id ${file} NAME_WE)
    string(REPLACE "_" ";" words ${id})
    list(POP_FRONT words function)
    foreach(word IN LISTS words)
        string(SUBSTRING ${word} 0 1 first)
        string(SUBSTRING ${word} 1 -1 rest)
        string(TOUPPER ${first} first)
        string(APPEND function ${first}${rest})
    endforeach()
    string(APPEND check_declarations "Check ${function}();\n")
    string(APPEND check_entries "        ${function}(),\n")
endforeach()
set(check_table ${PROJECT_BINARY_DIR}/generated/checktable.cpp)
file(CONFIGURE OUTPUT ${check_table} CONTENT [[
// Made by packaging/cmake/checks.cmake.
#include "core/checks/check.h"

namespace faultline::checks {

@check_declarations@
const std::vector<Check> &allChecks()
{
    static const std::vector<Check> table{
@check_entries@    };
    return table;
}

} // namespace faultline::checks
]] @ONLY)
