// Page: an article with its claims for a person, as `laut read` prints it.
//
//     Hunderte Nordkoreaner in Kursk gefallen               title
//     Elbkurier . Thu 19 Dec 2024 . German                  outlet, day, language
//     -----------------------------------------
//     ... sentences with their claims marked ...
//
//      1  killed or wounded   >= 30 persons   Nordkoreaner (PRKMIL)
//         where Kursk Oblast, RU (region)   when Sat 14 - Sun 15 Dec 2024   coverage event
//         says  GUR (UKRSPY) on Mon 16 Dec 2024   "erklaert"   state . happened . indirect      0.91
//
//     1 claim . 1 voice . 1 figure of losses . machine-read
#pragma once

#include <string>

#include "cli/terminal.h"
#include "laut/document.h"
#include "laut/reader.h"

namespace laut::cli {

struct PageOptions {
  Look look;
  bool text = true;  // the sentences are shown, not the claims alone
};

/// The lines of one article, each with its line feed.
std::string article_page(const Document& document, const Reading& reading, const PageOptions& options);

}  // namespace laut::cli
