#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

// The one-line shapes of base/json_shape.h, read into a tree.
namespace ponte::server {

struct Shape {
    enum class Kind { truth, number, number_text, text, sealed, spelled, named, octets, word, maybe, list, object };
    struct Field;

    Kind kind = Kind::text;
    std::string name;                // Of a type: "conference.PlanId", "Date".
    unsigned bits = 0;               // Of numbers; of octets their count.
    bool may_be_negative = false;
    std::vector<std::string> words;  // Of a word.
    std::vector<Shape> inner;        // One, of maybe and list.
    std::vector<Field> fields;       // Of an object.
};
struct Shape::Field {
    std::string name;
    Shape shape;
};

// The text is ours; anything else is a bug.
[[nodiscard]] Shape shape_of(std::string_view text);

// A list or an optional or a truth may be left out by whoever asks.
[[nodiscard]] bool may_be_missing(const Shape& shape);

// "conference.PlanId" -> "ConferencePlanId".
[[nodiscard]] std::string identifier(std::string_view name);

// Every object inside, by its identifier, each once.
void collect_objects(const Shape& shape, std::map<std::string, const Shape*>& objects);

}  // namespace ponte::server
