package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// loader reads packages from their source. Of those that are only imported it keeps the types,
// not the bodies of functions.
type loader struct {
	fset     *token.FileSet
	sizes    types.Sizes
	problems []string
}

func newLoader(goarch string) *loader {
	return &loader{fset: token.NewFileSet(), sizes: types.SizesFor("gc", goarch)}
}

// load fills p and all that it imports, once.
func (l *loader) load(p *packages.Package) {
	if p.Fset != nil {
		return
	}
	p.Fset, p.TypesSizes, p.TypesInfo = l.fset, l.sizes, newInfo()
	for _, err := range p.Errors {
		l.problems = append(l.problems, err.Error())
	}
	if p.PkgPath == "unsafe" {
		p.Types = types.Unsafe
		return
	}
	for _, imported := range p.Imports {
		l.load(imported)
	}
	own := p.Module != nil && p.Module.Main
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(l.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			l.problems = append(l.problems, err.Error())
			continue
		}
		files = append(files, file)
	}
	config := types.Config{
		Importer:         imports(p.Imports),
		IgnoreFuncBodies: !own,
		Sizes:            l.sizes,
		Error: func(err error) {
			if own {
				l.problems = append(l.problems, err.Error())
			}
		},
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	p.Types, _ = config.Check(p.PkgPath, l.fset, files, p.TypesInfo)
	if own {
		p.Syntax = files
	} else {
		p.TypesInfo = newInfo()
	}
}

func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}
}

// imports finds packages by the paths of their imports.
type imports map[string]*packages.Package

func (i imports) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := i[path]; p != nil && p.Types != nil {
		return p.Types, nil
	}
	return nil, fmt.Errorf("package %s not found", path)
}
