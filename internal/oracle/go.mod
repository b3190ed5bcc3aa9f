// The library's tests against other implementations. They need modules that the
// library must not require.
module github.com/linqlint/linqlint/internal/oracle

go 1.26.0

replace github.com/linqlint/linqlint => ../..

require (
	github.com/go-json-experiment/json v1.27.2
	github.com/linqlint/linqlint v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/stretchr/testify v1.12.1
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.62.0
)

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)
