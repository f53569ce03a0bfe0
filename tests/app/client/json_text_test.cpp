#include "app/client/json_text.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace jumak::app::client {
namespace {

namespace json = boost::json;

TEST(JsonText, PrettyBreaksWhatIsLongOrNested) {
  EXPECT_EQ(pretty(R"({"a":1,"b":[1,2],"c":{"d":{"e":null}},"f":[]})"),
            "{\n  \"a\": 1,\n  \"b\": [1,2],\n  \"c\": {\n    \"d\": {\"e\":null}\n  },\n"
            "  \"f\": []\n}");
  const std::string text(80, 't');
  EXPECT_EQ(pretty(R"([1,")" + text + R"("])"), "[\n  1,\n  \"" + text + "\"\n]");
}

TEST(JsonText, LettersStayAsTheyCame) {
  for (const std::string value :
       {"9697.5250", "0.0000", "-0", "1E5", "18446744073709551616", R"("\u00fc\/\"{[,")"}) {
    EXPECT_EQ(pretty(value), value);
    EXPECT_EQ(one_line(" [ " + value + " ,\n\t1 ] "), "[" + value + ",1]");
    EXPECT_EQ(pretty("{\"a\":[[" + value + "]]}"),
              "{\n  \"a\": [\n    [" + value + "]\n  ]\n}");
  }
}

TEST(JsonText, WhiteSpaceInsideTextsStays) {
  EXPECT_EQ(one_line(R"({ "a b" : " c \" d " })"), R"({"a b":" c \" d "})");
}

TEST(JsonText, PrettyChangesNoValue) {
  const std::string nested =
      R"([{"k,{\"":["]",{"a":{}},[[]],"\\"],"empty":[[],{}],"plain":true},[],[1.50,[null]],"x"])";
  EXPECT_EQ(json::parse(pretty(nested)), json::parse(nested));
  EXPECT_EQ(one_line(pretty(nested)), nested);
}

}  // namespace
}  // namespace jumak::app::client
