package builder

import (
	"errors"
	"strconv"
)

// Split splits a request of any kind: one with a message as its Split method does, any
// other one into a [Sequence] of itself, and nil into an empty one.
func Split(r Request) Sequence {
	if s, ok := r.(interface{ Split() Sequence }); ok {
		return s.Split()
	}
	if r == nil {
		return Sequence{}
	}
	return Sequence{Requests: []Request{r}}
}

// LeftoverError is the error of [Sequence.Build] for each [Leftover].
type LeftoverError struct{ Leftover Leftover }

// Error returns the reason.
func (e *LeftoverError) Error() string { return "cannot split: " + e.Leftover.Reason }

// Build builds every request of the sequence, all or none, so that no message is sent
// without the others by mistake. If something is wrong, it returns no bodies and an
// error that joins the [*validate.InvalidError] of each invalid request, in order, and a
// [*LeftoverError] for each of Left.
func (s Sequence) Build() ([]Body, error) {
	bodies := make([]Body, 0, len(s.Requests))
	var faults []error
	for i, r := range s.Requests {
		body, err := r.Build()
		if err != nil {
			faults = append(faults, &sequenceError{i, err})
		}
		bodies = append(bodies, body)
	}
	for _, l := range s.Left {
		faults = append(faults, &LeftoverError{l})
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return bodies, nil
}

// sequenceError says which message of a sequence has an error.
type sequenceError struct {
	index int
	err   error
}

func (e *sequenceError) Error() string {
	return "message " + strconv.Itoa(e.index+1) + ": " + e.err.Error()
}

func (e *sequenceError) Unwrap() error { return e.err }
