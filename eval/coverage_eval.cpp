// Measures coverage, group, unit and part_of alone, on the annotated spans of made-up examples (eval/coverage/README.md).
//
//     coverage_eval [--data DIR] [--show] [--json] [--split learn|test] [FILE]
//
// The words of count, target, time and place are the annotation's; what they mean is read by the program's own readers, but for the codes
// of actors, which nothing here looks at. Printed: share of
// claims with the right kind of coverage; with all of it right (kind, whose, assumed, from, to); group's kind, age, role; unit (of claims
// with a count); and part_of. A group must be told where the annotation has one, and only there: else all of its three are wrong.
#include <algorithm>
#include <fstream>

#include "gold.h"
#include "laut/document.h"
#include "laut/names.h"
#include "reader/meaning/coverage.h"
#include "reader/meaning/figure.h"
#include "reader/meaning/group.h"
#include "reader/meaning/parts.h"
#include "reader/meaning/place.h"
#include "reader/meaning/time.h"
#include "tally.h"

namespace {

using laut::Claim;
using laut::Span;
using laut::gold::Article;
using nlohmann::json;

struct Readers {
  laut::meaning::Figures figures;
  laut::meaning::Times times;
  laut::meaning::Places places;
  laut::meaning::Parts parts;
  laut::meaning::Groups groups;
  laut::meaning::Coverages coverages;
};

template <class Kind>
Kind loaded(const std::filesystem::path& data) {
  auto kind = Kind::load(data);
  if (kind) return *std::move(kind);
  std::cerr << kind.error().text() << "\n";
  std::exit(1);
}

std::optional<Span> span_of(const Article& article, const json& claim, const char* field) {
  if (!claim.contains(field) || !claim[field].is_object()) return std::nullopt;
  return article.span(claim[field]);
}

/// A claim of the annotation with its words read; its id is its index.
Claim read_claim(const Article& article, const json& gold, std::size_t index, const Readers& readers, const laut::meaning::Scene& scene) {
  Claim claim;
  claim.id = std::to_string(index);
  claim.event = laut::from_name<laut::Event>(gold["event"].get<std::string>()).value();
  claim.trigger = article.span(gold["trigger"]);
  claim.evidence = article.span(gold["evidence"]);
  const auto phrase = [&](Span span) { return laut::meaning::Phrase{article.text, span, article.language}; };
  const auto target = span_of(article, gold, "target");
  const auto place = span_of(article, gold, "place");
  claim.anchor = claim.trigger;
  if (target) claim.target = laut::Spanned<laut::Actor>{{}, *target};
  if (const auto count = span_of(article, gold, "count")) {
    claim.count = laut::Spanned<laut::Figure>{readers.figures.read(phrase(*count), claim.event, target).meaning, *count};
    if (laut::is_loss(claim.event)) claim.anchor = *count;
  }
  if (const auto time = span_of(article, gold, "time")) {
    const laut::meaning::TimeContext context{article.published, std::nullopt, false};
    claim.time = laut::Spanned<laut::Time>{readers.times.read(phrase(*time), context).meaning, *time};
  }
  if (place) claim.place = laut::Spanned<laut::Place>{readers.places.read(phrase(*place), nullptr, &scene).meaning, *place};
  return claim;
}

std::string text_of(const json& value) { return value.is_null() ? "-" : value.is_string() ? value.get<std::string>() : value.dump(); }
std::string iso(std::optional<laut::Day> day) { return day ? laut::to_iso(*day) : "-"; }

/// What is compared: the annotation's and the program's side in the same words.
struct Answer {
  std::string kind, coverage, group, age, role, unit, part;
};

Answer answer_of(const json& gold) {
  const auto& coverage = gold["coverage"];
  Answer answer;
  answer.kind = text_of(coverage["kind"]);
  answer.coverage = answer.kind + " " + text_of(coverage["from"]) + " " + text_of(coverage["to"]) + " " + text_of(coverage["whose"]) + " " +
                    text_of(coverage["assumed"]);
  const auto& group = gold["group"];
  answer.group = group.is_null() ? "none" : text_of(group["kind"]);
  answer.age = group.is_null() ? "none" : text_of(group["age"]);
  answer.role = group.is_null() ? "none" : text_of(group["role"]);
  answer.unit = gold["count"].is_object() ? text_of(gold["count"]["unit"]) : "-";
  answer.part = text_of(gold["part_of"]);
  return answer;
}

Answer answer_of(const Claim& claim) {
  const auto& coverage = claim.coverage;
  Answer answer;
  answer.kind = laut::name_of(coverage.kind);
  answer.coverage = answer.kind + " " + iso(coverage.from) + " " + iso(coverage.to) + " " + std::string(laut::name_of(coverage.whose)) +
                    " " + (coverage.assumed ? "true" : "false");
  answer.group = claim.group ? laut::name_of(claim.group->kind) : "none";
  answer.age = claim.group ? laut::name_of(claim.group->age) : "none";
  answer.role = claim.group ? claim.group->role.value_or("-") : "none";
  answer.unit = claim.count ? claim.count->unit : "-";
  answer.part = claim.part_of.value_or("-");
  return answer;
}

void show(const Article& article, const Claim& claim, const char* field, const std::string& want, const std::string& have) {
  if (want == have) return;
  const auto by = claim.by.find(field);
  std::cout << article.id << "#" << claim.id << "\t" << field << "\tgold " << want << "\tread " << have << "\t"
            << (by == claim.by.end() ? "" : by->second) << "\t" << article.text << "\n";
}

void measure(const Article& article, const Readers& readers, bool shows, laut::gold::Tally& tally, laut::gold::Tally& units) {
  laut::Document document;
  document.text = article.text;
  document.language = article.language;
  document.published = article.published;
  const auto scene = readers.places.survey(article.text, article.language);
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < article.claims.size(); ++i) claims.push_back(read_claim(article, article.claims[i], i, readers, scene));
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.anchor.begin < b.anchor.begin; });
  readers.parts.tell(claims, document);
  readers.groups.tell(claims, document);
  readers.coverages.tell(claims, document);
  for (const auto& claim : claims) {
    const auto want = answer_of(article.claims[std::stoul(claim.id)]);
    const auto have = answer_of(claim);
    tally.add(article.language, {want.kind == have.kind, want.coverage == have.coverage, want.group == have.group, want.age == have.age,
                                 want.role == have.role, want.part == have.part});
    if (claim.count) units.add(article.language, {want.unit == have.unit});
    if (!shows) continue;
    show(article, claim, "coverage", want.coverage, have.coverage);
    show(article, claim, "group", want.group + " " + want.age + " " + want.role, have.group + " " + have.age + " " + have.role);
    show(article, claim, "unit", want.unit, have.unit);
    show(article, claim, "part_of", want.part, have.part);
  }
}

