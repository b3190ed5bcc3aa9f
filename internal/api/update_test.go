package api_test

import "flag"

var _ = flag.Bool("update", false, "rewrite lookup_gen.go")
