# `cmake --install build --prefix DIR`: the program with the part of OpenVINO that it uses, and the files it reads.
include(GNUInstallDirs)
set(private_libraries ${CMAKE_INSTALL_LIBDIR}/laut)
set_target_properties(laut PROPERTIES INSTALL_RPATH "$ORIGIN/../${private_libraries}")
install(TARGETS laut)
get_filename_component(openvino_libraries ${OpenVINO_DIR}/../libs ABSOLUTE)
install(DIRECTORY ${openvino_libraries}/ DESTINATION ${private_libraries} FILES_MATCHING
  PATTERN "libopenvino.so*" PATTERN "libopenvino_intel_cpu_plugin.so" PATTERN "libopenvino_ir_frontend.so*" PATTERN "libtbb.so*" PATTERN "libtbbmalloc.so*"
  PATTERN "libhwloc.so*")
install(DIRECTORY data models DESTINATION ${CMAKE_INSTALL_DATADIR}/laut)
