# What cpack makes; packaging/package.sh runs it. Settings that belong to one kind of package are in package-files.cmake.
set(CPACK_PACKAGE_NAME faultline)
set(CPACK_PACKAGE_VENDOR "Faultline developers")
set(CPACK_PACKAGE_CONTACT "${FAULTLINE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find out why a Kubernetes Deployment does not answer")
set(CPACK_PACKAGE_DESCRIPTION
"Walks the well-known troubleshooting flowchart over what the API server, a
dump or plain manifests say: first the Pods, then the Service, then the
Ingress, then the way in from outside. It stops at the step where it breaks,
with the field that proves it, the reason, the change and the command.
.
It only reads. There is a window, and a command line over the same core that
also works as a plugin of kubectl.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Faultline)
set(CPACK_PACKAGE_EXECUTABLES faultline Faultline)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_THREADS 0)

if(APPLE)
    set(CPACK_GENERATOR DragNDrop)
elseif(WIN32)
    set(CPACK_GENERATOR ZIP)
else()
    set(CPACK_GENERATOR DEB RPM)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/cmake/package-files.cmake)
    set(CPACK_FAULTLINE_SOURCE ${PROJECT_SOURCE_DIR})
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt's own words in Chinese, on the buttons of its dialogs.
set(CPACK_DEBIAN_PACKAGE_DEPENDS qt6-translations-l10n)
# An Ingress' or a kubeconfig's authority may be a public one.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates")
# Window on Wayland without XWayland; Chinese letters; what reports tell to type.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, fonts-wqy-microhei | fonts-noto-cjk, kubernetes-client")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE Apache-2.0)
set(CPACK_RPM_PACKAGE_GROUP Applications/System)
# Folders that belong to the system's own packages.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/man /usr/share/man/man1 /usr/share/licenses
    /usr/share/bash-completion /usr/share/bash-completion/completions
    /usr/share/zsh /usr/share/zsh/site-functions /usr/share/fish /usr/share/fish/vendor_completions.d
    /usr/share/icons /usr/share/icons/hicolor)
foreach(folder scalable 16x16 32x32 48x48 128x128 256x256)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${folder} /usr/share/icons/hicolor/${folder}/apps)
endforeach()
include(CPack)
