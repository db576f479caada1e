#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <xlsxwriter.h>

// Workbooks through libxlsxwriter, which writes to a file only: it gets one that lives in memory.
namespace ponte::xlsx {

class MemoryFile {
public:
    MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    [[nodiscard]] bool opened() const { return descriptor_ >= 0; }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    [[nodiscard]] Bytes content() const;

private:
    int descriptor_;
};

struct CloseWorkbook {
    // Freed without being written: what was written is closed by name.
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Book = std::unique_ptr<lxw_workbook, CloseWorkbook>;

// Excel reads "_x0041_" as a letter, and XML turns a carriage return into a line feed.
[[nodiscard]] std::string escaped(std::string_view text);

// Dates the workbook, since a file dated by a clock would never be the same twice; seconds since 1970.
void set_created(lxw_workbook* book, std::int64_t created_at);

}  // namespace ponte::xlsx
