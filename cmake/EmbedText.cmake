# foredeck_embed_text(<target> NAMESPACE <ns> HEADER <name.h> FILES …)
# Puts text files (SQL, OpenAPI) into the binary as string_view constants named after the file: conversation_by_id.sql
# becomes <ns>::conversation_by_id, and <ns>::all lists {name, text} in file order. Nothing is read from disk at run time.
function(foredeck_embed_text target)
  cmake_parse_arguments(ARG "" "NAMESPACE;HEADER" "FILES" ${ARGN})
  set(_dir ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(_header ${_dir}/${ARG_HEADER})
  string(REGEX REPLACE "\\.h$" ".cpp" _source ${_header})
  add_custom_command(
    OUTPUT ${_header} ${_source}
    COMMAND ${CMAKE_COMMAND} -DNAMESPACE=${ARG_NAMESPACE} -DHEADER=${_header} -DSOURCE=${_source}
            "-DFILES=${ARG_FILES}" -DBASE=${CMAKE_CURRENT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    DEPENDS ${ARG_FILES} ${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    COMMENT "Embedding ${ARG_HEADER}" VERBATIM)
  target_sources(${target} PRIVATE ${_header} ${_source})
  target_include_directories(${target} PUBLIC ${_dir})
endfunction()
