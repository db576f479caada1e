#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Each desk's commands, events and queries out of and into JSON and bytes. The templates are written out in
// codec_of.h and made once a desk, in codec_<desk>.cpp: a change at one desk compiles one of them again.
namespace ponte {
class JsonReader;
}

namespace ponte::house {

struct CommandForm {
    std::string_view name;
    std::string schema;  // base/schema.h
    std::string shape;   // base/json_shape.h
};

struct QueryForm {
    std::string_view name;
    std::string asks;     // schema of the parameters
    std::string answers;  // schema of the answer
    std::string asks_shape;     // base/json_shape.h
    std::string answers_shape;
};

struct Encoded {
    std::uint16_t type = 0;
    std::uint16_t version = 0;
    Bytes payload;
};

// `Command`, `Event` and `Query` are the variants of one desk.
template <class Command>
struct CommandCodec {
    // Nothing where the desk has no command of that name.
    static std::optional<Outcome<Command>> decode(std::string_view name, const boost::json::value& asked, const JsonReader& reader);
    static void add_forms(std::vector<CommandForm>& forms);
};

template <class Event>
struct EventCodec {
    static Encoded encode(const Event& event);
    static std::vector<std::uint16_t> types();
    // `type` is one of `types()`. Nothing for bytes that are not that event.
    static std::optional<Event> decode(std::uint16_t type, ByteView payload);
    // {"event":"...", fields}
    static std::string json(const Event& event);
};

template <class Query>
struct QueryCodec {
    static void add_forms(std::vector<QueryForm>& forms);
};

}  // namespace ponte::house
