#pragma once

#include "adapters/dossier/catalogue.h"
#include "adapters/dossier/writer.h"

// What a dossier in an office's own layout says of problems, decisions and what changed since the last session.
namespace ponte::dossier {

void add_business(CatalogueBuilder& catalogue);
void fill_business(Writer& writer, templates::Values& values);

// A template has no badges: the word stands behind the figure.
[[nodiscard]] paper::Line worded(Writer& writer, paper::Line line);
[[nodiscard]] paper::Line said(const Writer& writer, std::string text);

}  // namespace ponte::dossier
