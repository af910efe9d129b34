// attribution: every example of data/<lang>/attribution.examples.tsv, and what no table shows.
#include "reader/meaning/attribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/table.h"

namespace laut::meaning {
namespace {

const std::filesystem::path kData = std::filesystem::path(LAUT_SOURCE) / "data";

const Attributions& attributions() {
  static const Result<Attributions> loaded = Attributions::load(kData);
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
  return *loaded;
}

std::optional<Span> span_of(std::string_view text, std::string_view words) {
  if (words == "-") return std::nullopt;
  const auto at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words << " in " << text;
  const auto begin = static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
  return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
}

Claim claim_on(std::string_view text, std::string_view evidence, std::string_view source, double certainty) {
  Claim claim;
  claim.evidence = span_of(text, evidence).value();
  claim.trigger = {claim.evidence.begin, claim.evidence.begin + 2};
  if (const auto span = span_of(text, source)) {
    claim.sources.emplace_back().span = *span;
    claim.confidence["source"] = certainty;
  }
  return claim;
}

void settle(std::vector<Claim>& claims, std::string_view text, std::string_view language) {
  attributions().settle(claims, text, language, Quotations(text, language));
}

std::string source_of(const Claim& claim, std::string_view text) {
  return claim.sources.empty() ? "-" : std::string(claim.sources.front().span.in(text));
}

TEST(Attribution, ReadsEveryExample) {
  for (const auto& language : languages_in(kData)) {
    auto table = Table::read(kData / language / "attribution.examples.tsv",
                             {"text", "claim", "given", "cue", "agent", "other", "other_source", "wants"});
    ASSERT_TRUE(table.ok()) << table.error().text();
    for (const auto& row : table->rows()) {
      std::string text(table->cell(row, "text"));
      std::replace(text.begin(), text.end(), '/', '\n');
      std::vector<Claim> claims;
      if (const auto other = table->cell(row, "other"); other != "-")
        claims.push_back(claim_on(text, other, table->cell(row, "other_source"), 0.9));
      claims.push_back(claim_on(text, table->cell(row, "claim"), table->cell(row, "given"), 0.3));
      claims.back().cue = span_of(text, table->cell(row, "cue"));
      if (const auto agent = span_of(text, table->cell(row, "agent"))) claims.back().agent.emplace().span = *agent;
      settle(claims, text, language);
      EXPECT_EQ(source_of(claims.back(), text), table->cell(row, "wants")) << table->where(row) << " by " << claims.back().by["source"];
    }
  }
}

TEST(Attribution, TheClaimsOfAQuotationShareItsSource) {
  const std::string text = "\u201CThe bridge fell. Two men died,\u201D an officer told the radio on Monday.";
  std::vector<Claim> claims = {claim_on(text, "The bridge fell", "an officer", 0.9), claim_on(text, "Two men died", "-", 0),
                               claim_on(text, "men died", "the radio", 0.1)};
  claims[0].cue = span_of(text, "told");
  claims[0].said.emplace().span = span_of(text, "on Monday").value();
  settle(claims, text, "en");
  EXPECT_EQ(source_of(claims[1], text), "an officer");
  EXPECT_EQ(claims[1].cue, claims[0].cue);
  ASSERT_TRUE(claims[1].said);
  EXPECT_EQ(claims[1].said->span, claims[0].said->span);
  EXPECT_EQ(source_of(claims[2], text), "an officer");
  EXPECT_EQ(claims[1].by["source"], "attribution: the quotation's other claim");
}

TEST(Attribution, BelievesTheNetworkWhereItIsSure) {
  const std::string text = "The town fell, the agency said. Fighting began in May.";
  std::vector<Claim> claims = {claim_on(text, "Fighting began", "the agency", 0.8)};
  settle(claims, text, "en");
  EXPECT_EQ(source_of(claims[0], text), "the agency");
}

TEST(Attribution, WhatIsDroppedTakesCueAndDayOfSayingWithIt) {
  const std::string text = "The town fell, the agency said on Monday. Fighting began in May.";
  std::vector<Claim> claims = {claim_on(text, "Fighting began", "the agency", 0.3)};
  claims[0].cue = span_of(text, "said");
  claims[0].said.emplace().span = span_of(text, "on Monday").value();
  settle(claims, text, "en");
  EXPECT_TRUE(claims[0].sources.empty());
  EXPECT_FALSE(claims[0].cue);
  EXPECT_FALSE(claims[0].said);
  EXPECT_EQ(claims[0].by["source"], "attribution: unsupported");
  EXPECT_FALSE(claims[0].confidence.contains("source"));
}

TEST(Attribution, TakesAnyTextWithoutHarm) {
  const std::vector<std::string> parts = {"\u201E", "\u201C", "\"", "'",      "\u00AB", "\u00BB", "sagte ", "sei ",  ", ",
                                          ". ",     "\n",     ": ", "Huber ", "\u2026", "dem ",   "eigen ", "soll ", "\xF0\x9F\x98\x80"};
  std::uint32_t state = 7;
  const auto next = [&state](std::size_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::vector<std::uint32_t> begins;
    for (int i = 0; i < 60; ++i) {
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      text += parts[next(parts.size())];
    }
    const auto span = [&] {
      const auto first = next(begins.size() - 1);
      return Span{begins[first], begins[first + 1 + next(begins.size() - first - 1)]};
    };
    std::vector<Claim> claims(12);
    for (Claim& claim : claims) {
      claim.trigger = claim.evidence = span();
      if (next(2) == 0) claim.sources.emplace_back().span = span();
      if (next(2) == 0) claim.cue = span();
      if (next(2) == 0) claim.agent.emplace().span = span();
    }
    settle(claims, text, "de");
    const Quotations quotations(text, "de");
    for (const Claim& claim : claims) {
      EXPECT_EQ(quotations.form(claim).meaning == Quote::none, claim.sources.empty());
      for (const auto& source : claim.sources) EXPECT_LE(source.span.end, text.size());
    }
  }
}

TEST(Attribution, AnUnknownLanguageChangesNothing) {
  const std::string text = "A, sagde B. C.";
  std::vector<Claim> claims = {claim_on(text, "C.", "B", 0.1)};
  settle(claims, text, "da");
  EXPECT_EQ(source_of(claims[0], text), "B");
}

}  // namespace
}  // namespace laut::meaning
