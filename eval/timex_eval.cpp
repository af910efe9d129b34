// timex_eval: the tagger of time expressions against a folder of TimeML files, measured as TempEval-3 does.
//
//     timex_eval [--data DIR] [--show] [--json] FOLDER...      (German)
//
// strict: the same words; relaxed: words that overlap; value: overlapping and with the right value, type: with the right type.
// Each as F1. The file's DCT is the day that relative words count from; it is itself not among the expressions.
#include "gold.h"
#include "reader/meaning/time.h"
#include "tally.h"

namespace {

using namespace laut;

struct TimemlFile {
  std::string text;  // without tags
  std::optional<Day> published;
  std::vector<meaning::Timex> gold;
};

std::string attribute(std::string_view tag, std::string_view name) {
  const auto at = tag.find(" " + std::string(name) + "=\"");
  if (at == std::string_view::npos) return "";
  const auto begin = at + name.size() + 3;
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

void append_entity(std::string_view source, std::size_t& at, std::string& out) {
  static constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [name, character] : entities)
    if (source.substr(at).starts_with(name)) {
      out += character;
      at += name.size();
      return;
    }
  out += source[at++];
}

TimemlFile parse(std::string_view xml) {
  TimemlFile file;
  const auto dct = xml.find("<DCT>");
  if (dct != std::string_view::npos) file.published = parse_iso(attribute(xml.substr(dct + 5, xml.find('>', dct + 5) - dct - 5), "value"));
  std::size_t at = xml.find("<TEXT>");
  const std::size_t end = xml.find("</TEXT>");
  if (at == std::string_view::npos || end == std::string_view::npos) return file;
  at += 6;
  std::string_view body = xml.substr(0, end);
  while (at < body.size()) {
    if (body[at] != '<') {
      append_entity(body, at, file.text);
      continue;
    }
    const std::string_view tag = body.substr(at, body.find('>', at) - at);
    const auto here = static_cast<std::uint32_t>(file.text.size());
    if (tag.starts_with("<TIMEX3")) file.gold.push_back({{here, here}, attribute(tag, "type"), attribute(tag, "value")});
    if (tag.starts_with("</TIMEX3") && !file.gold.empty()) file.gold.back().span.end = here;
    at += tag.size() + 1;
  }
  std::erase_if(file.gold, [](const meaning::Timex& timex) { return timex.span.empty(); });
  return file;
}

struct Score {
  int gold = 0;
  int found = 0;
  int strict = 0;
  int relaxed = 0;
  int type = 0;
  int value = 0;

  [[nodiscard]] double f1(int right) const { return gold + found ? 200.0 * right / (gold + found) : 0; }

  void add(const TimemlFile& file, const std::vector<meaning::Timex>& tagged, bool show) {
    gold += static_cast<int>(file.gold.size());
    found += static_cast<int>(tagged.size());
    std::vector<bool> used(tagged.size());
    for (const auto& want : file.gold) {
      std::size_t i = 0;
      while (i < tagged.size() && (used[i] || !tagged[i].span.overlaps(want.span))) ++i;
      if (i == tagged.size()) {
        if (show) std::cout << "  missed    '" << want.span.in(file.text) << "' " << want.type << " " << want.value << "\n";
        continue;
      }
      used[i] = true;
      ++relaxed;
      strict += tagged[i].span == want.span;
      type += tagged[i].type == want.type;
      value += tagged[i].value == want.value;
      if (show && (tagged[i].value != want.value || tagged[i].span != want.span))
        std::cout << "  " << (tagged[i].value == want.value ? "extent" : "VALUE ") << "    '" << want.span.in(file.text) << "' "
                  << want.type << " " << want.value << "  got '" << tagged[i].span.in(file.text) << "' " << tagged[i].type << " "
                  << tagged[i].value << "\n";
    }
    for (std::size_t i = 0; show && i < tagged.size(); ++i)
      if (!used[i])
        std::cout << "  spurious  '" << tagged[i].span.in(file.text) << "' " << tagged[i].type << " " << tagged[i].value << "\n";
  }
};

std::vector<std::filesystem::path> timeml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = gold::options_of(argc, argv);
  const auto times = meaning::Times::load(options.data);
  if (!times) return std::cerr << times.error().text() << "\n", 1;
  Score score;
  for (const auto& folder : options.folders)
    for (const auto& path : timeml_files(folder)) {
      const TimemlFile file = parse(gold::slurp(path));
      if (options.show) std::cout << path.filename().string() << " " << (file.published ? to_iso(*file.published) : "?") << "\n";
      score.add(file, times->tag(file.text, "de", file.published), options.show);
    }
  const nlohmann::ordered_json shares{{"value", score.f1(score.value)},
                                      {"type", score.f1(score.type)},
                                      {"relaxed", score.f1(score.relaxed)},
                                      {"strict", score.f1(score.strict)},
                                      {"of", score.gold}};
  if (options.json) {
    std::cout << nlohmann::json{{"timex", {{"all", shares}}}} << "\n";
  } else {
    for (const auto& [name, value] : shares.items()) std::cout << name << " " << value << "  ";
    std::cout << "(F1 in per cent; of: expressions annotated)\n";
  }
}
