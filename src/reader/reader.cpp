// The one place where network and meaning meet: a finding's spans get their meaning and become a claim.
#include "laut/reader.h"

#include <algorithm>
#include <thread>
#include <tuple>

#include "base/file.h"
#include "base/table.h"
#include "base/utf8.h"
#include "reader/meaning/actor.h"
#include "reader/meaning/attribution.h"
#include "reader/meaning/coverage.h"
#include "reader/meaning/figure.h"
#include "reader/meaning/group.h"
#include "reader/meaning/loss.h"
#include "reader/meaning/parts.h"
#include "reader/meaning/place.h"
#include "reader/meaning/quote.h"
#include "reader/meaning/time.h"
#include "reader/network/network.h"

namespace laut {
namespace {

using meaning::Phrase;
using network::Finding;
using network::Role;

constexpr std::size_t kLongestText = std::size_t{4} << 20;  // bytes; a book has one million

struct Meanings {
  meaning::Losses losses;
  meaning::Figures figures;
  meaning::Times times;
  meaning::Places places;
  meaning::Actors actors;
  meaning::Parts parts;
  meaning::Groups groups;
  meaning::Coverages coverages;
  meaning::Attributions attributions;

  static Result<Meanings> load(const std::filesystem::path& data) {
    auto losses = meaning::Losses::load(data);
    if (!losses) return losses.error();
    auto figures = meaning::Figures::load(data);
    if (!figures) return figures.error();
    auto times = meaning::Times::load(data);
    if (!times) return times.error();
    auto places = meaning::Places::load(data);
    if (!places) return places.error();
    auto actors = meaning::Actors::load(data);
    if (!actors) return actors.error();
    auto parts = meaning::Parts::load(data);
    if (!parts) return parts.error();
    auto groups = meaning::Groups::load(data);
    if (!groups) return groups.error();
    auto coverages = meaning::Coverages::load(data);
    if (!coverages) return coverages.error();
    auto attributions = meaning::Attributions::load(data);
    if (!attributions) return attributions.error();
    return Meanings{*std::move(losses), *std::move(figures), *std::move(times),     *std::move(places),      *std::move(actors),
                    *std::move(parts),  *std::move(groups),  *std::move(coverages), *std::move(attributions)};
  }
};

// Gives the findings of one article their meaning, in the order of their anchors.
class Interpreter {
 public:
  Interpreter(const Document& document, const Meanings& meanings)
      : document_(document),
        meanings_(meanings),
        points_(document.text),
        actors_(meanings.actors.article(document.text, document.language, document.published)),
        scene_(meanings.places.survey(document.text, document.language)) {}

  std::vector<Claim> claims(std::vector<Finding> findings) {
    join_losses(findings);
    std::vector<Claim> claims;
    claims.reserve(findings.size());
    for (const Finding& finding : findings) claims.push_back(skeleton(finding));
    attribute(claims);
    for (std::size_t i = 0; i < claims.size(); ++i) add_meaning(claims[i], findings[i]);
    meanings_.parts.tell(claims, document_);
    meanings_.groups.tell(claims, document_);
    meanings_.coverages.tell(claims, document_);
    return claims;
  }

 private:
  // "Killed or wounded" is one loss: the findings that name a side of it become casualties, and those on one anchor one.
  void join_losses(std::vector<Finding>& findings) const {
    for (Finding& finding : findings) {
      if (finding.event != Event::killed && finding.event != Event::wounded) continue;
      const auto joined = meanings_.losses.joined(phrase(finding.span(Role::trigger).value_or(finding.anchor)));
      if (!joined) continue;
      finding.event = Event::casualties;
      finding.spans[static_cast<std::size_t>(Role::trigger)] = joined->meaning;
      if (!finding.span(Role::count)) finding.anchor = first_word(joined->meaning);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      return std::tuple(a.anchor.begin, a.event, -a.probability) < std::tuple(b.anchor.begin, b.event, -b.probability);
    });
    const auto same = [](const Finding& a, const Finding& b) { return a.anchor == b.anchor && a.event == b.event; };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  }

