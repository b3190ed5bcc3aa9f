package report

import (
	"errors"
	"io"
)

// Multi writes several reports.
type Multi []Writer

// Batch passes b to every writer.
func (m Multi) Batch(b *Batch) error {
	for _, w := range m {
		if err := w.Batch(b); err != nil {
			return err
		}
	}
	return nil
}

// Flush flushes every writer.
func (m Multi) Flush() error {
	for _, w := range m {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// Close closes every writer, even after an error.
func (m Multi) Close(s *Summary) error {
	var failed error
	for _, w := range m {
		failed = errors.Join(failed, w.Close(s))
	}
	return failed
}

// Closing returns w with a file, which is closed after it.
func Closing(w Writer, file io.Closer) Writer { return closing{w, file} }

type closing struct {
	Writer
	file io.Closer
}

// Close closes the report and its file.
func (c closing) Close(s *Summary) error { return errors.Join(c.Writer.Close(s), c.file.Close()) }
