// Reader: a Document becomes Claims. Start here.
//
//     auto reader = laut::Reader::open({});
//     if (!reader) ...                                   // models/ or data/ missing or broken: says which
//     auto reading = reader->read(document);
//     for (const laut::Claim& claim : reading->claims) ...
//
// Two halves that know nothing of each other: the network (src/reader/network) finds which words carry what, meaning
// (src/reader/meaning) says what they mean. src/reader/reader.cpp alone joins them. A Reader may be used by many threads at once.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "laut/claim.h"
#include "laut/document.h"

namespace laut {

struct ReaderOptions {
  std::filesystem::path home;   // holds models/ and data/; empty: beside the program (see base/file.h)
  std::filesystem::path cache;  // compiled networks; empty: none is kept
  int threads = 0;              // articles read at the same time; 0: one a core
};

struct Reading {
  std::vector<Claim> claims;   // in the order of their anchors
  bool language_known = true;  // false: the article's language has no tables, nothing was read
  int unresolved_times = 0;    // times that need a publication day which the document lacks
};

class Reader {
 public:
  /// Errors: missing (a file of models/ or data/), input (a broken table or graph).
  static Result<Reader> open(const ReaderOptions& options);

  /// Errors: limit (a text above 4 MB), input (what the network's library refuses). Thread-safe; waits for a free inference request.
  [[nodiscard]] Result<Reading> read(const Document& document) const;

  /// "0.1.0+m2": the program's version and the model's.
  [[nodiscard]] std::string version() const;
  [[nodiscard]] int threads() const;

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace laut
