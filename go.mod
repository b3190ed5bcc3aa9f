module github.com/linqlint/linqlint

go 1.25.0

// The playground's packages hold Go files of other people; they are no part of this module.
ignore ./web/node_modules

require (
	github.com/google/go-cmp v0.7.0 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/stretchr/testify v1.12.1 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	pgregory.net/rapid v1.3.0 // indirect
)
