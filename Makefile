# The targets explain themselves: make help.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
FUZZTIME    ?= 5s

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

.PHONY: build
build: ## the command, into ./linqlint, as a release has it: static, which starts 2 ms sooner
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o linqlint ./cmd/linqlint

.PHONY: demo
demo: ## run the linter on the shipped examples
	@go run ./cmd/linqlint testdata/examples || true

# The page's tests wait more than they compute, and the others the other way round, so they run side
# by side. The others have the lower priority: a page that is late looks like a page that is wrong.
# All of it is compiled without cgo and without paths, as a release is, so nothing is compiled twice.
.PHONY: check
check: export CGO_ENABLED := 0
check: export GOFLAGS := $(strip $(shell go env GOFLAGS) -trimpath)
check: ## everything that must pass: installs what it needs, then lints, tests and fuzzes
	$(MAKE) --no-print-directory -j 2 check-page check-rest

# Lint comes first: it compiles what the others test. The longest are the first of those.
.PHONY: check-page check-rest
check-page: setup
	MAKEFLAGS= $(MAKE) --no-print-directory test-web
check-rest: lint setup
	MAKEFLAGS= nice -n 10 $(MAKE) --no-print-directory -j 2 test test-modules test-npm test-stream test-library fuzz-compile
	MAKEFLAGS= nice -n 10 $(MAKE) --no-print-directory fuzz

.PHONY: setup
setup: ## install what the tests need (Debian packages as root, npm packages, Go modules)
	./scripts/setup

# scripts/vet is go vet for the other systems: it compiles nothing for them.
.PHONY: lint
lint: ## gofmt, vet for all systems, staticcheck
	@test -z "$$(git ls-files '*.go' | xargs gofmt -l | tee /dev/stderr)"
	go vet -tags acceptance work
	GOWORK=off go run -C scripts/vet . ../.. darwin/arm64=work windows/amd64=work js/wasm=./cmd/wasm,./cmd/wasm-markdown
	go run $(STATICCHECK) -tags acceptance ./... ./cmd/linqlint/... ./internal/oracle/...

# Without vet, which lint runs.
.PHONY: test
test: ## the tests of the library, the command and the oracles, including those that need more than Go and git
	go test -vet=off -tags acceptance -timeout 30m work

# Every package and test is compiled with the versions; those tests run whose programs contain others than
# the workspace's.
.PHONY: test-library
test-library: ## the library alone, with the lowest versions that its go.mod permits
	GOWORK=off go vet ./...
	GOWORK=off go test $$(./scripts/versioned)

.PHONY: test-stream
test-stream: ## the command's memory over a stream of 10 GB
	go test -tags acceptance ./cmd/linqlint/internal/cli -run CampaignMemory -count 1 -v -args -campaign 10000000000

# The longest first. Not from the cache: test/ci reads files outside of its module. Without a build
# cache that takes minutes.
MODULES := test/ci contrib/beam bench bench/campaign contrib/gin scripts/mutate scripts/vet

.PHONY: test-modules $(MODULES:%=modules/%)
test-modules: $(MODULES:%=modules/%) ## the tests of the modules outside of go.work: benchmarks, Beam, Gin, mutation tests, CI files, a release
$(MODULES:%=modules/%): modules/%:
	GOWORK=off go vet -C $* ./...
	GOWORK=off go test -C $* -vet=off -count 1 -timeout 30m ./...

# test-modules makes it with a goreleaser that cannot publish, which is compiled in a third of the time.
.PHONY: test-release
test-release: ## the release of this machine's system, made by goreleaser and looked into
	GOWORK=off go test -C test/ci -run Goreleaser -count 1 -v -timeout 30m . -args -whole

.PHONY: web
web: ## build the playground into web/dist, static files with .br and .gz beside the modules
	[ -d web/node_modules ] || npm ci --prefix web --ignore-scripts --no-audit --no-fund
	npm run --prefix web build

.PHONY: docs
docs: web ## build the documentation's site into web/dist/docs (with the playground, which it links to)

.PHONY: playground
playground: web ## build the playground and serve it on loopback
	npm run --prefix web serve

.PHONY: test-web
test-web: web ## the playground's tests, in Node and in Chromium
	npm test --prefix web
	npm run --prefix web e2e

.PHONY: test-npm
test-npm: ## the npm package's tests, in Node, Deno, Bun and Chromium
	for dir in web web/npm; do [ -d $$dir/node_modules ] || npm ci --prefix $$dir --ignore-scripts --no-audit --no-fund; done
	npm test --prefix web/npm

.PHONY: test-vscode
test-vscode: ## the VS Code extension: packs it, and drives it in VS Code for the browser
	for dir in web web/npm editors/vscode; do [ -d $$dir/node_modules ] || npm ci --prefix $$dir --ignore-scripts --no-audit --no-fund; done
	npm test --prefix editors/vscode

.PHONY: test-firefox
test-firefox: web ## a smoke test of the playground in Debian's Firefox ESR, which it installs (as root)
	command -v firefox-esr >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null; }
	npm run --prefix web e2e:firefox

.PHONY: bench
bench: BENCH ?= -write ../docs/performance.md
bench: ## the peers side by side, into docs/performance.md; BENCH=-quick for whether it works
	npm ci --prefix bench/node --ignore-scripts --no-audit --no-fund
	cd bench && GOWORK=off go run . $(BENCH)

.PHONY: bench-web
bench-web: web ## the playground's times beside an empty module's
	npm run --prefix web bench

.PHONY: sbom
sbom: ## a bill of materials of the command, CycloneDX
	./scripts/sbom

.PHONY: fuzz-compile
fuzz-compile:
	./scripts/fuzz compile

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME
	./scripts/fuzz $(FUZZTIME)

.PHONY: race
race: ## the tests under the race detector
	go test -race -tags acceptance work

PACKAGE ?= validate
N       ?= 300
SEED    ?= 1

.PHONY: mutate
mutate: ## faults in PACKAGE's code that its tests do not notice, of a sample of N (docs/testing.md)
	GOWORK=off go run -C scripts/mutate . -n $(N) -seed $(SEED) $(PACKAGE)

.PHONY: generate
generate: ## write what is generated: the look-up tables of internal/api, docs/rules.md, docs/cli.md, golden files
	go test ./internal/api -run LookupTables -update
	go test ./validate ./rules ./cmd/linqlint/internal/ruledoc ./cmd/linqlint/internal/lint/report -update
	go test ./internal/oracle/schema -run Conformance -update
	go test ./cmd/linqlint/internal/cli -run 'Reference|Man|Script' -update

.PHONY: screenshots
screenshots: web ## the images of the README
	./scripts/screenshots

.PHONY: release
release: ## tag a release in this clone: make release VERSION=v1.2.3 (docs/releasing.md)
	./scripts/release $(VERSION)

.PHONY: vulncheck
vulncheck: ## known vulnerabilities in what the library and the command link (fetches the database)
	go run $(GOVULNCHECK) ./... ./cmd/linqlint/...
