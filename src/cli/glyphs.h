// Glyphs: every character beyond ASCII that the program writes by itself. The only file of src/ and include/ that holds any.
#pragma once

#include <array>
#include <string_view>

namespace laut::cli::glyph {

using Glyph = std::string_view;

inline constexpr Glyph rule = "─";
inline constexpr Glyph ellipsis = "…";
inline constexpr Glyph dash = "–";
inline constexpr Glyph dot = "·";
inline constexpr Glyph no_break_space = "\u00A0";
inline constexpr Glyph at_least = "≥";
inline constexpr Glyph at_most = "≤";
inline constexpr Glyph about = "≈";
inline constexpr Glyph square_kilometres = "km²";
inline constexpr Glyph square_metres = "m²";
inline constexpr Glyph replacement = "\uFFFD";
inline constexpr Glyph bar_done = "━";
inline constexpr Glyph bar_left = "─";
inline constexpr Glyph check = "✓";
inline constexpr Glyph cross = "✗";
inline constexpr std::array<Glyph, 10> superscript{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/// U+2400 + n pictures the control character n; U+2421 pictures DEL.
inline constexpr char32_t control_pictures = 0x2400;
inline constexpr char32_t delete_picture = 0x2421;

}  // namespace laut::cli::glyph
