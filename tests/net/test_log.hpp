#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "net/fed_commit.hpp"
#include "net/log_page.hpp"

namespace jumak::net::testing {

/// A log in memory, sealed like a real one; the payloads mean nothing.
class test_log {
 public:
  explicit test_log(std::uint64_t name = 1) {
    head_.log = log_id{{name, name}};
    open();
  }

  /// A new epoch, as after a restart.
  void open() {
    add(seal_epoch(head_, epoch_payload{commits_.size() + 1, {}, {}}));
  }
  void append(std::uint32_t events = 1, std::size_t payload = 20) {
    add(seal_commit(head_, std::string(payload, 'p'), 1, events));
  }
  /// A log put back to an older state: forgets all but `count` commits.
  void cut_to(std::size_t count) {
    commits_.resize(count);
    head_ = head_after(commit_view::parse(*commits_.back()).value());
  }

  [[nodiscard]] const log_head& head() const { return head_; }
  [[nodiscard]] std::size_t size() const { return commits_.size(); }
  [[nodiscard]] const std::shared_ptr<const std::string>& bytes(std::size_t index) const { return commits_[index]; }
  [[nodiscard]] fed_commit commit(std::size_t index) const { return read_fed_commit(frame(*commits_[index])).value(); }

  /// What the history endpoint answers: the header, and the commits [first, last) by index.
  struct page {
    page_header header;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] page read(const page_request& request) const {
    page answer;
    answer.header = {request.sequence, page_status::ok, 0, head_};
    answer.first = answer.last = request.from.number.value() - 1;
    if ((request.log != log_id{} && request.log != head_.log) || answer.first > commits_.size()) {
      answer.header.status = page_status::diverged;
      return answer;
    }
    std::size_t bytes = 0;
    while (answer.last < commits_.size() && (bytes == 0 || bytes + commits_[answer.last]->size() <= request.bytes_max)) {
      bytes += commits_[answer.last++]->size();
    }
    answer.header.commit_count = static_cast<std::uint32_t>(answer.last - answer.first);
    return answer;
  }

 private:
  void add(std::string bytes) { commits_.push_back(std::make_shared<const std::string>(std::move(bytes))); }

  log_head head_;
  std::vector<std::shared_ptr<const std::string>> commits_;
};

}  // namespace jumak::net::testing
