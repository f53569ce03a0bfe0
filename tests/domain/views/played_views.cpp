#include "tests/domain/views/played_views.hpp"

#include "core/assert.hpp"
#include "core/keep.hpp"

namespace jumak::hotel::testing {

timestamp moment(std::string_view text) { return timestamp_from_text(text).value(); }

played_views& played_views::at(std::string_view time) {
  time_ = moment(time);
  return *this;
}

played_views& played_views::by(std::string_view actor) {
  actor_ = actor;
  return *this;
}

played_views& played_views::play(const event& happened, std::string_view hotel) {
  const aggregate_id aggregate("hotel", id(hotel));
  views_.apply(happened, around(aggregate, decider::stream_of(happened)));
  log_.push_back({std::string(hotel), happened, time_});
  return *this;
}

played_views& played_views::play(const std::vector<event>& happened, std::string_view hotel) {
  for (const event& one : happened) {
    play(one, hotel);
  }
  return *this;
}

played_views& played_views::play_guest(std::string_view guest,
                                       const jumak::guest::event& happened) {
  const aggregate_id aggregate("guest", id(guest));
  views_.apply(happened, around(aggregate, jumak::guest::decider::stream_of(happened)));
  return *this;
}

void played_views::keep_and_restore() {
  std::string bytes;
  keeper out([&](std::string_view piece) { bytes += piece; });
  keep(out, views_);
  out.flush();
  read_views restored;
  unpacker in(bytes);
  restore(in, restored);
  JUMAK_ASSERT(in.done());
  views_ = std::move(restored);
}

applied_event played_views::around(const aggregate_id& aggregate, std::string_view stream) {
  version& at = streams_[stream_name(aggregate.text(), stream)];
  at = at.next();
  head_ = head_.next();
  return {aggregate, head_, at, time_, actor_};
}

jumak::guest::event registered(std::string_view full_name) {
  return jumak::guest::guest_registered{
      words(full_name), words(std::string(full_name) + "@example.com"), words("+82"), {}};
}

jumak::guest::event renamed(std::string_view full_name) {
  return jumak::guest::guest_updated{words(full_name), {}, {}, {}};
}

}  // namespace jumak::hotel::testing
