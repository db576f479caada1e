#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <string>

// The text layer of a PDF file: one line a printed line, a form feed after each page.
namespace ponte::plan_text {

// Refuses pdf_unreadable and pdf_without_text (a scan), with "page N" as place where one page is at fault.
[[nodiscard]] Outcome<std::string> pdf_text(ByteView file, std::string_view name);

}  // namespace ponte::plan_text
