//go:build unix

package source

import (
	"io/fs"
	"os"
	"syscall"
)

// chownLike gives f the owner of the file that it replaces. Only root may do
// that for a file of another user, so an error is expected there.
func chownLike(f *os.File, like fs.FileInfo) {
	if st, ok := like.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(st.Uid), int(st.Gid))
	}
}
