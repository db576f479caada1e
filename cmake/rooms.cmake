# A room is a folder of src/: one library, one test program, both named after the folder
# (desks/conference -> desks.conference, desks.conference_test). Which rooms a room may link is read
# from FLOORS, so that the law of includes is also the law of linking.

set(PONTE_WARNINGS -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast
    # A field left out of a designated initialiser has its default, and that is what is meant.
    -Wno-missing-field-initializers
    # GCC 12 sees overlaps in std::string::insert that are not there (PR 105329).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # ... and reads of an empty std::optional that never happen (PR 80635).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

add_library(ponte_flags INTERFACE)
target_include_directories(ponte_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_options(ponte_flags INTERFACE ${PONTE_WARNINGS})
find_package(Threads REQUIRED)
target_link_libraries(ponte_flags INTERFACE Threads::Threads)
if(PONTE_SANITIZE)
  target_compile_options(ponte_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all)
  target_link_options(ponte_flags INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(ponte_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(PONTE_TSAN)
  target_compile_options(ponte_flags INTERFACE -fsanitize=thread)
  target_link_options(ponte_flags INTERFACE -fsanitize=thread)
endif()
if(PONTE_FUZZ)
  # GCC's warnings are the law; what clang says beyond them is advice and must not stop the fuzzing.
  target_compile_options(ponte_flags INTERFACE -fsanitize=fuzzer-no-link -Wno-error)
endif()

file(GLOB ponte_desks RELATIVE ${CMAKE_SOURCE_DIR}/src CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/desks/*)
file(GLOB ponte_adapters RELATIVE ${CMAKE_SOURCE_DIR}/src CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/adapters/*)
file(GLOB ponte_mechanisms RELATIVE ${CMAKE_SOURCE_DIR}/src CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/mechanisms/*)

# The rooms that `room` may include, as target names. A desk's contract is headers only and needs no link.
function(ponte_allowed room out)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/FLOORS)
  file(STRINGS ${CMAKE_SOURCE_DIR}/FLOORS lines REGEX "^[a-z]")
  set(allowed)
  foreach(line IN LISTS lines)
    string(REGEX REPLACE " +" ";" words "${line}")
    list(POP_FRONT words left)
    string(REPLACE "*" "[a-z_0-9]+" pattern "${left}")
    if(NOT room MATCHES "^${pattern}$")
      continue()
    endif()
    foreach(word IN LISTS words)
      if(word MATCHES ":")
        continue()
      elseif(word STREQUAL "desks/*")
        list(APPEND allowed ${ponte_desks})
      elseif(word STREQUAL "adapters/*")
        if(room STREQUAL "cli")
          list(APPEND allowed ${ponte_adapters})
        endif()
      elseif(word STREQUAL "mechanisms/*")
        list(APPEND allowed ${ponte_mechanisms})
      else()
        list(APPEND allowed ${word})
      endif()
    endforeach()
  endforeach()
  string(REPLACE "/" "." allowed "${allowed}")
  set(${out} "${allowed}" PARENT_SCOPE)
endfunction()

# ponte_room(desks/conference PACKAGES ICU::uc ROOMS adapters.paper TEST_PACKAGES ...)
# ROOMS names further rooms of the same floor that FLOORS allows (adapters on adapters).
function(ponte_room room)
  cmake_parse_arguments(given "" "" "PACKAGES;ROOMS;TEST_PACKAGES;TEST_ROOMS" ${ARGN})
  string(REPLACE "/" "." target ${room})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*_test.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(NOT sources)
    return()
  endif()
  ponte_allowed(${room} allowed)
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC ponte_flags ${given_PACKAGES} ${given_ROOMS})
  foreach(other IN LISTS allowed)
    if(NOT other STREQUAL target AND TARGET ${other})
      target_link_libraries(${target} PUBLIC ${other})
    endif()
  endforeach()
  if(tests AND NOT PONTE_FUZZ)
    add_executable(${target}_test ${tests})
    target_link_libraries(${target}_test PRIVATE ${target} ${given_TEST_ROOMS} ${given_TEST_PACKAGES} GTest::gtest GTest::gtest_main)
    add_test(NAME ${target} COMMAND ${target}_test --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()