  [[nodiscard]] Span first_word(Span span) const {
    const auto end = span.in(document_.text).find(' ');
    return end == std::string_view::npos ? span : Span{span.begin, span.begin + static_cast<std::uint32_t>(end)};
  }

  // Whose word it is and how it is quoted, told by all claims of the article together.
  void attribute(std::vector<Claim>& claims) const {
    const meaning::Quotations quotations(document_.text, document_.language);
    meanings_.attributions.settle(claims, document_.text, document_.language, quotations);
    for (Claim& claim : claims) {
      const auto form = quotations.form(claim);
      claim.quote = form.meaning;
      claim.by["quote"] = form.by;
    }
  }

  void add_meaning(Claim& claim, const Finding& finding) {
    add_actors(claim, finding);
    add_count(claim, finding);
    add_times(claim, finding);
    add_place(claim, finding);
  }

  [[nodiscard]] Phrase phrase(Span span) const { return {document_.text, span, document_.language}; }

  [[nodiscard]] Claim skeleton(const Finding& finding) const {
    Claim claim;
    claim.id = claim_id(document_.sha256, finding.event, points_.at(finding.anchor.begin), points_.at(finding.anchor.end));
    claim.event = finding.event;
    claim.anchor = finding.anchor;
    claim.trigger = finding.span(Role::trigger).value_or(finding.anchor);
    claim.evidence = finding.span(Role::evidence).value_or(claim.trigger);
    claim.cue = finding.span(Role::cue);
    claim.stance = finding.stance;
    claim.status = finding.status;
    claim.quote = finding.quote;
    claim.confidence = {{"claim", finding.probability},
                        {"stance", finding.stance_confidence},
                        {"status", finding.status_confidence},
                        {"quote", finding.quote_confidence}};
    for (const char* field : {"event", "stance", "status", "quote"}) claim.by[field] = "network";
    if (claim.cue) note(claim, "cue", finding, Role::cue, "network");
    if (const auto& span = finding.span(Role::agent)) claim.agent.emplace().span = *span;
    if (const auto& span = finding.span(Role::said)) {
      claim.said.emplace().span = *span;
      note(claim, "said", finding, Role::said, "network");
    }
    for (const Role role : {Role::source, Role::source2}) {
      if (!finding.span(role)) continue;
      note(claim, claim.sources.empty() ? "source" : "source2", finding, role, "network");
      claim.sources.emplace_back().span = *finding.span(role);
    }
    return claim;
  }

  static void note(Claim& claim, const std::string& field, const Finding& finding, Role role, const std::string& by) {
    claim.confidence[field] = finding.confidence[static_cast<std::size_t>(role)];
    claim.by[field] = by;
  }

  void add_actors(Claim& claim, const Finding& finding) {
    meaning::ClaimWords words{claim.event, finding.span(Role::agent), finding.span(Role::target), finding.span(Role::place), {}};
    for (const auto& source : claim.sources) words.sources.push_back(source.span);
    const auto read = actors_.read(words);
    if (read.agent) {
      claim.agent = Spanned<Actor>{read.agent->meaning, *words.agent};
      note(claim, "agent", finding, Role::agent, read.agent->by);
    }
    if (read.target) {
      claim.target = Spanned<Actor>{read.target->meaning, *words.target};
      note(claim, "target", finding, Role::target, read.target->by);
    }
    for (std::size_t i = 0; i < claim.sources.size(); ++i) {
      static_cast<Actor&>(claim.sources[i]) = read.sources[i].meaning;
      std::string& by = claim.by[i == 0 ? "source" : "source2"];
      by = by.starts_with("attribution") ? by + "; " + read.sources[i].by : read.sources[i].by;
    }
  }

