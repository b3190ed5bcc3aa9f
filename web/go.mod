// The playground has no Go code. This file keeps it, and the Go files that npm packages may
// bring, out of the library's module.
module github.com/linqlint/linqlint/web

go 1.24.0
