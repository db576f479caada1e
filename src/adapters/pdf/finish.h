#pragma once

#include "adapters/pdf/type.h"
#include "base/outcome.h"

// What cairo 1.16 cannot write into a PDF, put in by QPDF: the document's language, languages and
// alternative texts of structure elements, scopes of table heads, attached files, a fixed id.
namespace ponte::pdf {

[[nodiscard]] Attempt<Bytes> finish(const Bytes& drawn, const paper::Paper& paper, const std::vector<Tags::Tag>& tags);

}  // namespace ponte::pdf
