# macOS: an application bundle with Qt inside. UNTRIED: there was no Mac to try it on.
set(made ${PROJECT_BINARY_DIR}/generated)
set_target_properties(faultline PROPERTIES
    MACOSX_BUNDLE TRUE
    MACOSX_BUNDLE_BUNDLE_NAME Faultline
    MACOSX_BUNDLE_GUI_IDENTIFIER ${FAULTLINE_ID}
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_INFO_STRING "Faultline ${PROJECT_VERSION}"
    MACOSX_BUNDLE_COPYRIGHT "Faultline developers, Apache-2.0")

find_program(FAULTLINE_ICONUTIL iconutil)
find_program(FAULTLINE_RSVG rsvg-convert) # of Homebrew's librsvg; else the pictures that are there are taken
if(FAULTLINE_ICONUTIL)
    set(icons ${made}/faultline.iconset)
    file(MAKE_DIRECTORY ${icons})
    set(draw "")
    foreach(size 16 32 128 256 512)
        math(EXPR double "${size} * 2")
        foreach(pair "${size}:icon_${size}x${size}.png" "${double}:icon_${size}x${size}@2x.png")
            string(REPLACE ":" ";" pair ${pair})
            list(GET pair 0 pixels)
            list(GET pair 1 name)
            set(picture ${PROJECT_SOURCE_DIR}/resources/icons/faultline-${pixels}.png)
            if(EXISTS ${picture})
                list(APPEND draw COMMAND ${CMAKE_COMMAND} -E copy ${picture} ${icons}/${name})
            elseif(FAULTLINE_RSVG)
                list(APPEND draw COMMAND ${FAULTLINE_RSVG} -w ${pixels} -h ${pixels}
                    ${PROJECT_SOURCE_DIR}/resources/icons/faultline.svg -o ${icons}/${name})
            endif()
        endforeach()
    endforeach()
    add_custom_command(OUTPUT ${made}/faultline.icns ${draw}
        COMMAND ${FAULTLINE_ICONUTIL} -c icns -o ${made}/faultline.icns ${icons}
        DEPENDS resources/icons/faultline.svg VERBATIM)
    target_sources(faultline PRIVATE ${made}/faultline.icns)
    set_source_files_properties(${made}/faultline.icns PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
    set_target_properties(faultline PROPERTIES MACOSX_BUNDLE_ICON_FILE faultline.icns)
endif()

install(TARGETS faultline BUNDLE DESTINATION .)
include(packaging/cmake/deploy.cmake)
