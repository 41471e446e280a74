# Puts Qt beside the program, by the tool that comes with Qt (macdeployqt, windeployqt). Qt's CMake knows it since 6.3 in
# one form and since 6.5 in the one that should be used. UNTRIED.
if(COMMAND qt_generate_deploy_app_script)
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        qt_generate_deploy_app_script(TARGET faultline OUTPUT_SCRIPT deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
    else()
        qt_generate_deploy_app_script(TARGET faultline FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
    endif()
    install(SCRIPT ${deploy_script})
else()
    message(STATUS "This Qt has no deploy script: run its macdeployqt or windeployqt over what was installed")
endif()
