//go:build !unix

package source

import (
	"io/fs"
	"os"
)

// chownLike does nothing: these systems have no owner to keep.
func chownLike(*os.File, fs.FileInfo) {}
