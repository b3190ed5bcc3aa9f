# The targets explain themselves: make help.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 20s

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: build
build: ## the command, into ./linqlint
	go build -trimpath -ldflags "-s -w" -o linqlint ./cmd/linqlint

.PHONY: demo
demo: ## run the linter on the shipped examples
	@go run ./cmd/linqlint testdata/examples || true

.PHONY: check
check: setup lint test test-stream test-modules test-web fuzz ## everything that must hold: installs what it needs, then lints, tests and fuzzes

.PHONY: setup
setup: ## install what the tests need (Debian packages as root, npm packages, Go modules)
	./scripts/setup

.PHONY: lint
lint: ## gofmt, vet and staticcheck
	@test -z "$$(git ls-files '*.go' | xargs gofmt -l | tee /dev/stderr)"
	go vet work
	go run $(STATICCHECK) ./... ./cmd/linqlint/... ./internal/oracle/...

.PHONY: test
test: ## the tests of the library, the command and the oracles
	go test work

.PHONY: test-stream
test-stream: ## the command's memory over a stream of 10 GB
	go test ./cmd/linqlint/internal/cli -run CampaignMemory -count 1 -v -args -campaign 10000000000

# Not from the cache: what ci reads lies outside of its module.
.PHONY: test-modules
test-modules: ## the tests of the nested modules: examples, benchmarks, the Beam pipeline, what CI services run
	for mod in bench bench/campaign contrib/beam contrib/gin test/ci; do echo "module $$mod"; GOWORK=off go vet -C $$mod ./...; GOWORK=off go test -C $$mod -count 1 ./...; done

.PHONY: web
web: ## build the playground into web/dist, static files with .br and .gz beside the modules
	[ -d web/node_modules ] || npm ci --prefix web --ignore-scripts --no-audit --no-fund
	npm run --prefix web build

.PHONY: playground
playground: web ## build the playground and serve it on loopback
	npm run --prefix web serve

.PHONY: test-web
test-web: web ## the playground's and the npm package's tests, in Node and in Chromium
	npm test --prefix web
	npm run --prefix web e2e
	npm test --prefix web/npm

.PHONY: bench
bench: ## the peers side by side, into docs/performance.md
	npm ci --prefix bench/node --ignore-scripts --no-audit --no-fund
	cd bench && GOWORK=off go run . -write ../docs/performance.md

.PHONY: bench-web
bench-web: web ## the playground's times beside an empty module's
	npm run --prefix web bench

.PHONY: sbom
sbom: ## a bill of materials of the command, CycloneDX
	./scripts/sbom

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME
	./scripts/fuzz $(FUZZTIME)

.PHONY: race
race: ## the tests under the race detector
	go test -race work

.PHONY: generate
generate: ## write what is generated: docs/rules.md, docs/cli.md, golden files
	go test ./validate ./rules ./cmd/linqlint/internal/ruledoc ./cmd/linqlint/internal/lint/report -update
	go test ./cmd/linqlint/internal/cli -run 'Reference|Man|Script' -update

.PHONY: vulncheck
vulncheck: ## known vulnerabilities in what is used (fetches the database)
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...
