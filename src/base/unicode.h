// What Laut asks of Unicode beyond UTF-8, through ICU: classes of characters, case folding, normal forms, width on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace laut {

bool is_letter(char32_t point);          // general category L*
bool is_digit(char32_t point);           // general category Nd
bool is_mark(char32_t point);            // general category M*
bool is_space(char32_t point);           // White_Space, and U+2060, U+FEFF, U+200B
int digit_value(char32_t point);         // 0..9 of an Nd character, -1 for others
bool is_word_character(char32_t point);  // what Python's \w matches: alphanumeric (L*, N*) or underscore

/// Full case folding, then NFC: for comparing words. "STRASSE" and the same word with a sharp s become one.
std::string fold(std::string_view text);

/// NFC.
std::string compose(std::string_view text);

/// Columns that a text takes on a terminal (combining marks 0, East Asian wide 2).
int terminal_width(std::string_view text);

}  // namespace laut
