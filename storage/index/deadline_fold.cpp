#include "storage/index/deadline_fold.hpp"

namespace jumak::storage {

result<void> fold_deadlines(armed_deadlines& armed, const record_view& record, const deadline_source& source) {
  if (!source.has_deadlines(record.aggregate)) return {};
  const auto change = [&](std::string_view stream, const deadline_change& told, version at) {
    if (told.what == deadline_change::kind::arm) {
      armed.arm(record.aggregate, stream, told.due, at);
    } else {
      armed.settle(record.aggregate, stream);
    }
  };
  if (auto folded = for_each_deadline_change(record, source, change); !folded) return folded;
  armed.set_given_time(record.aggregate, record.time_given);
  return {};
}

}  // namespace jumak::storage
