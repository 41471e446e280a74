# What Linux desktops and shells look for: menu entry, icons, metainfo, manual page, completion.
set(made ${PROJECT_BINARY_DIR}/generated)
install(TARGETS faultline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# As `kubectl faultline`: kubectl looks for these two names on the PATH.
file(CREATE_LINK faultline ${made}/kubectl-faultline SYMBOLIC)
install(FILES ${made}/kubectl-faultline DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS packaging/kubectl_complete-faultline DESTINATION ${CMAKE_INSTALL_BINDIR})

foreach(file desktop metainfo.xml)
    configure_file(packaging/linux/faultline.${file}.in ${made}/${FAULTLINE_ID}.${file} @ONLY)
endforeach()
install(FILES ${made}/${FAULTLINE_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${FAULTLINE_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/icons/faultline.svg DESTINATION ${icons}/scalable/apps RENAME ${FAULTLINE_ID}.svg)
foreach(size 16 32 48 128 256)
    install(FILES resources/icons/faultline-${size}.png
        DESTINATION ${icons}/${size}x${size}/apps RENAME ${FAULTLINE_ID}.png)
endforeach()

find_program(FAULTLINE_GZIP gzip)
if(FAULTLINE_GZIP)
    # -n: no time in it, so that two builds are alike.
    add_custom_command(OUTPUT ${made}/faultline.1.gz
        COMMAND sh -c "'${FAULTLINE_GZIP}' -9nc '${PROJECT_SOURCE_DIR}/packaging/man/faultline.1' > faultline.1.gz"
        DEPENDS packaging/man/faultline.1 WORKING_DIRECTORY ${made} COMMENT "" VERBATIM)
    add_custom_target(faultline_manual ALL DEPENDS ${made}/faultline.1.gz)
    set(manual_suffix 1.gz)
    install(FILES ${made}/faultline.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
    set(manual_suffix 1)
    install(FILES packaging/man/faultline.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
foreach(name kubectl-faultline kubectl_complete-faultline) # the same page tells of both
    file(CREATE_LINK faultline.${manual_suffix} ${made}/${name}.${manual_suffix} SYMBOLIC)
    install(FILES ${made}/${name}.${manual_suffix} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()

# The program prints its own completion, where it runs on the machine that builds it. Debian's zsh looks elsewhere than
# everybody else's.
set(zsh_folder site-functions)
if(EXISTS /etc/debian_version)
    set(zsh_folder vendor-completions)
endif()
if(NOT CMAKE_CROSSCOMPILING)
    install(CODE "
        file(MAKE_DIRECTORY \"${made}/completion\")
        foreach(shell bash zsh fish)
            execute_process(COMMAND \"$<TARGET_FILE:faultline>\" completion \${shell}
                OUTPUT_FILE \"${made}/completion/\${shell}\" COMMAND_ERROR_IS_FATAL ANY)
        endforeach()")
    set(share ${CMAKE_INSTALL_DATADIR})
    install(FILES ${made}/completion/bash DESTINATION ${share}/bash-completion/completions RENAME faultline)
    install(FILES ${made}/completion/zsh DESTINATION ${share}/zsh/${zsh_folder} RENAME _faultline)
    install(FILES ${made}/completion/fish DESTINATION ${share}/fish/vendor_completions.d RENAME faultline.fish)
endif()
