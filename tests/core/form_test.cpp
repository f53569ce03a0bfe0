#include "core/form.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/names.hpp"

namespace jumak {
namespace {

using few = bounded_integer<struct few_tag, 0, 9>;

namespace plain {
struct box {
  name which;
  few weight;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, weight))
}  // namespace plain

namespace renamed {
struct box {
  name which;
  few mass;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, mass))
}  // namespace renamed

namespace moved {
struct box {
  few weight;
  name which;
};
BOOST_DESCRIBE_STRUCT(box, (), (weight, which))
}  // namespace moved

namespace grown {
struct box {
  name which;
  few weight;
  bool open = false;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, weight, open))
}  // namespace grown

namespace retyped {
struct box {
  name which;
  std::int64_t weight = 0;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, weight))
}  // namespace retyped

namespace maybe {
struct box {
  name which;
  std::optional<few> weight;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, weight))
}  // namespace maybe

enum class colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(colour, red, green)
enum class hue : std::uint8_t { green, red };
BOOST_DESCRIBE_ENUM(hue, green, red)

template <class Box>
struct shelf {
  std::vector<Box> boxes;
};
BOOST_DESCRIBE_STRUCT(shelf<plain::box>, (), (boxes))
BOOST_DESCRIBE_STRUCT(shelf<grown::box>, (), (boxes))

TEST(Form, IsWrittenFromNamesAndTypes) {
  EXPECT_EQ(form_of<std::vector<std::optional<colour>>>(), "[?(red=0,green=1,)]");
  EXPECT_EQ(form_of<shelf<plain::box>>(), "{boxes:[" + form_of<plain::box>() + "],}");
  EXPECT_EQ((form_of<std::map<few, plain::box>>()), "<" + form_of<few>() + form_of<plain::box>() + ">");
  EXPECT_EQ(form_of<plain::box>(), "{which:" + form_of<name>() + ",weight:" + form_of<few>() + ",}");
}

TEST(Form, ChangesWithEverythingThatChangesWhatBytesMean) {
  const std::set<std::string> forms{form_of<plain::box>(),   form_of<renamed::box>(), form_of<moved::box>(),
                                    form_of<grown::box>(),   form_of<retyped::box>(), form_of<maybe::box>(),
                                    form_of<std::vector<plain::box>>()};
  EXPECT_EQ(forms.size(), 7U);
  EXPECT_NE(form_of<colour>(), form_of<hue>());
  EXPECT_NE(form_of<shelf<plain::box>>(), form_of<shelf<grown::box>>()) << "deep inside too";
}

}  // namespace
}  // namespace jumak
