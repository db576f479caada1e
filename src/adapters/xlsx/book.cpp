#include "adapters/xlsx/book.h"

#include <array>
#include <sys/mman.h>
#include <unistd.h>

namespace ponte::xlsx {

MemoryFile::MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Bytes MemoryFile::content() const {
    Bytes bytes;
    std::array<std::uint8_t, 65536> piece{};
    off_t at = 0;
    for (ssize_t got = 0; (got = ::pread(descriptor_, piece.data(), piece.size(), at)) > 0; at += got) {
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + got);
    }
    return bytes;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            out += "_x000D_";
        } else if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' &&
                   text.substr(i + 2, 4).find_first_not_of("0123456789abcdefABCDEF") == text.npos) {
            out += "_x005F_";
        } else {
            out += text[i];
        }
    }
    return out;
}

void set_created(lxw_workbook* book, std::int64_t created_at) {
    lxw_doc_properties properties{};
    // 0 would mean: now.
    properties.created = created_at == 0 ? 1 : created_at;
    workbook_set_properties(book, &properties);
}

}  // namespace ponte::xlsx
