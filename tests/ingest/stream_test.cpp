#include "ingest/stream.h"

#include <gtest/gtest.h>

#include "items.h"

namespace laut::ingest {
namespace {

std::string next(Stream& stream, std::size_t limit) {
  const auto line = stream.line(limit);
  return !line ? "<end>" : *line ? **line : "<" + line->error().message + ">";
}

void expect_lines(Stream stream) {
  EXPECT_EQ(stream.peek(2), "a\n");
  EXPECT_EQ(stream.peek_line(10), "a");
  EXPECT_EQ(stream.peek_line(0), "");
  EXPECT_EQ(next(stream, 10), "a");
  EXPECT_EQ(next(stream, 10), "");
  EXPECT_EQ(next(stream, 10), "<larger than the 10 bytes that are read>");
  EXPECT_EQ(next(stream, 10), "0123456789");
  EXPECT_FALSE(stream.at_end());
  EXPECT_EQ(stream.peek_line(10), "z");
  EXPECT_EQ(next(stream, 10), "z");
  EXPECT_TRUE(stream.at_end());
  EXPECT_EQ(next(stream, 10), "<end>");
}

TEST(Stream, LinesOfMemoryAndFile) {
  const std::string bytes = "a\n\n" + std::string(300'000, 'x') + "\n0123456789\nz";
  expect_lines(Stream::of(bytes, "m"));
  const Folder folder;
  auto stream = Stream::open(folder.write("a", bytes));
  ASSERT_TRUE(stream);
  expect_lines(*std::move(stream));
}

TEST(Stream, TooLongAtTheEnd) {
  Stream stream = Stream::of("a\n" + std::string(11, 'x'), "m");
  EXPECT_EQ(next(stream, 10), "a");
  EXPECT_EQ(next(stream, 10), "<larger than the 10 bytes that are read>");
  EXPECT_EQ(next(stream, 10), "<end>");
}

TEST(Stream, RestIsWhatWasNotTaken) {
  const Folder folder;
  const std::string bytes = "first\n" + std::string(200'000, 'y');
  auto stream = Stream::open(folder.write("a", bytes));
  ASSERT_TRUE(stream);
  EXPECT_EQ(next(*stream, 10), "first");
  stream->skip(1);
  EXPECT_TRUE(stream->rest(199'999).value() == bytes.substr(7));
  EXPECT_TRUE(stream->at_end());
  EXPECT_FALSE(Stream::of(bytes, "m").rest(bytes.size() - 1));
}

TEST(Stream, OpenSaysWhyNot) {
  EXPECT_EQ(Stream::open("/nowhere/a").error().kind, ErrorKind::missing);
  EXPECT_EQ(Stream::open("/").error().kind, ErrorKind::system);
}

}  // namespace
}  // namespace laut::ingest
