#include "server/shape.h"

#include "base/check.h"

#include <charconv>

namespace ponte::server {

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    Shape shape() {
        Shape made;
        const char letter = take();
        switch (letter) {
            case 'b': made.kind = Shape::Kind::truth; break;
            case 's': made.kind = Shape::Kind::text; break;
            case 'x': made.kind = Shape::Kind::sealed; break;
            case 'n':
            case 'N':
                made.kind = letter == 'n' ? Shape::Kind::number : Shape::Kind::number_text;
                if (rest_.starts_with('-')) {
                    take();
                    made.may_be_negative = true;
                }
                made.bits = number();
                break;
            case 'h':
                made.kind = Shape::Kind::octets;
                made.bits = number();
                break;
            case 't':
            case 'k':
                made.kind = letter == 't' ? Shape::Kind::spelled : Shape::Kind::named;
                expect(':');
                made.name = until(" }](");
                break;
            case 'e':
                made.kind = Shape::Kind::word;
                expect(':');
                made.name = until("(");
                expect('(');
                while (true) {
                    made.words.push_back(until("|)"));
                    if (take() == ')') break;
                }
                break;
            case '?':
                made.kind = Shape::Kind::maybe;
                made.inner.push_back(shape());
                break;
            case '[':
                made.kind = Shape::Kind::list;
                made.inner.push_back(shape());
                expect(']');
                break;
            case '{':
                made.kind = Shape::Kind::object;
                made.name = until(" }");
                while (take() == ' ') {
                    std::string name = until(":");
                    expect(':');
                    made.fields.push_back({.name = std::move(name), .shape = shape()});
                }
                break;
            default: CHECK(!"a shape begins with a letter of base/json_shape.h");
        }
        return made;
    }

private:
    char take() {
        CHECK(!rest_.empty());
        const char one = rest_.front();
        rest_.remove_prefix(1);
        return one;
    }
    void expect(char one) { CHECK(take() == one); }
    std::string until(std::string_view ends) {
        const std::size_t end = std::min(rest_.find_first_of(ends), rest_.size());
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return text;
    }
    unsigned number() {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        CHECK(error == std::errc());
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    std::string_view rest_;
};

}  // namespace

Shape shape_of(std::string_view text) { return Reader(text).shape(); }

bool may_be_missing(const Shape& shape) { return shape.kind == Shape::Kind::maybe || shape.kind == Shape::Kind::list || shape.kind == Shape::Kind::truth; }

std::string identifier(std::string_view name) {
    std::string made;
    bool is_first = true;
    for (const char one : name) {
        if (one == '.') {
            is_first = true;
        } else {
            made += is_first && one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
            is_first = false;
        }
    }
    return made;
}

void collect_objects(const Shape& shape, std::map<std::string, const Shape*>& objects) {
    for (const Shape& one : shape.inner) collect_objects(one, objects);
    if (shape.kind != Shape::Kind::object) return;
    objects.emplace(identifier(shape.name), &shape);
    for (const Shape::Field& field : shape.fields) collect_objects(field.shape, objects);
}

}  // namespace ponte::server
