#include "tests/golden/released_forms.hpp"

#include "domain/views/read_views.hpp"
#include "hosting/for_each_type.hpp"
#include "hosting/typed_kind.hpp"
#include "tests/golden/sample.hpp"
#include "wire/strict_json.hpp"

namespace jumak::golden {
namespace {

using deciders = hotel::read_views::deciders;

template <class Value>
std::string json_of(const Value& value) {
  std::string text;
  wire::write_json(text, value);
  return text;
}

template <class Value>
golden_file file_of(std::string_view kind, std::string_view what, unsigned form, const Value& value) {
  return {std::string(kind) + " " + std::string(what) + " " + std::string(Value::type) + ", form " + std::to_string(form),
          json_of(value), packed(value)};
}

/// Of the struct alone; `Event` may be an earlier schema.
template <class Event>
std::optional<std::string> struct_complaint(const golden_file& file) {
  const auto value = unpacked<Event>(file.packed);
  if (!value) return "its bytes can be read no more";
  if (packed(*value) != file.packed) return "it is packed otherwise now";
  if (json_of(*value) != file.json) return "its bytes mean something else now: " + json_of(*value);
  const Event now = sample_of<Event>();
  if (json_of(now) != file.json) return "it has other members or values now: " + json_of(now);
  return std::nullopt;
}

template <class Decider, class Event>
void add_event_forms(std::vector<event_form>& forms) {
  event_form form;
  form.kind = Decider::kind;
  form.type = Event::type;
  form.schema = Event::schema;
  form.sample = file_of(Decider::kind, "event", Event::schema, sample_of<Event>());
  form.complaint = [title = form.sample.title](const golden_file& file) -> std::optional<std::string> {
    if (file.title != title) return "its title is not " + title;
    if (auto complaint = struct_complaint<Event>(file)) return complaint;
    // As every reader of the log decodes it, through its upcasters.
    std::string json;
    const event_view stored{"", Event::type, Event::schema, version(1), version(1), file.packed};
    const auto read = hosting::typed_kind<Decider>().write_event_data(json, stored);
    return read ? std::nullopt : std::optional(read.error().message);
  };
  forms.push_back(std::move(form));
  if constexpr (Event::schema > 1) add_event_forms<Decider, typename Event::earlier>(forms);
}

/// The command as a client's JSON says it; those of the engine come from nobody, but are fingerprinted alike.
template <class Command>
result<Command> command_from(const golden_file& file) {
  const auto json = wire::parse_strict(file.json);
  if (!json) return tl::unexpected(json.error());
  return wire::decode<Command>(json->as_object(), "data");
}

template <class Command>
command_form command_form_of(std::string_view kind) {
  command_form form;
  form.kind = kind;
  form.type = Command::type;
  form.sample = [kind = form.kind](unsigned number) { return file_of(kind, "command", number, sample_of<Command>()); };
  form.refused = [](const golden_file& file) -> std::optional<std::string> {
    const auto value = command_from<Command>(file);
    return value ? std::nullopt : std::optional(value.error().message);
  };
  form.is_current = [](const golden_file& file) {
    const auto value = command_from<Command>(file);
    return value && packed(*value) == file.packed && json_of(sample_of<Command>()) == file.json;
  };
  return form;
}

}  // namespace

std::vector<event_form> event_forms() {
  std::vector<event_form> forms;
  hosting::for_each_type<deciders>([&](auto identity) {
    using decider = typename decltype(identity)::type;
    hosting::for_each_type<typename decider::event>(
        [&](auto event) { add_event_forms<decider, typename decltype(event)::type>(forms); });
  });
  return forms;
}

std::vector<command_form> command_forms() {
  std::vector<command_form> forms;
  hosting::for_each_type<deciders>([&](auto identity) {
    using decider = typename decltype(identity)::type;
    hosting::for_each_type<typename decider::command>(
        [&](auto command) { forms.push_back(command_form_of<typename decltype(command)::type>(decider::kind)); });
  });
  return forms;
}

std::filesystem::path golden_folder() { return JUMAK_GOLDEN_FOLDER; }

unsigned forms_of(const command_form& command) {
  unsigned forms = 0;
  while (std::filesystem::exists(golden_folder() / command.path(forms + 1))) ++forms;
  return forms;
}

std::vector<std::filesystem::path> write_missing() {
  std::vector<std::filesystem::path> written;
  const auto write = [&](const std::filesystem::path& path, const golden_file& file) {
    write_golden(golden_folder() / path, file);
    written.push_back(path);
  };
  for (const event_form& form : event_forms()) {
    if (!std::filesystem::exists(golden_folder() / form.path())) write(form.path(), form.sample);
  }
  for (const command_form& form : command_forms()) {
    const unsigned forms = forms_of(form);
    const auto newest = read_golden(golden_folder() / form.path(forms));
    if (!newest || !form.is_current(*newest)) write(form.path(forms + 1), form.sample(forms + 1));
  }
  return written;
}

}  // namespace jumak::golden
