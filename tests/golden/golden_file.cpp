#include "tests/golden/golden_file.hpp"

#include <fstream>
#include <stdexcept>

namespace jumak::golden {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::string_view json_start = "json ";
constexpr std::string_view indent = "  ";
constexpr std::size_t bytes_per_line = 48;

std::string hex_lines(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at % bytes_per_line == 0) text += (at == 0 ? "" : "\n") + std::string(indent);
    const auto byte = static_cast<unsigned char>(bytes[at]);
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
  }
  return text + "\n";
}

std::optional<std::string> bytes_of(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) return std::nullopt;
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    const std::size_t high = digits.find(hex[at]);
    const std::size_t low = digits.find(hex[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

}  // namespace

std::optional<golden_file> read_golden(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  golden_file file;
  std::string json;
  std::string start;
  std::getline(in, file.title);
  std::getline(in, json);
  std::getline(in, start);
  std::string hex;
  for (std::string line; std::getline(in, line);) hex += line.starts_with(indent) ? line.substr(indent.size()) : line;
  const auto bytes = bytes_of(hex);
  if (!json.starts_with(json_start) || start != "packed" || !bytes) {
    throw std::runtime_error(path.string() + " is no golden file");
  }
  file.json = json.substr(json_start.size());
  file.packed = *bytes;
  return file;
}

void write_golden(const std::filesystem::path& path, const golden_file& file) {
  if (std::filesystem::exists(path)) throw std::runtime_error(path.string() + " is there; released forms never change");
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << file.title << '\n' << json_start << file.json << "\npacked\n" << hex_lines(file.packed);
  if (!out.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

}  // namespace jumak::golden
