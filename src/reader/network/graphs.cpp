#include "reader/network/graphs.h"

#include <condition_variable>
#include <mutex>
#include <openvino/openvino.hpp>
#include <stdexcept>

#include "laut/names.h"
#include "reader/network/labels.h"

namespace laut::network {
namespace {

template <class Element>
std::span<const Element> view(const ov::Tensor& tensor) {
  return {tensor.data<Element>(), tensor.get_size()};
}

ov::Tensor row_of(const std::vector<std::int64_t>& values) {
  ov::Tensor tensor(ov::element::i64, {1, values.size()});
  std::copy(values.begin(), values.end(), tensor.data<std::int64_t>());
  return tensor;
}

ov::Tensor list_of(const std::vector<std::int64_t>& values) {
  ov::Tensor tensor(ov::element::i64, {values.size()});
  std::copy(values.begin(), values.end(), tensor.data<std::int64_t>());
  return tensor;
}

// A graph that was exported for other labels must not be read out of its bounds.
void expect(std::size_t size, std::size_t wanted) {
  if (size != wanted) throw std::runtime_error("the graph has outputs of another size than reader.json says");
}

// Runs what may throw in OpenVINO.
template <class T, class Work>
Result<T> guarded(const std::string& where, Work work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return Error{ErrorKind::input, error.what(), where};
  }
}

class OpenVinoLane final : public Lane {
 public:
  OpenVinoLane(ov::InferRequest encoder, ov::InferRequest pointer) : encoder_(std::move(encoder)), pointer_(std::move(pointer)) {}

  Result<Done> start(const Window& window) override {
    return guarded<Done>("encoder", [&] {
      encoder_.set_tensor("ids", row_of(window.ids));
      encoder_.set_tensor("mask", row_of(std::vector<std::int64_t>(window.ids.size(), 1)));
      encoder_.set_tensor("first", row_of(window.first));
      encoder_.set_tensor("last", row_of(window.last));
      encoder_.start_async();
      return Done{};
    });
  }

  Result<Anchors> wait() override {
    return guarded<Anchors>("encoder", [&] {
      encoder_.wait();
      words_ = encoder_.get_tensor("words");
      const Anchors anchors{view<float>(words_), view<float>(encoder_.get_tensor("anchors"))};
      expect(anchors.probabilities.size(), words_.get_shape()[1] * kEvents);
      return anchors;
    });
  }

  Result<Pointers> point(const std::vector<std::int64_t>& position, const std::vector<std::int64_t>& event) override {
    return guarded<Pointers>("pointer", [&] {
      const ov::Shape shape = words_.get_shape();
      pointer_.set_tensor("words", ov::Tensor(ov::element::f32, {shape[1], shape[2]}, words_.data<float>()));
      pointer_.set_tensor("position", list_of(position));
      pointer_.set_tensor("event", list_of(event));
      pointer_.infer();
      const auto output = [&](const char* name) { return view<float>(pointer_.get_tensor(name)); };
      const Pointers out{output("start"), output("end"), output("stance"), output("status"), output("quote")};
      const std::size_t rows = position.size();
      for (const auto& ends : {out.start, out.end}) expect(ends.size(), rows * kRoles * (shape[1] + 1));
      expect(out.stance.size(), rows * names::of<Stance>.size());
      expect(out.status.size(), rows * names::of<Status>.size());
      expect(out.quote.size(), rows * names::of<Quote>.size());
      return out;
    });
  }

 private:
  ov::InferRequest encoder_;
  ov::InferRequest pointer_;
  ov::Tensor words_;
};

}  // namespace

struct Graphs::Pool {
  ov::Core core;
  ov::CompiledModel encoder;
  ov::CompiledModel pointer;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::vector<Lane*> free;
  std::mutex mutex;
  std::condition_variable freed;
  int waiting = 0;  // articles that need a lane
};

Graphs::Graphs(std::unique_ptr<Pool> pool) : pool_(std::move(pool)) {}
Graphs::Graphs(Graphs&&) noexcept = default;
Graphs& Graphs::operator=(Graphs&&) noexcept = default;
Graphs::~Graphs() = default;

Result<Graphs> Graphs::load(const std::filesystem::path& models, const std::filesystem::path& cache, int threads) {
  for (const char* name : {"encoder.xml", "encoder.bin", "pointer.xml", "pointer.bin"})
    if (!std::filesystem::exists(models / name))
      return Error{ErrorKind::missing, "the reader's network is not there", (models / name).string()};
  return guarded<Graphs>(models.string(), [&] {
    auto pool = std::make_unique<Pool>();
    if (!cache.empty()) pool->core.set_property(ov::cache_dir(cache.string()));
    const ov::AnyMap settings{ov::hint::inference_precision(ov::element::f32),
                              ov::hint::dynamic_quantization_group_size(0),
                              ov::hint::execution_mode(ov::hint::ExecutionMode::ACCURACY),
                              ov::num_streams(threads),
                              ov::inference_num_threads(threads),
                              ov::hint::enable_cpu_pinning(false)};
    pool->encoder = pool->core.compile_model((models / "encoder.xml").string(), "CPU", settings);
    pool->pointer = pool->core.compile_model((models / "pointer.xml").string(), "CPU", settings);
    for (int i = 0; i < threads; ++i) {
      pool->lanes.push_back(std::make_unique<OpenVinoLane>(pool->encoder.create_infer_request(), pool->pointer.create_infer_request()));
      pool->free.push_back(pool->lanes.back().get());
    }
    return Graphs(std::move(pool));
  });
}

Graphs::Lease Graphs::borrow() const {
  std::unique_lock lock(pool_->mutex);
  ++pool_->waiting;
  pool_->freed.wait(lock, [&] { return !pool_->free.empty(); });
  --pool_->waiting;
  Lane* lane = pool_->free.back();
  pool_->free.pop_back();
  return {lane, Returner{this}};
}

Graphs::Lease Graphs::try_borrow() const {
  const std::lock_guard lock(pool_->mutex);
  if (static_cast<int>(pool_->free.size()) <= pool_->waiting) return {nullptr, Returner{this}};
  Lane* lane = pool_->free.back();
  pool_->free.pop_back();
  return {lane, Returner{this}};
}

int Graphs::lanes() const { return static_cast<int>(pool_->lanes.size()); }

void Graphs::give_back(Lane* lane) const {
  {
    const std::lock_guard lock(pool_->mutex);
    pool_->free.push_back(lane);
  }
  pool_->freed.notify_one();
}

void Graphs::Returner::operator()(Lane* lane) const { owner->give_back(lane); }

}  // namespace laut::network
