#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <string>

// The text of a Word file as Word shows it: one line a paragraph, automatic numbers written out.
namespace ponte::plan_text {

// Refuses docx_unreadable, with the container's refusal or the part that is wrong as subject.
[[nodiscard]] Outcome<std::string> docx_text(ByteView file);

}  // namespace ponte::plan_text
