#include "export/jsonl.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "laut/names.h"

namespace laut::exporting {
namespace {

using Json = nlohmann::ordered_json;

// Members of one article's object, with the table that turns bytes into code points.
class Writer {
 public:
  explicit Writer(const Document& document) : document_(document), points_(document.text) {}

  [[nodiscard]] Json document(bool with_text) const {
    Json out;
    if (!document_.id.empty()) out["id"] = document_.id;
    out["sha256"] = document_.sha256;
    if (with_text) out["text"] = document_.text;
    out["title"] = optional(document_.title);
    out["url"] = optional(document_.url);
    out["outlet"] = optional(document_.outlet);
    out["byline"] = optional(document_.byline);
    out["language"] = document_.language;
    out["published"] = day(document_.published);
    out["published_basis"] = name_of(document_.published_basis);
    out["source"] = document_.source;
    return out;
  }

  [[nodiscard]] Json claim(const Claim& claim) const {
    Json out;
    out["id"] = claim.id;
    out["event"] = name_of(claim.event);
    out["trigger"] = span(claim.trigger);
    out["evidence"] = span(claim.evidence);
    out["agent"] = field(claim.agent);
    out["target"] = field(claim.target);
    out["group"] = claim.group ? group(*claim.group) : Json();
    out["count"] = field(claim.count);
    out["part_of"] = optional(claim.part_of);
    out["coverage"] = coverage(claim.coverage);
    out["time"] = field(claim.time);
    out["said"] = field(claim.said);
    out["place"] = field(claim.place);
    out["sources"] = Json::array();
    for (const auto& source : claim.sources) out["sources"].push_back(with(span(source.span), source));
    out["cue"] = claim.cue ? span(*claim.cue) : Json();
    out["stance"] = name_of(claim.stance);
    out["status"] = name_of(claim.status);
    out["quote"] = name_of(claim.quote);
    out["confidence"] = Json::object();
    for (const auto& [name, value] : claim.confidence) out["confidence"][name] = std::round(value * 1000) / 1000;
    out["by"] = claim.by;
    return out;
  }

 private:
  template <class T>
  static Json optional(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
  }

  static Json day(const std::optional<Day>& value) { return value ? Json(to_iso(*value)) : Json(); }

  static Json number(const std::optional<double>& value) {
    if (!value) return {};
    constexpr double exact = 9007199254740992;  // 2^53: integers beyond are no longer told apart
    if (std::floor(*value) == *value && std::abs(*value) < exact) return static_cast<std::int64_t>(*value);
    return *value;
  }

  [[nodiscard]] Json span(Span span) const {
    Json out;
    out["start"] = points_.at(span.begin);
    out["end"] = points_.at(span.end);
    out["text"] = span.in(document_.text);
    return out;
  }

  template <class Meaning>
  [[nodiscard]] Json field(const std::optional<Spanned<Meaning>>& value) const {
    return value ? with(span(value->span), *value) : Json();
  }

  [[nodiscard]] Json with(Json out, const Actor& actor) const {
    out["code"] = optional(actor.code);
    out["name"] = optional(actor.name);
    out["anonymous"] = actor.anonymous;
    if (actor.refers_to) out["refers_to"] = span(*actor.refers_to);
    return out;
  }

  static Json with(Json out, const Figure& figure) {
    out["value"] = number(figure.value);
    out["qualifier"] = name_of(figure.qualifier);
    out["low"] = number(figure.low);
    out["high"] = number(figure.high);
    out["unit"] = figure.unit;
    return out;
  }

  static Json with(Json out, const Time& time) {
    out["from"] = day(time.from);
    out["to"] = day(time.to);
    out["basis"] = name_of(time.basis);
    out["precision"] = name_of(time.precision);
    out["timex"] = optional(time.timex);
    return out;
  }

  static Json with(Json out, const Place& place) {
    out["name"] = place.name;
    out["country"] = optional(place.country);
    out["geonames"] = optional(place.geonames);
    out["lat"] = optional(place.lat);
    out["lon"] = optional(place.lon);
    out["precision"] = name_of(place.precision);
    out["lent"] = place.lent;
    return out;
  }

  static Json group(const Group& group) {
    Json out;
    out["kind"] = name_of(group.kind);
    out["age"] = name_of(group.age);
    out["role"] = optional(group.role);
    return out;
  }

  static Json coverage(const Coverage& coverage) {
    Json out;
    out["kind"] = name_of(coverage.kind);
    out["from"] = day(coverage.from);
    out["to"] = day(coverage.to);
    out["whose"] = name_of(coverage.whose);
    out["assumed"] = coverage.assumed;
    return out;
  }

  const Document& document_;
  CodePoints points_;
};

}  // namespace

std::string json_line(const Document& document, const std::vector<Claim>& claims, const JsonOptions& options) {
  const Writer writer(document);
  Json out;
  out["document"] = writer.document(options.text);
  out["reader"]["name"] = options.reader_name;
  out["reader"]["version"] = options.reader_version;
  out["claims"] = Json::array();
  for (const Claim& claim : claims) out["claims"].push_back(writer.claim(claim));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace laut::exporting
