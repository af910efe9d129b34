# `cmake --install build --prefix DIR`: the program with the part of OpenVINO that it uses, and the files it reads.
include(GNUInstallDirs)
set(private_libraries ${CMAKE_INSTALL_LIBDIR}/laut)
set_target_properties(laut PROPERTIES INSTALL_RPATH "$ORIGIN/../${private_libraries}")
install(TARGETS laut)
get_filename_component(openvino_libraries ${OpenVINO_DIR}/../libs ABSOLUTE)
install(DIRECTORY ${openvino_libraries}/ DESTINATION ${private_libraries} FILES_MATCHING
  PATTERN "libopenvino.so*" PATTERN "libopenvino_intel_cpu_plugin.so" PATTERN "libopenvino_ir_frontend.so*" PATTERN "libtbb.so*" PATTERN "libtbbmalloc.so*"
  PATTERN "libhwloc.so*")
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY data models DESTINATION ${CMAKE_INSTALL_DATADIR}/laut)

# The manual page and the completions come from the program's own table of commands.
install(CODE [[
  set(prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
  file(MAKE_DIRECTORY "${prefix}/share/man/man1" "${prefix}/share/bash-completion/completions"
    "${prefix}/share/zsh/site-functions" "${prefix}/share/fish/vendor_completions.d")
  foreach(item "man>man/man1/laut.1" "completions bash>bash-completion/completions/laut" "completions zsh>zsh/site-functions/_laut"
      "completions fish>fish/vendor_completions.d/laut.fish")
    string(REGEX MATCH "^(.*)>(.*)$" matched "${item}")
    string(REPLACE " " ";" command "${CMAKE_MATCH_1}")
    execute_process(COMMAND "${prefix}/bin/laut" ${command} OUTPUT_FILE "${prefix}/share/${CMAKE_MATCH_2}" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
]])
