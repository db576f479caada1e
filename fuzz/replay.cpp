// Feeds each file of the folders named to one fuzz target, so that what fuzzing once found stays found
// in every ordinary test run, with GCC and without libFuzzer. The empty input is always tried too.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    LLVMFuzzerTestOneInput(nullptr, 0);
    std::size_t files = 0;
    for (int i = 1; i < count; ++i) {
        std::error_code missing;
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i], missing)) {
            if (!entry.is_regular_file()) continue;
            // Said before it is tried: when it crashes, this is the last line.
            std::cout << entry.path().filename().string() << std::endl;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(file), {});
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
            ++files;
        }
    }
    std::cout << files << " file(s) replayed\n";
    return files == 0 ? 1 : 0;  // A target without a corpus was never tried at all.
}
