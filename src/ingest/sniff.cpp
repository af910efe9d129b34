#include "ingest/sniff.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "ingest/markdown.h"

namespace laut::ingest {
namespace {

using namespace std::string_view_literals;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return lower(c); });
  return text;
}

std::string_view skip_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

// "{" before a key or "}", "[" before "{" or "]": "{sic} ..." and "[Agency] ..." are texts.
bool looks_like_json(std::string_view head) {
  head = skip_space(head);
  if (head.empty() || (head.front() != '{' && head.front() != '[')) return false;
  const std::string_view after = skip_space(head.substr(1));
  if (after.empty()) return false;
  return head.front() == '{' ? after.front() == '"' || after.front() == '}' : after.front() == '{' || after.front() == ']';
}

bool looks_like_html(std::string_view head) {
  const std::string start = lower(std::string(skip_space(head).substr(0, 16)));
  return start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") || start.starts_with("<rss");
}

// A fence and then a key: not a text that begins with a rule.
bool looks_like_front_matter(std::string_view head) {
  if (!opens_front_matter(head)) return false;
  const std::string_view second = skip_space(head.substr(3));
  const std::size_t end = second.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return end != 0 && end < second.size() && second[end] == ':';
}

}  // namespace

std::optional<Form> form_of_name(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, Form>, 7> extensions{{{".txt", Form::text},
                                                                                {".text", Form::text},
                                                                                {".md", Form::markdown},
                                                                                {".markdown", Form::markdown},
                                                                                {".json", Form::json},
                                                                                {".jsonl", Form::json_lines},
                                                                                {".ndjson", Form::json_lines}}};
  const std::string extension = lower(std::filesystem::path(name).extension().string());
  for (const auto& [known, form] : extensions)
    if (extension == known) return form;
  return std::nullopt;
}

Form form_of(const std::string& name, std::string_view head) {
  if (const auto form = form_of_name(name)) return *form;
  if (looks_like_json(head)) return Form::json;
  if (looks_like_html(head)) return Form::html;
  return looks_like_front_matter(head) ? Form::markdown : Form::text;
}

std::optional<std::string> foreign(std::string_view head) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 21> marks{
      {{"%PDF-"sv, "a PDF"},
       {"%!PS"sv, "a PostScript file"},
       {R"({\rtf)"sv, "an RTF file"},
       {"PK\x03\x04"sv, "a zip archive (or a Word, OpenDocument or EPUB file)"},
       {"PK\x05\x06"sv, "an empty zip archive"},
       {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word, Excel or Outlook file"},
       {"\x1F\x8B"sv, "a gzip file"},
       {"BZh91AY&SY"sv, "a bzip2 file"},
       {"\xFD\x37zXZ\0"sv, "an xz file"},
       {"\x28\xB5\x2F\xFD"sv, "a zstd file"},
       {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
       {"Rar!\x1A\x07"sv, "a RAR archive"},
       {"\x89PNG\r\n"sv, "a PNG image"},
       {"\xFF\xD8\xFF"sv, "a JPEG image"},
       {"GIF8"sv, "a GIF image"},
       {"II*\0"sv, "a TIFF image"},
       {"MM\0*"sv, "a TIFF image"},
       {"OggS\0"sv, "an Ogg recording"},
       {"\x7F\x45LF"sv, "a program (ELF)"},
       {"SQLite format 3\0"sv, "an SQLite database"},
       {"wOF2"sv, "a font"}}};
  for (const auto& [mark, name] : marks)
    if (head.starts_with(mark)) return std::string(name);
  if (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP")) return "a WebP image";
  if (head.size() > 12 && head.substr(4, 4) == "ftyp") return "a film or picture (MP4, HEIC)";
  return std::nullopt;
}

}  // namespace laut::ingest
