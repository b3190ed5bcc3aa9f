package lint

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// pieces sends a newline-delimited input in pieces. They are read one after the
// other here, since a piece begins where the previous one ends.
func (r *run) pieces(j *job) bool {
	in, _, err := r.input(j)
	if err == nil {
		defer in.Close()
	}
	pieces := source.NewPieces(in, pieceSize, int(r.o.MaxSize))
	pieces.Eager = j.entry.Path == source.Stdin
	if err == nil && r.o.Offset > 0 {
		j.skipped, err = pieces.Skip(r.o.Offset)
	}
	if err != nil {
		j.entry.Err = err
		j.first, j.last = true, true
		return r.send(j)
	}
	start := *j
	for first := true; ; first = false {
		if !first {
			j = r.pool.Get().(*job)
			j.reset()
			j.entry, j.shown, j.format, j.info = start.entry, start.shown, start.format, start.info
		}
		p, err := pieces.Next(j.text)
		if err == nil && first {
			if _, wide := source.Wide(p.Text); wide {
				p.Last = true // what follows cannot be split into lines
			} else if !p.Last && opensValue(p.Text) {
				p.Last, j.truncatedValue = true, true
			} else if j.entry.Named {
				if err = source.CheckText(p.Text); err != nil {
					p = source.Piece{Last: true, Line: 1}
				}
			}
		}
		j.first, j.last, j.err, j.unread = first, p.Last, err, longBody{p.Line, p.TooLong}
		j.text = p.Text
		j.base = validate.Position{Offset: int(p.Offset), Line: p.Line}
		if !r.send(j) {
			return false
		}
		if p.Last {
			return true
		}
	}
}

// input opens the file of a job. The size, in bytes, is -1 if it is unknown.
func (r *run) input(j *job) (plain io.ReadCloser, size int64, err error) {
	if j.entry.Path == source.Stdin {
		plain, err = source.Decompress(j.shown, r.o.Stdin)
		return plain, -1, err
	}
	plain, size, j.info, err = r.open(j.entry.Path)
	return plain, size, err
}

// open opens a file, decompressed: the one of the run's tree, if that has it,
// else the one on disk. The size, in bytes, is -1 if it is unknown; info is nil
// for a file of a tree.
func (r *run) open(path string) (io.ReadCloser, int64, fs.FileInfo, error) {
	return r.openFrom(path, "")
}

// openFrom is open for a path that a file names: on disk it must be below the
// folder with the real path root, if not "".
func (r *run) openFrom(path, root string) (plain io.ReadCloser, size int64, info fs.FileInfo, err error) {
	var f io.ReadCloser
	err = fs.ErrNotExist
	if r.o.Finder.Tree != nil {
		f, size, err = r.o.Finder.Tree.Open(source.Absolute(path))
	}
	if errors.Is(err, fs.ErrNotExist) {
		if f, info, err = openFile(path, root); err == nil {
			size = info.Size()
		}
	}
	if err != nil {
		return nil, 0, nil, err
	}
	if source.Compressed(path) || info != nil && !info.Mode().IsRegular() {
		size = -1
	}
	plain, err = source.Decompress(path, f)
	if err != nil {
		f.Close()
		return nil, 0, nil, err
	}
	return both{plain, f}, size, info, nil
}

func openFile(path, root string) (*os.File, fs.FileInfo, error) {
	if root == "" {
		return source.Open(path)
	}
	return source.OpenBelow(path, root)
}

// both is a reader and the file that it reads from.
type both struct {
	io.ReadCloser
	under io.Closer
}

// Close closes both.
func (b both) Close() error { return errors.Join(b.ReadCloser.Close(), b.under.Close()) }
