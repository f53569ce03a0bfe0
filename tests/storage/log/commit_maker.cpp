#include "tests/storage/log/commit_maker.hpp"

#include <random>

#include "core/record.hpp"

namespace jumak::storage {
namespace {

record_view record_of(std::string_view aggregate, std::string_view id) {
  record_view record;
  record.aggregate = aggregate;
  record.id = id;
  record.fingerprint = hash128_of(id);
  return record;
}

}  // namespace

std::string make_commit(log_head& head, const commit_shape& shape) {
  const std::string name = "test/" + std::to_string(head.last_commit.next().value());
  // Not the same byte all over, or compression would make every table tiny.
  std::string bytes(shape.event_bytes, '\0');
  std::mt19937_64 random(head.last_commit.value());
  for (char& byte : bytes) byte = static_cast<char>(random());

  std::string payload;
  for (std::uint32_t index = 0; index < shape.accepted; ++index) {
    const std::string aggregate = name + "-" + std::to_string(index);
    record_view record = record_of(aggregate, "accepted");
    for (std::uint64_t number = 1; number <= shape.events_each; ++number) {
      record.events.push_back({.stream = {},
                               .type = "Happened",
                               .schema = 1,
                               .stream_version = version(number),
                               .aggregate_version = version(number),
                               .payload = bytes});
    }
    encode_record(payload, record);
  }
  for (std::uint32_t index = 0; index < shape.refused; ++index) {
    const std::string id = "refused-" + std::to_string(index);
    record_view record = record_of(name, id);
    record.refusal = rejection{"no_way", "The rules say no.", {}};
    encode_record(payload, record);
  }
  return seal_commit(head, payload, shape.accepted + shape.refused,
                     shape.accepted * shape.events_each);
}

std::vector<std::string> make_commits(log_head& head, std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::string> commits;
  while (commits.size() < count) {
    const bool only_refusals = random() % 3 == 0;
    const commit_shape shape{
        .accepted = only_refusals ? 0 : static_cast<std::uint32_t>(1 + random() % 4),
        .events_each = static_cast<std::uint32_t>(1 + random() % 3),
        .refused = static_cast<std::uint32_t>(only_refusals ? 1 + random() % 3 : random() % 2),
        .event_bytes = random() % 400};
    commits.push_back(make_commit(head, shape));
  }
  return commits;
}

}  // namespace jumak::storage
