# The verbs of the house. `make demo` and `make test` do everything, on a fresh Debian 12 as well: they
# install what is missing, build, and run. The other verbs are steps of these or go further.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

JOBS ?= $(shell nproc)
OUT ?= out
SECONDS ?= 60
LISTEN ?= 127.0.0.1:8480
# A sanitizer that finds something must stop the test, with the place.
export UBSAN_OPTIONS ?= print_stacktrace=1
export LSAN_OPTIONS ?= suppressions=$(CURDIR)/tools/leaks_of_libraries.txt:print_suppressions=0

DEV := build/dev
CHECK := build/check
RELEASE := build/release
FUZZ := build/fuzz

.PHONY: help demo test sanitize e2e bench bench-service serve package sim fuzz tidy lint format build clean

help:
	@echo "make demo [PLAN=file]   the main job: from a plan to a dossier, results in $(OUT)/"
	@echo "make test               builds and runs every test, tidy among them"
	@echo "make sanitize           the same in the developer build, with address and undefined-behaviour sanitizers (long)"
	@echo "make bench              measures, prints the table, writes $(OUT)/bench.json"
	@echo "make bench-service      the service under load, over sockets (wrk from Debian's packages for one row)"
	@echo "make e2e                the web app in a real browser, every page in four languages, light and dark"
	@echo "make package            out/ponte_VERSION_ARCH.deb: the program, the web app, a systemd unit"
	@echo "make serve [LISTEN=127.0.0.1:8480]  the web app on the demonstration's journal"
	@echo "make sim [SEED=n]       the simulator: faulty disks, crashes, an auditor of its own"
	@echo "make fuzz [SECONDS=60]  each decoder against invented input"
	@echo "make tidy               the house rules alone"
	@echo "make lint               what clang-tidy says (slow, advice only)"
	@echo "make format             clang-format over files that differ from the last commit"
	@echo "make build              the release alone"
	@echo "make clean              removes build/ and $(OUT)/"
	@echo "JOBS=$(JOBS) at once, unless set."

demo:
	@JOBS=$(JOBS) ./ponte demo --out "$(OUT)" $(if $(PLAN),--plan "$(PLAN)")

test: override WHERE = $(CHECK)
test: override PRESET = check
sanitize: override WHERE = $(DEV)
sanitize: override PRESET = dev
test sanitize:
	@tools/setup.sh test
	@tools/web.sh || echo "test: the web app could not be built here; its tests are left out" >&2
	@mkdir -p $(WHERE)
	@cmake --preset $(PRESET) >$(WHERE)/configure.log 2>&1 || { cat $(WHERE)/configure.log; exit 1; }
	@cmake --build $(WHERE) --parallel $(JOBS)
	@ctest --test-dir $(WHERE) --output-on-failure --timeout 600 --parallel $(JOBS) 2>&1 | tee $(WHERE)/ctest.log || failed=yes; \
	  grep -E '^[0-9]+% tests passed' $(WHERE)/ctest.log; [[ -z $${failed:-} ]]

bench:
	@tools/setup.sh build
	@cmake --preset release >/dev/null
	@cmake --build $(RELEASE) --target ponte_bench --parallel $(JOBS)
	@mkdir -p "$(OUT)"
	@$(RELEASE)/bench/ponte_bench --out "$(OUT)/bench.json"

e2e:
	@tools/setup.sh test
	@tools/web.sh
	@./ponte help >/dev/null
	@tests/web_test.sh $(RELEASE)/src/ponte

bench-service:
	@[[ -d "$(OUT)/demo.journal" ]] || JOBS=$(JOBS) ./ponte demo --out "$(OUT)"
	@ulimit -n $$(ulimit -Hn); node bench/service.mjs $(RELEASE)/src/ponte "$(OUT)/demo.journal" "$(OUT)/logins.txt" "$(OUT)"

package:
	@tools/package.sh "$(OUT)"

serve:
	@tools/web.sh
	@[[ -d "$(OUT)/demo.journal" ]] || JOBS=$(JOBS) ./ponte demo --out "$(OUT)"
	@printf 'The demonstration: sign in as one of %s/logins.txt\n' "$(OUT)"
	@JOBS=$(JOBS) ./ponte serve --journal "$(OUT)/demo.journal" --listen "$(LISTEN)" --quiet

sim:
	@tools/setup.sh build
	@cmake --preset release >/dev/null
	@cmake --build $(RELEASE) --target ponte_sim --parallel $(JOBS)
	@$(RELEASE)/tests/ponte_sim $(if $(SEED),--seed $(SEED),--seconds $(SECONDS))

fuzz:
	@tools/setup.sh fuzz
	@cmake --preset fuzz >/dev/null
	@cmake --build $(FUZZ) --target fuzz_targets --parallel $(JOBS)
	@tools/fuzz.sh $(FUZZ)/fuzz $(SECONDS)

tidy:
	@tools/setup.sh build
	@cmake --preset release >/dev/null
	@cmake --build $(RELEASE) --target tidy --parallel $(JOBS) -- --quiet
	@$(RELEASE)/tools/tidy/tidy .

lint:
	@tools/setup.sh fuzz
	@cmake --preset fuzz >/dev/null
	@run-clang-tidy-16 -quiet -j $(JOBS) -p $(FUZZ) "$(CURDIR)/src/.*\.cpp"

format:
	@tools/setup.sh fuzz
	@git diff --name-only --diff-filter=d HEAD -- '*.cpp' '*.h' | xargs --no-run-if-empty clang-format-16 -i

build:
	@tools/setup.sh build
	@cmake --preset release >/dev/null
	@cmake --build $(RELEASE) --parallel $(JOBS) --target ponte ponte_witness

clean:
	@rm -rf build "$(OUT)"
