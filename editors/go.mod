// The extensions have no Go code. This file keeps them, and the Go files that npm packages may
// bring, out of the library's module.
module github.com/linqlint/linqlint/editors

go 1.24.0
