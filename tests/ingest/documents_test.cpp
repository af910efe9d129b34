// Inputs as the program gets them: files, folders, standard input, options.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>

#include "items.h"

namespace laut::ingest {
namespace {

using testing::ElementsAre;

TEST(Documents, AFolderInOrderAndNothingElse) {
  const Folder folder;
  folder.write("b.txt", "b");
  folder.write("a.md", "---\ntitle: x\n---\na");
  folder.write("c/2.JSONL", "{\"text\": \"c2\"}\n{\"text\": \"c3\"}\n");
  folder.write("c/1.text", "c1");
  folder.write("d.json", R"({"text": "d"})");
  folder.write("b.json", R"({"doc": "b", "language": "en", "claims": [{"count": null}]})");
  folder.write("README.md", "# About these articles");
  folder.write("c/readme.txt", "About these articles");
  folder.write("photo.jpg", "x");
  folder.write("page.html", "<html>");
  folder.write(".hidden.txt", "x");
  folder.write(".git/a.txt", "x");
  EXPECT_THAT(shown(all({folder.path()})), ElementsAre("text: a", "text: b", "text: c1", "text: c2", "text: c3", "text: d"));
  EXPECT_EQ(count({folder.path("c")}), 4U);
  EXPECT_EQ(shown(all({folder.path("b.json")}).at(0)), folder.path("b.json") + ": holds claims but no \"text\"");
  EXPECT_EQ(shown(all({folder.path("README.md")}).at(0)), "text: # About these articles");
}

TEST(Documents, AReadmeWithFrontMatterIsAnArticle) {
  const Folder folder;
  folder.write("README.md", "---\ntitle: x\n---\na");
  EXPECT_THAT(shown(all({folder.path()})), ElementsAre("text: a"));
}

TEST(Documents, UnreadableOnesAmongGoodOnes) {
  const Folder folder;
  folder.write("1.txt", "one");
  folder.write("2.txt", std::string("a\0b", 3));
  std::filesystem::create_symlink(folder.path("nowhere"), folder.path("3.txt"));
  std::filesystem::create_symlink("/proc/self/mem", folder.path("4.txt"));  // cannot be read even by root
  folder.write("5.txt", "five");
  const std::string missing = folder.path("missing.txt");
  EXPECT_THAT(shown(all({missing, folder.path(), folder.path("1.txt")})),
              ElementsAre(missing + ": No such file or directory", "text: one", testing::StartsWith(folder.path("2.txt") + ": binary"),
                          folder.path("3.txt") + ": No such file or directory", folder.path("4.txt") + ": Input/output error", "text: five",
                          "text: one"));
}

TEST(Documents, WithoutPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const Folder folder;
  ::chmod(folder.write("a.txt", "a").c_str(), 0);
  folder.write("b/a.txt", "b");
  ::chmod(folder.path("b").c_str(), 0);
  EXPECT_THAT(shown(all({folder.path()})),
              ElementsAre(folder.path("a.txt") + ": Permission denied", folder.path("b") + ": Permission denied"));
  ::chmod(folder.path("b").c_str(), 0700);
}

TEST(Documents, LoopsOfLinksEnd) {
  const Folder folder;
  folder.write("a/x.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/up"));
  std::filesystem::create_directory_symlink(folder.path("a"), folder.path("b"));
  std::filesystem::create_symlink(folder.path("self.txt"), folder.path("self.txt"));
  EXPECT_THAT(shown(all({folder.path()})), ElementsAre("text: x", testing::StartsWith(folder.path("self.txt") + ": ")));
}

TEST(Documents, AFolderWithoutArticlesSaysSo) {
  const Folder folder;
  EXPECT_THAT(shown(all({folder.path()})), ElementsAre(folder.path() + ": holds no articles"));
  folder.write("a.json", "{\"claims\": []}");
  EXPECT_THAT(shown(all({folder.path()})), ElementsAre(folder.path() + ": holds no articles"));
  EXPECT_EQ(count({}), 0U);
}

TEST(Documents, StopWhenTold) {
  const Folder folder;
  folder.write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n{\"text\": \"3\"}\n");
  folder.write("b.txt", "b");
  int calls = 0;
  documents({folder.path(), "missing"}, {}, [&](const Item&) { return ++calls < 2; });
  EXPECT_EQ(calls, 2);
}

TEST(Documents, StandardInputIsStreamed) {
  const Folder folder;
  const std::string file = folder.write("in", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n");
  ASSERT_NE(std::freopen(file.c_str(), "r", stdin), nullptr);
  const auto items = all({"-"});
  EXPECT_THAT(shown(items), ElementsAre("text: 1", "text: 2"));
  EXPECT_EQ(items.at(1)->source, "-:2");
  EXPECT_THAT(shown(all({"-"})), ElementsAre("-: empty"));  // it can be read once
  EXPECT_EQ(count({"-"}), std::nullopt);
}

// Many more bytes than the limit, of which a line is far below it.
TEST(Documents, LongJsonLines) {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += R"({"text": ")" + std::string(static_cast<std::size_t>(i % 300) + 1, 'a') + "\"}\n";
  const std::string file = folder.write("a.jsonl", lines);
  Options options;
  options.limit = 400;
  const auto items = all({file}, options);
  ASSERT_EQ(items.size(), 5000U);
  for (std::size_t i = 0; i < items.size(); ++i) ASSERT_EQ(items[i]->text.size(), i % 300 + 1);
  EXPECT_EQ(count({file}), 5000U);
}

TEST(Documents, OptionsFillWhatIsNotSaid) {
  Options options;
  options.published = day_of(2024, 12, 18);
  options.language = "uk_UA";
  const Item plain = one("The army said so on Sunday.", "a.txt", options);
  EXPECT_EQ(plain->published, day_of(2024, 12, 18));
  EXPECT_EQ(plain->published_basis, PublishedBasis::given);
  EXPECT_EQ(plain->language, "uk");
  const Item saying = one("---\npublished: 2020-01-02\nlanguage: fr\n---\nText", "a.md", options);
  EXPECT_EQ(saying->published, day_of(2020, 1, 2));
  EXPECT_EQ(saying->published_basis, PublishedBasis::front_matter);
  EXPECT_EQ(saying->language, "fr");
  options.language = "Ukrainian";
  EXPECT_EQ(one("Text", "a.txt", options).error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace laut::ingest
