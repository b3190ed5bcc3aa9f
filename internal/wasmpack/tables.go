package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

var errTables = errors.New("the runtime's tables are not where the Go 1.20 to 1.26 linkers put them")

// tables are what the runtime knows of the program's functions: pcHeader, _func
// and findfuncbucket of package runtime, where its moduledata says they are.
type tables struct {
	memory []byte

	names, units, files, values, functions span

	objects      int    // address of what functions point to, such as the trees of inlined calls
	buckets      int    // address of the table of findfuncbucket
	first, limit uint64 // the program counters that it spans
}

type span struct{ start, end int } // addresses

// The layout of the runtime's values, in bytes.
const (
	headerSize   = 72 // pcHeader, up to the names
	functionSize = 44 // _func, up to its tables
	bucketSize   = 20 // findfuncbucket
	bucketSpan   = 4096
	functionSpan = 1 << 16 // the program counters that a function of WASM takes
	callSize     = 16      // inlinedCall

	inlineTable = 2          // PCDATA_InlTreeIndex
	inlineTree  = 3          // FUNCDATA_InlTree
	absent      = 0xffffffff // of an offset to an object
)

// header is how pcHeader starts: the magic number of Go 1.20, the smallest
// instruction (1 byte) and the size of a pointer.
var header = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

func findTables(memory []byte) (*tables, error) {
	at := bytes.Index(memory, header)
	if at < 0 || at+headerSize > len(memory) {
		return nil, errTables
	}
	t := &tables{memory: memory}
	offset := func(i int) int { return at + int(t.word(at+8*i)) }
	t.names = span{offset(4), offset(5)}
	t.units = span{offset(5), offset(6)}
	t.files = span{offset(6), offset(7)}
	t.values = span{offset(7), offset(8)}
	// moduledata names the header and then each table as a slice.
	data := bytes.Index(memory, binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(at)), uint64(t.names.start)))
	if t.names.start != at+headerSize || data < 0 || data+8*41 > len(memory) {
		return nil, errTables
	}
	field := func(i int) int { return int(t.word(data + 8*i)) }
	t.functions = span{field(13), field(13) + field(14)}
	t.buckets, t.first, t.limit = field(19), t.word(data+8*20), t.word(data+8*21)
	t.objects = field(40)
	for _, s := range []span{t.names, t.units, t.files, t.values, t.functions, {t.objects, len(memory)}} {
		if s.start < 0 || s.start > s.end || s.end > len(memory) {
			return nil, errTables
		}
	}
	if t.functions.start != t.values.end || t.limit < t.first {
		return nil, errTables
	}
	return t, nil
}

func (t *tables) word(at int) uint64 { return binary.LittleEndian.Uint64(t.memory[at:]) }

func (t *tables) half(at int) int { return int(binary.LittleEndian.Uint32(t.memory[at:])) }

func (t *tables) setHalf(at int, v uint32) { binary.LittleEndian.PutUint32(t.memory[at:], v) }

// function is a _func: where it is, and where the offsets of its tables of
// values by program counter and of its objects are.
type function struct{ at, values, objects span }

func (t *tables) function(i int) (function, bool) {
	entry := t.functions.start + 8*i + 4
	if entry+4 > t.functions.end {
		return function{}, false
	}
	at := t.functions.start + t.half(entry)
	if at+functionSize > t.functions.end {
		return function{}, false
	}
	values := at + functionSize + 4*t.half(at+28)
	objects := values + 4*int(t.memory[at+43])
	f := function{span{at, at + functionSize}, span{at + functionSize, values}, span{values, objects}}
	return f, values >= at && objects <= t.functions.end
}

