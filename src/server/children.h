#pragma once

#include "server/wire.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>

// Long work beside the loop. A child process has the memory of this one as it was at that moment: a pinned view of
// the record, for nothing, that no writer disturbs; and what goes wrong in it (a library, a huge paper) stays in it.
namespace ponte::server {

class Children {
public:
    // What every child does first, so that it can neither be noticed by clients nor write.
    Children(Wire& wire, std::function<void()> first) : wire_(wire), first_(std::move(first)) {}

    // On the loop: what the task gave, or nothing where the child died or took longer than a minute. False: so many
    // wait already that another one had better come again.
    [[nodiscard]] bool run(std::function<std::string()> task, std::function<void(std::optional<std::string>)> done);
    [[nodiscard]] std::size_t running() const { return running_; }

private:
    struct Job {
        std::function<std::string()> task;
        std::function<void(std::optional<std::string>)> done;
    };
    void start(Job job);
    void next();

    Wire& wire_;
    std::function<void()> first_;
    std::deque<Job> waiting_;
    std::size_t running_ = 0;
};

}  // namespace ponte::server
