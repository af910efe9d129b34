// Rows: claims as a table, one row a claim, for `laut read --table`.
//
// On a terminal the columns are aligned and cut to its width; elsewhere every column is written whole, separated by tabs, so that
// `cut`, a spreadsheet or pandas can take it. Figures are as said; low and high are the reader's reading of them.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "laut/document.h"
#include "laut/reader.h"

namespace laut::cli {

/// The header row with its line feed.
std::string header_row(const Look& look);

/// The rows of an article, each with its line feed.
std::string claim_rows(const Document& document, const Reading& reading, const Look& look);

}  // namespace laut::cli
