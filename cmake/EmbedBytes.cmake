# foredeck_embed_bytes(<target> HEADER <name.h> FUNCTION <name> FILE <file>)
# Puts a file as it is into the binary's constants: foredeck::<name>() is a span over it. The assembler reads the file, because a
# compiler takes minutes for a megabyte of numbers.
function(foredeck_embed_bytes target)
  cmake_parse_arguments(ARG "" "HEADER;FUNCTION;FILE" "" ${ARGN})
  set(_dir ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(FILE ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_FILE})
  set(FUNCTION ${ARG_FUNCTION})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedbytes.s.in ${_dir}/${ARG_FUNCTION}.s @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedbytes.h.in ${_dir}/${ARG_HEADER} @ONLY)
  set_source_files_properties(${_dir}/${ARG_FUNCTION}.s PROPERTIES OBJECT_DEPENDS ${FILE})
  target_sources(${target} PRIVATE ${_dir}/${ARG_FUNCTION}.s)
  target_include_directories(${target} PUBLIC ${_dir})
endfunction()
