package lint

import (
	"io"

	"github.com/linqlint/linqlint/internal/source"
	"github.com/linqlint/linqlint/validate"
)

// pieces sends a newline-delimited input in pieces. They are read here, one
// behind the other, since where a piece begins depends on the one before it.
func (r *run) pieces(j *job) bool {
	in, stop, err := r.openLines(j)
	defer stop()
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
		if err == nil && first && j.entry.Named {
			if err = source.CheckText(p.Text); err != nil {
				p = source.Piece{Last: true, Line: 1}
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

// openLines opens what the lines of a job are read from. stop is never nil.
func (r *run) openLines(j *job) (in io.Reader, stop func(), err error) {
	var closers []io.Closer
	stop = func() {
		for i := len(closers) - 1; i >= 0; i-- {
			closers[i].Close()
		}
	}
	in = r.o.Stdin
	if j.entry.Path != source.Stdin {
		f, info, err := source.Open(j.entry.Path)
		if err != nil {
			return nil, stop, err
		}
		closers = append(closers, f)
		in, j.info = f, info
	}
	plain, err := source.Decompress(j.shown, in)
	if err != nil {
		return nil, stop, err
	}
	closers = append(closers, plain)
	return plain, stop, nil
}
