# Windows: a folder with Qt inside, as a ZIP. UNTRIED: there was no Windows to try it on.
# The program stays one of the console, so that the command line can write to it; a window opened from the Explorer has
# a console behind it.
set(made ${PROJECT_BINARY_DIR}/generated)
find_program(FAULTLINE_MAGICK magick) # ImageMagick's; without it the program has no icon in the Explorer
set(FAULTLINE_ICON_LINE "")
if(FAULTLINE_MAGICK)
    set(pictures "")
    foreach(size 16 32 48 256)
        list(APPEND pictures ${PROJECT_SOURCE_DIR}/resources/icons/faultline-${size}.png)
    endforeach()
    execute_process(COMMAND ${FAULTLINE_MAGICK} ${pictures} ${made}/faultline.ico COMMAND_ERROR_IS_FATAL ANY)
    set(FAULTLINE_ICON_LINE "1 ICON \"faultline.ico\"")
endif()
configure_file(packaging/windows/faultline.rc.in ${made}/faultline.rc @ONLY)
enable_language(RC)
target_sources(faultline PRIVATE ${made}/faultline.rc)

install(TARGETS faultline RUNTIME DESTINATION bin)
# As `kubectl faultline`: a copy, since a link wants rights there.
install(PROGRAMS $<TARGET_FILE:faultline> DESTINATION bin RENAME kubectl-faultline.exe)
install(FILES LICENSE CHANGELOG.md DESTINATION .)
include(packaging/cmake/deploy.cmake)
