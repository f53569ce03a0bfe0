#include "tests/faults/ledger.hpp"

#include "tests/faults/oracle_file.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;

/// Errors that mean: this copy did nothing, or nobody knows; the same id is to be sent again.
bool to_be_tried_again(std::string_view code) {
  return code == "overloaded" || code == "unavailable" || code == "outcome_unknown";
}

void fill(ledger_entry& entry, const json::object& reply, const std::string& status) {
  entry.position = number(reply, "position");
  if (status == "rejected") {
    entry.told = ledger_entry::outcome::rejected;
    const auto& error = reply.at("error").as_object();
    entry.code = text(error, "code");
    if (const auto* details = error.if_contains("details")) entry.details = details->as_object();
    return;
  }
  entry.told = ledger_entry::outcome::accepted;
  for (const auto& value : reply.at("events").as_array()) {
    const auto& event = value.as_object();
    entry.events.push_back({text(event, "type"), text(event, "stream"), number(event, "version"),
                            number(event, "position")});
  }
}

}  // namespace

std::uint64_t number(const json::object& of, std::string_view name) {
  const auto* value = of.if_contains(name);
  if (value == nullptr || !value->is_number())
    throw violation("no number \"" + std::string(name) + "\" in " + json::serialize(of));
  return value->to_number<std::uint64_t>();
}

std::string text(const json::object& of, std::string_view name) {
  const auto* value = of.if_contains(name);
  if (value == nullptr || !value->is_string())
    throw violation("no text \"" + std::string(name) + "\" in " + json::serialize(of));
  return std::string(value->get_string());
}

std::string ledger::invoke(std::string frame) {
  const auto command = json::parse(frame).as_object();
  std::string id = text(command, "id");
  auto& entry = entries_[id];
  entry.frame = std::move(frame);
  entry.aggregate = text(command, "aggregate");
  return id;
}

bool ledger::answer(std::string_view frame) {
  auto reply = json::parse(frame).as_object();
  const std::string status = text(reply, "status");
  if (status == "error" && to_be_tried_again(text(reply.at("error").as_object(), "code")))
    return false;
  const std::string words(frame);
  if (status != "accepted" && status != "rejected")
    throw violation("a sound command was answered " + words);
  const auto found = entries_.find(text(reply, "id"));
  if (found == entries_.end()) throw violation("an answer to nothing asked: " + words);
  auto& entry = found->second;
  const bool duplicate = reply.at("duplicate").as_bool();
  reply.erase("duplicate");
  if (entry.told == ledger_entry::outcome::open) {
    entry.answer = json::serialize(reply);
    fill(entry, reply, status);
    return true;
  }
  if (!duplicate) throw violation("decided twice: first " + entry.answer + " and then " + words);
  if (reply != json::parse(entry.answer).as_object())
    throw violation("another answer to the same id: first " + entry.answer + " and then " + words);
  return false;
}

const ledger_entry* ledger::find(std::string_view id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : &found->second;
}

std::vector<std::string> ledger::open() const {
  std::vector<std::string> ids;
  for (const auto& [id, entry] : entries_)
    if (entry.told == ledger_entry::outcome::open) ids.push_back(id);
  return ids;
}

ledger ledger::read(const std::filesystem::path& path) {
  ledger known;
  oracle_file::read(path, [&known](char kind, std::string_view line) {
    if (kind == 'I') known.invoke(std::string(line));
    if (kind == 'A') known.answer(line);
  });
  return known;
}

}  // namespace jumak::faults
