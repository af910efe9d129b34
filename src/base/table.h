// Tables of data/: tab-separated text that a linguist or a regional expert edits.
//
//     table   = *( comment / empty / row )
//     comment = "#" *char LF                 (a line that begins with "#")
//     header  = row                          (the first row names the columns)
//     row     = cell *( TAB cell ) LF        (cells are trimmed; missing cells at the end are empty; more cells than columns: an error)
//
// Text is UTF-8. A table that cannot be read is an error that names file and line: a broken table must not be read in part.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace laut {

class Table {
 public:
  struct Row {
    std::vector<std::string> cells;
    int line = 0;  // 1-based, in the file
  };

  /// Reads a table and checks that it has the named columns (others may be there).
  static Result<Table> read(const std::filesystem::path& file, const std::vector<std::string>& columns);
  static Result<Table> parse(std::string_view text, const std::vector<std::string>& columns, const std::string& where);

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] bool has(const std::string& column) const { return columns_.contains(column); }
  /// The cell of a column; empty when the table has no such column.
  [[nodiscard]] std::string_view cell(const Row& row, const std::string& column) const;
  /// "file:line", for errors about a row.
  [[nodiscard]] std::string where(const Row& row) const;

 private:
  std::string file_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::vector<Row> rows_;
};

/// The languages that have a folder in data/ (two-letter names), sorted.
std::vector<std::string> languages_in(const std::filesystem::path& data);

}  // namespace laut
