# One interface target carries the language level, the warnings and the sanitizers to every target of the tree.
add_library(foredeck_flags INTERFACE)
target_compile_features(foredeck_flags INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_SKIP_INSTALL_RPATH ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

target_compile_options(foredeck_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wno-missing-field-initializers # designated initializers name what they set; the rest has defaults
  -fno-strict-aliasing -fstack-protector-strong
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. # no path of the machine in what ships, and one cache for every checkout
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # lets ccache see precompiled headers
target_compile_definitions(foredeck_flags INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
# What a backtrace needs, names and lines, and no more: types and variables made every compilation half as long again.
target_compile_options(foredeck_flags INTERFACE $<$<CONFIG:RelWithDebInfo>:-g1>)
# These of g++ 12 see faults in inlined std::string and std::variant that are not there (GCC bugs 105651, 107138); the
# sanitizers look for the real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(foredeck_flags INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
    -Wno-maybe-uninitialized)
endif()
if(FOREDECK_WARNINGS_AS_ERRORS)
  target_compile_options(foredeck_flags INTERFACE -Werror)
endif()
if(FOREDECK_SANITIZE)
  list(JOIN FOREDECK_SANITIZE "," _sanitizers)
  # What a test says itself is watched for its memory alone: a look at every undefined operation makes it half as long again to compile.
  set(_of_tests ${FOREDECK_SANITIZE})
  if(NOT FOREDECK_SANITIZE STREQUAL "undefined")
    list(REMOVE_ITEM _of_tests undefined)
  endif()
  list(JOIN _of_tests "$<COMMA>" _of_tests)
  list(JOIN FOREDECK_SANITIZE "$<COMMA>" _of_all)
  target_compile_options(foredeck_flags INTERFACE -fsanitize=$<IF:$<BOOL:$<TARGET_PROPERTY:FOREDECK_IS_TEST>>,${_of_tests},${_of_all}> -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(foredeck_flags INTERFACE -fsanitize=${_sanitizers})
endif()
# The other linker of binutils takes a third of the time for a hundred tests; the sanitizers keep the one they know.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold FOREDECK_HAS_GOLD)
if(FOREDECK_HAS_GOLD AND NOT FOREDECK_SANITIZE)
  target_link_options(foredeck_flags INTERFACE -fuse-ld=gold)
endif()
target_include_directories(foredeck_flags INTERFACE ${PROJECT_SOURCE_DIR})

# What every target that includes Qt adds to it.
add_library(foredeck_qt_flags INTERFACE)
target_link_libraries(foredeck_qt_flags INTERFACE foredeck_flags)
target_compile_definitions(foredeck_qt_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS)

find_program(FOREDECK_CCACHE ccache)
if(FOREDECK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
    CCACHE_SLOPPINESS=pch_defines,time_macros ${FOREDECK_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${FOREDECK_CCACHE})
endif()

# moc 6.4 cannot parse libstdc++'s <concepts>; it needs nothing of it, so it is told that it has read it already.
list(APPEND CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS=1)
