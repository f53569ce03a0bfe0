#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/end_to_end/house.hpp"

/// What a broken or hostile client may send: one clear answer each, and nobody else notices.
namespace jumak::end_to_end {

/// One bad frame, and what the contract wants of its answer.
struct bad {
  std::string frame;
  std::string code;
  std::string id;                 ///< of the answer; "null" where none can be read
  std::vector<std::string> says;  ///< parts of the message: the field, and what was expected
};

inline std::string shortened(const std::string& frame) {
  return frame.size() <= 200 ? frame : frame.substr(0, 200) + "…";
}

/// Each test has its own server; at its end nothing was stored, a neighbour that was connected all
/// along is served as before, and the server is not larger.
class hostile_input : public ::testing::Test {
 protected:
  static constexpr long growth_kib_max = 8 * 1024 * sanitizer_factor;

  void SetUp() override {
    house_.furnish();
    warm_up();
    head_ = house_.head();
    resident_kib_ = house_.jumak.running().resident_kib();
  }

  void TearDown() override {
    expect_neighbour_is_served();
    EXPECT_EQ(house_.head(), head_);
    EXPECT_LE(house_.jumak.running().resident_kib(), resident_kib_ + growth_kib_max);
    EXPECT_EQ(house_.jumak.stop(), 0) << house_.jumak.running().errors();
  }

  /// One frame of the largest size that is still looked at, so that the buffers are there.
  void warm_up() {
    for (auto* each : {&house_.commands, &house_.queries, &house_.history})
      each->ask(std::string(1 << 20, ' '));
  }

  void expect_neighbour_is_served() {
    auto remembered =
        command("seed-1", "RegisterGuest", "guest/ada", {{"full_name", "Ada Lovelace"}});
    const auto again = house_.commands.ask(text(remembered));
    EXPECT_EQ(at(again, "status"), "accepted") << again;
    EXPECT_EQ(at(again, "duplicate"), "true") << again;
    const auto guest = house_.queries.ask(R"({"id":"n","type":"GetGuest","data":{"guest":"ada"}})");
    EXPECT_EQ(at(guest, "status"), "ok") << guest;
  }

  static void expect_answer(const object& answer, const bad& it) {
    EXPECT_EQ(at(answer, "status"), "error") << answer;
    EXPECT_EQ(at(answer, "error.code"), it.code) << answer;
    EXPECT_EQ(at(answer, "id"), it.id) << answer;
    for (const auto& part : it.says)
      EXPECT_THAT(at(answer, "error.message"), ::testing::HasSubstr(part));
  }

  static void expect_all(const std::string& address, const std::vector<bad>& all) {
    client hostile(address);
    for (const auto& it : all) {
      SCOPED_TRACE(shortened(it.frame));
      expect_answer(hostile.ask(it.frame), it);
    }
  }
  void expect_commands(const std::vector<bad>& all) {
    expect_all(house_.jumak.address("commands"), all);
  }
  void expect_queries(const std::vector<bad>& all) {
    expect_all(house_.jumak.address("queries"), all);
  }

  house house_;
  std::uint64_t head_ = 0;
  long resident_kib_ = 0;
};

/// A command in order, but for what `change` does to it.
template <class Change>
std::string changed(Change&& change) {
  auto it = command("x", "MakeReservation", "hotel/grand", booking("r-1"));
  change(it);
  return text(it);
}
inline std::string with(std::string_view field, boost::json::value value) {
  return changed([&](object& it) { it[field] = std::move(value); });
}
inline std::string without(std::string_view field) {
  return changed([&](object& it) { it.erase(field); });
}
inline std::string with_data(std::string_view field, boost::json::value value) {
  return changed([&](object& it) { it["data"].as_object()[field] = std::move(value); });
}
inline std::string without_data(std::string_view field) {
  return changed([&](object& it) { it["data"].as_object().erase(field); });
}
/// The same where the value is something that only text can say.
inline std::string with_text(const std::string& field, const std::string& json) {
  auto frame = with_data(field, "@");
  return frame.replace(frame.find("\"@\""), 3, json);
}

}  // namespace jumak::end_to_end