// dropLines clears the functions' names, files and lines, and which calls were
// inlined, which only traces ask for: recover asks too, but the compiler inlines
// no function that calls it. What unwinds a stack and marks its pointers stays.
func (t *tables) dropLines() error {
	used := make([]bool, t.values.end-t.values.start)
	var objects, trees []int // their offsets
	for i := range int(t.limit-t.first)/functionSpan + 1 {
		f, ok := t.function(i)
		if !ok {
			return errTables
		}
		ok = t.use(used, t.half(f.at.start+16)) // pcsp
		for n, at := 0, f.values.start; at < f.values.end; n, at = n+1, at+4 {
			if n == inlineTable {
				t.setHalf(at, 0)
			}
			ok = ok && t.use(used, t.half(at))
		}
		if !ok {
			return errTables
		}
		for n, at := 0, f.objects.start; at < f.objects.end; n, at = n+1, at+4 {
			object := t.half(at)
			if object == absent {
				continue
			}
			objects = append(objects, object)
			if n == inlineTree {
				trees = append(trees, object)
				t.setHalf(at, absent)
			}
		}
		t.setHalf(f.at.start+4, 0)                     // nameOff: 0 is the empty name
		clear(t.memory[f.at.start+20 : f.at.start+28]) // pcfile, pcln: 0 is no table
		clear(t.memory[f.at.start+32 : f.at.start+40]) // cuOffset, startLine
	}
	for i, kept := range used {
		if !kept {
			t.memory[t.values.start+i] = 0
		}
	}
	for _, s := range []span{t.names, t.units, t.files} {
		clear(t.memory[s.start:s.end])
	}
	return t.dropTrees(objects, trees)
}

// dropTrees clears the trees of inlined calls: each goes to the next object.
func (t *tables) dropTrees(objects, trees []int) error {
	slices.Sort(objects)
	for _, tree := range trees {
		next, _ := slices.BinarySearch(objects, tree+1)
		if next == len(objects) {
			continue // its end is not known
		}
		start, end := t.objects+tree, t.objects+objects[next]
		if end > len(t.memory) || (end-start)%callSize != 0 {
			return errTables
		}
		clear(t.memory[start:end])
	}
	return nil
}

// use marks a table of values by program counter: pairs of numbers, to a 0 in
// the first place of a pair that is not the first. Offset 0 is no table.
func (t *tables) use(used []bool, offset int) bool {
	number := func(at int) int {
		for at < len(used) && t.memory[t.values.start+at] >= 0x80 {
			at++
		}
		return at + 1
	}
	if offset == 0 {
		return true
	}
	end := number(number(offset))
	for end < len(used) && t.memory[t.values.start+end] != 0 {
		end = number(number(end))
	}
	if end >= len(used) {
		return false
	}
	for i := offset; i <= end; i++ {
		used[i] = true
	}
	return true
}

// takeBuckets clears the table of findfuncbucket and returns what fills it
// again: each bucket holds the number of the function that its program counters
// lie in, and no differences within it.
func (t *tables) takeBuckets() (fill, error) {
	length := int(t.limit - t.first)
	f := fill{start: t.buckets, buckets: (length + bucketSpan - 1) / bucketSpan}
	// A number for each bucket and a difference for each of its sixteenths: the
	// last bucket has no more of these than the program goes on for.
	size := 4*f.buckets + (length+bucketSpan/16-1)/(bucketSpan/16)
	if f.start < 0 || f.start+size > len(t.memory) {
		return fill{}, errTables
	}
	table := t.memory[f.start : f.start+size]
	want := make([]byte, f.buckets*bucketSize)
	for i := range f.buckets {
		binary.LittleEndian.PutUint32(want[i*bucketSize:], uint32(i/(functionSpan/bucketSpan)))
	}
	if !bytes.Equal(table, want[:size]) {
		return fill{}, errTables
	}
	clear(table)
	return f, nil
}

// fill is a table of findfuncbucket to be made.
type fill struct{ start, buckets int }

// code is the body of a function that makes the table.
func (f fill) code() []byte {
	const at, i = 0, 1                                                      // locals
	b := []byte{1, 2, 0x7f}                                                 // two i32
	b = append(appendInt(append(b, 0x41), int64(f.start)), 0x21, at)        // at = start
	b = append(b, 0x03, 0x40)                                               // loop
	b = append(b, 0x20, at, 0x20, i, 0x41, 4, 0x76, 0x36, 2, 0)             // memory[at] = i >> 4
	b = append(b, 0x20, at, 0x41, bucketSize, 0x6a, 0x21, at)               // at += 20
	b = append(b, 0x20, i, 0x41, 1, 0x6a, 0x22, i)                          // i++
	b = append(appendInt(append(b, 0x41), int64(f.buckets)), 0x49, 0x0d, 0) // again if i < buckets
	return append(b, 0x0b, 0x0b)
}
