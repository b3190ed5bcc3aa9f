package source

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
)

// Spelled returns the paths as they are spelled on disk. On macOS and Windows
// file names are case-insensitive: with another spelling, one file would be read
// as two, would match no glob of a config and no path of a baseline, and would
// be renamed when it is replaced. A name that does not exist is unchanged.
func Spelled(paths []string) []string {
	s := speller{}
	spelled := make([]string, len(paths))
	for i, p := range paths {
		spelled[i] = s.spell(p)
	}
	return spelled
}

// speller caches the names in folders, by path.
type speller map[string]*folderNames

// folderNames are the names in a folder.
type folderNames struct {
	exact  bool              // names are case-sensitive
	byName map[string]string // by the name, and by the name in lower case
}

func (s speller) spell(p string) string {
	spelled := filepath.VolumeName(p)
	for rest := p[len(spelled):]; rest != ""; {
		end := 0
		for end < len(rest) && !os.IsPathSeparator(rest[end]) {
			end++
		}
		spelled += s.name(spelled, rest[:end])
		rest = rest[end:]
		if rest != "" {
			spelled, rest = spelled+rest[:1], rest[1:]
		}
	}
	return spelled
}

// name returns how the folder spells one of its names.
func (s speller) name(folder, name string) string {
	other := otherCase(name)
	f := s[folder]
	if other == name || f != nil && f.exact || !exists(folder+name) {
		return name
	}
	if f == nil {
		f = &folderNames{exact: !exists(folder + other)}
		if !f.exact {
			f.byName = namesIn(cmp.Or(folder, "."))
		}
		s[folder] = f
	}
	// A case-sensitive folder may have both a.json and A.json.
	if f.exact || f.byName[name] == name {
		return name
	}
	return cmp.Or(f.byName[strings.ToLower(name)], name)
}

// takesAnyCase reports whether names in the folder of a file are
// case-insensitive. The name must have letters.
func takesAnyCase(file string) bool {
	folder, name := filepath.Split(file)
	other := otherCase(name)
	return exists(folder+other) && namesIn(cmp.Or(folder, "."))[other] != other
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// otherCase returns name in the other case, or as it is if it has no letters.
func otherCase(name string) string {
	if upper := strings.ToUpper(name); upper != name {
		return upper
	}
	return strings.ToLower(name)
}

// namesIn returns the names in a folder by themselves and by their lower case;
// a folder that cannot be listed has none.
func namesIn(folder string) map[string]string {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	byName := make(map[string]string, 2*len(names))
	for _, name := range names {
		byName[strings.ToLower(name)] = name
	}
	for _, name := range names {
		byName[name] = name
	}
	return byName
}
