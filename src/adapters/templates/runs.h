#pragma once

#include "adapters/paper/paper.h"

#include <pugixml.hpp>

namespace ponte::templates {

// Puts runs in the place of one: each with its look, its own language and strength. Nothing to say: nothing stays.
void put_line(pugi::xml_node run, const paper::Line& line, const paper::Language& language);

}  // namespace ponte::templates