std::vector<Article> examples(const std::filesystem::path& file, const std::string& split) {
  std::vector<Article> articles;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto row = json::parse(line, nullptr, false);
    if (!row.is_object() || row.value("split", "") != split) continue;
    Article article{row["id"], row["text"], row["language"], laut::parse_iso(row["published"].get<std::string>()), row["claims"]};
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace

int main(int argc, char** argv) {
  auto options = laut::gold::options_of(argc, argv);
  std::string split = "test";
  auto& files = options.folders;
  if (const auto option = std::find(files.begin(), files.end(), "--split"); option != files.end() && option + 1 != files.end()) {
    split = (option + 1)->string();
    files.erase(option, option + 2);
  }
  const auto file = files.empty() ? std::filesystem::weakly_canonical(options.data).parent_path() / "eval" / "coverage" / "examples.jsonl"
                                  : files.front();
  const auto& data = options.data;
  const Readers readers{loaded<laut::meaning::Figures>(data), loaded<laut::meaning::Times>(data),  loaded<laut::meaning::Places>(data),
                        loaded<laut::meaning::Parts>(data),   loaded<laut::meaning::Groups>(data), loaded<laut::meaning::Coverages>(data)};
  laut::gold::Tally tally("coverage", {"kind", "whole", "group", "age", "role", "part_of"});
  laut::gold::Tally units("unit", {"unit"});
  for (const auto& article : examples(file, split)) measure(article, readers, options.show, tally, units);
  tally.print(options);
  if (!options.json) units.print(options);
  return 0;
}
