# The version stands in project(VERSION ...) alone. Which commit it was made of is told by one small source, made anew at
# each build and touched only when it says something else: then the program is linked again, and nothing else happens.
set(commit_source ${PROJECT_BINARY_DIR}/generated/commit.cpp)
add_custom_target(faultline_commit
    COMMAND ${CMAKE_COMMAND} -D source=${PROJECT_SOURCE_DIR} -D output=${commit_source}
        -P ${CMAKE_CURRENT_LIST_DIR}/commit.cmake
    BYPRODUCTS ${commit_source}
    COMMENT "" VERBATIM)
