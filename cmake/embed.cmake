# Data and words that the program carries in itself, so that `ponte` is one file to install:
# ponte_embed(target path...) writes generated/embedded_<target>.cpp with each file as a string.
# Read them through base/embedded.h.
function(ponte_embed target)
  set(code "// Written by cmake/embed.cmake from files of the project. Not edited by hand.\n#include \"base/embedded.h\"\n\nnamespace ponte {\nnamespace {\n")
  set(table "")
  set(number 0)
  foreach(path IN LISTS ARGN)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path})
    file(READ ${CMAKE_SOURCE_DIR}/${path} content HEX)
    string(LENGTH "${content}" digits)
    math(EXPR length "${digits} / 2")
    # Octets as \xNN in pieces of 64, so that no compiler limit on literals is met.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${content}")
    string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "\"\\1\"\n" escaped "${escaped}")
    string(APPEND code "constexpr char content_${number}[] =\n\"\"\n${escaped};\n")
    string(APPEND table "    {\"${path}\", std::string_view(content_${number}, ${length})},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND code "}  // namespace\n\nconst EmbeddedFile embedded_files[] = {\n${table}};\nconst std::size_t embedded_files_count = ${number};\n\n}  // namespace ponte\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/embedded_${target}.cpp CONTENT "${code}" @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated/embedded_${target}.cpp)
endfunction()
