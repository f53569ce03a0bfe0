#include "tests/faults/answers.hpp"

#include <chrono>
#include <fstream>
#include <vector>

#include "tests/faults/client.hpp"
#include "tests/faults/questions.hpp"
#include "tests/faults/recount.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;

constexpr std::size_t at_once = 200;
/// No list is longer than this many pages of it; more means that paging goes in circles.
constexpr std::size_t pages_max = 100'000;

/// The frame as it came, but for the one position that differs between servers.
std::string without_position(std::string frame) {
  const auto begin = frame.find(",\"position\":");
  if (begin == std::string::npos) throw violation("no position in " + frame);
  const auto end = frame.find_first_not_of("0123456789", begin + 12);
  return frame.erase(begin, end - begin);
}

/// Asks many questions at once, and each list to its last page.
class asking {
 public:
  asking(client& queries, std::vector<question> questions, std::uint64_t head)
      : queries_(queries),
        questions_(std::move(questions)),
        head_(head),
        pages_(questions_.size()) {}

  void run() {
    std::size_t asked = 0;
    while (done_ < questions_.size()) {
      while (asked < questions_.size() && asked - done_ < at_once) ask(asked++);
      wait_readable({&queries_.socket()}, std::chrono::seconds(60));
      const auto before = answers_;
      while (auto reply = queries_.receive()) take(std::move(*reply));
      if (answers_ == before) throw violation("no answer within a minute");
    }
  }

  /// The pages of each question, in order.
  [[nodiscard]] const std::vector<std::vector<std::string>>& pages() const { return pages_; }
  /// Of each type of query: questions, answers and items of lists.
  [[nodiscard]] json::object by_type() const {
    json::object told;
    for (const auto& [type, one] : counts_)
      told[type] = {
          {"questions", one.questions}, {"answers", one.answers}, {"items", one.items}};
    return told;
  }
  [[nodiscard]] std::uint64_t answers() const { return answers_; }

 private:
  struct count {
    std::uint64_t questions = 0;
    std::uint64_t answers = 0;
    std::uint64_t items = 0;
  };

  void ask(std::size_t number) {
    const auto& asked = questions_[number];
    const json::object request{{"id", std::to_string(number)},
                               {"type", asked.type},
                               {"data", asked.data},
                               {"after", head_},
                               {"timeout_ms", 30'000}};
    const std::string frame = json::serialize(request);
    while (!queries_.send(frame)) {  // Right at the start the connection may still be on its way.
      zmq::pollitem_t item{queries_.socket().handle(), 0, ZMQ_POLLOUT, 0};
      if (zmq::poll(&item, 1, std::chrono::seconds(60)) != 1) throw violation("nobody is there");
    }
  }

  void take(std::string reply) {
    const auto answer = json::parse(reply).as_object();
    const auto number = std::stoull(text(answer, "id"));
    auto& asked = questions_.at(number);
    auto& count = counts_[asked.type];
    const auto* error = answer.if_contains("error");
    const bool right = asked.missing
                           ? error != nullptr && text(error->as_object(), "code") == "not_found"
                           : text(answer, "status") == "ok";
    if (!right)
      throw violation("the views answer " + reply + " to " + json::serialize(asked.data));
    pages_[number].push_back(without_position(std::move(reply)));
    ++answers_;
    ++count.answers;
    if (!asked.missing && go_on(number, asked, answer.at("data").as_object(), count)) return;
    ++count.questions;
    ++done_;
  }

  /// Asks for the next page, if there is one.
  bool go_on(std::size_t number, question& asked, const json::object& data, count& counted) {
    if (const auto* items = data.if_contains("items")) counted.items += items->as_array().size();
    const auto* next = data.if_contains("next");
    if (next == nullptr) return false;
    if (pages_[number].size() == pages_max)
      throw violation("a list without an end: " + json::serialize(asked.data));
    asked.data["cursor"] = *next;
    ask(number);
    return true;
  }

  client& queries_;
  std::vector<question> questions_;
  std::uint64_t head_;
  std::vector<std::vector<std::string>> pages_;
  std::map<std::string, count> counts_;
  std::size_t done_ = 0;
  std::uint64_t answers_ = 0;
};

std::uint64_t write_lines(const std::vector<std::vector<std::string>>& pages,
                          const std::filesystem::path& out) {
  std::ofstream file(out);
  std::uint64_t bytes = 0;
  for (const auto& question : pages)
    for (const auto& page : question) {
      file << page << '\n';
      bytes += page.size();
    }
  if (!file.flush()) throw violation("the answers could not be written");
  return bytes;
}

}  // namespace

json::object write_answers(const std::string& queries, const std::string& history,
                           const std::filesystem::path& out) {
  zmq::context_t context;
  recount counts;
  client log(context, history);
  const auto head = read_history(
      log, 1, [&counts](const json::object& event) { counts.apply(read_event(event)); });
  client views(context, queries);
  asking all(views, questions_about(counts), head);
  all.run();
  const auto bytes = write_lines(all.pages(), out);
  return {{"head", head},
          {"answers", all.answers()},
          {"bytes", bytes},
          {"most_rooms_taken", counts.most_taken()},
          {"by_type", all.by_type()}};
}

}  // namespace jumak::faults
