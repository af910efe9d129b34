// time_eval: how many of the gold times are read to the right days from their own words.
//
//     time_eval [--data DIR] [--show] [--json] FOLDER...
//
// For each claim, its `time` is read as planned where the claim is planned or possible, its `said` never (a thing said has been said).
// "right" asks for the very days; "same" is score.py's same_time: at least half of the days in common.
#include "gold.h"
#include "reader/meaning/time.h"
#include "tally.h"

namespace {

using namespace laut;

using Days = std::optional<DayInterval>;

Days days_of(const nlohmann::json& gold) {
  if (!gold["from"].is_string() || !gold["to"].is_string()) return std::nullopt;
  const auto from = parse_iso(gold["from"].get<std::string>());
  const auto to = parse_iso(gold["to"].get<std::string>());
  return from && to ? Days(DayInterval{*from, *to}) : std::nullopt;
}

bool same_time(const Days& a, const Days& b) {
  if (!a || !b) return !a && !b;
  const auto shared = (std::min(a->to, b->to) - std::max(a->from, b->from)).count() + 1;
  const auto all = (std::max(a->to, b->to) - std::min(a->from, b->from)).count() + 1;
  return 2 * std::max<long>(shared, 0) >= all;
}

std::string printed(const Days& days) { return days ? to_iso(days->from) + ".." + to_iso(days->to) : "nothing"; }

struct Measure {
  const meaning::Times& times;
  bool show = false;
  gold::Tally& tally;

  void field(const gold::Article& article, const nlohmann::json& gold, bool planned) {
    const Span span = article.span(gold);
    const auto read = times.read({article.text, span, article.language}, {article.published, std::nullopt, planned});
    const Days want = days_of(gold);
    const Days got = read.meaning.from && read.meaning.to ? Days(DayInterval{*read.meaning.from, *read.meaning.to}) : std::nullopt;
    tally.add(article.language, {want == got, same_time(want, got)});
    if (show && want != got)
      std::cout << article.id << "  " << (article.published ? to_iso(*article.published) : "?") << "  '" << span.in(article.text) << "'"
                << (planned ? " planned" : "") << "  want " << printed(want) << "  got " << printed(got) << "  [" << read.by << "]"
                << (same_time(want, got) ? "" : "  WRONG") << "\n";
  }

  void article(const gold::Article& article) {
    for (const auto& claim : article.claims) {
      const auto status = claim.value("status", "happened");
      if (claim.contains("time") && claim["time"].is_object()) field(article, claim["time"], status == "planned" || status == "possible");
      if (claim.contains("said") && claim["said"].is_object()) field(article, claim["said"], false);
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  const auto options = gold::options_of(argc, argv);
  const auto times = meaning::Times::load(options.data);
  if (!times) return std::cerr << times.error().text() << "\n", 1;
  gold::Tally tally("time", {"right", "same"});
  Measure measure{*times, options.show, tally};
  for (const auto& article : gold::load(options.folders)) measure.article(article);
  tally.print(options);
}
