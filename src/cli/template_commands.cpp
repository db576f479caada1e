// template: what an office needs to have our papers in its own layout. No journal is opened.

#include "adapters/templates/templates.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/layouts.h"
#include "cli/voice.h"

#include <cstdio>

namespace ponte::cli {

namespace {

void print_places(const std::vector<templates::Field>& fields, const std::vector<templates::List>& lists, const std::string& list, Language language, int indent) {
    for (const templates::Field& field : fields) {
        const std::string place = "{{" + (list.empty() ? "" : list + ".") + field.name + "}}";
        std::printf("%*s%-32s%s %s\n", indent, "", place.c_str(), field.required ? "*" : " ", field.says.in(language).c_str());
    }
    for (const templates::List& one : lists) {
        std::printf("%*s%-32s%s %s\n", indent, "", ("{{#" + one.name + "}}").c_str(), one.required ? "*" : " ", one.says.in(language).c_str());
        print_places(one.fields, one.lists, one.name, language, indent + 2);
    }
}

int kinds(const Arguments& arguments) {
    for (const templates::Catalogue& one : layout_kinds()) {
        std::printf("%s  %s\n", one.kind.c_str(), one.says.in(language_of(arguments)).c_str());
        print_places(one.fields, one.lists, {}, language_of(arguments), 2);
    }
    std::printf("*  a template must have it\n");
    return exit_done;
}

int sample(const Arguments& arguments, const templates::Catalogue& catalogue) {
    const auto out = arguments.option("out");
    if (!out) return say(Refusal{refusals::usage, "--out", "template sample KIND --out FILE.docx"}, arguments);
    const auto made = templates::sample(catalogue, language_of(arguments));
    if (!made) return say(made.error(), arguments);
    const auto written = write_file(*out, text_of(*made));
    if (!written) return say(written.error(), arguments);
    if (!arguments.flag("json")) std::printf("%s: %zu bytes; change its layout, keep its places, then: ponte template check %s %s\n", out->c_str(), made->size(), catalogue.kind.c_str(), out->c_str());
    return exit_done;
}

int check(const Arguments& arguments, const templates::Catalogue& catalogue) {
    const std::string path = arguments.word(3);
    if (path.empty()) return say(Refusal{refusals::usage, "check", "template check KIND FILE.docx"}, arguments);
    const auto file = read_file(path, templates::template_bytes_max);
    if (!file) return say(file.error(), arguments);
    const auto faults = templates::check(view_of(*file), catalogue);
    if (!faults) return say(faults.error(), arguments);
    if (arguments.flag("json")) {
        std::string out;
        for (const Refusal& one : *faults) {
            out += out.empty() ? "{\"code\":" : ",{\"code\":";
            append_json_string(out, one.kind.code);
            out += ",\"subject\":";
            append_json_string(out, one.subject);
            out += ",\"place\":";
            append_json_string(out, one.place);
            out += "}";
        }
        std::printf("{\"sound\":%s,\"faults\":[%s]}\n", faults->empty() ? "true" : "false", out.c_str());
    } else {
        for (const Refusal& one : *faults) say(one, arguments);
        if (faults->empty()) std::printf("%s: a template for %s\n", path.c_str(), catalogue.kind.c_str());
    }
    return faults->empty() ? exit_done : exit_refused;
}

}  // namespace

int template_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb == "kinds") return kinds(arguments);
    if (verb != "sample" && verb != "check") {
        return say(Refusal{refusals::usage, verb, "template kinds | sample KIND --out FILE | check KIND FILE"}, arguments);
    }
    const auto catalogue = layout_kind(arguments.word(2));
    if (!catalogue) return say(Refusal{templates::refusals::kind_unknown, arguments.word(2).substr(0, 80), "see: ponte template kinds"}, arguments);
    return verb == "sample" ? sample(arguments, *catalogue) : check(arguments, *catalogue);
}

}  // namespace ponte::cli
