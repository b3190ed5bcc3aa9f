package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Files, links and the settings of a repository belong to its author, not to
// the person who checks it. The functions of this file keep a run inside the
// folder that it was given.

// below reports whether a path is inside a folder or the folder itself. Both are
// absolute, with slashes and without symbolic links.
func below(p, folder string) bool {
	folder = strings.TrimSuffix(folder, "/")
	return p == folder || strings.HasPrefix(p, folder+"/")
}

// inGit reports whether a path below a folder is in a .git folder there, which
// may hold credentials.
func inGit(p, folder string) bool {
	rest := strings.TrimPrefix(p, strings.TrimSuffix(folder, "/"))
	return strings.Contains(strings.ToLower(rest)+"/", "/.git/")
}

// RealPath returns the absolute path with slashes and all symbolic links
// resolved, or without resolving them if that fails.
func RealPath(p string) string { return real(p) }

// checkLink returns why the symbolic link at a path is not followed: its target
// is missing, or outside of the folder with the real path root. end is the real
// path of the target.
func checkLink(link, root string) (end string, err error) {
	target, err := filepath.EvalSymlinks(link)
	if err != nil {
		return "", missing(link, err)
	}
	end = key(target)
	if !below(end, root) || inGit(end, root) {
		to, _ := os.Readlink(link)
		return "", fmt.Errorf("symbolic link to %s, which is outside of the checked folder", to)
	}
	return end, nil
}

// OpenBelow is [Open] for a path that comes from a file: it must be, after
// symbolic links, below the folder with the real path root.
func OpenBelow(p, root string) (*os.File, fs.FileInfo, error) {
	end, err := filepath.EvalSymlinks(p)
	if err != nil {
		return nil, nil, err
	}
	if at := key(end); !below(at, root) || inGit(at, root) {
		return nil, nil, errOutside
	}
	return Open(end)
}

// errOutside is the error for a file outside of the checked folder.
var errOutside = errors.New("outside of the checked folder")

// Below reports whether a path is inside a folder or the folder itself. Both are
// results of [RealPath].
func Below(p, folder string) bool { return below(p, folder) }

// CheckSettings returns why [ReadSettings] would not read a file: it is not a
// regular file, or a link out of the folder with the real path root.
func CheckSettings(p, root string) error {
	_, err := settingsFile(p, root)
	return err
}

// ReadSettings reads a small file that a repository brings: a configuration or
// an ignore file. It must be a regular file, not a symbolic link out of the
// folder with the real path root, and at most limit bytes.
func ReadSettings(p, root string, limit int64) ([]byte, error) {
	p, err := settingsFile(p, root)
	if err != nil {
		return nil, err
	}
	f, info, err := Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := ReadAll(f, info.Size(), limit, nil)
	var large *TooLargeError
	if errors.As(err, &large) {
		return nil, errors.New("larger than " + FormatSize(limit))
	}
	return text, err
}

// settingsFile returns the path of a settings file with its link resolved. With
// the root "" it must not be a link.
func settingsFile(p, root string) (string, error) {
	info, err := os.Lstat(p)
	if err != nil {
		return "", err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		if root == "" {
			return "", errors.New("symbolic link, which is not followed here")
		}
		end, err := checkLink(p, root)
		if err != nil {
			return "", err
		}
		p = filepath.FromSlash(end)
		if info, err = os.Stat(p); err != nil {
			return "", err
		}
	}
	if !info.Mode().IsRegular() {
		return "", errNotRegular(info.Mode())
	}
	return p, nil
}

// CheckOutput returns an error for an output that would be written through a
// symbolic link: the file itself is a link to a file, or a link in its path leads
// out of one of the folders. Links to devices, such as /dev/stdout, are allowed.
func CheckOutput(name string, folders ...string) error {
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Stat(name)
		if err != nil || target.Mode().IsRegular() || target.IsDir() {
			return errors.New("it is a symbolic link")
		}
	}
	return CheckOutputFolder(name, folders...)
}

// CheckOutputFolder is [CheckOutput] for a file that is replaced: it may be a
// link, its folder must not lead out of one of the folders.
func CheckOutputFolder(name string, folders ...string) error {
	at := key(name)
	for _, folder := range folders {
		if lexical := key(folder); at != lexical && below(at, lexical) && !below(realParent(at), real(folder)) {
			return fmt.Errorf("a symbolic link in its path leads out of %s", folder)
		}
	}
	return nil
}

// realParent returns the real path of the nearest folder above a path that
// exists.
func realParent(at string) string {
	for dir := filepath.Dir(filepath.FromSlash(at)); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); err == nil || dir == filepath.Dir(dir) {
			return real(dir)
		}
	}
}
