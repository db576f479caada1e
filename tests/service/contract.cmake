# The committed contract is what this release speaks. To renew it:
#   ./ponte contract --openapi --out contract/openapi.json; ./ponte contract --typescript --out contract/ponte.ts
foreach(pair IN ITEMS "--openapi openapi.json" "--typescript ponte.ts")
  string(REPLACE " " ";" pair ${pair})
  list(GET pair 0 option)
  list(GET pair 1 name)
  execute_process(COMMAND ${PROGRAM} contract ${option} --out ${WORK}/${name} RESULT_VARIABLE failed)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${FOLDER}/${name} ${WORK}/${name} RESULT_VARIABLE differs)
  if(failed OR differs)
    message(FATAL_ERROR "contract/${name} is not what `ponte contract ${option}` prints")
  endif()
endforeach()
