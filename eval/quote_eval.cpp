// Measures the quotation form on gold: evidence, trigger, sources and cue of every gold claim are given, the form is told by the marks.
//
//     quote_eval [--data DIR] [--show] [--json] FOLDER...        (a folder of ID.json and ID.txt, e.g. gold/dev/de)
//
// right: the very form; attributed: the form of the claims that have a source (without one it is none); speaker: of the claims in marks,
// how many have a speaker named beside the quotation, and how many of those named are the gold source. --show prints what is not right.
#include <iostream>
#include <string>

#include "gold.h"
#include "laut/claim.h"
#include "laut/names.h"
#include "reader/meaning/attribution.h"
#include "reader/meaning/quote.h"
#include "tally.h"

namespace {

using nlohmann::json;
using namespace laut;

bool is_span(const json& claim, const char* field) {
  return claim.contains(field) && claim[field].is_object() && claim[field].contains("start");
}

Claim skeleton(const gold::Article& article, const json& gold) {
  Claim claim;
  claim.evidence = article.span(gold["evidence"]);
  claim.trigger = is_span(gold, "trigger") ? article.span(gold["trigger"]) : claim.evidence;
  if (is_span(gold, "cue")) claim.cue = article.span(gold["cue"]);
  for (const auto& source : gold.value("sources", json::array())) claim.sources.emplace_back().span = article.span(source);
  return claim;
}

void show(const gold::Article& article, const Claim& claim, Quote want, const meaning::Read<Quote>& read) {
  const auto begin = claim.evidence.begin > 120 ? claim.evidence.begin - 120 : 0;
  std::string around = article.text.substr(begin, claim.evidence.begin - begin) + "[[" + std::string(claim.evidence.in(article.text)) +
                       "]]" + article.text.substr(claim.evidence.end, 60);
  std::replace(around.begin(), around.end(), '\n', ' ');
  std::cout << article.language << " " << article.id << " gold " << name_of(want) << ", read " << name_of(read.meaning) << "  [" << read.by
            << "]\n      ... " << around << " ...\n";
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = gold::options_of(argc, argv);
  const auto attributions = meaning::Attributions::load(options.data);
  if (!attributions) return std::cerr << attributions.error().text() << "\n", 1;
  gold::Tally tally("quote", {"right"});
  gold::Tally attributed("attributed", {"right"});
  gold::Tally speakers("speaker", {"named"});
  gold::Tally named("named", {"right"});
  for (const auto& article : gold::load(options.folders)) {
    const meaning::Quotations quotations(article.text, article.language);
    for (const auto& gold : article.claims) {
      const auto want = from_name<Quote>(gold.value("quote", ""));
      if (!want || !is_span(gold, "evidence")) continue;
      const Claim claim = skeleton(article, gold);
      const auto read = quotations.form(claim);
      tally.add(article.language, {read.meaning == *want});
      if (!claim.sources.empty()) attributed.add(article.language, {read.meaning == *want});
      if (options.show && read.meaning != *want) show(article, claim, *want, read);
      const Span* around = quotations.around(claim.trigger.begin);
      if (!around || claim.sources.empty()) continue;
      const auto speaker = attributions->speaker(article.text, article.language, quotations, *around);
      speakers.add(article.language, {speaker.has_value()});
      if (!speaker) continue;
      const bool right = speaker->name.overlaps(claim.sources.front().span);
      named.add(article.language, {right});
      if (options.show && !right)
        std::cout << article.id << " speaker " << speaker->name.in(article.text) << " | " << speaker->cue.in(article.text) << " gold "
                  << claim.sources.front().span.in(article.text) << "\n";
    }
  }
  tally.print(options);
  if (options.json) return 0;
  attributed.print(options);
  speakers.print(options);
  named.print(options);
}
