# What an installation consists of, and under which name the desktop knows it.

# No project page exists yet. At publication this id, and the URLs that packaging/linux/*.metainfo.xml.in leaves out, are to
# be set to what the project then owns: it is the name of the desktop file, the metainfo, the icons and the bundles.
set(FAULTLINE_ID io.github.faultline.Faultline)
# A placeholder (example.org is nobody's): to be set at publication, like the id.
set(FAULTLINE_CONTACT "Faultline developers <faultline@example.org>")
# SOURCE_DATE_EPOCH, where it is set, makes two builds of one commit alike: packaging/package.sh sets it.
string(TIMESTAMP FAULTLINE_DATE "%Y-%m-%d" UTC)

target_compile_definitions(faultline PRIVATE FAULTLINE_ID="${FAULTLINE_ID}")
include(GNUInstallDirs)

if(APPLE)
    include(packaging/cmake/apple.cmake)
elseif(WIN32)
    include(packaging/cmake/windows.cmake)
else()
    include(packaging/cmake/linux.cmake)
endif()
include(packaging/cmake/package.cmake)
