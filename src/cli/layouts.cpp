#include "cli/layouts.h"

#include "adapters/dossier/layout.h"
#include "adapters/meeting_papers/layout.h"

namespace ponte::cli {

std::vector<templates::Catalogue> layout_kinds() {
    std::vector<templates::Catalogue> kinds{dossier::layout_catalogue()};
    for (templates::Catalogue& one : meeting_papers::layout_catalogues()) kinds.push_back(std::move(one));
    return kinds;
}

std::optional<templates::Catalogue> layout_kind(std::string_view name) {
    for (templates::Catalogue& one : layout_kinds()) {
        if (one.kind == name) return std::move(one);
    }
    return std::nullopt;
}

}  // namespace ponte::cli
