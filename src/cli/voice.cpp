#include "cli/voice.h"

#include "adapters/csv/csv.h"
#include "base/embedded.h"
#include "base/json.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace ponte::cli {

namespace {

std::string in_table(std::string_view file, std::string_view key, Language language) {
    const auto content = embedded(file);
    if (!content) return {};
    const auto table = csv::read(view_of(*content));
    if (!table) return {};
    const std::string_view head = name_of(language);
    const auto column = std::ranges::find(table->heads, head);
    if (column == table->heads.end()) return {};
    const auto index = static_cast<std::size_t>(column - table->heads.begin());
    for (const csv::Row& row : table->rows) {
        if (row.cells.front() == key) return row.cells[index];
    }
    return {};
}

}  // namespace

Language language_of(const Arguments& arguments) {
    return language_named(arguments.option("lang").value_or("en")).value_or(Language::en);
}

std::string words_of(std::string_view code, Language language) { return in_table("words/refusals.csv", code, language); }

int say(const Refusal& refusal, const Arguments& arguments) {
    const Language language = language_of(arguments);
    const std::string words = words_of(refusal.kind.code, language);
    if (arguments.flag("json")) {
        std::string out = "{\"refused\":{\"code\":";
        append_json_string(out, refusal.kind.code);
        out += ",\"remedy\":";
        append_json_string(out, to_text(refusal.kind.remedy));
        out += ",\"subject\":";
        append_json_string(out, refusal.subject);
        out += ",\"place\":";
        append_json_string(out, refusal.place);
        out += ",\"words\":";
        append_json_string(out, words);
        std::printf("%s}}\n", out.c_str());
        return exit_refused;
    }
    std::fprintf(stderr, "refused: %.*s", static_cast<int>(refusal.kind.code.size()), refusal.kind.code.data());
    if (!refusal.subject.empty()) std::fprintf(stderr, " (%s)", refusal.subject.c_str());
    if (!refusal.place.empty()) std::fprintf(stderr, " at %s", refusal.place.c_str());
    std::fprintf(stderr, "\n");
    if (!words.empty()) std::fprintf(stderr, "  %s\n", words.c_str());
    const std::string remedy = in_table("words/remedies.csv", to_text(refusal.kind.remedy), language);
    if (!remedy.empty()) std::fprintf(stderr, "  %s\n", remedy.c_str());
    return exit_refused;
}

int say(const Fault& fault, const Arguments& arguments) {
    if (arguments.flag("json")) {
        std::string out = "{\"fault\":{\"code\":";
        append_json_string(out, fault.code);
        out += ",\"where\":";
        append_json_string(out, fault.where);
        out += ",\"what\":";
        append_json_string(out, fault.what);
        std::printf("%s}}\n", out.c_str());
    }
    std::fprintf(stderr, "fault: %.*s at %s: %s\n", static_cast<int>(fault.code.size()), fault.code.data(), fault.where.c_str(),
                 fault.what.c_str());
    return exit_fault;
}

Outcome<std::string> read_file(const std::string& path, std::size_t bytes_max) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return refuse(refusals::file_unreadable, path);
    const auto size = std::filesystem::file_size(path, error);
    if (error) return refuse(refusals::file_unreadable, path);
    if (size > bytes_max) return refuse(refusals::file_too_large, path + ": " + std::to_string(size) + " bytes, at most " + std::to_string(bytes_max));
    std::ifstream file(path, std::ios::binary);
    std::string content(size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(size));
    if (!file || static_cast<std::uintmax_t>(file.gcount()) != size) return refuse(refusals::file_unreadable, path);
    return content;
}

Attempt<bool> write_file(const std::string& path, std::string_view content) {
    const std::filesystem::path target(path);
    std::error_code error;
    if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), error);
    const std::filesystem::path beside(path + ".part");
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) return fail("cli.file_not_written", path, "is there room, and may this user write here?");
    std::filesystem::rename(beside, target, error);
    if (error) return fail("cli.file_not_written", path, error.message());
    return true;
}

}  // namespace ponte::cli
