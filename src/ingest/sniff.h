// Sniff: what bytes are, from a file's name and its first bytes.
//
//     form_of("a.md", ...) == Form::markdown
//     form_of("-", "{\"text\": ...") == Form::json
//     foreign("%PDF-1.7 ...") == "a PDF"
//
// Limits: an unknown kind of binary file is told by a zero byte only (see charset.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace laut::ingest {

enum class Form : std::uint8_t { text, markdown, json, json_lines, html };

inline constexpr std::size_t kHead = 4096;  // bytes that are enough to sniff

/// The form that the extension of a name says, in either case; nothing for other names and "-".
std::optional<Form> form_of_name(const std::string& name);

/// The form by name, else by content.
Form form_of(const std::string& name, std::string_view head);

/// "a PDF", "a zip archive ...": what a file is whose first bytes mark it as no text; nothing for others.
std::optional<std::string> foreign(std::string_view head);

}  // namespace laut::ingest
