#include "ingest/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"

namespace laut::ingest {
namespace {

using Json = nlohmann::json;

constexpr int kDepth = 64;

// "[json.exception.parse_error.101] parse error at ...: syntax error while parsing value - REASON; last read: '...'" -> REASON. What was
// read last may be the whole text.
std::string reason_of(std::string_view message) {
  if (const auto dash = message.find(" - "); dash != std::string_view::npos)
    message.remove_prefix(dash + 3);
  else if (const auto bracket = message.find("] "); bracket != std::string_view::npos)
    message.remove_prefix(bracket + 2);
  return std::string(message.substr(0, std::min(message.find("; last read"), std::size_t{120})));
}

// Listens to the walk. `level` is the depth of an article's own fields: 1, in an array 2.
class Listener : public nlohmann::json_sax<Json> {
 public:
  explicit Listener(JsonArticles& out) : out_(out) {}

  bool null() override { return value(nullptr); }
  bool boolean(bool /*value*/) override { return value("a truth value"); }
  bool number_integer(number_integer_t number) override { return whole_number(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return whole_number(std::to_string(number)); }
  bool number_float(number_float_t /*number*/, const string_t& /*digits*/) override { return value("a number"); }
  bool binary(binary_t& /*bytes*/) override { return value("binary"); }

  bool string(string_t& text) override {
    if (!at_fields()) return value("a string");
    if (auto* field = field_of(article_, key_)) *field = std::move(text);
    return true;
  }

  bool key(string_t& name) override {
    key_ = std::move(name);
    if (depth_ == level_ && key_ == "claims") article_.has_claims = true;
    return true;
  }

  bool start_object(std::size_t /*elements*/) override {
    const bool is_document = depth_ == level_ && depth_ > 0 && key_ == "document";
    if (!is_document && depth_ + 1 != level_) value("an object");
    if (!deeper()) return false;
    if (depth_ == level_) article_ = {};
    in_document_ = in_document_ || is_document;
    return true;
  }

  bool end_object() override {
    if (depth_ == level_) out_.articles.push_back(std::exchange(article_, {}));
    if (depth_ == level_ + 1) in_document_ = false;
    --depth_;
    return true;
  }

  bool start_array(std::size_t /*elements*/) override {
    if (depth_ == 0) {
      out_.is_array = true;
      level_ = 2;
    } else {
      value("an array");
    }
    return deeper();
  }

  bool end_array() override {
    --depth_;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*last_token*/, const nlohmann::detail::exception& error) override {
    out_.error = Error{ErrorKind::input, "not JSON at byte " + std::to_string(position) + ": " + reason_of(error.what()), ""};
    return false;
  }

 private:
  [[nodiscard]] bool at_fields() const { return depth_ > 0 && (depth_ == level_ || (depth_ == level_ + 1 && in_document_)); }

  bool whole_number(std::string digits) {
    if (!at_fields() || key_ != "id") return value("a number");
    article_.id = std::move(digits);
    return true;
  }

  // A value that is no string: `what` names it, nullptr is null.
  bool value(const char* what) {
    if (depth_ < level_) {
      Article none;
      none.problem = "not a JSON object";
      out_.articles.push_back(std::move(none));
    } else if (at_fields() && what != nullptr && field_of(article_, key_) != nullptr && !article_.problem) {
      article_.problem = '"' + key_ + "\" is " + what + ", not a string";
    }
    return true;
  }

  bool deeper() {
    if (++depth_ <= kDepth) return true;
    out_.error = Error{ErrorKind::limit, "JSON nested deeper than " + std::to_string(kDepth), ""};
    return false;
  }

  JsonArticles& out_;
  Article article_;
  std::string key_;
  int depth_ = 0;
  int level_ = 1;
  bool in_document_ = false;
};

}  // namespace

JsonArticles parse_json(std::string_view json) {
  JsonArticles out;
  if (const auto invalid = first_invalid_utf8(json)) {
    out.error = Error{ErrorKind::input, "JSON that is not UTF-8 at byte " + std::to_string(*invalid), ""};
    return out;
  }
  Listener listener(out);
  Json::sax_parse(json.begin(), json.end(), &listener);
  return out;
}

bool is_one_json_value(std::string_view json) { return Json::accept(json.begin(), json.end()); }

}  // namespace laut::ingest
