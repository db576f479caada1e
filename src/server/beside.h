#pragma once

#include "cli/arguments.h"
#include "server/wire.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// The socket beside the journal (FOLDER/service.sock): where a service holds the journal, the command line hands its
// words over and prints what comes back. Only the user that runs the service, and root, are heard.
namespace ponte::server {

// What the command line does first: nothing where no service holds the journal, or the verb needs none.
[[nodiscard]] std::optional<int> asked_beside(const cli::Arguments& arguments, const std::vector<std::string>& given);

class Beside {
public:
    using Run = std::function<int(const cli::Arguments&)>;

    // Listens from here on; a socket that a dead service left is taken away.
    [[nodiscard]] static Attempt<std::unique_ptr<Beside>> open(const std::string& folder, Wire& wire, Run run);
    ~Beside();
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

private:
    Beside(std::string path, int file, Run run) : path_(std::move(path)), file_(file), run_(std::move(run)) {}
    void answer_one();

    std::string path_;
    int file_;
    Run run_;
};

}  // namespace ponte::server
