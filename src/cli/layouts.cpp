#include "cli/layouts.h"

#include "adapters/dossier/layout.h"

namespace ponte::cli {

std::vector<templates::Catalogue> layout_kinds() { return {dossier::layout_catalogue()}; }

std::optional<templates::Catalogue> layout_kind(std::string_view name) {
    for (templates::Catalogue& one : layout_kinds()) {
        if (one.kind == name) return std::move(one);
    }
    return std::nullopt;
}

}  // namespace ponte::cli
