#include "storage/index/armed_deadlines.hpp"

#include "core/assert.hpp"
#include "core/hash.hpp"
#include "core/pack.hpp"

namespace jumak::storage {
namespace {

std::uint32_t hash_of(std::string_view aggregate) { return static_cast<std::uint32_t>(hash64_of(aggregate)); }

std::uint32_t hash_of(std::uint32_t aggregate, std::string_view stream) {
  return static_cast<std::uint32_t>(hash64_of(stream, aggregate));
}

/// A row from the free ones, or a new one at the end.
template <class Row>
std::uint32_t take_row(std::deque<Row>& rows, std::uint32_t& free) {
  if (free == row_table::none) {
    rows.emplace_back();
    return static_cast<std::uint32_t>(rows.size() - 1);
  }
  const std::uint32_t taken = free;
  free = rows[taken].name;
  return taken;
}

}  // namespace

struct armed_deadlines::by_due {
  armed_deadlines& all;
  [[nodiscard]] bool before(std::uint32_t left, std::uint32_t right) const {
    const timestamp left_due = all.armed_[left].due;
    const timestamp right_due = all.armed_[right].due;
    if (left_due != right_due) return left_due < right_due;
    return all.told(left).stream < all.told(right).stream;
  }
  void placed(std::uint32_t row, std::uint32_t place) const { all.armed_[row].place = place; }
};

struct armed_deadlines::by_first_due {
  armed_deadlines& all;
  [[nodiscard]] timestamp due(std::uint32_t row) const { return all.armed_[all.owners_[row].deadlines.first()].due; }
  [[nodiscard]] bool before(std::uint32_t left, std::uint32_t right) const {
    const timestamp left_due = due(left);
    const timestamp right_due = due(right);
    if (left_due != right_due) return left_due < right_due;
    return all.names_.text(all.owners_[left].name) < all.names_.text(all.owners_[right].name);
  }
  void placed(std::uint32_t row, std::uint32_t place) const { all.owners_[row].place = place; }
};

std::uint32_t armed_deadlines::find_owner(std::string_view aggregate) const {
  const std::uint32_t hash = hash_of(aggregate);
  return owner_rows_.find(hash, [&](std::uint32_t row) {
    return owners_[row].hash == hash && names_.text(owners_[row].name) == aggregate;
  });
}

std::uint32_t armed_deadlines::find_armed(std::uint32_t owner, std::string_view stream, std::uint32_t hash) const {
  return armed_rows_.find(hash, [&](std::uint32_t row) {
    return armed_[row].hash == hash && armed_[row].owner == owner && told(row).stream == stream;
  });
}

armed_deadlines::deadline armed_deadlines::told(std::uint32_t row) const {
  const std::string_view bytes = names_.text(armed_[row].name);
  unpacker in(bytes);
  const version armed_by(in.read_unsigned());
  return {armed_[row].due, armed_by, bytes.substr(bytes.size() - in.remaining())};
}

std::uint32_t armed_deadlines::add_owner(std::string_view aggregate) {
  const std::uint32_t row = take_row(owners_, free_owner_);
  owners_[row] = owner{};
  owners_[row].name = names_.add(aggregate);
  owners_[row].hash = hash_of(aggregate);
  owner_rows_.add(row, [&](std::uint32_t which) { return owners_[which].hash; });
  return row;
}

void armed_deadlines::remove_owner(std::uint32_t row) {
  JUMAK_ASSERT(owners_[row].place == none);
  owner_rows_.remove(row, [&](std::uint32_t which) { return owners_[which].hash; });
  names_.remove(owners_[row].name);
  owners_[row].deadlines = row_heap();
  owners_[row].name = free_owner_;
  free_owner_ = row;
}

void armed_deadlines::add_armed(std::uint32_t owner, std::string_view stream, std::uint32_t hash, timestamp due,
                                version armed_by) {
  scratch_.clear();
  pack_unsigned(scratch_, armed_by.value());
  scratch_ += stream;
  const std::uint32_t row = take_row(armed_, free_armed_);
  armed_[row] = armed{due, names_.add(scratch_), owner, 0, hash};
  armed_rows_.add(row, [&](std::uint32_t which) { return armed_[which].hash; });
  owners_[owner].deadlines.add(row, by_due{*this});
  ++size_;
}

void armed_deadlines::remove_armed(std::uint32_t row) {
  owners_[armed_[row].owner].deadlines.remove(armed_[row].place, by_due{*this});
  armed_rows_.remove(row, [&](std::uint32_t which) { return armed_[which].hash; });
  names_.remove(armed_[row].name);
  armed_[row].name = free_armed_;
  free_armed_ = row;
  --size_;
}

void armed_deadlines::relist(std::uint32_t row) {
  owner& changed = owners_[row];
  const bool wanted = !changed.given_time && !changed.withheld && !changed.deadlines.empty();
  const by_first_due order{*this};
  if (wanted && changed.place == none) {
    listed_.add(row, order);
  } else if (wanted) {
    listed_.changed(changed.place, order);
  } else if (changed.place != none) {
    listed_.remove(changed.place, order);
    changed.place = none;
  }
  next_due_ = listed_.empty() ? never : order.due(listed_.first());
}

void armed_deadlines::arm(std::string_view aggregate, std::string_view stream, timestamp due, version armed_by) {
  std::uint32_t owner = find_owner(aggregate);
  if (owner == none) owner = add_owner(aggregate);
  const std::uint32_t hash = hash_of(owners_[owner].hash, stream);
  if (const std::uint32_t earlier = find_armed(owner, stream, hash); earlier != none) remove_armed(earlier);
  add_armed(owner, stream, hash, due, armed_by);
  relist(owner);
}

void armed_deadlines::settle(std::string_view aggregate, std::string_view stream) {
  const std::uint32_t owner = find_owner(aggregate);
  if (owner == none) return;
  const std::uint32_t row = find_armed(owner, stream, hash_of(owners_[owner].hash, stream));
  if (row == none) return;
  remove_armed(row);
  relist(owner);
  if (owners_[owner].deadlines.empty()) remove_owner(owner);
}

void armed_deadlines::set_given_time(std::string_view aggregate, bool given) {
  const std::uint32_t owner = find_owner(aggregate);
  if (owner == none || owners_[owner].given_time == given) return;
  owners_[owner].given_time = given;
  relist(owner);
}

bool armed_deadlines::lives_by_given_time(std::string_view aggregate) const {
  const std::uint32_t owner = find_owner(aggregate);
  return owner != none && owners_[owner].given_time;
}

std::optional<armed_deadlines::deadline> armed_deadlines::first_of(std::string_view aggregate) const {
  if (size_ == 0) return std::nullopt;
  const std::uint32_t owner = find_owner(aggregate);
  if (owner == none) return std::nullopt;
  return told(owners_[owner].deadlines.first());
}

std::optional<std::string_view> armed_deadlines::take_due(timestamp now) {
  if (next_due_ > now || listed_.empty()) return std::nullopt;
  const std::uint32_t owner = listed_.first();
  owners_[owner].withheld = true;
  relist(owner);
  return names_.text(owners_[owner].name);
}

void armed_deadlines::release(std::string_view aggregate) {
  const std::uint32_t owner = find_owner(aggregate);
  if (owner == none) return;
  owners_[owner].withheld = false;
  relist(owner);
}

std::size_t armed_deadlines::memory_bytes() const noexcept {
  // A deque's rows lie in blocks of 512 bytes, and it keeps a pointer to each.
  const auto bytes_of = [](std::size_t rows, std::size_t size) {
    return (rows / (512 / size) + 1) * (512 + sizeof(void*));
  };
  std::size_t sum = names_.memory_bytes() + bytes_of(armed_.size(), sizeof(armed)) +
                    bytes_of(owners_.size(), sizeof(owner)) + armed_rows_.memory_bytes() +
                    owner_rows_.memory_bytes() + listed_.memory_bytes();
  for (const owner& each : owners_) sum += each.deadlines.memory_bytes();
  return sum;
}

}  // namespace jumak::storage
