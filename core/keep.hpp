#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <boost/pfr.hpp>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/pack.hpp"

/// Whole data structures as bytes, for snapshots of views: the same structure always gives the same bytes. A type is
/// kept by the first of these that it has:
///
///   void keep(keeper&) const; void restore(unpacker&);   its own way
///   static auto kept(auto& self) { return std::tie(self.rows_, self.numbers_); }   a class: these members
///   a form of core/pack.hpp, a number, an enumeration, a container of kept things
///   a plain struct that can be copied: all its members, in their order, so that none can be forgotten
///
/// (g++ 12 breaks off when Boost.PFR counts the members of one that cannot be copied; such a struct says `kept`.)
/// Unlike events these bytes are read by the same form only (core/keep_form.hpp), and never sent.
namespace jumak {

/// Takes kept bytes and hands them on in pieces.
class keeper {
 public:
  using sink = std::function<void(std::string_view)>;
  using question = std::function<bool()>;
  /// `enough` is asked after each piece; once it says so nothing more is handed on, and what is kept is not whole.
  explicit keeper(sink piece, question enough = nullptr) : piece_(std::move(piece)), enough_(std::move(enough)) {}

  /// Where to append the next few bytes.
  [[nodiscard]] std::string& next() {
    if (bytes_.size() >= piece_size) flush();
    return bytes_;
  }
  /// Hands on what is left; to be called at the end.
  void flush() {
    if (!bytes_.empty() && !stopped_) piece_(bytes_);
    bytes_.clear();
    stopped_ = stopped_ || (enough_ && enough_());
  }
  /// Whoever keeps many things looks here between them.
  [[nodiscard]] bool stopped() const noexcept { return stopped_; }

 private:
  static constexpr std::size_t piece_size = 256 * 1024;
  sink piece_;
  question enough_;
  bool stopped_ = false;
  std::string bytes_;
};

template <class Value>
void keep(keeper& out, const Value& value);
template <class Value>
void restore(unpacker& in, Value& value);

namespace keep_detail {

template <class Value, template <class...> class Template>
inline constexpr bool made_of = false;
template <template <class...> class Template, class... Arguments>
inline constexpr bool made_of<Template<Arguments...>, Template> = true;
template <class Value>
inline constexpr bool is_array = false;
template <class Item, std::size_t Size>
inline constexpr bool is_array<std::array<Item, Size>> = true;

template <class Value>
concept keeps_itself = requires(const Value& value, Value& changing, keeper& out, unpacker& in) {
  value.keep(out);
  changing.restore(in);
};
template <class Value>
concept keeps_members = requires(const Value& value) { Value::kept(value); };
template <class Value>
concept strong_number = requires(const Value& value, std::string& out) { pack_unsigned(out, value.value()); } && !optional_field<Value>;
/// What core/pack.hpp packs alone.
template <class Value>
concept packs = std::is_arithmetic_v<Value> || std::same_as<Value, std::string> || std::same_as<Value, timestamp> ||
                packed_field<Value> || integer_field<Value> || text_field<Value> || strong_number<Value> ||
                described<Value>;
template <class Value>
concept ordered = made_of<Value, std::map> || made_of<Value, std::set>;
template <class Value>
concept hashed = made_of<Value, std::unordered_map>;
template <class Value>
concept maybe = optional_field<Value> || made_of<Value, std::unique_ptr>;

/// Rows whose bytes in memory are their value, such as numbers: they are kept as they lie there.
template <class Item>
inline constexpr bool as_it_lies = std::is_trivially_copyable_v<Item> && std::has_unique_object_representations_v<Item> &&
                                   !std::same_as<Item, bool>;
static_assert(std::endian::native == std::endian::little, "kept bytes do not leave the machine, but folders do");

template <class Items>
void keep_each(keeper& out, const Items& items) {
  pack_unsigned(out.next(), items.size());
  for (const auto& item : items) {
    if (out.stopped()) return;
    keep<typename Items::value_type>(out, item);
  }
}

template <class Item>
void keep_vector(keeper& out, const std::vector<Item>& items) {
  if constexpr (as_it_lies<Item>) {
    pack_text(out.next(), {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)});
  } else {
    keep_each(out, items);
  }
}

template <class Item>
void restore_vector(unpacker& in, std::vector<Item>& items) {
  items.clear();
  if constexpr (as_it_lies<Item>) {
    const std::string_view bytes = in.read_text();
    if (bytes.size() % sizeof(Item) != 0) return in.fail();
    items.resize(bytes.size() / sizeof(Item));
    if (!bytes.empty()) std::memcpy(items.data(), bytes.data(), bytes.size());
  } else {
    const std::uint64_t count = in.read_unsigned();
    if (count > in.remaining()) return in.fail();
    items.reserve(count);
    for (std::uint64_t index = 0; index < count && !in.failed(); ++index) restore(in, items.emplace_back());
  }
}

/// In the order of the keys: where a table has them depends on its past.
template <class Table>
void keep_hashed(keeper& out, const Table& table) {
  std::vector<const typename Table::value_type*> items;
  items.reserve(table.size());
  for (const auto& item : table) items.push_back(&item);
  std::ranges::sort(items, {}, [](const auto* item) -> const auto& { return item->first; });
  pack_unsigned(out.next(), items.size());
  for (const auto* item : items) {
    if (out.stopped()) return;
    keep(out, item->first);
    keep(out, item->second);
  }
}

template <class Table>
void restore_hashed(unpacker& in, Table& table) {
  table.clear();
  const std::uint64_t count = in.read_unsigned();
  for (std::uint64_t index = 0; index < count && !in.failed(); ++index) {
    std::pair<typename Table::key_type, typename Table::mapped_type> item;
    restore(in, item);
    table.insert(std::move(item));
  }
}

template <class Container>
void restore_ordered(unpacker& in, Container& items) {
  const std::uint64_t count = in.read_unsigned();
  items.clear();
  for (std::uint64_t index = 0; index < count && !in.failed(); ++index) {
    if constexpr (made_of<Container, std::map>) {
      std::pair<typename Container::key_type, typename Container::mapped_type> item;
      restore(in, item);
      items.insert(items.end(), std::move(item));
    } else {
      typename Container::value_type item;
      restore(in, item);
      items.insert(items.end(), std::move(item));
    }
  }
}

template <class Value>
void restore_maybe(unpacker& in, Value& value) {
  value.reset();
  if (!pack_detail::read_flag(in)) return;
  if constexpr (optional_field<Value>) {
    restore(in, value.emplace());
  } else {
    value = std::make_unique<typename Value::element_type>();
    restore(in, *value);
  }
}

}  // namespace keep_detail

