package validate

import (
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/spelling"
)

// foreignIndex has the rows of tables by the first letter of their names: most words
// are none of them, and are told apart by that.
type foreignIndex struct {
	rows  []*api.Foreign // of one letter after the other, in the order of the tables
	start [spelling.Letters + 1]uint8
}

var indexed struct {
	once  sync.Once
	index foreignIndex
}

// foreignValues returns the index of api.ForeignValues, which the first wrong value
// makes: most programs that start see none.
func foreignValues() *foreignIndex {
	indexed.once.Do(func() { indexed.index = indexForeign(api.ForeignValues) })
	return &indexed.index
}

func indexForeign(tables [][]api.Foreign) (x foreignIndex) {
	for _, table := range tables {
		for i := range table {
			x.start[spelling.Letter(table[i].Name)+1]++
		}
	}
	for i := range spelling.Letters {
		x.start[i+1] += x.start[i]
	}
	x.rows = make([]*api.Foreign, x.start[spelling.Letters])
	next := x.start
	for _, table := range tables {
		for i := range table {
			at := &next[spelling.Letter(table[i].Name)]
			x.rows[*at] = &table[i]
			*at++
		}
	}
	return x
}

// of returns the rows that begin as name does, among them all that name is.
func (x *foreignIndex) of(name *spelling.Word) []*api.Foreign {
	letter := name.Letter()
	return x.rows[x.start[letter]:x.start[letter+1]]
}
