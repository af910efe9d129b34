#include "reader/network/network.h"

#include <gmock/gmock.h>

#include <fstream>
#include <thread>

#include "base/file.h"
#include "reader/network/tokens.h"
#include "reader/network/words.h"

namespace laut::network {
namespace {

const std::filesystem::path kModels = std::filesystem::path(LAUT_SOURCE) / "models";

TEST(Tokenizer, CoversTheTextInOrder) {
  const auto tokenizer = Tokenizer::load(kModels / "tokenizer.model");
  ASSERT_TRUE(tokenizer);
  const std::string text = "Mindestens 30 Soldaten fielen; \xF0\x9F\x94\xA5 dreitausendf\xC3\xBCnfhundert Mu\xCC\x88ller.";
  const auto pieces = tokenizer->pieces(text);
  ASSERT_TRUE(pieces);
  std::uint32_t at = 0;
  for (const Piece& piece : *pieces) {
    EXPECT_GE(piece.span.end, piece.span.begin);
    EXPECT_GE(piece.span.begin, at);
    at = piece.span.begin;
  }
  EXPECT_EQ(pieces->back().span.end, text.size());
}

// The cut at white space changes nothing: a text of many stretches has the pieces of its paragraphs.
TEST(Tokenizer, StretchesGiveThePiecesOfTheWhole) {
  const auto tokenizer = Tokenizer::load(kModels / "tokenizer.model");
  ASSERT_TRUE(tokenizer);
  const std::string sentence =
      "Nach Angaben aus Kiew wurden am Montag 47 Soldaten verletzt, \xD0\xBF\xD0\xBE\xD0\xBD\xD0\xB0\xD0\xB4 3 \xD1\x82\xD0\xB8\xD1\x81.";
  std::vector<std::int32_t> once;
  for (const Piece& piece : *tokenizer->pieces(sentence)) once.push_back(piece.id);
  std::string text = sentence;
  while (text.size() < 100'000) text += " " + sentence;
  const auto pieces = tokenizer->pieces(text);
  ASSERT_TRUE(pieces);
  ASSERT_EQ(pieces->size() % once.size(), 0U);
  for (std::size_t i = 0; i < pieces->size(); ++i) ASSERT_EQ((*pieces)[i].id, once[i % once.size()]) << i;
}

class NetworkTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { network_ = new Network(*Network::load(kModels, "", 2)); }
  static void TearDownTestSuite() { delete network_; }
  static inline Network* network_ = nullptr;
};

TEST_F(NetworkTest, FindsALossWithItsFigureTargetAndSource) {
  const std::string text =
      "Mindestens 30 nordkoreanische Soldaten sind nach Angaben des Geheimdienstes GUR am Wochenende in der Region Kursk get\xC3\xB6tet "
      "worden.\n";
  const auto findings = network_->find(text);
  ASSERT_TRUE(findings);
  ASSERT_EQ(findings->size(), 1U);
  const Finding& found = findings->front();
  EXPECT_EQ(found.event, Event::killed);
  EXPECT_EQ(found.anchor.in(text), "30");
  EXPECT_EQ(found.span(Role::count)->in(text), "Mindestens 30");
  EXPECT_EQ(found.span(Role::target)->in(text), "nordkoreanische Soldaten");
  EXPECT_EQ(found.span(Role::cue)->in(text), "nach Angaben");
  EXPECT_FALSE(found.span(Role::agent));
}

TEST_F(NetworkTest, FindsNothingInNothing) {
  for (const char* text : {"", " \n", "Das Wetter bleibt heiter."}) {
    const auto findings = network_->find(text);
    ASSERT_TRUE(findings);
    EXPECT_TRUE(findings->empty()) << text;
  }
}

TEST_F(NetworkTest, GivesTheSameToManyThreads) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "At least " + std::to_string(i + 20) + " soldiers were killed near Kursk on Monday, Kyiv said. ";
  const auto alone = network_->find(text);
  ASSERT_TRUE(alone);
  ASSERT_GT(alone->size(), 20U);
  std::vector<std::thread> threads;
  std::vector<std::size_t> sizes(6);
  for (std::size_t t = 0; t < sizes.size(); ++t) threads.emplace_back([&, t] { sizes[t] = network_->find(text)->size(); });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(sizes, testing::Each(alone->size()));
}

TEST(Network, NamesWhatIsMissingOrBroken) {
  const auto missing = Network::load("/no/such/folder", "", 1);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::missing);
  const auto folder = std::filesystem::path(testing::TempDir()) / "laut_broken_models";
  std::filesystem::create_directories(folder);
  for (const char* name : {"reader.json", "tokenizer.model", "encoder.xml", "encoder.bin", "pointer.xml", "pointer.bin"})
    std::filesystem::copy_file(kModels / name, folder / name, std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "encoder.xml") << "<net>";
  const auto broken = Network::load(folder, "", 1);
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().where, testing::HasSubstr("laut_broken_models"));
  std::ofstream(folder / "reader.json") << R"({"events": ["killed"]})";
  EXPECT_THAT(Network::load(folder, "", 1).error().text(), testing::HasSubstr("reader.json: the labels are not those"));
}

}  // namespace
}  // namespace laut::network
