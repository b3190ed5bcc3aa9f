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
check: setup lint test fuzz ## everything that must hold: installs what it needs, then lints, tests and fuzzes

.PHONY: setup
setup: ## install what the tests need (Debian packages as root, npm packages, Go modules)
	./scripts/setup

.PHONY: lint
lint: ## gofmt, vet and staticcheck
	@test -z "$$(git ls-files '*.go' | xargs gofmt -l | tee /dev/stderr)"
	go vet ./...
	go run $(STATICCHECK) ./...

.PHONY: test
test: ## the tests of the Go module
	go test ./...

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME
	./scripts/fuzz $(FUZZTIME)

.PHONY: race
race: ## the tests under the race detector
	go test -race ./...

.PHONY: generate
generate: ## write what is generated: docs/rules.md, docs/cli.md, golden files
	go test ./internal/rulepage ./internal/cli ./internal/report ./validate -update

.PHONY: rule
rule: ## scaffold a rule: make rule ID=parts-example SEVERITY=warning
	go run ./internal/newrule -id $(ID) -severity $(SEVERITY)
