#pragma once

#include <array>
#include <boost/mp11.hpp>
#include <string_view>

#include "core/error.hpp"
#include "core/read_model.hpp"
#include "domain/guest/decider.hpp"
#include "domain/hotel/decider.hpp"
#include "domain/views/blocks_view.hpp"
#include "domain/views/desk_lists.hpp"
#include "domain/views/desk_view.hpp"
#include "domain/views/find_guests.hpp"
#include "domain/views/find_reservations.hpp"
#include "domain/views/get_calendar.hpp"
#include "domain/views/get_guest.hpp"
#include "domain/views/get_reservation.hpp"
#include "domain/views/get_room_board.hpp"
#include "domain/views/get_statistics.hpp"
#include "domain/views/guests_view.hpp"
#include "domain/views/hotels_view.hpp"
#include "domain/views/inventory_view.hpp"
#include "domain/views/list_blocks.hpp"
#include "domain/views/list_holds.hpp"
#include "domain/views/list_night_audits.hpp"
#include "domain/views/list_rate_plans.hpp"
#include "domain/views/list_waitlist.hpp"
#include "domain/views/reservations_view.hpp"
#include "domain/views/rooms_view.hpp"
#include "domain/views/sales_view.hpp"
#include "domain/views/search_availability.hpp"
#include "domain/views/statistics_view.hpp"

namespace jumak::hotel {

/// The query side of the hotel: all views that one query may join, at one position. It hands each
/// event to the views it concerns, and joins their rows into answers; what is counted how, the
/// views know. Events must come in the order of the log, from its first. One thread at a time.
class read_views {
 public:
  /// Every view, in the order of `view_names`.
  static auto kept(auto& self) {
    return std::tie(self.hotels_, self.rooms_, self.reservations_, self.guests_, self.desk_,
                    self.inventory_, self.statistics_, self.sales_, self.blocks_);
  }

  using deciders = boost::mp11::mp_list<decider, jumak::guest::decider>;
  using queries =
      boost::mp11::mp_list<views::get_reservation, views::search_availability, views::get_calendar,
                           views::list_arrivals, views::list_departures, views::list_in_house,
                           views::get_room_board, views::find_reservations, views::list_holds,
                           views::get_guest, views::find_guests, views::get_statistics,
                           views::list_rate_plans, views::list_night_audits, views::list_blocks,
                           views::list_waitlist>;
  static constexpr std::array<std::string_view, 9> view_names = {
      "hotels", "rooms", "reservations", "guests", "desk", "inventory", "statistics", "sales",
      "blocks"};

  void apply(const event& happened, const applied_event& around);
  void apply(const jumak::guest::event& happened, const applied_event& around);

  /// Errors: not_found, a hotel, reservation, guest or room type is not there; malformed, the
  /// fields do not fit together or the cursor is not of this query.
  [[nodiscard]] result<views::reservation_picture> ask(const views::get_reservation& query) const;
  [[nodiscard]] result<page<views::availability_item>> ask(
      const views::search_availability& query) const;
  [[nodiscard]] result<page<views::calendar_night>> ask(const views::get_calendar& query) const;
  [[nodiscard]] result<page<views::stay_item>> ask(const views::list_arrivals& query) const;
  [[nodiscard]] result<page<views::stay_item>> ask(const views::list_departures& query) const;
  [[nodiscard]] result<page<views::stay_item>> ask(const views::list_in_house& query) const;
  [[nodiscard]] result<page<views::room_item>> ask(const views::get_room_board& query) const;
  [[nodiscard]] result<page<views::stay_item>> ask(const views::find_reservations& query) const;
  [[nodiscard]] result<page<views::hold_item>> ask(const views::list_holds& query) const;
  [[nodiscard]] result<views::guest_answer> ask(const views::get_guest& query) const;
  [[nodiscard]] result<page<views::guest_answer>> ask(const views::find_guests& query) const;
  [[nodiscard]] result<views::statistics_answer> ask(const views::get_statistics& query) const;
  [[nodiscard]] result<page<views::rate_plan_item>> ask(const views::list_rate_plans& query) const;
  [[nodiscard]] result<page<views::block_item>> ask(const views::list_blocks& query) const;
  [[nodiscard]] result<page<views::waiting_item>> ask(const views::list_waitlist& query) const;
  [[nodiscard]] result<page<views::night_audit_item>> ask(
      const views::list_night_audits& query) const;

