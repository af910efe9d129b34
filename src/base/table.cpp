#include "base/table.h"

#include <algorithm>

#include "base/file.h"

namespace laut {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.emplace_back(trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<Table> Table::read(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  auto text = read_file(file, kTableLimit);
  if (!text) return text.error();
  return parse(*text, columns, file.string());
}

Result<Table> Table::parse(std::string_view text, const std::vector<std::string>& columns, const std::string& where) {
  Table table;
  table.file_ = where;
  int number = 0;
  bool header = true;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    auto cells = split_cells(line);
    if (header) {
      for (std::size_t i = 0; i < cells.size(); ++i) table.columns_[cells[i]] = i;
      header = false;
      continue;
    }
    if (cells.size() > table.columns_.size())
      return Error{ErrorKind::input, "more cells than the header has columns", where + ":" + std::to_string(number)};
    cells.resize(table.columns_.size());
    table.rows_.push_back({std::move(cells), number});
  }
  for (const auto& column : columns)
    if (!table.has(column)) return Error{ErrorKind::input, "the table has no column '" + column + "'", where};
  return table;
}

std::string_view Table::cell(const Row& row, const std::string& column) const {
  const auto found = columns_.find(column);
  return found == columns_.end() ? std::string_view{} : std::string_view{row.cells[found->second]};
}

std::string Table::where(const Row& row) const { return file_ + ":" + std::to_string(row.line); }

std::vector<std::string> languages_in(const std::filesystem::path& data) {
  std::vector<std::string> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data, error))
    if (entry.is_directory() && entry.path().filename().string().size() == 2) found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace laut
