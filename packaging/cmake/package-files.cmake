# Run by cpack between what is installed and the package that is made of it: files that only one kind of package has.
set(root ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(source ${CPACK_FAULTLINE_SOURCE})

# One time for all, so that two packages of one commit are alike.
function(write_gzipped file text)
    file(WRITE ${file} "${text}")
    execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(CPACK_GENERATOR STREQUAL "DEB")
    set(documents ${root}/share/doc/faultline)
    set(version ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
    # The C locale: these are the words that Debian's policy wants.
    set(ENV{LC_ALL} C)
    execute_process(COMMAND date -u -R -d "@$ENV{SOURCE_DATE_EPOCH}" OUTPUT_VARIABLE date
        OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
    if(failed)
        execute_process(COMMAND date -u -R OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE)
    endif()
    write_gzipped(${documents}/changelog.Debian "faultline (${version}) unstable; urgency=medium

  * Built from the project's own sources; what changed stands in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
    file(READ ${source}/CHANGELOG.md changes)
    write_gzipped(${documents}/changelog "${changes}")
    file(COPY_FILE ${source}/packaging/linux/copyright ${documents}/copyright)
    file(COPY ${source}/packaging/linux/lintian-overrides DESTINATION ${root}/share/lintian/overrides)
    file(RENAME ${root}/share/lintian/overrides/lintian-overrides ${root}/share/lintian/overrides/faultline)
elseif(CPACK_GENERATOR STREQUAL "RPM")
    file(COPY ${source}/LICENSE DESTINATION ${root}/share/licenses/faultline)
    file(COPY ${source}/CHANGELOG.md DESTINATION ${root}/share/doc/faultline)
    # Debian's folder, where the package is made on Debian: Fedora's zsh looks here.
    if(EXISTS ${root}/share/zsh/vendor-completions)
        file(RENAME ${root}/share/zsh/vendor-completions ${root}/share/zsh/site-functions)
    endif()
endif()
