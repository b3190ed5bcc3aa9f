package builder

import (
	"errors"
	"strconv"
)

// Split splits any request: a request of a kind with a message as its own Split
// method does, and any other into itself.
func Split(r Request) Sequence {
	if s, ok := r.(interface{ Split() Sequence }); ok {
		return s.Split()
	}
	return Sequence{Requests: []Request{r}}
}

// LeftoverError says that a part or a request could not be split. [Sequence.Build]
// joins one for each.
type LeftoverError struct{ Leftover Leftover }

// Error names the reason.
func (e *LeftoverError) Error() string { return "cannot split: " + e.Leftover.Reason }

// Build builds every request of the sequence. It is all or nothing: with any
// error there are no bodies. The error joins the *[validate.InvalidError] of
// each request that has errors, in order, and a [*LeftoverError] for each of
// Left, so that a message is never sent without its rest by mistake.
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
