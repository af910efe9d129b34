// time_eval: how many of the gold times are read to the right days from their own words.
//
//     time_eval DATA GOLD_FOLDER... [--show] [--json]
//
// For each claim, its `time` is read as planned where the claim is planned or possible, its `said` never (a thing said has been said).
// "right" asks for the very days; "same" is score.py's same_time: at least half of the days in common.
#include <map>

#include "gold.h"
#include "reader/meaning/time.h"

namespace {

using namespace laut;

struct Count {
  int all = 0;
  int right = 0;
  int same = 0;
};

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
  std::map<std::string, Count> by_language;

  void field(const gold::Article& article, const nlohmann::json& gold, bool planned) {
    const Span span = article.span(gold);
    const auto read = times.read({article.text, span, article.language}, {article.published, std::nullopt, planned});
    const Days want = days_of(gold);
    const Days got = read.meaning.from && read.meaning.to ? Days(DayInterval{*read.meaning.from, *read.meaning.to}) : std::nullopt;
    Count& count = by_language[article.language];
    ++count.all;
    count.right += want == got;
    count.same += same_time(want, got);
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

double share(int part, int all) { return all ? 100.0 * part / all : 0; }

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> folders;
  bool show = false;
  bool json = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--show") {
      show = true;
    } else if (argument == "--json") {
      json = true;
    } else {
      folders.emplace_back(argument);
    }
  }
  if (folders.size() < 2) {
    std::cerr << "usage: time_eval DATA GOLD_FOLDER... [--show] [--json]\n";
    return 2;
  }
  const auto times = meaning::Times::load(folders.front());
  if (!times) {
    std::cerr << times.error().text() << "\n";
    return 1;
  }
  Measure measure{*times, show, {}};
  for (const auto& article : gold::load({folders.begin() + 1, folders.end()})) measure.article(article);
  Count total;
  nlohmann::json by_language = nlohmann::json::object();
  for (const auto& [language, count] : measure.by_language) {
    total.all += count.all;
    total.right += count.right;
    total.same += count.same;
    by_language[language] = {{"right", count.right}, {"same", count.same}, {"all", count.all}};
    if (!json)
      std::printf("%s     right %5.1f %%   same %5.1f %%   of %d\n", language.c_str(), share(count.right, count.all),
                  share(count.same, count.all), count.all);
  }
  if (json) {
    std::cout << nlohmann::json{{"time", {{"right", total.right}, {"same", total.same}, {"all", total.all}, {"by_language", by_language}}}}
              << "\n";
  } else {
    std::printf("all    right %5.1f %%   same %5.1f %%   of %d\n", share(total.right, total.all), share(total.same, total.all), total.all);
  }
  return 0;
}
