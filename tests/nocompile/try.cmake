# Tries to compile one file, which must fail for the reason that its own first line names, or, when it
# names none, must succeed. Called by ctest with COMPILER, SOURCE and INCLUDES.
file(STRINGS ${SOURCE} first LIMIT_COUNT 1)
string(REGEX MATCH "^// must not compile: (.+)$" found "${first}")
set(reason "${CMAKE_MATCH_1}")
set(ENV{LC_ALL} C)
string(REPLACE ":" ";" includes "${INCLUDES}")
list(TRANSFORM includes PREPEND "-I")
execute_process(
  COMMAND ${COMPILER} -std=c++23 -fsyntax-only -Wall -Wextra -Werror=unused-result ${includes} ${SOURCE}
  RESULT_VARIABLE failed ERROR_VARIABLE said OUTPUT_VARIABLE said)
if(NOT reason)
  if(failed)
    message(FATAL_ERROR "must compile and does not:\n${said}")
  endif()
elseif(NOT failed)
  message(FATAL_ERROR "compiles and must not")
elseif(NOT said MATCHES "${reason}")
  message(FATAL_ERROR "does not compile, but not because of \"${reason}\":\n${said}")
endif()