/// Appends the value; whole when the keeper was flushed.
template <class Value>
void keep(keeper& out, const Value& value) {
  using namespace keep_detail;
  if constexpr (keeps_itself<Value>) {
    value.keep(out);
  } else if constexpr (keeps_members<Value>) {
    std::apply([&](const auto&... member) { (keep(out, member), ...); }, Value::kept(value));
  } else if constexpr (std::is_enum_v<Value>) {
    pack_unsigned(out.next(), static_cast<std::uint64_t>(value));
  } else if constexpr (packs<Value>) {
    pack(out.next(), value);
  } else if constexpr (maybe<Value>) {
    out.next().push_back(value ? '\1' : '\0');
    if (value) keep(out, *value);
  } else if constexpr (made_of<Value, std::vector>) {
    keep_vector(out, value);
  } else if constexpr (is_array<Value>) {
    for (const auto& item : value) keep(out, item);
  } else if constexpr (made_of<Value, std::pair>) {
    keep(out, value.first);
    keep(out, value.second);
  } else if constexpr (ordered<Value>) {
    keep_each(out, value);
  } else if constexpr (hashed<Value>) {
    keep_hashed(out, value);
  } else {
    static_assert(std::is_aggregate_v<Value> && std::is_copy_constructible_v<Value>,
                  "a kept class, or a struct that cannot be copied, says how (core/keep.hpp)");
    boost::pfr::for_each_field(value, [&](const auto& member) { keep(out, member); });
  }
}

/// Reads what keep() wrote. When the bytes do not fit, `in` has failed and the value is of no use. Bytes of another
/// form may be taken for this one: compare forms before.
template <class Value>
void restore(unpacker& in, Value& value) {
  using namespace keep_detail;
  if constexpr (keeps_itself<Value>) {
    value.restore(in);
  } else if constexpr (keeps_members<Value>) {
    std::apply([&](auto&... member) { (restore(in, member), ...); }, Value::kept(value));
  } else if constexpr (std::is_enum_v<Value>) {
    std::underlying_type_t<Value> number{};
    pack_detail::assign_narrowed(in, number, in.read_unsigned());
    value = static_cast<Value>(number);
  } else if constexpr (packs<Value>) {
    unpack(in, value);
  } else if constexpr (maybe<Value>) {
    restore_maybe(in, value);
  } else if constexpr (made_of<Value, std::vector>) {
    restore_vector(in, value);
  } else if constexpr (is_array<Value>) {
    for (auto& item : value) restore(in, item);
  } else if constexpr (made_of<Value, std::pair>) {
    restore(in, value.first);
    restore(in, value.second);
  } else if constexpr (ordered<Value>) {
    restore_ordered(in, value);
  } else if constexpr (hashed<Value>) {
    restore_hashed(in, value);
  } else {
    boost::pfr::for_each_field(value, [&](auto& member) { restore(in, member); });
  }
}

}  // namespace jumak
