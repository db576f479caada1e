#pragma once

#include "base/bytes.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <unistd.h>

// For tests: a file as LibreOffice saves it, which is how many offices send it back. Where the program is
// not installed the test says so and is skipped.
namespace ponte::zipped {

[[nodiscard]] inline bool office_program_is_here() {
    return std::filesystem::exists("/usr/bin/soffice");
}

// Opened as `from` ("fods", "xlsx", "docx") and saved as `to`; nothing where it cannot be (a machine may
// have the writer without the calculator).
[[nodiscard]] inline std::optional<Bytes> resaved(const Bytes& file, const std::string& from, const std::string& to) {
    namespace fs = std::filesystem;
    static int count = 0;
    const auto folder = fs::temp_directory_path() / ("ponte-office-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    fs::create_directories(folder / "out");
    const auto given = folder / ("given." + from);
    std::ofstream(given, std::ios::binary).write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    // A profile of its own: a running office would take the order and leave nothing here.
    const auto command = "soffice -env:UserInstallation=file://" + (fs::temp_directory_path() / ("ponte-office-profile-" + std::to_string(::getpid()))).string() +
                         " --headless --convert-to " + to + " --outdir " + (folder / "out").string() + " " + given.string() + " >/dev/null 2>&1";
    std::optional<Bytes> saved;
    if (std::system(command.c_str()) == 0) {
        if (std::ifstream back(folder / "out" / ("given." + to), std::ios::binary); back) saved = Bytes(std::istreambuf_iterator<char>(back), {});
    }
    fs::remove_all(folder);
    return saved;
}

}  // namespace ponte::zipped
