# EVENTS as a constexpr table: ${CMAKE_BINARY_DIR}/generated/event_types.inc, read by house/event_types.h.
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/EVENTS)
file(STRINGS ${CMAKE_SOURCE_DIR}/EVENTS ponte_event_lines REGEX "^[0-9]")
set(ponte_event_table "")
foreach(line IN LISTS ponte_event_lines)
  string(REGEX REPLACE "^([0-9]+) ([a-z_./0-9]+)$" "{\\1, \"\\2\"},\n" row "${line}")
  string(APPEND ponte_event_table "${row}")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/event_types.inc CONTENT "${ponte_event_table}" @ONLY)
