// The mutation tests of the library: docs/testing.md.
module github.com/linqlint/linqlint/scripts/mutate

go 1.24
