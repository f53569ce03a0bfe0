#pragma once

#include <string>

namespace jumak::app::client {

/// A few made-up rows in the form of the data set, columns in another order than there.
class small_bookings {
 public:
  /// One row. What is not set is an ordinary stay of two nights.
  struct row {
    std::string hotel = "Inn";
    std::string lead_time = "3";
    std::string year = "2020";
    std::string month = "May";
    std::string day = "10";
    std::string weekend_nights = "1";
    std::string week_nights = "1";
    std::string adults = "2";
    std::string children = "0";
    std::string babies = "0";
    std::string reserved = "S";
    std::string assigned = "S";
    std::string adr = "50.5";
    std::string status = "Check-Out";
    std::string status_date = "2020-05-12";
    std::string country = "KOR";
  };

  small_bookings& add(const row& r) {
    text_ += r.adr + "," + r.hotel + "," + r.lead_time + "," + r.year + "," + r.month + "," +
             r.day + "," + r.weekend_nights + "," + r.week_nights + "," + r.adults + "," +
             r.children + "," + r.babies + ",BB," + r.country + ",\"Direct, by phone\",Direct," +
             r.reserved + "," + r.assigned + ",No Deposit," + r.status + "," + r.status_date +
             ",\r\n";
    return *this;
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_ =
      "adr,hotel,lead_time,arrival_date_year,arrival_date_month,arrival_date_day_of_month,"
      "stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,meal,country,"
      "market_segment,distribution_channel,reserved_room_type,assigned_room_type,deposit_type,"
      "reservation_status,reservation_status_date,ignored\r\n";
};

}  // namespace jumak::app::client
