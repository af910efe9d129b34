// Measures the reading of figures on gold: the words of every gold count are read, {low, high, unit} compared.
//
//     figure_eval [--data DIR] [--show] [--json] FOLDER...        (a folder of ID.json and ID.txt, e.g. gold/dev/de)
//
// right: bounds within the scorer's tolerance, and person told from thing, as the claim scorer (score.py, same_count) has it;
// strict: bounds equal; unit: the very unit. --show prints what is not right, and what is right but for the unit's name.
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

#include "gold.h"
#include "laut/claim.h"
#include "laut/names.h"
#include "reader/meaning/figure.h"
#include "tally.h"

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

void measure(const gold::Article& article, const json& claim, const meaning::Figures& figures, gold::Tally& tally, bool showing) {
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
  tally.add(article.language, {right, low == read.meaning.low && high == read.meaning.high, unit == read.meaning.unit});
  if (showing && (!right || unit != read.meaning.unit)) show(article, claim, read, right);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = gold::options_of(argc, argv);
  const auto figures = meaning::Figures::load(options.data);
  if (!figures) return std::cerr << figures.error().text() << "\n", 1;
  gold::Tally tally("figure", {"right", "strict", "unit"});
  for (const auto& article : gold::load(options.folders))
    for (const auto& claim : article.claims)
      if (claim.contains("count") && claim["count"].is_object() && claim["count"].contains("start"))
        measure(article, claim, *figures, tally, options.show);
  tally.print(options);
}
