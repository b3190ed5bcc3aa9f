package builder_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
)

// TestEverythingHasAnExample checks that every exported function and method has
// an example. The methods of Request need one for all kinds together.
func TestEverythingHasAnExample(t *testing.T) {
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	examples := map[string]bool{}
	var library []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		if !strings.HasSuffix(name, "_test.go") {
			library = append(library, f)
			continue
		}
		for _, e := range doc.Examples(f) {
			require.NotEmpty(t, e.Output, "Example%s prints nothing", e.Name)
			name, _, _ := strings.Cut(e.Name, "_link")
			examples[name] = true
		}
	}
	shared := map[string]bool{}
	request := reflect.TypeFor[builder.Request]()
	for i := range request.NumMethod() {
		if m := request.Method(i); m.IsExported() {
			shared[m.Name] = true
			require.True(t, examples["Request_"+m.Name], "Request.%s", m.Name)
		}
	}
	n := 0
	for _, f := range library {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || !fn.Name.IsExported() {
				continue
			}
			want := fn.Name.Name
			if fn.Recv != nil {
				receiver := receiverName(fn.Recv.List[0].Type)
				of, is := promoted[receiver]
				if is {
					receiver = of
				}
				if !ast.IsExported(receiver) || shared[want] && !is && receiver != "Body" && receiver != "Part" {
					continue
				}
				want = receiver + "_" + want
			}
			if exempt[fn.Name.Name] || receiver(fn) == "LeftoverError" {
				continue
			}
			n++
			require.True(t, examples[want], "Example%s is missing", want)
		}
	}
	require.Greater(t, n, 100)
}

// promoted has the type whose examples show the methods of an embedded one.
var promoted = map[string]string{"sending": "MessagesCreateRequest", "cardSetters": "AppCardPart"}

// exempt are the methods that other packages call: fmt and encoding/json.
var exempt = map[string]bool{"String": true, "MarshalJSON": true, "UnmarshalJSON": true, "MarshalText": true, "UnmarshalText": true}

func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return ""
	}
	return receiverName(fn.Recv.List[0].Type)
}

func receiverName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiverName(e.X)
	case *ast.IndexExpr:
		return receiverName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}
