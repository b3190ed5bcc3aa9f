// go vet for other systems: docs/testing.md.
module github.com/linqlint/linqlint/scripts/vet

go 1.26.0

require (
	github.com/stretchr/testify v1.9.0
	golang.org/x/tools v0.51.0
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/sync v0.23.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
