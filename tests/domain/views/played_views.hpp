#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/views/read_views.hpp"
#include "tests/domain/hotel/samples.hpp"
#include "tests/domain/views/answer_text.hpp"

namespace jumak::hotel::testing {

[[nodiscard]] timestamp moment(std::string_view text);

/// Plays events to the read views as the engine does: one position after another, each stream with
/// its own versions. Unless told otherwise it is 2026-12-01T00:00:00Z and nobody acts.
class played_views {
 public:
  struct played_event {
    std::string hotel;
    event happened;
    timestamp time;
  };

  played_views& at(std::string_view time);
  played_views& by(std::string_view actor);
  played_views& play(const event& happened, std::string_view hotel = "grand");
  played_views& play(const std::vector<event>& happened, std::string_view hotel = "grand");
  played_views& play_guest(std::string_view guest, const jumak::guest::event& happened);

  /// Goes on with what was kept of the views.
  void keep_and_restore();

  template <class Query>
  [[nodiscard]] std::string ask(const Query& query) const {
    return answer_text(views_.ask(query));
  }
  [[nodiscard]] const read_views& views() const { return views_; }
  /// What happened in hotels.
  [[nodiscard]] const std::vector<played_event>& log() const { return log_; }

 private:
  [[nodiscard]] applied_event around(const aggregate_id& aggregate, std::string_view stream);

  read_views views_;
  timestamp time_ = moment("2026-12-01T00:00:00Z");
  std::string actor_;
  position head_;
  std::map<std::string, version> streams_;
  std::vector<played_event> log_;
};

/// Full name, email and phone made from the name.
[[nodiscard]] jumak::guest::event registered(std::string_view full_name);
[[nodiscard]] jumak::guest::event renamed(std::string_view full_name);

}  // namespace jumak::hotel::testing
