# Installs the engine of BUILD below PREFIX, with nothing there from before.
file(REMOVE_RECURSE "${PREFIX}")
execute_process(
  COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}" --component engine
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
