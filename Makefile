# The one door. `make demo` and `make test` set up all that is missing (as root, on Debian 12 or newer).
.POSIX:
.PHONY: help setup build demo test unit pytest lint fuzz bench eval train fresh clean
.DEFAULT_GOAL := help

JOBS := $(shell nproc)

help:
	@echo "make demo    set up, build, read the example articles and print their claims"
	@echo "make test    set up, build, run every test"
	@echo "make build   build/laut"
	@echo "make lint    clang-format, clang-tidy, ruff, mypy over everything"
	@echo "make fuzz    each fuzz target for a minute (SECONDS_EACH=60)"
	@echo "make bench   speed of reading, beside the encoder alone"
	@echo "make eval    quality on gold (../shared/gold), held against eval/floors.json"
	@echo "make train   train the network from the base weights (hours; docs/training.md)"
	@echo "make fresh   make demo and make test in a new Debian 12 (debootstrap, chroot)"

setup:
	@tools/bootstrap

build: setup
	@test -e build/build.ninja || cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log; exit 1; }
	@rm -f build-configure.log
	@ninja -C build -j $(JOBS) --quiet

demo: build
	@build/laut read examples/kursk

test: build
	@ctest --test-dir build --output-on-failure
	@.venv/bin/python -m pytest -q
	@tools/lint --changed

lint: build
	@tools/lint

fuzz: setup
	@tools/fuzz $(or $(SECONDS_EACH),60)

bench: build
	@.venv/bin/python bench/bench.py

eval: build
	@.venv/bin/python eval/evaluate.py

train: setup
	@tools/train

fresh: setup
	@tools/fresh

clean:
	rm -rf build build-debug build-fuzz
