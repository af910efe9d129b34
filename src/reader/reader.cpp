// The one place where network and meaning meet: a finding's spans get their meaning and become a claim.
#include "laut/reader.h"

#include <algorithm>
#include <thread>
#include <tuple>

#include "base/file.h"
#include "base/table.h"
#include "base/utf8.h"
#include "reader/meaning/actor.h"
#include "reader/meaning/coverage.h"
#include "reader/meaning/figure.h"
#include "reader/meaning/loss.h"
#include "reader/meaning/place.h"
#include "reader/meaning/time.h"
#include "reader/network/network.h"

namespace laut {
namespace {

using meaning::ActorRole;
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
  meaning::Coverages coverages;

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
    auto coverages = meaning::Coverages::load(data);
    if (!coverages) return coverages.error();
    return Meanings{*std::move(losses), *std::move(figures), *std::move(times),
                    *std::move(places), *std::move(actors),  *std::move(coverages)};
  }
};

// Gives the findings of one article their meaning, in the order of their anchors.
class Interpreter {
 public:
  Interpreter(const Document& document, const Meanings& meanings) : document_(document), meanings_(meanings), points_(document.text) {}

  std::vector<Claim> claims(std::vector<Finding> findings) {
    join_losses(findings);
    std::vector<Claim> claims;
    claims.reserve(findings.size());
    for (const Finding& finding : findings) claims.push_back(claim(finding));
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

  Claim claim(const Finding& finding) {
    Claim claim = skeleton(finding);
    add_actors(claim, finding);
    add_count(claim, finding);
    add_times(claim, finding);
    add_place(claim, finding);
    const auto coverage = meanings_.coverages.coverage(claim, phrase(claim.evidence), document_.published);
    claim.coverage = coverage.meaning;
    claim.by["coverage"] = coverage.by;
    if (const auto group = meanings_.coverages.group(claim, document_.text, document_.language)) {
      claim.group = group->meaning;
      claim.by["group"] = group->by;
    }
    return claim;
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
    return claim;
  }

  static void note(Claim& claim, const std::string& field, const Finding& finding, Role role, const std::string& by) {
    claim.confidence[field] = finding.confidence[static_cast<std::size_t>(role)];
    claim.by[field] = by;
  }

  std::optional<Spanned<Actor>> actor(Claim& claim, const std::string& field, const Finding& finding, Role role, ActorRole kind) {
    const auto& span = finding.span(role);
    if (!span) return std::nullopt;
    const auto read = meanings_.actors.read(phrase(*span), kind, document_.published);
    note(claim, field, finding, role, read.by);
    return Spanned<Actor>{read.meaning, *span};
  }

  void add_actors(Claim& claim, const Finding& finding) {
    claim.agent = actor(claim, "agent", finding, Role::agent, ActorRole::agent);
    claim.target = actor(claim, "target", finding, Role::target, ActorRole::target);
    if (auto first = actor(claim, "source", finding, Role::source, ActorRole::source)) claim.sources.push_back(*first);
    if (auto second = actor(claim, "source2", finding, Role::source2, ActorRole::source)) claim.sources.push_back(*second);
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
    if (const auto& span = finding.span(Role::said)) {
      const auto read = meanings_.times.read(phrase(*span), context);
      claim.said = Spanned<Time>{read.meaning, *span};
      note(claim, "said", finding, Role::said, read.by);
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
    const auto read = meanings_.places.read(phrase(*span), last_place_ ? &*last_place_ : nullptr);
    claim.place = Spanned<Place>{read.meaning, *span};
    note(claim, "place", finding, Role::place, read.by);
    last_place_ = read.meaning;
  }

  const Document& document_;
  const Meanings& meanings_;
  CodePoints points_;
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