 private:
  // One for each event of the hotel, in read_views.cpp.
  void on(const hotel_registered& happened, const applied_event& around);
  void on(const room_type_defined& happened, const applied_event& around);
  void on(const room_added& happened, const applied_event& around);
  void on(const rate_set& happened, const applied_event& around);
  void on(const overbooking_set& happened, const applied_event& around);
  void on(const room_retired& happened, const applied_event& around);
  void on(const room_taken_out_of_order& happened, const applied_event& around);
  void on(const room_returned_to_service& happened, const applied_event& around);
  void on(const hold_placed& happened, const applied_event& around);
  void on(const hold_released& happened, const applied_event& around);
  void on(const hold_expired& happened, const applied_event& around);
  void on(const reservation_made& happened, const applied_event& around);
  void on(const stay_changed& happened, const applied_event& around);
  void on(const reservation_cancelled& happened, const applied_event& around);
  void on(const reservation_marked_no_show& happened, const applied_event& around);
  void on(const room_assigned& happened, const applied_event& around);
  void on(const room_unassigned& happened, const applied_event& around);
  void on(const guest_checked_in& happened, const applied_event& around);
  void on(const guest_checked_out& happened, const applied_event& around);
  void on(const room_status_set& happened, const applied_event& around);
  void on(const charge_posted& happened, const applied_event& around);
  void on(const payment_posted& happened, const applied_event& around);
  // In read_views_desk.cpp: what a front desk does beyond.
  void on(const restrictions_set& happened, const applied_event& around);
  void on(const rate_plan_defined& happened, const applied_event& around);
  void on(const rate_terms_agreed& happened, const applied_event& around);
  void on(const fee_charged& happened, const applied_event& around);
  void on(const check_in_undone& happened, const applied_event& around);
  void on(const reservation_reinstated& happened, const applied_event& around);
  void on(const guest_moved& happened, const applied_event& around);
  void on(const deposit_requested& happened, const applied_event& around);
  void on(const overnight_charged& happened, const applied_event& around);
  void on(const night_audited& happened, const applied_event& around);
  void on(const payment_refunded& happened, const applied_event& around);
  void on(const cancellation_refunded& happened, const applied_event& around);
  void on(const no_show_refunded& happened, const applied_event& around);

  // In read_views_waitlist.cpp: who waits for nights.
  void on(const waitlist_joined& happened, const applied_event& around);
  void on(const waitlist_left& happened, const applied_event& around);
  // In read_views_block.cpp: rooms kept for groups.
  void on(const block_created& happened, const applied_event& around);
  void on(const block_picked_up& happened, const applied_event& around);
  void on(const block_returned& happened, const applied_event& around);
  void on(const block_released& happened, const applied_event& around);
  void on(const block_cut_off& happened, const applied_event& around);
  /// Everybody may have what is left of it.
  void close(const name& block, views::block_status status, const applied_event& around);

  template <class Event>
  void refund(const Event& happened, const applied_event& around);

  /// A reservation whose first event it is, and one that was held.
  void make(views::hotel_number hotel, const reservation_made& happened,
            const applied_event& around);
  void confirm(views::hotel_number hotel, const reservation_made& happened,
               const applied_event& around);

  // What an event refers to must be there: the rules saw to it.
  /// Notes that something happened in the hotel.
  views::hotel_number hotel_of(const applied_event& around);
  [[nodiscard]] views::type_number type_of(views::hotel_number hotel, const name& type) const;
  [[nodiscard]] views::room_number room_of(views::hotel_number hotel, const name& room) const;
  [[nodiscard]] views::reservation_number reservation_of(views::hotel_number hotel,
                                                         const name& reservation) const;

  // What a query refers to may not be there: not_found.
  [[nodiscard]] result<views::hotel_number> find_hotel(const name& hotel) const;
  [[nodiscard]] result<views::type_number> find_type(views::hotel_number hotel,
                                                     const name& type) const;

  [[nodiscard]] std::string room_name(views::hotel_number hotel, views::room_number room) const;
  [[nodiscard]] views::stay_item stay_item_of(views::reservation_number at) const;
  [[nodiscard]] views::hold_item hold_item_of(views::reservation_number at) const;
  [[nodiscard]] views::guest_answer guest_answer_of(views::guest_number at) const;
  [[nodiscard]] views::room_item room_item_of(views::hotel_number hotel,
                                              views::room_number room) const;
  /// A page of these reservations by name, with what `item_of` says of each.
  template <class Item, class Query, class ItemOf>
  [[nodiscard]] result<page<Item>> page_by_name(const Query& query,
                                                std::vector<views::reservation_number> found,
                                                ItemOf item_of) const;
  template <class Query>
  [[nodiscard]] result<page<views::stay_item>> page_of_stays(
      const Query& query, std::vector<views::reservation_number> stays) const;
  /// Where a search of a hotel, or of a guest's reservations, begins.
  [[nodiscard]] std::optional<views::reservation_number> first_of(
      const views::find_reservations& query, views::hotel_number hotel) const;
  [[nodiscard]] result<std::vector<views::offer>> offers_for(
      const views::search_availability& query) const;

  views::hotels_view hotels_;
  views::rooms_view rooms_;
  views::reservations_view reservations_;
  views::guests_view guests_;
  views::desk_view desk_;
  views::inventory_view inventory_;
  views::statistics_view statistics_;
  views::sales_view sales_;
  views::blocks_view blocks_;
};

static_assert(read_model<read_views>);

}  // namespace jumak::hotel
