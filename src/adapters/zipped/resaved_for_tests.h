#pragma once

#include "base/bytes.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

// For tests: a file as LibreOffice saves it, which is how many offices send it back. Where the program is
// not installed the test says so and is skipped.
namespace ponte::zipped {

[[nodiscard]] inline bool office_program_is_here() {
    return std::filesystem::exists("/usr/bin/soffice");
}

// Each opened as `from` ("xlsx", "docx") and saved as `to`, in one run of the program, which takes seconds
// to start; empty where it cannot be (a machine may have the writer without the calculator).
[[nodiscard]] inline std::vector<Bytes> resaved_all(const std::vector<Bytes>& files, const std::string& from, const std::string& to) {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("ponte-office-" + std::to_string(::getpid()));
    fs::create_directories(folder / "out");
    // A profile of its own: a running office would take the order and leave nothing here.
    auto command = "soffice -env:UserInstallation=file://" + (folder / "profile").string() + " --headless --convert-to " + to + " --outdir " + (folder / "out").string();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto given = folder / (std::to_string(i) + "." + from);
        std::ofstream(given, std::ios::binary).write(reinterpret_cast<const char*>(files[i].data()), static_cast<std::streamsize>(files[i].size()));
        command += " " + given.string();
    }
    std::vector<Bytes> saved;
    if (std::system((command + " >/dev/null 2>&1").c_str()) == 0) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (std::ifstream back(folder / "out" / (std::to_string(i) + "." + to), std::ios::binary); back) saved.emplace_back(std::istreambuf_iterator<char>(back), std::istreambuf_iterator<char>());
        }
    }
    fs::remove_all(folder);
    return saved.size() == files.size() ? saved : std::vector<Bytes>();
}

[[nodiscard]] inline std::optional<Bytes> resaved(const Bytes& file, const std::string& from, const std::string& to) {
    auto saved = resaved_all({file}, from, to);
    return saved.empty() ? std::nullopt : std::optional<Bytes>(std::move(saved.front()));
}

}  // namespace ponte::zipped
