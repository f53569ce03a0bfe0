#include "bench/guests.hpp"

#include "bench/sample_reply.hpp"

namespace jumak::bench {

guests::guests(std::string prefix) : prefix_(std::move(prefix)) {
  frame_.literal(R"({"id":")");
  id_ = numbered_id_fields::append(frame_, prefix_);
  frame_.literal(R"(","type":"RegisterGuest","aggregate":"guest/)").literal(prefix_).literal("-");
  guest_ = frame_.hole(numbered_id::number_width);
  frame_.literal(R"(","data":{"full_name":"Guest )");
  full_name_ = frame_.hole(numbered_id::number_width);
  frame_.literal(R"(","email":"guest-)");
  email_ = frame_.hole(numbered_id::number_width);
  frame_.literal(R"(@example.com","phone":"+351000000","country":"PRT"},"actor":"frontdesk-7"})");
}

std::string_view guests::next(std::uint64_t slot, std::uint64_t number) {
  frame_.patch(id_.slot, slot);
  frame_.patch(id_.number, number);
  for (const auto field : {guest_, full_name_, email_}) frame_.patch(field, number);
  return frame_.text();
}

std::string guests::sample_reply() const {
  return accepted_reply(prefix_ + "-00000-0000000000", "GuestRegistered",
                        "guest/" + prefix_ + "-0000000000", 1'000'000);
}

}  // namespace jumak::bench
