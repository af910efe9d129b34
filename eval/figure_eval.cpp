// Measures the reading of figures on gold: the words of every gold count are read, {low, high, unit} compared.
//
//     figure_eval [--show] [--json] [--data DATA] GOLD_FOLDER...        (a folder of ID.json and ID.txt, e.g. gold/dev/de)
//
// right: bounds within the scorer's tolerance, and person told from thing, as the claim scorer (score.py, same_count) has it;
// strict: bounds equal; unit: the very unit. --show prints what is not right, and what is right but for the unit's name.
#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "gold.h"
#include "laut/claim.h"
#include "laut/names.h"
#include "reader/meaning/figure.h"

namespace {

using nlohmann::json;
using namespace laut;

std::optional<double> bound(const json& count, const char* key) {
  return count.contains(key) && count[key].is_number() ? std::optional<double>(count[key].get<double>()) : std::nullopt;
}

bool same_number(std::optional<double> a, std::optional<double> b) {
  if (!a || !b) return !a && !b;
  const double larger = std::max(*a, *b);
  return std::abs(*a - *b) <= std::max(larger > 20 ? 1.0 : 0.0, 0.02 * larger);
}

bool is_person(const std::string& unit) { return unit.empty() || unit == "person" || unit == "people" || unit == "persons"; }

std::string shown(std::optional<double> number) {
  if (!number) return "-";
  json value = *number;
  if (*number == std::floor(*number) && std::abs(*number) < 1e15) value = static_cast<long long>(*number);
  return value.dump();
}

struct Score {
  int all = 0;
  int right = 0;
  int bounds = 0;  // within tolerance
  int strict = 0;  // equal bounds
  int unit = 0;    // the very unit
};

void show(const gold::Article& article, const json& claim, const meaning::Read<Figure>& read, bool right) {
  const auto& count = claim["count"];
  std::cout << (right ? "unit  " : "wrong ") << article.language << " " << article.id << " " << claim["event"].get<std::string>() << " "
            << count["text"] << " gold " << shown(bound(count, "low")) << ".." << shown(bound(count, "high")) << " "
            << count.value("unit", "person") << ", read " << shown(read.meaning.low) << ".." << shown(read.meaning.high) << " "
            << read.meaning.unit << "  [" << read.by << "]\n";
  if (!right) {
    const Span span = article.span(count);
    const auto begin = span.begin > 60 ? span.begin - 60 : 0;
    std::string around = article.text.substr(begin, span.end + 60 - begin);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::cout << "      ... " << around << " ...\n";
  }
}

void measure(const gold::Article& article, const json& claim, const meaning::Figures& figures, Score& score, bool showing) {
  const auto& count = claim["count"];
  const auto event = from_name<Event>(claim["event"].get<std::string>());
  if (!event) return;
  std::optional<Span> target;
  if (claim.contains("target") && claim["target"].is_object() && claim["target"].contains("start")) target = article.span(claim["target"]);
  const auto read = figures.read({article.text, article.span(count), article.language}, *event, target);
  const auto low = bound(count, "low");
  const auto high = bound(count, "high");
  const std::string unit = count.contains("unit") && count["unit"].is_string() ? count["unit"].get<std::string>() : "person";
  const bool bounds = same_number(low, read.meaning.low) && same_number(high, read.meaning.high);
  const bool right = bounds && is_person(unit) == is_person(read.meaning.unit);
  ++score.all;
  score.right += right;
  score.bounds += bounds;
  score.strict += low == read.meaning.low && high == read.meaning.high;
  score.unit += unit == read.meaning.unit;
  if (showing && (!right || unit != read.meaning.unit)) show(article, claim, read, right);
}

void print(const std::string& name, const Score& score) {
  const auto percent = [&](int n) { return std::to_string(score.all == 0 ? 0.0 : std::round(1000.0 * n / score.all) / 10).substr(0, 5); };
  std::cout << name << ": figure " << score.right << "/" << score.all << " = " << percent(score.right) << "   bounds "
            << percent(score.bounds) << "   strict bounds " << percent(score.strict) << "   exact unit " << percent(score.unit) << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  bool showing = false;
  bool as_json = false;
  std::filesystem::path data = "data";
  std::vector<std::filesystem::path> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--show") {
      showing = true;
    } else if (argument == "--json") {
      as_json = true;
    } else if (argument == "--data" && i + 1 < argc) {
      data = argv[++i];
    } else {
      folders.emplace_back(argument);
    }
  }
  const auto figures = meaning::Figures::load(data);
  if (!figures) {
    std::cerr << figures.error().text() << "\n";
    return 1;
  }
  Score all;
  std::map<std::string, Score> by_language;
  for (const auto& article : gold::load(folders)) {
    for (const auto& claim : article.claims) {
      if (!claim.contains("count") || !claim["count"].is_object() || !claim["count"].contains("start")) continue;
      measure(article, claim, *figures, all, false);
      measure(article, claim, *figures, by_language[article.language], showing && !as_json);
    }
  }
  if (as_json) {
    json languages = json::object();
    for (const auto& [language, score] : by_language) languages[language] = {{"right", score.right}, {"all", score.all}};
    std::cout << json{{"figure", {{"right", all.right}, {"all", all.all}, {"by_language", languages}}}}.dump() << "\n";
    return 0;
  }
  for (const auto& [language, score] : by_language) print(language, score);
  print("all", all);
}