  void add_count(Claim& claim, const Finding& finding) const {
    const auto& span = finding.span(Role::count);
    if (!span) return;
    const auto read = meanings_.figures.read(phrase(*span), claim.event, finding.span(Role::target));
    claim.count = Spanned<Figure>{read.meaning, *span};
    note(claim, "count", finding, Role::count, read.by);
  }

  // A day of saying that is one day is the day that relative words inside a quotation count from.
  static std::optional<Day> utterance(const Claim& claim) {
    const bool quoted = claim.quote == Quote::direct || claim.quote == Quote::mixed;
    if (!quoted || !claim.said || !claim.said->from || claim.said->from != claim.said->to) return std::nullopt;
    return claim.said->from;
  }

  void add_times(Claim& claim, const Finding& finding) const {
    meaning::TimeContext context{document_.published, std::nullopt, false};
    if (claim.said) {
      const auto read = meanings_.times.read(phrase(claim.said->span), context);
      static_cast<Time&>(*claim.said) = read.meaning;
      claim.by["said"] = read.by;
    }
    if (const auto& span = finding.span(Role::time)) {
      context.utterance = utterance(claim);
      context.planned = claim.status == Status::planned || claim.status == Status::possible;
      const auto read = meanings_.times.read(phrase(*span), context);
      claim.time = Spanned<Time>{read.meaning, *span};
      note(claim, "time", finding, Role::time, read.by);
    }
  }

  void add_place(Claim& claim, const Finding& finding) {
    const auto& span = finding.span(Role::place);
    if (!span) return;
    const auto read = meanings_.places.read(phrase(*span), last_place_ ? &*last_place_ : nullptr, &scene_);
    claim.place = Spanned<Place>{read.meaning, *span};
    note(claim, "place", finding, Role::place, read.by);
    last_place_ = read.meaning;
  }

  const Document& document_;
  const Meanings& meanings_;
  CodePoints points_;
  meaning::ArticleActors actors_;
  meaning::Scene scene_;  // what the article speaks of
  std::optional<Place> last_place_;
};

int unresolved(const std::vector<Claim>& claims) {
  int many = 0;
  for (const Claim& claim : claims)
    for (const auto* time : {&claim.time, &claim.said})
      if (*time && (*time)->basis == TimeBasis::unresolved) ++many;
  return many;
}

}  // namespace

struct Reader::Parts {
  network::Network network;
  Meanings meanings;
  std::vector<std::string> languages;
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const ReaderOptions& options) {
  std::filesystem::path home = options.home;
  if (home.empty()) {
    auto found = resource_folder();
    if (!found) return found.error();
    home = *found;
  }
  const int threads = options.threads > 0 ? options.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  auto meanings = Meanings::load(home / "data");
  if (!meanings) return meanings.error();
  auto network = network::Network::load(home / "models", options.cache, threads);
  if (!network) return network.error();
  return Reader(std::make_unique<Parts>(Parts{*std::move(network), *std::move(meanings), languages_in(home / "data")}));
}

Result<Reading> Reader::read(const Document& document) const {
  Reading reading;
  reading.language_known = std::binary_search(parts_->languages.begin(), parts_->languages.end(), document.language);
  if (!reading.language_known) return reading;
  if (document.text.size() > kLongestText)
    return Error{ErrorKind::limit,
                 "a text of " + std::to_string(document.text.size() >> 20) + " MB; one article may have " +
                     std::to_string(kLongestText >> 20) + " MB",
                 document.source};
  const auto findings = parts_->network.find(document.text);
  if (!findings) return Error{findings.error().kind, findings.error().message, document.source};
  reading.claims = Interpreter(document, parts_->meanings).claims(*findings);
  reading.unresolved_times = unresolved(reading.claims);
  return reading;
}

std::string Reader::version() const { return LAUT_VERSION "+" + parts_->network.version(); }
int Reader::threads() const { return parts_->network.lanes(); }

}  // namespace laut
